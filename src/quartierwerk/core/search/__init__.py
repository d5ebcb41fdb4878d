"""The search over everything public: see docs/search.md."""

from .registry import Entry, SearchKind, kind_of, kinds, register

__all__ = ["Entry", "SearchKind", "kind_of", "kinds", "register"]
