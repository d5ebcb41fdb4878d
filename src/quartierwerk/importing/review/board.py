"""Everything the review of one text shows: its draft with a form for each part, and the text with its marks."""

from collections import Counter
from datetime import date
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.events.enums import RegistrationMode
from quartierwerk.events.models import Event

from ..drafts import draft_of
from ..enums import ABOUT_A_KNOWN_EVENT, Decision
from ..extract.draft import Doubt, DoubtKind, Draft, EventDraft, NewsDraft, Status, Value
from ..feeds.form_values import values_of
from ..languages import has_german_sentence
from ..models import Announcement
from ..permissions import may_publish
from ..queries import FoundNews, same_news_each
from . import directory, initial, notes
from .addresses import look_at_address
from .checklist import checklist
from .choosing import first_decision, moved_values
from .closed import is_closed, is_closed_news
from .doubts import ABOUT_ALL_OF_IT, ABOUT_THE_PUBLIC
from .event_form import ReviewEventForm
from .fields import decisions, lead_to_words, note_at, without_errors
from .forms import NewsForm
from .headlines import headline
from .left_out import is_old, is_over, why_no_event, why_no_news
from .meant import Asked, By, Offer, offers
from .others import contact_part, figure_part
from .parts import Consequence, EventPart, NewsPart, Part
from .reasons import reason_to_show
from .settled import forget_settled
from .spans import Piece, first_anchors, pieces
from .unfolding import leave_one_open, show_what_is_public
from .weekdays import look_at_weekday
from .whole_text import doubts_of, is_silent, is_withheld, marks_of, news_to_show

MOST_EVENTS, MOST_NEWS, MOST_OTHERS = 25, 15, 15  # a longer page nobody reviews, and a form has its limits
FOLDED_FROM = 4  # so many events are a list to open one by one


