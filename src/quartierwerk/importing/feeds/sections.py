"""What of partners' feeds stands on the desk."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.core.desk import DeskSection, register

from ..models import Feed
from ..permissions import may_publish
from ..queries import feeds_for
from .queries import changes_for
from .rules import WORRIES_AFTER


def worrying(request: HttpRequest) -> QuerySet[Feed]:
    """The same as `rules.worries`, in SQL."""
    silent = Q(answered_at=None) | Q(answered_at__lte=clock.now() - WORRIES_AFTER)
    return feeds_for(request.user).filter(silent, is_active=True, failures__gt=0)


register(
    DeskSection(
        key="feeds",
        title=_("Partnerquellen"),
        url_name="importing:feeds",
        order=36,
        count=lambda request: changes_for(request.user).count() + worrying(request).count(),
        overdue=lambda request: worrying(request).count(),
        may_see=may_publish,
    )
)
