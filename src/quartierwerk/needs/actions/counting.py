"""The numbers that stand in lists; counted from the rows, never added up on the side."""

from ..enums import Visibility
from ..models import Need


def count_again(need: Need) -> None:
    """Write how many it concerns and how many comments everybody may read; the caller holds the lock of the need."""
    need.support_count = need.supports.count()
    need.comment_count = need.comments.filter(visibility=Visibility.PUBLIC).count()
    # By an update, for a number changes nothing of what the search knows.
    Need.objects.filter(pk=need.pk).update(support_count=need.support_count, comment_count=need.comment_count)
