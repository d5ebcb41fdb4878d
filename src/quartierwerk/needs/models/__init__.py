from .history import Entry, InternalNote
from .intake import ApiKey, Card, InboundMail, MailAttachment, Open311Token
from .needs import Need, YearNumber
from .photos import Photo
from .settings import DailyMail, NeedSettings, StateWording
from .together import AbuseReport, CoDoer, Comment, Follow, Support

__all__ = [
    "AbuseReport",
    "ApiKey",
    "Card",
    "CoDoer",
    "Comment",
    "DailyMail",
    "Entry",
    "Follow",
    "InboundMail",
    "InternalNote",
    "MailAttachment",
    "Need",
    "NeedSettings",
    "Open311Token",
    "Photo",
    "StateWording",
    "Support",
    "YearNumber",
]
