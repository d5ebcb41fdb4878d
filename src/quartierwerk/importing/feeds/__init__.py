"""Partners' calendars and news that are asked for regularly."""
