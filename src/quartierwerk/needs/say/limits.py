"""How much may come from one address in an hour. Whoever writes by hand never notices."""

from django.utils.translation import gettext as _

from quartierwerk.core.rate_limits import RateLimit

NEEDS_PER_HOUR = RateLimit("needs", per_hour=30)
PHOTOS_PER_HOUR = RateLimit("need-photos", per_hour=150)
HINTS_PER_HOUR = RateLimit("need-hints", per_hour=2000)
WORDS_PER_HOUR = RateLimit("need-words", per_hour=30)


def too_many() -> str:
    return _(
        "Von Ihrem Anschluss kamen in der letzten Stunde sehr viele Beiträge. "
        "Bitte versuchen Sie es später noch einmal, oder rufen Sie uns an."
    )
