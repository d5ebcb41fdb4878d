"""What staff begin with at the desk, beside what `desk.sections` offers."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.desk import DeskStart, register_start

from ..permissions import may_moderate

register_start(DeskStart(_("Karte eingeben"), "needs:cards", may_moderate))
