"""What recurs: places that nobody confirmed, waiting lists that end, dates to carry on, reminders."""

from datetime import timedelta

from quartierwerk.core import periodic

from . import actions


def release_places() -> None:
    actions.release_lapsed()
    actions.close_waiting_lists()


periodic.register("release places", every=timedelta(minutes=5), run=release_places)
periodic.register("remind of events", every=timedelta(minutes=15), run=actions.remind_due)
periodic.register("carry on series", every=timedelta(days=1), run=actions.carry_on)
