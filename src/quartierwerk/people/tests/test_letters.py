"""Letters fit the window of the envelope, can be read aloud, and hold typed text as text."""

import io

import page
import pytest
from pypdf import PdfReader

from quartierwerk.core.models import Town
from quartierwerk.people import letters, notifications
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.people.models import Channel

pytestmark = pytest.mark.django_db
MM = 72 / 25.4
PAPER = 297


@pytest.fixture(autouse=True)
def town():
    town = Town.load()
    for field, value in {
        "official_name": "Stadt Hattingen",
        "name": "Hattingen",
        "street": "Hüttenstraße 43",
        "postal_code": "45525",
        "city": "Hattingen",
        "phone": "+49 (2324) 20 40",
        "website": "https://www.hattingen.de",
    }.items():
        setattr(town, field, value)
    town.save()
    return town


def letter(**values):
    person = values.pop("person", None) or PersonFactory(name="Erna Beispiel", written_to=True)
    values = {"subject": "Ihre Bank", "body": "Guten Tag,\n\nwir reparieren sie.", **values}
    return notifications.notify(person=person, **values)


def positions(pdf, page_number=0):
    """Text pieces with their baseline's distance from the paper's left and upper edge, in millimetres."""
    found = []

    def visit(text, cm, tm, _font, _size):
        if text.strip():
            x, y = (tm[4] * cm[i] + tm[5] * cm[i + 2] + cm[i + 4] for i in (0, 1))
            found.append((text.strip(), x / MM, PAPER - y / MM))

    PdfReader(io.BytesIO(pdf)).pages[page_number].extract_text(visitor_text=visit)
    return found


def where(pdf, words):
    return next((x, y) for text, x, y in positions(pdf) if words in text)


def problems(pdf):
    """What keeps the file from PDF/UA-1."""
    result = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [failure.message for failure in result.failures]


def test_the_address_stands_in_the_window():
    pdf = letters.letters_pdf([letter()])
    for line in ("Erna Beispiel", "Musterweg 1", "45525 Hattingen"):
        x, y = next((x, y) for text, x, y in positions(pdf) if text == line)
        assert 20 <= x <= 105
        assert 45 + 17.7 <= y <= 45 + 45


def test_the_return_line_stands_above_the_address():
    x, y = where(letters.letters_pdf([letter()]), "Stadt Hattingen ·")
    assert 20 <= x <= 105
    assert 45 <= y <= 45 + 17.7


def test_the_subject_stands_below_the_window():
    assert 98 <= where(letters.letters_pdf([letter()]), "Ihre Bank")[1] <= 108


def test_a_letter_can_be_read_aloud():
    assert problems(letters.letters_pdf([letter()])) == []


def test_the_list_can_be_read_aloud(erna):
    call = notifications.notify(person=erna, subject="Ihre Bank", body="Wir reparieren sie.")
    pdf = letters.list_pdf([call])
    assert problems(pdf) == []
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "Erna Beispiel" in text
    assert "02324 1234" in text


def test_an_empty_list_says_so():
    text = PdfReader(io.BytesIO(letters.list_pdf([]))).pages[0].extract_text()
    assert "Zurzeit ist niemand anzurufen oder anzuschreiben." in text


def test_every_letter_begins_on_its_own_page():
    pdf = letters.letters_pdf([letter(subject="Eins"), letter(subject="Zwei")])
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert ["Eins" in texts[0], "Zwei" in texts[1], len(texts)] == [True, True, 2]


def test_typed_text_is_no_markup():
    body = '#panic("x") *fett* $x$ #image("/etc/passwd") <a> @b \\ [c]'
    pdf = letters.letters_pdf([letter(body=body)])
    assert '#panic("x") *fett* $x$' in " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


def test_a_long_letter_runs_over():
    pdf = letters.letters_pdf([letter(body="\n\n".join(["Ein langer Absatz. " * 40] * 8))])
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 1
    assert problems(pdf) == []


def test_a_trusted_person_gets_the_letter_for_somebody_else():
    karl = PersonFactory(name="Karl Nachbar", written_to=True)
    erna = PersonFactory(name="Erna Beispiel", trusted_person=karl, preferred_channel=Channel.TRUSTED)
    text = PdfReader(io.BytesIO(letters.letters_pdf([letter(person=erna)]))).pages[0].extract_text()
    assert "Karl Nachbar" in text
    assert "Für Erna Beispiel" in text


def text_of(pdf):
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("length", range(300, 1900, 200))
def test_the_greeting_never_stands_alone_on_a_page(length):
    body = "\n\n".join(
        ["Ein Absatz. " * (length // 12), "Wir freuen uns auf Sie. Das ist der letzte Absatz."]
    )
    last = text_of(letters.letters_pdf([letter(body=body)]))[-1]
    assert "Das ist der letzte Absatz. Mit freundlichen Grüßen" in last


def test_further_pages_are_numbered_within_their_letter():
    long = "\n\n".join(["Ein langer Absatz. " * 40] * 8)
    pages = text_of(letters.letters_pdf([letter(), letter(body=long)]))
    assert ["Seite" in page for page in pages] == [False] + [True] * (len(pages) - 1)
    assert f"Seite 2 von {len(pages) - 1}" in pages[2]


def test_the_letter_greets_by_name_once_and_names_who_writes(carla):
    ContactFactory(name="Gabi Haupt", is_main=True, phone="02324 204-1")
    ContactFactory(name="Carla Muster", email=carla.email.upper(), phone="02324 204-77")
    [text] = text_of(letters.letters_pdf([letter()], by=carla))
    assert "Guten Tag Erna Beispiel, wir reparieren sie. Mit freundlichen Grüßen Carla Muster" in text
    assert ("02324 204-77" in text, "Gabi Haupt" in text) == (True, False)


def test_whoever_is_no_contact_writes_for_the_first_one(mona):
    ContactFactory(name="Gabi Haupt", is_main=True, phone="02324 204-1")
    [text] = text_of(letters.letters_pdf([letter()], by=mona))
    assert "Gabi Haupt" in text
    assert "Telefon: 02324 204-1" in text


def test_an_english_reader_gets_an_english_frame():
    person = PersonFactory(name="Mary Example", written_to=True, language="en")
    root = PdfReader(io.BytesIO(letters.letters_pdf([letter(person=person)]))).trailer["/Root"]
    assert root["/Lang"] == "en"
