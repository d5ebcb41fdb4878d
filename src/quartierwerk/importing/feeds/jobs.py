"""What recurs."""

from quartierwerk.core import periodic

from .polling import HOUR, poll

periodic.register("ask partners' feeds", every=HOUR, run=poll)
