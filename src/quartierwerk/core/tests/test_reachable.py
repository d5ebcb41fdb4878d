"""Telephone numbers and addresses in what somebody wrote become links; days and prices do not."""

import pytest
from django.template.loader import render_to_string

from quartierwerk.core.reachable import pieces


def kinds(line):
    return [(piece.kind, piece.text) for piece in pieces(line) if piece.kind != "text"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("bei der VHS, 02324 1234, bis 15. Dezember", [("phone", "02324 1234")]),
        ("TEL. 0 23 24 / 55 66 77", [("phone", "0 23 24 / 55 66 77")]),
        (
            "(02324) 55 66 77 oder +49 2324 204-0.",
            [("phone", "(02324) 55 66 77"), ("phone", "+49 2324 204-0")],
        ),
        ("an vhs@muster.example.", [("email", "vhs@muster.example")]),
        ("unter www.verein.example/fest, bitte", [("url", "www.verein.example/fest")]),
        ("auf vhs-muster.de/kurse.", [("url", "vhs-muster.de/kurse")]),
        ("(https://a.example/x)", [("url", "https://a.example/x")]),
        ("am 05.12.2026 18:00 und 08.10.2026, 45525 Hattingen, 28 Euro", []),
        ("", []),
    ],
)
def test_ways_are_found_and_nothing_else(line, found):
    assert kinds(line) == found
    assert "".join(piece.text for piece in pieces(line)) == line


def test_a_page_is_called_by_its_whole_address():
    assert [piece.href for piece in pieces("www.verein.de, http://b.de") if piece.href] == [
        "https://www.verein.de",
        "http://b.de",
    ]


def test_what_somebody_wrote_is_text_and_an_address_no_harvester_reads():
    shown = render_to_string(
        "core/components/reachable.html", {"line": "<b>Verein</b> post@verein.de", "lang": "de"}
    )
    assert ("&lt;b&gt;Verein&lt;/b&gt;" in shown, "post@verein.de" in shown) == (True, False)
