"""Mails to those who work for the town: that something waits, that something was handed to them.

They hold what is public anyway, and numbers; whoever may see more follows the link and signs in.
"""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from quartierwerk.core import mail
from quartierwerk.people.models import Contact

from .models import Need


@task()
def deliver(to: str, subject: str, text: str) -> None:
    """Hand one mail to the mail server."""
    mail.send(to=to, subject=subject, text=text, language=settings.LANGUAGE_CODE)


def send(*, to: str, subject: str, text: str) -> None:
    """Leaves when the transaction is committed."""
    transaction.on_commit(partial(deliver.enqueue, to, subject, text))


def something_waits(to: str, waiting: dict[str, int]) -> None:
    """The one mail of the day; `waiting` as `waiting.counts` has it."""
    with translation.override(settings.LANGUAGE_CODE):
        lines = [
            line
            for number, line in [
                (waiting["late"], _("Überfällig: %d")),
                (waiting["moderate"], _("Zu moderieren: %d")),
                (waiting["answer"], _("Zu beantworten: %d")),
                (waiting["comments"], _("Kommentare zu moderieren: %d")),
                (waiting["complaints"], _("Gemeldete Beiträge: %d")),
                (waiting["mails"], _("E-Mails im Eingang: %d")),
            ]
            if number
            for line in [line % number]
        ]
        total = waiting["waits"]
        send(
            to=to,
            subject=ngettext("%d Handlungsbedarf wartet auf Sie", "%d Handlungsbedarfe warten auf Sie", total)
            % total,
            text="\n\n".join(
                [
                    _("Guten Tag,"),
                    "\n".join(lines),
                    settings.BASE_URL + reverse("needs:desk"),
                    _("Diese E-Mail können Sie am Schreibtisch abschalten."),
                ]
            ),
        )


def handed_on(need: Need, contact: Contact) -> None:
    """The public words and the place; who said it is not in it."""
    with translation.override(settings.LANGUAGE_CODE):
        parts = [
            _("Guten Tag,"),
            _("das ist an Sie weitergegeben worden:"),
            f"{need.reference}: {need.title}",
            need.text,
            _("Wo: %s") % need.place_name if need.place_name else "",
            settings.BASE_URL + need.get_absolute_url() if need.is_public else "",
            _("Bitte sagen Sie uns, was daraus wird. Am Schreibtisch:"),
            settings.BASE_URL + reverse("needs:desk_need", args=[need.reference]),
        ]
        send(
            to=contact.email,
            subject=_("Weitergegeben: %s") % f"{need.reference} {need.title}",
            text="\n\n".join(part.strip() for part in parts if part.strip()),
        )
