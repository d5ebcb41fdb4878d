"""Suggestions that explain themselves: fields of action (`fields`) and similar needs (`similar`); see docs/needs.md."""

from .fields import Suggestion, fields_for
from .similar import Similar, similar_to

__all__ = ["Similar", "Suggestion", "fields_for", "similar_to"]