class Board:
    """`data` is what was sent; then every form is bound to it, as many as the page had.

    `more`: the page is only shown again, with so many empty events more; nothing is said yet about what is wrong.
    """

    def __init__(
        self, announcement: Announcement, user: Any, data: QueryDict | None = None, *, more: int | None = None
    ) -> None:
        self.announcement, self.user, self.data, self.more = announcement, user, data, more or 0
        self.may_publish = may_publish(user)
        self.draft: Draft = draft_of(announcement)
        self.known = directory.load()
        self.news = self._news_parts()
        self.events = self._event_parts()
        persons = initial.persons(self.draft)[:MOST_OTHERS]
        self.contacts = [
            contact_part(number, person, self.known, user, data) for number, person in enumerate(persons)
        ]
        figures = self.draft.figures[:MOST_OTHERS]
        self.figures = [figure_part(number, figure, data) for number, figure in enumerate(figures)]
        show_what_is_public(self.events, self.news, self.of_the_text)
        leave_one_open([*self.events, *self.news])
        marks = [mark for part in self.parts for mark in part.marks]
        withheld = marks_of(self.of_the_text, next((part for part in (*self.events, *self.news)), None))
        self.pieces: list[Piece] = pieces(announcement.text, [*marks, *withheld])
        anchors = first_anchors(self.pieces)
        for part in self.parts:
            if part.form is not None:
                lead_to_words(part.form, anchors)
                if more is not None:
                    without_errors(part.form)

    @property
    def parts(self) -> list[Part]:
        return [*self.events, *self.news, *self.contacts, *self.figures]

    @property
    def doubts(self) -> list[dict[str, Any]]:
        """What to look at first, a line each."""
        return checklist(self.of_the_text, self.parts, self.pieces, self.announcement.text)

    @cached_property
    def of_the_text(self) -> list[Doubt]:
        return doubts_of(self.draft)

    @cached_property
    def _kinds(self) -> set[DoubtKind]:
        return {doubt.kind for doubt in self.of_the_text}

    @property
    def _withholds(self) -> bool:
        return bool(self._kinds & ABOUT_THE_PUBLIC)

    @property
    def _is_all_withheld(self) -> bool:
        return bool(self.draft.news) and not news_to_show(self.draft)

    @property
    def errors(self) -> list[dict[str, str]]:
        """What is wrong, in the order of the page."""
        looked_at = [part for part in self.parts if part.form is not None and not self._is_idle(part)]
        return [error for part in looked_at for error in part.errors]

    @property
    def numbers(self) -> dict[str, int]:
        """Sent along, so that what comes back is read by the same forms."""
        return {"news": len(self.news), "events": len(self.events)}

    @property
    def too_many(self) -> str:
        """What of a very long text is not shown."""
        events, news = len(self.draft.events), len(self.draft.news)
        if events <= MOST_EVENTS and news <= MOST_NEWS:
            return ""
        return _(
            "Im Text stehen %(events)d Termine und %(news)d Nachrichten. Gezeigt sind die ersten; "
            "bitte fügen Sie den Rest als eigenen Text ein."
        ) % {"events": events, "news": news}

    def publishes(self) -> tuple[int, int]:
        """How many news and events the main button publishes as things stand."""
        return self._number_of(Decision.PUBLISH)

    def keeps(self) -> tuple[int, int]:
        """How many it keeps as drafts."""
        return self._number_of(Decision.DRAFT)

    def _number_of(self, decision: Decision) -> tuple[int, int]:
        news = sum(part.form.chosen == decision for part in self.news)
        events = sum(part.form.chosen == decision and not self._is_idle(part) for part in self.events)
        return news, events

    @property
    def left_out(self) -> int:
        """How many parts were so from the start and are."""
        return sum(part.is_left_out for part in (*self.events, *self.news))

    def changes(self) -> Counter[str]:
        """What the main button does beside: how often cancel, whole (of a series), move, and make a contact."""
        made = [part for part in self.contacts if part.form and part.form.chosen == Decision.PUBLISH]
        return Counter(part.change for part in self.events if part.change) + Counter(contact=len(made))

    @property
    def consequences(self) -> list[Consequence]:
        """What is cancelled or moved, in whole sentences; it stands at the main button."""
        return [found for part in self.events if (found := part.consequence)]

    @property
    def unsaid(self) -> list[Consequence]:
        """Those that the page did not say when the button was pressed: a choice was changed without the script."""
        said = self.data.getlist("said") if self.data else []
        return [each for each in self.consequences if each.key not in said]

    def is_valid(self) -> bool:
        """Every form is looked at, so that all that is wrong is told at once."""
        forms = [part.form for part in self.parts if part.form is not None and not self._is_idle(part)]
        return sum(not form.is_valid() for form in forms) == 0

    def _is_idle(self, part: Part) -> bool:
        return isinstance(part, EventPart) and part.is_blank and part.form.is_untouched()

    def _number(self, name: str, read: int) -> int:
        """How many forms: as many as were read, or as many as the page had that was sent."""
        sent = self.data.get(f"number-{name}", "") if self.data else ""
        most = {"news": MOST_NEWS, "events": MOST_EVENTS + 10}[name]
        return min(int(sent), most) if sent.isascii() and sent.isdigit() and len(sent) < 4 else read

    # ---------------------------------------------------------------------------------------------------- news
    @property
    def _news_read(self) -> int:
        return len(news_to_show(self.draft)[:MOST_NEWS])

    def _news_parts(self) -> list[NewsPart]:
        read = self.draft.news[: self._news_read]
        day = self.announcement.published_on or self.announcement.read_on
        first = [
            initial.of_news(draft, day, self._quarters_of_news(number))
            | {"title": headline(number, self.draft, self.announcement.text)}
            for number, draft in enumerate(read)
        ]
        said = [(each["title"], each["day"], each["teaser"]) for each in first]
        there = same_news_each(said, by=self.user)
        number = self._number("news", len(first))
        nothing: list[Any] = [None] * max(0, number - len(first))
        every = zip([*read, *nothing], [*first, *nothing], [*there, *nothing], strict=True)
        return [self._news_part(place, *each) for place, each in enumerate(every)][:number]

    def _news_part(
        self, number: int, draft: NewsDraft | None, said: dict[str, Any] | None, there: FoundNews | None
    ) -> NewsPart:
        is_minutes = DoubtKind.MINUTES in self._kinds
        is_past = draft is not None and is_old(number, self.draft, self.announcement.published_on)
        is_empty = self._withholds and is_silent(draft)
        is_shut = draft is not None and is_closed_news(number, self.draft, self.announcement.text)
        is_wanted = self._reads_well and not (is_minutes or is_past or is_empty or is_shut)
        new = self._new if is_wanted else Decision.LEAVE_OUT.value
        is_there = there is not None and there.is_likely
        first = {**(said or {}), "decision": Decision.THERE.value if is_there else new}
        form = NewsForm(
            self.data,
            prefix=f"n{number}",
            initial=first,
            known=self.known,
            choices=decisions(self.may_publish, *([Decision.THERE] if there else [])),
        )
        part = NewsPart(
            number,
            _("Nachricht %d") % (number + 1)
            if self._news_read > 1
            else pgettext("Teil eines Textes", "Nachricht"),
            f"nachricht-{number + 1}",
            form,
            self._with_reasons(notes.of_news(draft) if draft else {}, minutes=is_minutes),
            is_folded=self._news_read > 1 or is_there,
            draft=draft,
            known=there.page if there else None,
            why=why_no_news(
                first["decision"],
                self._kinds,
                there=there.page.title if there else "",
                is_old=is_past,
                is_read=self._reads_well,
                is_empty=is_empty,
                is_closed=is_shut,
            ),
        )
        note_at(form, part.notes)
        return part

    def _with_reasons(self, said: notes.Notes, *, minutes: bool = False) -> notes.Notes:
        """Why something is not chosen to be published."""
        for kind in (*sorted(ABOUT_ALL_OF_IT), DoubtKind.EMBARGO, *([DoubtKind.MINUTES] if minutes else ())):
            if kind in self._kinds:
                said.setdefault("decision", notes.Note()).doubt(Doubt(kind))
        return said

    @property
    def _new(self) -> str:
        if self._kinds & {*ABOUT_ALL_OF_IT, DoubtKind.NOT_GERMAN}:
            return Decision.LEAVE_OUT.value
        return Decision.DRAFT.value if DoubtKind.EMBARGO in self._kinds else self._usual

    @property
    def _usual(self) -> str:
        return Decision.PUBLISH.value if self.may_publish else Decision.DRAFT.value

    @cached_property
    def _reads_well(self) -> bool:
        """What a partner sends as news is news; of what was pasted only what holds a German sentence."""
        return self.announcement.feed_id is not None or has_german_sentence(self.announcement.text)

    def _quarters_of_news(self, number: int) -> list[str]:
        """Those of the events it speaks of."""
        events = [event for event in self.draft.events if event.news == number]
        found = [initial.of_event(event, self.draft, self.known, self._today)["quarters"] for event in events]
        return list(dict.fromkeys(key for keys in found for key in keys)) or self._of_feed

    @cached_property
    def _of_feed(self) -> list[str]:
        feed = self.announcement.feed
        return [str(key) for key in feed.quarters.values_list("pk", flat=True)] if feed else []

    @property
    def _today(self) -> date:
        return self.announcement.read_on

    # -------------------------------------------------------------------------------------------------- events
    def _event_parts(self) -> list[EventPart]:
        """Those that were read, those written by hand, and an empty one for what the grammar missed."""
        drafts = list(self.draft.events[:MOST_EVENTS])
        number = self._number("events", len(drafts) + 1) + self.more
        every = [*drafts, *[None] * max(0, number - len(drafts))][:number]
        asked = [self._asked(place) for place in range(len(every))]
        there = offers(self.draft, len(every), self.announcement.text, self.known, self.user, asked)
        return [self._event_part(place, draft, there[place], len(every)) for place, draft in enumerate(every)]

    def _asked(self, place: int) -> Asked:
        """What was sent of which event is meant."""
        sent = self.data or QueryDict()
        return Asked(str(sent.get(f"e{place}-known", "")), str(sent.get(f"e{place}-find", ""))[:100])

    def _event_part(self, place: int, draft: EventDraft | None, offer: Offer, number: int) -> EventPart:
        there = offer.there
        may_change = any(each.may_change and each.by == By.RECOGNISED for each in there)
        is_off = draft is not None and draft.status.value != Status.SCHEDULED
        text = self.announcement.text
        reason = reason_to_show(draft, text, self.draft) if draft and (may_change or is_off) else None
        first = self._first(draft, offer, reason)
        form = ReviewEventForm(
            self.data,
            instance=Event(),
            prefix=f"e{place}",
            initial=first,
            for_user=self.user,
            known=self.known,
            offered=there,
            whom=initial.whom_else(draft, self.known) if draft else "",
            choices=decisions(self.may_publish, *ABOUT_A_KNOWN_EVENT, left_out=_("keine Veranstaltung")),
        )
        said = (
            notes.of_event(
                draft,
                in_directory=bool(first.get("venue")),
                has_contact=bool(first.get("contact")),
                reason=reason,
            )
            if draft
            else {}
        )
        if draft:
            look_at_address(form, said, draft, first, self.known)
            look_at_weekday(form, said)
            forget_settled(form, said)
        if first.get("registration_mode") == RegistrationMode.ELSEWHERE:
            notes.where_is_told(said)
        self._with_reasons(said)
        note_at(form, said)
        return EventPart(
            place,
            self._event_name(place, draft),
            f"termin-{place + 1}",
            form,
            said,
            is_folded=self._is_folded(place, draft, number) or not may_become_new(form.chosen),
            draft=draft,
            first=first,
            known=self.known,
            is_blank=draft is None,
            sleeps=first["decision"] == Decision.LEAVE_OUT,
            why=self._why_no_event(draft, offer, form, first) if draft else "",
        )

    def _why_no_event(
        self, draft: EventDraft, offer: Offer, form: ReviewEventForm, first: dict[str, Any]
    ) -> str:
        meant = form.offered.get(first["known"])
        told, text = offer.told, self.announcement.text
        return why_no_event(draft, first["decision"], self._kinds, meant, is_denied=told.is_denied, text=text)

    def _is_folded(self, place: int, draft: EventDraft | None, number: int) -> bool:
        """A list is a line each; an empty form opens where nothing was read, or somebody asked for it."""
        if draft is None:
            is_beside = bool(self.draft.events) or is_withheld(self.draft, self._kinds)
            return is_beside and not (self.more and place == number - 1)
        return number > FOLDED_FROM

    def _event_name(self, place: int, draft: EventDraft | None) -> str:
        if draft is None:
            return _("Einen Termin von Hand eintragen")
        return (
            _("Termin %d") % (place + 1)
            if len(self.draft.events) > 1
            else pgettext("Teil eines Textes", "Termin")
        )

    def _first(self, draft: EventDraft | None, offer: Offer, reason: Value[str] | None) -> dict[str, Any]:
        if draft is None:
            by_hand = Decision.DRAFT.value if is_withheld(self.draft, self._kinds) else self._usual
            return {"decision": by_hand, "quarters": self._of_feed}
        first = initial.of_event(draft, self.draft, self.known, self._today)
        first |= values_of(self.announcement.entry, self._today)
        first["quarters"] = first["quarters"] or self._of_feed
        is_past, text = is_over(draft) and not first.get("repeats"), self.announcement.text
        new = Decision.LEAVE_OUT.value if is_past or is_closed(draft, text) else self._new
        decision, meant = first_decision(draft, offer, new, first, self.known)
        if decision == Decision.MOVE and meant:
            first |= moved_values(first, meant, draft, self.known)
        return first | {
            "known": meant.key if meant else "",
            "decision": decision,
            "reason": reason.value if reason else "",
        }


def may_become_new(chosen: Decision | None) -> bool:
    """Whether there is something to edit."""
    return chosen not in (Decision.THERE, Decision.LEAVE_OUT)
