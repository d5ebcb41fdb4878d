"""The card beside a shared link, for `core/components/share_card.html`."""

from django import template

from quartierwerk.core import share_cards
from quartierwerk.core.models import Town

register = template.Library()


@register.simple_tag
def share_card(title: str, town: Town) -> share_cards.Card:
    return share_cards.card(title, town)
