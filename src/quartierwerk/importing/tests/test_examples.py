"""A correction is kept as an example that names nobody and still is read the same way."""

import re
from datetime import date
from random import Random

import pytest

from quartierwerk.importing.examples.making import example_of
from quartierwerk.importing.examples.words import SAMPLE_FAMILY, SAMPLE_FIRST
from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.extract.heads import is_event, is_venue
from quartierwerk.importing.extract.reading import read
from quartierwerk.importing.extract.text import Text
from quartierwerk.importing.labels import as_labels
from quartierwerk.importing.models import Announcement

from .test_samples import SAMPLES

TODAY = date(2024, 4, 10)


def events_of(text, today=TODAY):
    return as_labels("", extract(text, today, Gazetteer()))["events"]


def made(text, *, persons=(), today=TODAY, corrected=None):
    read = events_of(text, today)
    return example_of(
        announcement=Announcement(text=text, read_on=today, published_on=None),
        read=read,
        corrected=read if corrected is None else corrected,
        persons=persons,
    )


LETTER = """Einladung zum Nähcafé

Liebe Nachbarinnen, Dr. Petra Quellmann (47) und Herr Özdemir-Quast laden ein. Am Dienstag, 21. Mai, von 15 bis 17 Uhr
näht Petra Quellmann mit Ihnen im Café Quellmann, Lindenweg 4. Quellmanns Maschine steht bereit, Sabine hilft.
Anmeldung bei Petra Quellmann, Amselgrund 17, Tel. 02324 771234-5, mobil 0171/8765432, Fax: 77 12 99,
petra.quellmann@quellmann-naeht.example oder quellmann(at)quast(punkt)example, www.petra-quellmann.example,
www.facebook.com/petra.quellmann.77, Instagram @quellpetra. Spenden an DE89 3704 0044 0532 0130 00.
Vorsitzender Hans-Jörg Wupperfels feiert seinen 81. Geburtstag, er ist geboren am 12.03.1943.

Mit freundlichen Grüßen
Frauke Zumdick
gez. Knackstedt
"""
CANARIES = (
    "quellmann", "özdemir", "quast", "amselgrund", "771234", "8765432", "77 12 99", "quellpetra", "3704", "0532", "sabine",
    "wupperfels", "hans-jörg", "zumdick", "frauke", "knackstedt", "(47)", "81.", "1943", "petra",
)  # fmt: skip


def test_nothing_of_a_person_is_left():
    example = made(LETTER.replace("im Café Quellmann, Lindenweg 4", "im Bürgerhaus, Lindenweg 4"))
    everything = str(example).casefold()
    assert [canary for canary in CANARIES if canary in everything] == []


def test_days_places_and_their_streets_stay():
    example = made(LETTER)
    assert example["labels"][0] | {"title": ""} == example["labels"][0] | {
        "title": "",
        "start": "2024-05-21T15:00",
        "end": "2024-05-21T17:00",
        "place": "Café Quellmann",
        "street_address": "Lindenweg 4",
    }
    assert "im Café Quellmann, Lindenweg 4" in example["text"]


def test_the_same_person_is_always_the_same_sample():
    text = made(
        "Petra Quellmann kocht. Frau Quellmann backt. Petra Quellmanns Kuchen. PETRA QUELLMANN! Uwe Quast isst."
    )
    assert text["text"] == (
        "Kim Muster kocht. Frau Muster backt. Kim Musters Kuchen. KIM MUSTER! Toni Beispiel isst."
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Telefon 02324 204-5551", "Telefon 02324 581-4703"),
        ("Telefon 204-5551/-52", "Telefon 581-4703/-04"),
        ("Tel. (0 23 24) 2 04 55", "Tel. (0 23 24) 5 81 47"),
        ("Tel. +49 (0)2324 20455", "Tel. +49 (0)2324 58147"),
        ("Tel. 023242045551", "Tel. 023245814703"),
        ("Mobil 0171/2345678", "Mobil 0171/5814703"),
        ("Mail an uwe(at)quast.example", "Mail an name(at)example.org"),
        ("Mail an uwe@quast.example und ina@quast.example", "Mail an name@example.org und name2@example.org"),
        ("Mail an uwe@ quast.example", "Mail an name@ example.org"),
        ("Spende auf Konto DE89370400440532013000", "Spende auf Konto DE12345678912345678912"),
        ("https://www.instagram.com/uwe_quast", "https://www.instagram.com/name"),
        ("Uwe Quast, 47, liest", "Kim Muster, 50, liest"),
        ("Anneliese Quast wird 101 Jahre alt", "Kim Muster wird 100 Jahre alt"),
        ("von der Kassenwartin Ina von der Quast", "von der Kassenwartin Kim von der Muster"),
        ("Frau Quast von der Caritas", "Frau Muster von der Caritas"),
        ("Uwe Quast zum Thema Mühlen", "Kim Muster zum Thema Mühlen"),
        ("Foto: Ina-Maria Quast", "Foto: Kim-Toni Muster"),
        ("Die 54.000 Menschen und 2.500 Euro in der Saison 2023/2024", None),
        ("Gottesdienst in St. Martin und Sankt Anna, Erika-Mann-Straße 5", None),
        ("Betriebsferien vom 22. Juli bis 9. August, Sommerpause", None),
        ("Fragen an die Pressestelle der Stadt Neustadt, Frau Holle ist ein Märchen", ...),
    ],
)
def test_form_and_area_code_stay(given, kept):
    expected = given if kept is None else kept
    if kept is ...:
        expected = given.replace("Holle", "Muster")
    assert made(given)["text"] == expected


