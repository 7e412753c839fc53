"""Which accounts tell of the same event, and what the one engagement then is."""
