"""Seeing needs: the list, the map and the table show the same, narrowed by the same filter; one need; feeds and data."""
