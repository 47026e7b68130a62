"""What a counsellor sees (Qt Widgets)."""
