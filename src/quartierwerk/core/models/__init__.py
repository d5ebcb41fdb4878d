from .audit import AuditEntry
from .search import SearchEntry, SearchTerm
from .town import Town

__all__ = ["AuditEntry", "SearchEntry", "SearchTerm", "Town"]