def test_a_name_that_is_also_a_word_is_replaced_only_where_it_is_a_name():
    text = made("Frau Sommer lädt im Sommer ein. Herr Koch kocht, ein koch hilft dem Koch.")["text"]
    assert text == "Frau Muster lädt im Sommer ein. Herr Beispiel kocht, ein koch hilft dem Koch."


def test_names_that_are_known_from_elsewhere_are_replaced():
    assert made("Es liest Xanthippe Quast.", persons=["Xanthippe Quast"])["text"] == "Es liest Kim Muster."


def test_what_was_corrected_is_replaced_like_the_text():
    text = "Lesung mit Uwe Quast\nAm 6. Mai um 19 Uhr in der Bücherei. Tel. 02324 204-5551."
    right = [{**events_of(text)[0], "title": "Uwe Quast liest", "phones": ["02324 204-5551", "0171 204 1"]}]
    example = made(text, corrected=right)
    assert example["labels"][0]["title"] == "Kim Muster liest"
    assert example["labels"][0]["phones"][0] in example["text"]
    assert example["labels"][0]["phones_e164"] == ["+4923245814703"]
    assert (example["is_corrected"], made(text)["is_corrected"]) == (True, False)


def test_the_samples_that_stand_in_are_neither_places_nor_events():
    assert [word for word in SAMPLE_FIRST + SAMPLE_FAMILY if is_venue(word) or is_event(word)] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_cleaned_text_is_read_like_the_original(sample):
    example = made(sample.text, today=sample.today)
    assert events_of(example["text"], sample.today) == example["read"] == example["labels"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_no_number_and_no_address_of_the_original_is_left(sample):
    example = str(made(sample.text, today=sample.today))
    reading = read(Text(sample.text), sample.today, Gazetteer())
    numbers = [mention.phone.value for mention in reading.phones]
    said = [number.written for number in numbers] + [number.e164 for number in numbers if number.e164]
    said += [mention.email.value for mention in reading.emails if mention.email]
    assert [each for each in said if re.search(rf"(?<![\w]){re.escape(each)}(?!\w)", example)] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_no_person_of_the_original_is_left(sample):
    draft = extract(sample.text, sample.today, Gazetteer())
    names = [each.name.value for each in draft.contacts] + [
        event.contact.value for event in draft.events if event.contact
    ]
    names = [
        name for name in names if name != "Christi Himmelfahrt"
    ]  # read as a person to ask, but it is none
    assert [name for name in names if name in str(made(sample.text, today=sample.today))] == []


@pytest.mark.parametrize(
    "text", ["", " \n", "@", "Frau", "geb. 1950", "gez.", "Tel. 0", "\x00Dr. \ud800", "Frau A" * 500]
)
def test_no_text_raises(text):
    assert isinstance(made(text)["text"], str)


WRITTEN = (
    "Um Anmeldung bei {name} wird gebeten.",
    "{name} liest aus dem neuen Buch.",
    "{name} (47) spielt Klavier.",
    "Die Vorsitzende {name} begrüßt die Gäste.",
    "Referentin ist {name} aus Musterstadt.",
    "Es kocht Frau {family}, es backt {name}.",
    "Mit {name} und anderen.",
    "Musik von {name}.",
    "Text: {name}\n",
    "Von {name}\n",
    "Kontakt: {name}, Telefon 0800 1234567",
    "Viele Grüße\n{name}",
    "i. A. {name}",
)


@pytest.mark.parametrize("name", ["Kunigunde Wernecke", "Ülkü Weihmann", "Baptist Æbelø", "Hans-J. Paffrath"])
@pytest.mark.parametrize("written", WRITTEN)
def test_a_name_is_found_however_it_is_introduced(written, name):
    given, family = name.split()
    text = f"Gartenfest\nAm Samstag, 11. Mai, um 15 Uhr im Bürgerhaus.\n{written.format(name=name, family=family)}\n"
    example = made(text)
    assert [each for each in (given, family) if each in str(example)] == []
    assert events_of(example["text"]) == example["labels"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Heimatverein Musterdorf lädt ein.",
        "Die Jugendkapelle Musterstadt spielt mit Open Air und Kaffee.",
        "Es informiert das Amt Nord, es hilft die Kita Regenbogen.",
        "Musik von Blues bis Jazz, mit Bus und Bahn zum Haus Sonne.",
    ],
)
def test_groups_and_offices_keep_their_names(text):
    assert made(text)["text"] == text


