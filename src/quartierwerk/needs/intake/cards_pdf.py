"""The cards on paper, two on a sheet of A4: code, QR code, lines to write on, and where to send it (PDF/UA-1)."""

import io
from collections.abc import Sequence
from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from quartierwerk.core import pdf
from quartierwerk.core.models import Town
from quartierwerk.events import codes
from quartierwerk.events.words import when

from ..models import Card

TEMPLATE = "need_cards"


def cards_pdf(cards: Sequence[Card]) -> bytes:
    """The cards of one batch, in German; they share quarter and event."""
    with translation.override("de"):
        town = Town.load()
        logo = pdf.town_logo(town)
        files = {f"{card.code}.svg": _qr_code(card) for card in cards} | ({"logo.png": logo} if logo else {})
        return pdf.render(TEMPLATE, _sheet(cards, town, has_logo=bool(logo)), files=files)


def form_url(card: Card) -> str:
    """The form on the web with the code filled in."""
    return f"{settings.BASE_URL}{reverse('needs:say')}?{urlencode({'karte': card.code})}"


def _sheet(cards: Sequence[Card], town: Town, *, has_logo: bool) -> dict[str, Any]:
    first = cards[0]
    place = f"{town.postal_code} {town.city}".strip()
    return {
        "title": _("Karten: Was soll sich ändern?"),
        "language": "de",
        "town": {
            "name": town.official_name,
            "platform": f"{town.platform_name} {town.name}",
            "colour": town.primary_colour,
            "has_logo": has_logo,
            "logo_alt": _("Logo: %s") % town.official_name,
        },
        "heading": _heading(first),
        "about": _about(first),
        "what": _("Worum geht es? Was wünschen Sie sich?"),
        "where": _("Wo ist das? Straße, Platz oder Haus"),
        "who": _("Ihr Name und Telefon, E-Mail oder Anschrift, wenn Sie eine Antwort möchten (freiwillig)"),
        "send_to": _("Bitte abgeben oder schicken an:"),
        "address": [line for line in (town.official_name, town.street, place) if line],
        "phone": _("Oder rufen Sie an: %s") % town.phone.replace(" ", "\u00a0") if town.phone else "",
        "code_label": _("Code"),
        "online": _("Lieber mit dem Handy? Hier scannen."),
        "privacy": _privacy(),
        "cards": [
            {
                "code": codes.in_groups(card.code).replace(" ", "\u00a0"),
                "picture": f"{card.code}.svg",
                "alt": _("QR-Code zum Formular mit dem Code %s") % codes.in_groups(card.code),
            }
            for card in cards
        ],
    }


def _heading(card: Card) -> str:
    if card.event:
        return _("Ihr Anliegen")
    if card.quarter:
        return _("Was soll sich ändern im Quartier %s?") % card.quarter.name
    return _("Was soll sich ändern in %s?") % Town.load().name


def _about(card: Card) -> str:
    return f"{card.event.title}, {when.of(card.event, with_year=True)}" if card.event else ""


def _privacy() -> str:
    return _(
        "Was Sie schreiben, veröffentlichen wir ohne Ihren Namen und beantworten es öffentlich. Name und Adresse "
        "brauchen wir nur, um Ihnen zu antworten; sie bleiben bei uns (Art. 6 Abs. 1 Buchstabe e DSGVO). "
        "Mehr steht auf unserer Seite unter „Datenschutz“, oder fragen Sie uns."
    )


def _qr_code(card: Card) -> bytes:
    picture = io.BytesIO()
    segno.make(form_url(card), error="m").save(picture, kind="svg", border=0)
    return picture.getvalue()
