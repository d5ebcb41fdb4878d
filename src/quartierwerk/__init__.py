"""Quartierwerk: a town and its residents develop their neighbourhoods together."""

__version__ = "0.1.0"
