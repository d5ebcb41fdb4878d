"""The desk: giving a text, looking it over, taking it over."""
