"""Every cookie this site can set, and when (§ 25 TDDDG: only what is strictly necessary or was asked for)."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from quartierwerk.needs.together.voters import COOKIE as CONCERNS_ME

MY_QUARTER = "quartier"
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Cookie:
    name: str
    when: str
    content: str
    lasts: str


def is_secure() -> bool:
    """Sent over https only, wherever the site is served so."""
    return bool(settings.SESSION_COOKIE_SECURE)


def cookies() -> list[Cookie]:
    """For the Datenschutzerklärung."""
    return [
        Cookie(
            settings.SESSION_COOKIE_NAME,
            _("wenn Sie sich anmelden"),
            _("eine zufällige Kennung Ihrer Anmeldung"),
            _("bis Sie sich abmelden, höchstens 12 Stunden"),
        ),
        Cookie(
            settings.CSRF_COOKIE_NAME,
            _("wenn Sie sich anmelden"),
            _("eine zufällige Zahl, die Ihre Formulare vor fremden Seiten schützt"),
            _("höchstens ein Jahr"),
        ),
        Cookie(
            MY_QUARTER,
            _("nur wenn Sie unter „Mein Quartier“ auf „Auf diesem Gerät merken“ drücken"),
            _("der Name Ihres Quartiers, sonst nichts"),
            _("ein Jahr oder bis Sie „Vergessen“ drücken"),
        ),
        Cookie(
            CONCERNS_ME,
            _(
                "nur wenn Sie bei einem Handlungsbedarf auf „Betrifft mich auch“ drücken und nicht angemeldet sind"
            ),
            _("eine zufällige Zahl, damit Sie nur einmal gezählt werden, sonst nichts"),
            _("ein Jahr"),
        ),
    ]
