"""Saying what should change: the public form, what is pointed out before it is sent, and one's own page afterwards."""
