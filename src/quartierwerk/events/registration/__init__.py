"""Registering in public, one's own registration, and what one takes along."""
