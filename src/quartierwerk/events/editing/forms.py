"""The form of an event in the editors' tools. What it refuses stands in `rules.editing`; it writes nothing itself."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from quartierwerk.core import clock
from quartierwerk.core.slugs import free_slug_among
from quartierwerk.news.models import NewsPage
from quartierwerk.people.models import Contact

from .. import queries, rules
from ..enums import RegistersFor, Stage
from ..models import Event
from ..permissions import may_see_registrations
from ..rules import editing as editing_rules
from ..rules import stages as stage_rules
from ..series import repetition
from ..series.recurrence import spans_of, zone
from ..series.repetition import NTHS, WEEKDAYS, Repeats, Repetition
from .fields import DayField, DaysField, HourField, nths_field, repeats_field, weekdays_field

RECENTLY, CHOICES = timedelta(days=90), 40
MIDNIGHT = time.min


class EventForm(WagtailAdminModelForm):
    """Asks for days and hours as people say them; `publishing` is set by the view when the event is to appear."""

    publishing = False
    how_field = "registration_how"

    start_day = DayField(label=pgettext_lazy("Veranstaltung", "Tag"))
    start_time = HourField(label=gettext_lazy("Beginn"), required=False)
    end_day = DayField(
        label=gettext_lazy("Letzter Tag"),
        required=False,
        help_text=gettext_lazy("Nur, wenn es ein anderer ist."),
    )
    end_time = HourField(label=gettext_lazy("Ende"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Warum ändern sich Zeit oder Ort?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy(
            "Nur wenn sie sich ändern: Alle Angemeldeten bekommen Bescheid und lesen das."
        ),
    )
    repeats = repeats_field()
    every = forms.IntegerField(
        label=gettext_lazy("Jedes wievielte Mal"),
        min_value=1,
        max_value=99,
        initial=1,
        required=False,
        help_text=gettext_lazy("2: jeden zweiten Tag, jede zweite Woche, jeden zweiten Monat …"),
    )
    weekdays = weekdays_field()
    nths = nths_field()
    month_day = forms.IntegerField(
        label=gettext_lazy("Am Tag des Monats"),
        min_value=1,
        max_value=31,
        required=False,
        help_text=gettext_lazy("Nur für „monatlich am gleichen Tag“. Leer: der Tag des Beginns."),
    )
    last_day = DayField(
        label=gettext_lazy("Letzter Tag der Reihe"),
        required=False,
        help_text=gettext_lazy("Leer: bis auf Weiteres. Wir führen dann die Termine der nächsten 18 Monate."),
    )
    count = forms.IntegerField(
        label=gettext_lazy("Oder Zahl der Termine"), min_value=1, max_value=600, required=False
    )
    exceptions = DaysField(
        label=gettext_lazy("Fällt aus am"),
        help_text=gettext_lazy("Ein Tag je Zeile, zum Beispiel 24.12.2026. Diese Termine gibt es gar nicht."),
    )
    other_rule = forms.CharField(
        label=gettext_lazy("Andere Regel"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Nach RFC 5545, zum Beispiel FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"),
    )

    class Media:
        js = ["events/first-error.js"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was_by_date = self.instance.registers_by_date
        self.was_mode = self.instance.registration_mode
        self.initial: dict[str, Any] = {**_initial(self.instance), **self.initial}
        self._offer()

    def clean_slug(self) -> str:
        return self.cleaned_data["slug"] or free_slug_among(
            self.cleaned_data.get("title", ""), Event.objects.exclude(pk=self.instance.pk)
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("image") and not cleaned.get("image_alt"):
            self.add_error("image_alt", _("Bitte beschreiben Sie das Bild für Menschen, die es nicht sehen."))
        self._refuse("registration_closes_at", self._why_not_registration_end(cleaned))
        self._clean_dates(cleaned)
        if self._will_appear:
            self._refuse("venue", stage_rules.why_no_place(_shown(cleaned)))
        self._clean_registration(cleaned)
        return cleaned

    def is_valid(self) -> bool:
        """Also sees that the programme is within the event, and keeps what people already chose or answered."""
        valid = super().is_valid()
        for row in self._rows("agenda"):
            if row.instance.starts_at and self.instance.starts_at and not row.errors:
                self._refuse_row(
                    row, "starts_at", editing_rules.why_not_agenda_item(self.instance, row.instance)
                )
            self._refuse_row(row, "capacity", editing_rules.why_not_item_capacity(row.instance))
        for formset in ("agenda", "questions"):
            for row in self._removed(formset):
                if reason := editing_rules.why_not_removed(row.instance):
                    self.add_error(None, reason)
        return valid and super().is_valid() and not self.errors

    # ------------------------------------------------------------------------------------------------------- the parts
    def _offer(self) -> None:
        """What can be chosen: what is near in time, and what was chosen before."""
        fields = self.fields
        if "slug" in fields:
            fields["slug"].required = False
        if "contact" in fields:
            fields["contact"].queryset = Contact.objects.filter(is_public=True)
            if not self.instance.pk:
                main = Contact.objects.filter(is_public=True, is_main=True).first()
                self.initial.setdefault("contact", main and main.pk)
        if "related_events" in fields:
            fields["related_events"].queryset = _near(self.instance, self.for_user)
        if "news" in fields:
            fields["news"].queryset = _recent_news(self.instance)

    @property
    def _will_appear(self) -> bool:
        return self.publishing and self.instance.stage == Stage.DRAFT

    def _clean_dates(self, cleaned: dict[str, Any]) -> None:
        event = self.instance
        event.all_day = cleaned.get("all_day", False)
        event.starts_at, event.ends_at = self._span(cleaned)
        event.rule, event.repeats_until = self._rule(cleaned), cleaned.get("last_day")
        event.excluded_dates = cleaned.get("exceptions", [])
        if event.starts_at is None:
            return
        self._refuse("end_time", editing_rules.why_not_end(event.starts_at, event.ends_at))
        if self._refuse("other_rule", editing_rules.why_not_rule(event.rule)) or self.errors:
            return
        today = clock.today()
        if event.rule and self._refuse("start_day", editing_rules.why_not_start(event, today)):
            return
        if self._refuse("last_day", editing_rules.why_no_dates(event, today)):
            return
        if self._will_appear:
            dates = spans_of(self.instance, today=clock.today())
            is_over = bool(dates) and dates[-1].over_at <= clock.now()
            self._refuse("start_day", stage_rules.why_past(_shown(cleaned), is_over))

    def _span(self, cleaned: dict[str, Any]) -> tuple[datetime | None, datetime | None]:
        """Beginning and end in the town's time; a whole day lasts from midnight to midnight."""
        day, last = cleaned.get("start_day"), cleaned.get("end_day")
        if cleaned.get("all_day"):
            after = (last or day) + timedelta(days=1) if day else None
            return _midnight(day), _midnight(after)
        begins, ends = cleaned.get("start_time"), cleaned.get("end_time")
        if begins is None and "start_time" not in self.errors:
            self.add_error(
                "start_time", _("Bitte geben Sie die Uhrzeit an, oder kreuzen Sie „Ganztägig“ an.")
            )
        if last and ends is None and "end_time" not in self.errors:
            self.add_error("end_time", _("Bitte geben Sie auch an, um wie viel Uhr es endet."))
        if day is None:
            return None, None
        start = datetime.combine(day, begins, zone()) if begins is not None else None
        end = datetime.combine(last or day, ends, zone()) if ends is not None else None
        for field, at in (("start_time", start), ("end_time", end)):
            self._refuse(field, editing_rules.why_not_local(at) if at else None)
        return start, end

    def _rule(self, cleaned: dict[str, Any]) -> str:
        kind = Repeats(cleaned.get("repeats") or Repeats.NEVER)
        if kind == Repeats.OTHER:
            if not cleaned.get("other_rule"):
                self.add_error("other_rule", _("Bitte schreiben Sie die Regel auf."))
            return cleaned.get("other_rule", "").strip().upper()
        if cleaned.get("last_day") and cleaned.get("count"):
            self.add_error(
                "count", _("Bitte geben Sie entweder den letzten Tag oder die Zahl der Termine an.")
            )
        said = Repetition(
            kind,
            cleaned.get("every") or 1,
            tuple(day for day in WEEKDAYS if day in cleaned.get("weekdays", [])),
            tuple(nth for nth in NTHS if nth in cleaned.get("nths", [])),
            cleaned.get("month_day"),
            cleaned.get("count"),
        )
        return self._as_stored(repetition.write(_like_the_start(said, cleaned)))

    def _as_stored(self, rule: str) -> str:
        """The same rule in other words stays as it is kept, so that nothing seems to have changed."""
        kept = self.initial.get("kept_rule", "")
        return kept if kept and rule and repetition.parts_of(kept) == repetition.parts_of(rule) else rule

    def _clean_registration(self, cleaned: dict[str, Any]) -> None:
        event = self.instance
        mode, how = cleaned.get("registration_mode", ""), cleaned.get(self.how_field, "")
        self._refuse(self.how_field, editing_rules.why_no_way(mode, how))
        if not event.pk or "capacity" not in cleaned:
            return
        by_date = bool(event.rule) and cleaned.get("registers_for") == RegistersFor.DATE
        registered = event.registrations.active().count()
        self._refuse(
            "registers_for", stage_rules.why_not_counted_otherwise(self.was_by_date, by_date, registered)
        )
        self._refuse("registration_mode", stage_rules.why_not_elsewhere(self.was_mode, mode, registered))
        self._refuse("capacity", self._why_not_capacity(cleaned["capacity"]))

    def _why_not_capacity(self, capacity: int | None) -> str | None:
        """Also told who, to those who may see names."""
        stored = Event.objects.get(pk=self.instance.pk)
        for room in queries.rooms_with_registrations(stored):
            reason = rules.why_not_capacity(capacity, queries.places_taken(stored, room))
            if reason and capacity is not None:
                named = may_see_registrations(self.for_user, stored)
                who = editing_rules.told_who(queries.beyond_capacity(stored, capacity, room)) if named else ""
                return f"{reason} {who}".strip()
        return None

    def unmoved_items(self) -> tuple[int, ...]:
        """Points of the programme nobody touched; they move along with the beginning."""
        formset = self.formsets.get("agenda")
        return (
            tuple(row.instance.pk for row in formset.initial_forms if not row.has_changed())
            if formset
            else ()
        )

    def _why_not_registration_end(self, cleaned: dict[str, Any]) -> str | None:
        return editing_rules.why_not_registration_end(
            cleaned.get("registration_opens_at"), cleaned.get("registration_closes_at")
        )

    def _refuse(self, field: str, reason: str | None) -> bool:
        if reason and field not in self.errors:
            self.add_error(field if field in self.fields else None, reason)
        return bool(reason)

    def _rows(self, name: str) -> list[Any]:
        formset = self.formsets.get(name)
        return (
            [row for row in formset.forms if row.has_changed() and not row.cleaned_data.get("DELETE")]
            if formset
            else []
        )

    def _removed(self, name: str) -> list[Any]:
        formset = self.formsets.get(name)
        return (
            [row for row in formset.deleted_forms if row.instance.pk]
            if formset and formset.is_valid()
            else []
        )

    def _refuse_row(self, row: Any, field: str, reason: str | None) -> None:
        if reason and field not in row.errors:
            row.add_error(field, reason)


