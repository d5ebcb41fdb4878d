from .audit import AuditEntry
from .search import SearchEntry, SearchTerm, SearchWord
from .town import Town

__all__ = ["AuditEntry", "SearchEntry", "SearchTerm", "SearchWord", "Town"]
