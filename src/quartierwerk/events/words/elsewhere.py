"""What is said of an event for which one registers with its organiser, wherever there is no room for links."""

from django.utils.translation import gettext as _

from ..models import Event


def registered_elsewhere(event: Event) -> str:
    """`Anmeldung beim Veranstalter: bei der VHS, Telefon 56 78, bis 15. Dezember`."""
    return _("Anmeldung beim Veranstalter: %s") % event.registration_how
