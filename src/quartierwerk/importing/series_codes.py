"""The code of a series as the grammar writes it (extract/recurrence.py), for drafts of calendars and for examples alike."""

from collections.abc import Sequence

from quartierwerk.events.series.repetition import Repeats


def series_code(
    kind: Repeats, every: int, weekdays: Sequence[str], nths: Sequence[int | str] = ()
) -> str | None:
    """`weekly:TU`, `biweekly:WE`, `monthly:-1TH`, `daily:`; None for what there is no code for, such as every second day."""
    days = ",".join(weekdays)
    if kind == Repeats.DAILY and every == 1:
        return "daily:"
    if kind == Repeats.WEEKLY and every in (1, 2):
        return f"{'weekly' if every == 1 else 'biweekly'}:{days}"
    if kind == Repeats.MONTHLY_WEEKDAY and every == 1:
        return "monthly:" + ",".join(f"{nth}{day}" for nth in nths for day in weekdays)
    return None
