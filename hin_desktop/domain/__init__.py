"""What the field knows: pure functions over frozen dataclasses. No Qt, no SQL, no files, no clock."""
