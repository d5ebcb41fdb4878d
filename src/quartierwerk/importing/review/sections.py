"""What of this app stands on the staff desk."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.desk import DeskSection, DeskStart, register, register_start

from ..enums import State
from ..permissions import may_import
from ..queries import announcements_for

register(
    DeskSection(
        key="importing",
        title=_("Texte zu übernehmen"),
        url_name="importing:desk",
        order=35,
        count=lambda request: announcements_for(request.user).filter(state=State.WAITING).count(),
        may_see=may_import,
    )
)
register_start(DeskStart(_("Text übernehmen"), "importing:desk", may_import))
