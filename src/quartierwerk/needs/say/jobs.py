"""What recurs: photos that were chosen and never sent."""

from datetime import timedelta

from quartierwerk.core import periodic

from . import waiting

periodic.register("forget photos never sent", every=timedelta(hours=1), run=waiting.forget_old)
