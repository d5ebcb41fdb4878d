from .announcements import Announcement, Result
from .examples import Example
from .feeds import Change, Feed
from .figures import Figure

__all__ = ["Announcement", "Change", "Example", "Feed", "Figure", "Result"]
