"""How actions take hold of a need."""

from ..models import Need


def lock(need: Need) -> Need:
    """The need, read anew, with everybody else who changes it waiting until this transaction ends."""
    return Need.objects.select_for_update(of=("self",)).select_related("person").get(pk=need.pk)
