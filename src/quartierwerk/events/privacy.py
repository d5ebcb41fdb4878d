"""Personal data of registered people: purposes, deletion, export and erasure."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.core.privacy import PUBLIC_TASK, Purpose, recorded, register
from quartierwerk.people.models import Person
from quartierwerk.people.privacy import YEAR, register_person_data

from . import actions, queries, rules
from .models import Answer, Feedback, Registration

HALF_A_YEAR = timedelta(days=183)
MONTH = timedelta(days=30)
CONSENT_TO_HEALTH_DATA = _(
    "Art. 9 Abs. 2 Buchstabe a DSGVO (Ihre Einwilligung: Sie entscheiden, ob Sie etwas angeben)"
)


# --------------------------------------------------------------------------------------------------- what is over, deleted
def _ended_before(age: timedelta) -> QuerySet[Registration]:
    """Whose date or event is over for so long, or who cancelled so long ago; the event may go on for others."""
    then = clock.now() - age
    over = queries.over_for_registrations(Registration.objects.order_by("pk"), then)
    return Registration.objects.filter(Q(pk__in=over.order_by().values("pk")) | Q(ended_at__lt=then))


def _named() -> QuerySet[Registration]:
    said = ~Q(party_names=[]) | ~Q(note="") | ~Q(ended_because="") | ~Q(promoted_because="")
    return _ended_before(HALF_A_YEAR).filter(Q(person__isnull=False) | said)


def _with_needs() -> QuerySet[Registration]:
    personal = Answer.objects.filter(registration=OuterRef("pk"), question__is_personal=True)
    return _ended_before(MONTH).filter(~Q(needs=[]) | ~Q(needs_note="") | Exists(personal))


def _old_words() -> QuerySet[Feedback]:
    return Feedback.objects.filter(created_at__lt=clock.now() - YEAR).exclude(liked="", wished="")


@transaction.atomic
def _anonymise(rows: QuerySet[Registration]) -> int:
    """That a party came stays, for the count; who it was goes, and so do needs and answers."""
    ids = list(rows.values_list("pk", flat=True))
    _forget_needs(ids)
    Registration.objects.filter(pk__in=ids).update(
        person=None, party_names=[], note="", ended_because="", promoted_because=""
    )
    return recorded("registrations anonymised", len(ids))


@transaction.atomic
def _delete_needs(rows: QuerySet[Registration]) -> int:
    ids = list(rows.values_list("pk", flat=True))
    _forget_needs(ids)
    return recorded("needs deleted", len(ids))


@transaction.atomic
def _delete_words(rows: QuerySet[Feedback]) -> int:
    """The marks stay, for the average; feedback without a mark goes."""
    ids = list(rows.values_list("pk", flat=True))
    Feedback.objects.filter(pk__in=ids, rating=None).delete()
    Feedback.objects.filter(pk__in=ids).update(liked="", wished="")
    return recorded("feedback emptied", len(ids))


def _forget_needs(ids: list[int]) -> None:
    Answer.objects.filter(registration__in=ids, question__is_personal=True).delete()
    Registration.objects.filter(pk__in=ids).update(needs=[], needs_note="")


# -------------------------------------------------------------------------------------------------------- one person's own
def _export(person: Person) -> list[dict[str, Any]]:
    rows = person.registrations.select_related("event", "occurrence").prefetch_related(
        "answers__question", "workshops"
    )
    return [_exported(row) for row in rows]


def _exported(row: Registration) -> dict[str, Any]:
    begins = row.occurrence.starts_at if row.occurrence else row.event.starts_at
    return {
        "event": row.event.title,
        "begins": begins.isoformat(),
        "registered_at": row.created_at.isoformat(),
        "came_by": row.came_by,
        "written_down_by_staff": row.taken_by_id is not None,
        "state": row.state,
        "code": row.code,
        "party_size": row.party_size,
        "party_names": row.party_names,
        "needs": row.needs_labels,
        "needs_note": row.needs_note,
        "workshops": [item.title for item in row.workshops.all()],
        "answers": {answer.question.text: answer.value for answer in row.answers.all()},
        "note": row.note,
        "ended_because": row.ended_because,
        "promoted_because": row.promoted_because,
    }


def _erase(person: Person) -> None:
    """Give back places still to come, so that others can have them; what was stays as a number."""
    now = clock.now()
    for row in person.registrations.select_related("event", "occurrence", "person"):
        if row.is_active and rules.why_not_cancellable(row, now) is None:
            actions.cancel_registration(registration=row, reason=_now("Gelöscht auf Wunsch."))
    ids = list(person.registrations.values_list("pk", flat=True))
    Answer.objects.filter(registration__in=ids).delete()
    _anonymise(Registration.objects.filter(pk__in=ids))


register_person_data("registrations", export=_export, erase=_erase)

REGISTRATIONS = register(
    Purpose(
        key="registrations",
        title=_("Anmeldungen zu Veranstaltungen"),
        data=_(
            "Name, E-Mail-Adresse, Telefonnummer oder Anschrift, wer mit Ihnen kommt, gewählte Workshops, Antworten"
        ),
        legal_basis=PUBLIC_TASK,
        retention=HALF_A_YEAR,
        retention_text=_(
            "sechs Monate nach der Veranstaltung, was Sie brauchen schon nach 30 Tagen; nur die Zahl der Personen bleibt"
        ),
        recipients=_("die zuständigen Beschäftigten der Stadt und wer die Veranstaltung organisiert"),
        expired=_named,
        delete=_anonymise,
    )
)
NEEDS = register(
    Purpose(
        key="registration-needs",
        title=_("Was Sie brauchen, um teilzunehmen, und persönliche Antworten bei der Anmeldung"),
        data=_(
            "zum Beispiel Platz für einen Rollstuhl, Gebärdensprache, Fahrdienst, besonderes Essen; freiwillig"
        ),
        legal_basis=CONSENT_TO_HEALTH_DATA,
        retention=MONTH,
        retention_text=_("30 Tage nach der Veranstaltung"),
        recipients=_("die zuständigen Beschäftigten der Stadt und wer die Veranstaltung organisiert"),
        expired=_with_needs,
        delete=_delete_needs,
    )
)
FEEDBACK = register(
    Purpose(
        key="event-feedback",
        title=_("Rückmeldungen zu Veranstaltungen"),
        data=_("Ihre Note und Ihre Worte, ohne Namen"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("Worte zwölf Monate; Noten ohne Worte bleiben"),
        recipients=_("die zuständigen Beschäftigten der Stadt und wer die Veranstaltung organisiert"),
        expired=_old_words,
        delete=_delete_words,
    )
)
