"""A text about somebody's private matters is not chosen to be published, though nothing marks it. All samples."""

from datetime import date

import pytest

from quartierwerk.importing.extract import extract
from quartierwerk.importing.extract.draft import DoubtKind
from quartierwerk.importing.tests.samples_sensitive import FOR_EVERYBODY, SENSITIVE

TODAY = date(2026, 11, 23)


def kinds(text):
    return {doubt.kind for doubt in extract(text, TODAY).doubts}


@pytest.mark.parametrize("text", SENSITIVE)
@pytest.mark.parametrize("form", ["{text}", "Hallo Petra,\n\n{text}\n\nLG Uta"])
def test_notes_about_somebody_are_recognised(form, text):
    assert DoubtKind.SENSITIVE in kinds(form.format(text=text))


@pytest.mark.parametrize("text", FOR_EVERYBODY)
def test_what_is_offered_to_everybody_is_free(text):
    assert not kinds(text) & {DoubtKind.SENSITIVE, DoubtKind.PRIVATE, DoubtKind.NOT_FOR_PUBLIC}
