"""What recurs: the inbox of needs is read."""

from datetime import timedelta

from quartierwerk.core import periodic

from .inbox import read_configured_inbox

periodic.register("read inbox of needs", every=timedelta(minutes=5), run=read_configured_inbox)
