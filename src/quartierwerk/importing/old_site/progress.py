"""How far it is: on a terminal one line that is written over, otherwise a line every so often."""

from collections.abc import Callable
from time import monotonic

_EVERY_TEXTS = 100
_EVERY_SECONDS = 15.0
_BLINK = 0.2  # seconds between two looks of the line on a terminal


class Progress:
    """`write(text, end)`; `seconds` counts them from any beginning."""

    def __init__(
        self,
        total: int,
        write: Callable[[str, str], object],
        *,
        is_terminal: bool,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self.done = self.worked = 0
        self._total, self._write, self._is_terminal, self._seconds = total, write, is_terminal, seconds
        self._began = self._shown = seconds()
        self._width = 0

    def step(self, *, worked: bool) -> None:
        """One more; `worked` is false for what was done in an earlier run and costs no time."""
        self.done += 1
        self.worked += worked
        since = self._seconds() - self._shown
        is_time = since >= _BLINK if self._is_terminal else since >= _EVERY_SECONDS
        if is_time or (not self._is_terminal and self.done % _EVERY_TEXTS == 0 and self.done < self._total):
            self._show()

    def end(self) -> None:
        """The line on the terminal makes room for what is written next."""
        if self._width:
            self._write(" " * self._width, "\r")

    @property
    def spent(self) -> float:
        return self._seconds() - self._began

    def _show(self) -> None:
        self._shown = self._seconds()
        line = f"{self.done} of {self._total} texts, {self.rate:.0f} a second{self._left()}"
        if self._is_terminal:
            self._write(line.ljust(self._width), "\r")
            self._width = len(line)
        else:
            self._write(line, "\n")

    @property
    def rate(self) -> float:
        return self.worked / max(self.spent, 0.001)

    def _left(self) -> str:
        if not self.worked:
            return ""
        seconds = (self._total - self.done) / max(self.rate, 0.001)
        return f", {seconds / 60:.0f} min left" if seconds >= 90 else f", {seconds:.0f} s left"
