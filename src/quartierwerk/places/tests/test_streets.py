"""Street names, house numbers and the town's street directory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierwerk.places import actions
from quartierwerk.places.directory import MAX_BYTES, DirectoryError, DistrictNames, read_directory
from quartierwerk.places.factories import DistrictFactory, QuarterFactory
from quartierwerk.places.models import District, StreetRange
from quartierwerk.places.resolve import resolve
from quartierwerk.places.rules import Span, same_place
from quartierwerk.places.streets import Address, name_key, parse_address, parse_house_number, street_key

HEAD = "Straße;von;bis;Seite;PLZ;Stadtteil\n"


@pytest.mark.parametrize(
    "written",
    ["Johannessegener Straße", "Johannessegenerstr.", "JOHANNESSEGENER STR", "johannessegener-strasse"],
)
def test_one_street_is_one_street_however_it_is_written(written):
    assert street_key(written) == "johannessegenerstrasse"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sankt-Joseph-Straße", "St.-Joseph-Str."),
        ("Sankt-Joseph-Straße", "St. Joseph Straße"),
        ("Müllerweg", "Muellerweg"),
        ("Großer Platz", "Grosser Pl."),
        ("Mu\u0308llerweg", "Müllerweg"),
    ],
)
def test_abbreviations_and_umlauts_mean_the_same(one, other):
    assert street_key(one) == street_key(other)


@pytest.mark.parametrize(("one", "other"), [("Burgstraße", "Bergstraße"), ("Am Stau", "Am Staudamm")])
def test_different_streets_stay_different(one, other):
    assert street_key(one) != street_key(other)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Im Welperfeld 23", Address("Im Welperfeld", 23)),
        ("Im Welperfeld 23a", Address("Im Welperfeld", 23)),
        ("Im Welperfeld 12-14", Address("Im Welperfeld", 12)),
        ("Im Welperfeld 12 a – 14 b", Address("Im Welperfeld", 12)),
        ("Talstr.8", Address("Talstr.", 8)),
        ("Im Welperfeld 23, 45527 Hattingen", Address("Im Welperfeld", 23, "45527")),
        ("Im Welperfeld 23 45527 Hattingen", Address("Im Welperfeld", 23, "45527")),
        ("Straße des 17. Juni 135", Address("Straße des 17. Juni", 135)),
        ("Talstraße", Address("Talstraße")),
        ("45527", Address("", None, "45527")),
        ("45527 Hattingen", Address("", None, "45527")),
    ],
)
def test_an_address_is_taken_apart(typed, address):
    assert parse_address(typed) == address


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("12a", 12), (" 12 B ", 12), ("0", None), ("a", None), ("-3", None)]
)
def test_a_house_number_counts_without_its_letter(text, number):
    assert parse_house_number(text) == number


@given(st.text(max_size=80))
def test_no_text_is_too_odd_to_be_compared(text):
    parse_address(text)
    assert name_key(name_key(text)) == name_key(text)


_spans = st.builds(
    lambda first, length, side: Span(first, first + length, side),
    st.integers(1, 60),
    st.integers(0, 30),
    st.sampled_from(["all", "even", "odd"]),
)


@given(_spans, _spans)
def test_two_spans_meet_exactly_where_some_number_lies_in_both(one, other):
    assert one.meets(other) == any(one.holds(n) and other.holds(n) for n in range(1, 100))
    assert one.meets(other) == other.meets(one)


@given(_spans, st.integers(1, 100))
def test_a_span_holds_its_numbers_on_its_side_only(span, number):
    parity = {"all": True, "even": number % 2 == 0, "odd": number % 2 == 1}[span.side]
    assert span.holds(number) == (span.first <= number <= span.last and parity)


def test_streets_of_one_name_are_told_apart_by_two_known_postal_codes():
    assert not same_place("45525", "45527")
    assert same_place("45525", "")


@pytest.fixture
def names(db):
    DistrictFactory(name="Welper", slug="welper", code="07")
    DistrictFactory(name="Westliche Höhe", slug="westliche-hoehe", code="04")
    return DistrictNames(District.objects.all())


def reasons(raw, names):
    with pytest.raises(DirectoryError) as refused:
        read_directory(raw if isinstance(raw, bytes) else raw.encode(), names)
    return refused.value.reasons


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_directory_is_read_in_every_usual_encoding(names, encoding):
    raw = (HEAD + "Höhenstr.;1;99;u;45527;Westliche Höhe\n").encode(encoding)
    (row,) = read_directory(raw, names)
    assert (row.line, row.street, row.span, row.postal_code) == (2, "Höhenstr.", Span(1, 99, "odd"), "45527")


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_recognised(names, separator):
    raw = separator.join(["street", "from", "to", "side", "postal_code", "district"]) + "\r\n"
    raw += separator.join(["Talweg", "2", "12a", "even", "", "welper"]) + "\r\n"
    (row,) = read_directory(raw.encode(), names)
    assert row.span == Span(2, 12, "even")


def test_missing_columns_mean_the_whole_street(names):
    (row,) = read_directory("Straße;Stadtteil\nTalweg;07 Welper\n".encode(), names)
    assert row.span == Span(1, 9999, "all")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Talweg;1;x;;;Welper", "Zeile 2: „x“ ist keine Hausnummer."),
        ("Talweg;9;1;;;Welper", "Zeile 2: Die letzte Hausnummer (1) liegt vor der ersten (9)."),
        (
            "Talweg;1;9;links;;Welper",
            "Zeile 2: Die Seite „links“ ist unbekannt; möglich sind gerade, ungerade und alle.",
        ),
        ("Talweg;1;9;;4552;Welper", "Zeile 2: „4552“ ist keine Postleitzahl."),
        ("Talweg;1;9;;;Welpr", "Zeile 2: Den Stadtteil „Welpr“ gibt es nicht. Meinten Sie „Welper“?"),
        ("Talweg;1;9;;;Xyz", "Zeile 2: Den Stadtteil „Xyz“ gibt es nicht."),
        ("Talweg;1;9;;;", "Zeile 2: Der Stadtteil fehlt."),
        (";1;9;;;Welper", "Zeile 2: Die Straße fehlt."),
    ],
)
def test_a_bad_line_is_refused_by_its_number(names, line, sentence):
    assert reasons(HEAD + line + "\n", names) == [sentence]


def test_overlapping_numbers_are_refused_naming_both_lines(names):
    raw = HEAD + "Talweg;1;99;u;;Welper\nTal-Weg;2;98;g;;Welper\nTALWEG;50;60;;;Welper\n"
    assert reasons(raw, names) == ["Zeile 4: Die Hausnummern von „TALWEG“ überschneiden sich mit Zeile 2."]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "Die Datei ist leer."),
        (HEAD.encode(), "Die Datei enthält keine Straßen."),
        (b"Stadtteil;von\nWelper;1\n", "In der ersten Zeile fehlt die Spalte „Straße“."),
        (b"a" * (MAX_BYTES + 1), "Die Datei ist größer als 10 MB."),
        (HEAD.encode() + b'"' + b"x" * 140_000, "Die Datei lässt sich nicht als CSV lesen (Zeile 2)."),
    ],
)
def test_a_file_that_is_no_directory_is_refused(names, raw, sentence):
    assert reasons(raw, names) == [sentence]


def test_a_new_directory_takes_the_place_of_the_old_one(names):
    for text in ("Talweg;1;9;;;Welper\nBergweg;1;9;;;Welper\n", "Uferweg;;;;;Welper\n"):
        actions.import_streets(rows=read_directory((HEAD + text).encode(), names))
    assert [str(each) for each in StreetRange.objects.all()] == ["Uferweg 1–9999"]


def test_a_range_inside_a_whole_street_makes_it_more_precise(names):
    raw = HEAD + "Talweg;;;;;Welper\nTalweg;20;30;g;;Mitte\n"
    DistrictFactory(name="Mitte")
    for district in District.objects.all():
        QuarterFactory(name=f"Quartier {district.name}", districts=[district])
    actions.import_streets(rows=read_directory(raw.encode(), DistrictNames(District.objects.all())))
    assert [resolve(f"Talweg {n}").quarter.name for n in (19, 20, 25, 30, 32)] == [
        "Quartier Welper",
        "Quartier Mitte",
        "Quartier Welper",
        "Quartier Mitte",
        "Quartier Welper",
    ]
