"""What machines take along: calendars to subscribe to, feeds, JSON-LD, and the frame for partners."""