def _shown(cleaned: dict[str, Any]) -> Event:
    """What of it says where it is and whether it is told of afterwards; the rest of the form may be wrong."""
    said = {name: cleaned.get(name) or "" for name in ("place_name", "street", "online_url", "report")}
    return Event(venue=cleaned.get("venue") or None, **said)


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, MIDNIGHT, zone()) if day else None


def _initial(event: Event) -> dict[str, Any]:
    """What the fields without a column show for this event."""
    said = repetition.read(event.rule)
    shown: dict[str, Any] = {
        "repeats": said.kind,
        "every": said.every,
        "weekdays": list(said.weekdays),
        "nths": list(said.nths),
        "month_day": said.month_day,
        "count": said.count,
        "other_rule": said.other,
        "last_day": event.repeats_until,
        "exceptions": event.excluded_dates,
        "kept_rule": event.rule,
    }
    return shown | _initial_span(event) if event.starts_at else shown


def _initial_span(event: Event) -> dict[str, Any]:
    start = event.starts_at.astimezone(zone())
    end = event.ends_at.astimezone(zone()) if event.ends_at else None
    if event.all_day:
        last = end.date() - timedelta(days=1) if end else start.date()
        return {"start_day": start.date(), "end_day": last if last != start.date() else None}
    return {
        "start_day": start.date(),
        "start_time": start.time(),
        "end_day": end.date() if end and end.date() != start.date() else None,
        "end_time": end.time() if end else None,
    }


