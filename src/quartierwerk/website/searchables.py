"""What can be found on this site. Nothing here tells an e-mail address or anything of a resident."""

import re
from collections.abc import Iterable

from django.utils.text import normalize_newlines
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from wagtail.models import Page

from quartierwerk.core.pages import TownPage
from quartierwerk.core.search import Entry, SearchKind, register
from quartierwerk.events.models import Event, Organiser
from quartierwerk.needs import search as needs
from quartierwerk.needs.models import Need
from quartierwerk.news.models import NewsPage
from quartierwerk.people.models import Contact
from quartierwerk.places.models import Quarter, QuarterAlias, Venue
from quartierwerk.topics.models import FieldOfAction, StandardPage, TopicPage

from .models import HomePage

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def register_all() -> None:
    """In the order in which the filters of the search page stand."""
    register(SearchKind("news", pgettext_lazy("Suche", "Nachricht"), NewsPage, _news))
    register(
        SearchKind("event", pgettext_lazy("Suche", "Termin"), Event, _event, depends={Organiser: _event_of})
    )
    register(SearchKind(needs.KIND, _("Handlungsbedarf"), Need, needs.entry))
    register(SearchKind("topic", _("Thema"), TopicPage, _topic))
    register(SearchKind("field", _("Handlungsfeld"), FieldOfAction, _field))
    register(SearchKind("quarter", _("Quartier"), Quarter, _quarter, depends={QuarterAlias: _quarter_of}))
    register(SearchKind("venue", pgettext_lazy("Suche", "Ort"), Venue, _venue))
    register(SearchKind("contact", _("Ansprechperson"), Contact, _contact))
    register(SearchKind("page", _("Seite"), StandardPage, _standard_page))
    register(SearchKind("home", _("Startseite"), HomePage, _home))


# ------------------------------------------------------------------------------------------------------------- pages
def _news(page: NewsPage) -> Entry:
    return _page(
        page,
        teaser=page.teaser,
        text=_body(page),
        date=page.date,
        quarters=_keys(page.quarters.all()),
    )


def _topic(page: TopicPage) -> Entry:
    return _page(page, teaser=page.teaser, text=_body(page))


def _standard_page(page: StandardPage) -> Entry:
    return _page(page, teaser=page.teaser, text=_body(page))


def _home(page: HomePage) -> Entry:
    text = _lines(page.questions, page.about, page.motto)
    return _page(page, title=page.heading or page.title, teaser=page.lead, text=text)


def _page(page: TownPage, *, title: str = "", teaser: str, text: str, **facts: object) -> Entry:
    language = page.content_language
    with override(language):
        path = page.own_path()
    return Entry(
        title=title or page.title,
        url=path.removeprefix(f"/{language}"),
        teaser=_without_addresses(teaser),
        text=_without_addresses(text),
        language=language,
        same_as=str(page.translation_key),
        public=bool(path)
        and page.live
        and not page.alias_of_id
        and not page.get_view_restrictions().exists(),
        **facts,  # type: ignore[arg-type]
    )


def _body(page: Page) -> str:
    """The text of a StreamField, as its blocks tell it to a search."""
    field = page._meta.get_field("body")
    return _lines(*field.get_searchable_content(page.body))


# ------------------------------------------------------------------------------------------------------------ events
def _event(event: Event) -> Entry:
    """An event, whichever of its dates; a series is always current, so it has no day."""
    where = event.venue.name if event.venue else event.place_name
    organisers = [organiser.name for organiser in event.organisers.all()]
    with override("de"):
        words = [str(event.get_kind_display()), *(audience.name for audience in event.audiences.all())]
    return Entry(
        title=event.title,
        url=_path(event),
        teaser=_without_addresses(event.summary),
        text=_without_addresses(_lines(event.description, where, event.room, *organisers, event.report)),
        words=" ".join([*words, *(topic.title for topic in event.topics.all())]),
        quarters=_keys(event.quarters.all()),
        date=None if event.is_series else localdate(event.starts_at),
        language=event.language,
        public=event.is_public,
    )


def _event_of(organiser: Organiser) -> list[Event]:
    return list(Event.objects.filter(pk=organiser.event_id))


# ------------------------------------------------------------------------------------------------------------ places
def _quarter(quarter: Quarter) -> Entry:
    aliases = [alias.name for alias in quarter.aliases.all()]
    districts = [district.name for district in quarter.districts.all()]
    return Entry(
        title=quarter.name,
        url=_path(quarter),
        teaser=_lines(quarter.summary, *aliases),
        text=_without_addresses(_lines(quarter.description, *districts)),
        quarters=(str(quarter.pk),),
        public=quarter.is_public,
    )


def _quarter_of(alias: QuarterAlias) -> list[Quarter]:
    return list(Quarter.objects.filter(pk=alias.quarter_id))


def _venue(venue: Venue) -> Entry:
    return Entry(
        title=venue.name,
        url=_path(venue),
        teaser=venue.also_called,
        text=_without_addresses(
            _lines(
                venue.description,
                venue.street,
                f"{venue.postal_code} {venue.city}",
                venue.stop,
                venue.access_note,
            )
        ),
        words=" ".join(words for field, words in _ACCESS_WORDS.items() if getattr(venue, field) in _OFFERED),
        quarters=(str(venue.quarter_id),) if venue.quarter_id else (),
    )


_OFFERED = (Venue.Access.YES, Venue.Access.PARTLY)
_ACCESS_WORDS = {
    "step_free": "Rollstuhl Rollator stufenlos barrierefrei ebenerdig",
    "accessible_toilet": "Rollstuhl-WC barrierefreie Toilette WC Behindertentoilette",
    "induction_loop": "induktive Höranlage Hörgerät Induktionsschleife",
    "parking": "Behindertenparkplatz",
}


# ------------------------------------------------------------------------------------------------------------- others
def _field(field: FieldOfAction) -> Entry:
    return Entry(
        title=field.name,
        url=_path(field),
        teaser=field.summary,
        text=_without_addresses(field.description),
    )


def _contact(contact: Contact) -> Entry:
    """A public contact by name, task and office; numbers and addresses stand on the contact's own page."""
    return Entry(
        title=contact.name,
        url=_path(contact),
        teaser=_without_addresses(_lines(contact.role, contact.department)),
        text=_without_addresses(_lines(contact.street, contact.office_hours)),
        words=_CONTACT_WORDS + (_PHONE_WORDS if contact.phone or contact.mobile else ""),
        goes_first=contact.is_main,
        quarters=_keys(contact.quarters.public()),
        public=contact.is_public,
    )


_CONTACT_WORDS = "Kontakt Ansprechpartnerin Ansprechpartner Ansprechperson Sprechzeiten Sprechstunde"
_PHONE_WORDS = " Telefon Telefonnummer anrufen Anruf"


def _path(thing: Quarter | Venue | FieldOfAction | Contact | Event) -> str:
    with override("de"):
        return thing.get_absolute_url()


def _keys(quarters: Iterable[Quarter]) -> tuple[str, ...]:
    return tuple(sorted(str(quarter.pk) for quarter in quarters if quarter.is_public))


def _lines(*texts: str) -> str:
    return "\n".join(normalize_newlines(text).strip() for text in texts if text and text.strip())


def _without_addresses(text: str) -> str:
    return _EMAIL.sub("", text)
