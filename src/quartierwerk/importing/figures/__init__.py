"""Numbers that stood in texts, kept for the indicators."""
