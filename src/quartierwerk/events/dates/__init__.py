"""What everybody sees of the dates: the list, the sheet of a month, the filter, the next ones on other pages."""