def _like_the_start(said: Repetition, cleaned: dict[str, Any]) -> Repetition:
    """“Every month on a weekday” without saying which means the one of the first date."""
    start = cleaned.get("start_day")
    if said.kind != Repeats.MONTHLY_WEEKDAY or start is None:
        return said
    number = (start.day - 1) // 7 + 1
    return Repetition(
        said.kind,
        said.every,
        said.weekdays or (WEEKDAYS[start.weekday()],),
        said.nths or (number if number in NTHS else -1,),
        count=said.count,
    )


def _near(event: Event, user: Any) -> Any:
    """Other events near today, and those that are chosen already."""
    mine = Q(pk__in=queries.events_for(user).order_by().values("pk")) if user else Q()
    shown = Event.objects.filter(mine | Q(pk__in=Event.objects.public().order_by().values("pk")))
    near = shown.filter(starts_at__gte=clock.now() - RECENTLY).exclude(pk=event.pk)[:CHOICES]
    chosen = [each.pk for each in event.related_events.all()] if event.pk else []
    return Event.objects.filter(pk__in=[*near.values_list("pk", flat=True), *chosen])


def _recent_news(event: Event) -> Any:
    recent = NewsPage.objects.live().order_by("-date", "-pk").values_list("pk", flat=True)[:CHOICES]
    chosen = [each.pk for each in event.news.all()] if event.pk else []
    return NewsPage.objects.filter(pk__in=[*recent, *chosen]).order_by("-date", "-pk")