MADE_FIRST, MADE_LAST = (
    ("Kunigunde", "Jannes", "Ülkü", "Zdenka"),
    ("Wernecke", "Quastorf", "Özbeyli", "Paffrath"),
)
HOWEVER = (
    "FAM. {LAST}", "FAMILIE {LAST}", "HERR {LAST}", "Anmeldung bei Frau {LAST}", "{I}. {last}", "Kontakt: {I}. {last}", "Dr. {I}. {last}",
    "{I}.{last}", "Anwesend: {I}. {last}, {first} {last}", "Entschuldigt: {I}. {last} (krank)", "Frau {last} liegt im Krankenhaus.",
    "Unsere Trainerin {first} {last} ist erkrankt.", "Nur für Sie: {first} {last} zieht in den {last}weg.", "Getauft wurden:\n{first} {last}, Amselgrund 17",
    "--\n{first} {last}\nAmselgrund 17\n12345 Musterdorf", "Viele Grüße\n{first} {last}\nAmselgrund 17, 12345 Musterdorf",
    "Rückfragen der Redaktionen:\n{first} {last}, mobil 0151 2345678",
)  # fmt: skip


@pytest.mark.parametrize("form", HOWEVER)
def test_no_made_name_and_no_home_is_left_in_any_form(form):
    random = Random(form)  # noqa: S311 - nothing secret
    for _round in range(4):
        first, last = random.choice(MADE_FIRST), random.choice(MADE_LAST)
        aside = form.format(first=first, last=last, LAST=last.upper(), I=first[0])
        text = f"Gartenfest\nAm Samstag, 11. Mai, um 15 Uhr im Bürgerhaus, Lindenweg 4.\n\n{aside}\n"
        example = made(text)
        everything = str(example).casefold()
        assert [each for each in (last.casefold(), "amselgrund", "2345678") if each in everything] == []
        assert "Lindenweg 4" in example["text"]
        assert [event["start"] for event in events_of(example["text"])] == [
            label["start"] for label in example["labels"]
        ]


def test_a_club_behind_a_role_is_no_person():
    text = "Gez. die 1. Vorsitzende Nachbarschaftsverein Musterdorf e. V., Raum A. Beginn um 15 Uhr"
    assert made(text)["text"] == text


def test_what_is_not_for_the_public_is_not_kept():
    text = "Das Fest ist am 11. Mai um 15 Uhr. Bitte nicht veröffentlichen, dass es Streit gab. Der Eintritt ist frei."
    assert made(text)["text"] == "Das Fest ist am 11. Mai um 15 Uhr. Der Eintritt ist frei."


def test_scraps_of_letters_in_any_order_are_cleaned_without_an_exception():
    random = Random(7)  # noqa: S311 - nothing secret
    pieces = [piece for sample in SAMPLES for piece in re.split(r"(?<=[ \n.,])", sample.text)]
    pieces += re.split(r"(?<=[ \n.,])", LETTER)
    for _round in range(60):
        text = "".join(random.choices(pieces, k=80))
        assert isinstance(made(text)["text"], str)
