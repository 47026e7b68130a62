"""What a counsellor does, one file a job; the only code that opens transactions."""
