"""Each language writes a day in one way, long or short."""

from datetime import UTC, datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

AT = datetime(2026, 1, 9, 15, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "form", "written"),
    [
        ("de", "DATE_FORMAT", "9. Januar 2026"),
        ("de", "SHORT_DATE_FORMAT", "09.01.2026"),
        ("en", "DATE_FORMAT", "9 January 2026"),
        ("en", "SHORT_DATE_FORMAT", "9 Jan 2026"),
        ("en", "SHORT_DATETIME_FORMAT", "9 Jan 2026, 3:05 p.m."),
        ("en", "DATETIME_FORMAT", "9 January 2026, 3:05 p.m."),
    ],
)
def test_a_day_is_written_in_one_way(language, form, written):
    with override(language):
        assert date_format(AT, form) == written
