"""HIN Desktop: the desk of a migration counsellor."""
