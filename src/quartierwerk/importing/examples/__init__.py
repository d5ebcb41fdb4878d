"""Corrections kept as labelled examples: `making` takes out what belongs to persons, the desk shows and exports them."""
