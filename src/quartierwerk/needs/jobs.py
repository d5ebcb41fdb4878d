"""What recurs with needs."""

from datetime import timedelta

from quartierwerk.core import periodic

from . import actions

periodic.register("tell followers of needs", every=timedelta(minutes=30), run=actions.tell_followers)
