"""One mail a day to those who moderate, only when something waits."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from quartierwerk.core import clock
from quartierwerk.people.models import Role, User

from .. import staff_mail
from ..models import DailyMail
from ..permissions import may_moderate
from ..waiting import counts

FROM_HOUR = 7  # of the town's day; nobody's telephone sounds before
ROLES = (Role.MODERATOR, Role.NEIGHBOURHOOD_MANAGER, Role.ADMINISTRATOR)


def send_daily_mails() -> int:
    """To every account that moderates, has something waiting and had no mail today; answers how many."""
    if timezone.localtime(clock.now()).hour < FROM_HOUR:
        return 0
    accounts = User.objects.filter(is_active=True, roles__role__in=ROLES).distinct().order_by("pk")
    return sum(_send(user) for user in accounts.prefetch_related("roles") if may_moderate(user))


@transaction.atomic
def want_daily_mail(*, user: Any, wanted: bool) -> DailyMail:
    """Switch it on or off for oneself."""
    return DailyMail.objects.update_or_create(user=user, defaults={"is_wanted": wanted})[0]


@transaction.atomic
def _send(user: User) -> bool:
    """Once a day, whoever else runs this job meanwhile."""
    DailyMail.objects.get_or_create(user=user)
    row = DailyMail.objects.select_for_update().get(user=user)
    if not row.is_wanted or row.sent_on == clock.today():
        return False
    waiting = counts(user)
    if not waiting["waits"]:
        return False
    row.sent_on = clock.today()
    row.save(update_fields=["sent_on"])
    staff_mail.something_waits(user.email, waiting)
    return True
