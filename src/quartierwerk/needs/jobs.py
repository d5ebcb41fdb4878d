"""What recurs, so that nobody is forgotten."""

from datetime import timedelta

from quartierwerk.core import periodic

from . import actions

periodic.register(
    "tell that needs take longer", every=timedelta(hours=6), run=actions.tell_that_it_takes_longer
)
periodic.register("ask if needs are solved", every=timedelta(hours=6), run=actions.ask_due)
periodic.register("mail to who moderates needs", every=timedelta(hours=1), run=actions.send_daily_mails)
periodic.register("tell followers of needs", every=timedelta(minutes=30), run=actions.tell_followers)
