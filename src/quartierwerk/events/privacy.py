"""The purposes for which this app keeps personal data."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.privacy import PUBLIC_TASK, Purpose, register

REGISTRATIONS = register(
    Purpose(
        key="registrations",
        title=_("Anmeldungen zu Veranstaltungen"),
        data=_(
            "Name, Weg, auf dem wir Sie erreichen, Personen, Workshops, Antworten und freiwillige Angaben zum Bedarf"
        ),
        legal_basis=PUBLIC_TASK,
        retention=timedelta(days=90),
        retention_text=_("drei Monate nach der Veranstaltung, Angaben zum Bedarf nach vier Wochen"),
        recipients=_("die zuständigen Beschäftigten der Stadt und die Veranstalter"),
    )
)
