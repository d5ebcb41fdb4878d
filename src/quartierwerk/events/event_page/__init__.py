"""What stands on the page of an event, part by part; each has `context(event, occurrence)` and a template of its name."""
