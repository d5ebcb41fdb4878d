from .explanations import EasyText, SignVideo, Subject
from .home import HomePage

__all__ = ["EasyText", "HomePage", "SignVideo", "Subject"]
