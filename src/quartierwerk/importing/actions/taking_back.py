"""What was published from a text is a draft again."""

from typing import Any

from django.db import transaction

from quartierwerk.core.refusals import refuse
from quartierwerk.events.actions import withdraw_event
from quartierwerk.news.actions import withdraw_news

from .. import rules
from ..models import Result


@transaction.atomic
def take_back(*, result: Result, by: Any) -> None:
    """The news item or the event; of an event nobody may be registered. Raises ValidationError with what is refused."""
    refuse(rules.why_not_taken_back(result, by))
    if result.news is not None:
        withdraw_news(page=result.news, by=by)
    if result.event is not None:
        withdraw_event(event=result.event, by=by)
