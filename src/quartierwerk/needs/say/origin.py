"""What led somebody to the form: the page of an event (`?termin=`), or the code of a paper card (`?karte=`)."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quartierwerk.events import codes
from quartierwerk.events.models import Event

from .. import actions
from ..models import Card, Need


@dataclass(frozen=True)
class Origin:
    """A card that was entered already, and what is not public, counts for nothing."""

    event: Event | None = None
    card: Card | None = None

    @property
    def shown_code(self) -> str:
        return codes.in_groups(self.card.code) if self.card else ""


class OriginFields(forms.Form):
    """Carries it through the form; what was altered there is no error."""

    termin = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    karte = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)


def origin_of(termin: str, karte: str) -> Origin:
    """By the slug of an event and the code of a card; no query where neither is given."""
    event = Event.objects.public().filter(slug=termin).first() if termin else None
    code = codes.tidy(karte)
    waiting = Card.objects.select_related("event", "quarter").filter(code=code, need=None) if code else None
    card = waiting.first() if waiting is not None else None
    return Origin(event or (card.event if card else None), card)


def send(origin: Origin, *, looked_at_first: bool = False, remark: str = "", **words: Any) -> Need:
    """As `actions.say`; what comes from a card is that card's need, unless somebody was quicker. A printed code is proof enough."""
    if origin.card:
        try:
            return actions.enter_card(card=origin.card, **words)
        except ValidationError:
            pass  # entered meanwhile, or something is wrong with the words: then it is said again below
    return actions.say(event=origin.event, looked_at_first=looked_at_first, remark=remark, **words)
