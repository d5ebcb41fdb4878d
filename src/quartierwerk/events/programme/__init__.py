"""The programme of an event: days and points, and the files of it."""
