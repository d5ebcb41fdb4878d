"""What is written goes to a program that stops reading, such as `head`: the command ends quietly, as others do."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

ENDED = 141  # as a shell says it of a program ended by a broken pipe


@contextmanager
def ends_quietly() -> Iterator[None]:
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still held back would be written at the end of the program, and fail again
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        raise SystemExit(ENDED) from None
