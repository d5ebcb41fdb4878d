"""How was it? The three questions after an event, and what came back."""
