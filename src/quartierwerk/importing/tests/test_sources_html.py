"""Pages: the announcement without what stands around it, in lines; its title and its day."""

import datetime as dt

import pytest

from quartierwerk.importing.extract import extract
from quartierwerk.importing.sources import HintKind, Kind, is_page_source, read
from quartierwerk.importing.tests.made_files import page

FEST = """<main id="main"><div class="breadcrumb"><a>Start</a> / <a>Aktuelles</a></div><h1>Sommer&shy;fest am Marktplatz</h1>
<p>Die Nachbarschaft lädt am <strong>Samstag, 13.&nbsp;Juni 2026</strong>, von 14 bis 18<sup>30</sup>&nbsp;Uhr ein. <s>Abgesagt</s></p>
<h2>Programm</h2><ul><li>14 Uhr <q>Auftakt</q></li><li><p>15 Uhr Chor</p></li></ul>
<table><thead><tr><th>Wann</th><th>Was</th></tr></thead><tr><td>16 Uhr</td><td>Kaffee<br>und Kuchen</td></tr></table>
<aside class="box"><h3>Kurz</h3><dl><dt>Ort</dt><dd>Marktplatz 1</dd><dt>Eintritt:</dt><dd>frei</dd></dl></aside>
<address>Erna Beispiel<br>Hauptstraße 5<br>Telefon 01234 5678</address>
<p><a href="mailto:fest%40example.org?subject=x">Schreiben Sie uns</a><span style="display: none">unsichtbar</span></p>
<script>var x = "12. Mai"</script><div class="social share"><a>Facebook</a></div></main>"""
FEST_TEXT = """Sommerfest am Marktplatz

Die Nachbarschaft lädt am Samstag, 13. Juni 2026, von 14 bis 18³⁰ Uhr ein.

Programm

• 14 Uhr „Auftakt“
• 15 Uhr Chor

Wann | Was
16 Uhr | Kaffee und Kuchen

Kurz

Ort: Marktplatz 1
Eintritt: frei

Erna Beispiel
Hauptstraße 5
Telefon 01234 5678

Schreiben Sie uns fest@example.org"""
STORY = "Am Mittwoch, 3. Juni, öffnet das Repair-Café an der Schulstraße 8 wieder. Von 17 bis 20 Uhr helfen Ehrenamtliche."


def test_the_main_part_is_read_in_lines_and_nothing_around_it():
    found = read(page(FEST), "seite.html")
    assert (found.kind, found.title, found.hints) == (Kind.HTML, "Sommerfest am Marktplatz", ())
    assert found.text == FEST_TEXT


def test_the_grammar_finds_place_time_and_telephone_in_it():
    [event] = [event for event in extract(read(page(FEST)).text, dt.date(2026, 5, 1)).events if event.start]
    assert event.start.value.isoformat() == "2026-06-13T14:00:00"
    assert event.street_address.value == "Marktplatz 1"
    assert [phone.value.written for phone in event.phones] == ["01234 5678"]


@pytest.mark.parametrize(
    "main",
    [
        f"<article><h1>Repair-Café</h1><p>{STORY}</p></article>",
        f'<div role="main"><h1>Repair-Café</h1><p>{STORY}</p></div>',
        f'<div id="content"><h1>Repair-Café</h1><p>{STORY}</p></div>',
        f'<div class="wrap has-sidebar"><h1>Repair-Café</h1><div class="text">{STORY}</div></div>',
        f'<div itemprop="articleBody"><h1>Repair-Café</h1>{STORY}</div>',
        f'<div class="header-nav"><main><h1>Repair-Café</h1>{STORY}</main></div>',
    ],
)
def test_the_main_part_is_found_however_the_page_calls_it(main):
    assert read(page(main)).text.split("\n\n") == ["Repair-Café", STORY]


@pytest.mark.parametrize(
    "name", ["card-footer", "entry-footer", "search-result", "date-nav", "footer", "sidebar"]
)
def test_a_box_of_the_main_part_that_says_when_stays(name):
    made = page(
        f'<main><h1>Repair-Café</h1><p>Ehrenamtliche helfen beim Reparieren.</p><div class="{name}">3. Juni, 17 Uhr</div></main>'
    )
    assert read(made).text.endswith("3. Juni, 17 Uhr")


@pytest.mark.parametrize(
    "name", ["site-footer", "footer", "sidebar", "search-box", "main-navigation", "cookie-layer", "nav"]
)
def test_boxes_around_a_page_without_main_part_go_by_their_names(name):
    assert (
        read(page(f'<div class="{name}">Geöffnet 8 bis 12 Uhr</div><h1>Repair-Café</h1><p>{STORY}</p>')).text
        == f"Repair-Café\n\n{STORY}"
    )


def test_a_headline_above_the_main_part_comes_first():
    assert read(page(f"<h1>Repair-Café</h1><main><p>{STORY}</p></main>")).text == f"Repair-Café\n\n{STORY}"


def test_dates_outside_a_main_part_without_any_bring_the_whole_page():
    main = "<main><p>Willkommen auf den Seiten unseres Vereins, der seit vielen Jahren besteht.</p></main>"
    assert STORY in read(page(f"{main}<div>{STORY}</div>")).text


def test_several_articles_are_read_together():
    articles = "".join(f"<article><h2>Fest {number}</h2><p>{STORY}</p></article>" for number in range(3))
    assert read(page(f"<div>{articles}</div>")).text.count(STORY) == 3


def test_a_list_of_links_that_name_days_is_no_menu():
    links = "".join(f"<li><a>{day}.05. Lesung</a></li>" for day in range(10, 15))
    assert read(page(f"<ul>{links}</ul>")).text == "\n".join(f"• {day}.05. Lesung" for day in range(10, 15))


def test_a_short_announcement_is_read_without_the_menu():
    assert (
        read(page("<p>Der Bücherbus fällt am 12. Mai aus.</p>")).text == "Der Bücherbus fällt am 12. Mai aus."
    )


def test_a_page_that_is_nothing_but_menus_is_read_whole_and_says_so():
    links = "".join(f"<li><a>{word}</a></li>" for word in ("Start", "Rathaus", "Leben", "Kultur"))
    found = read(f"<html><body><nav><ul>{links}</ul></nav></body></html>".encode())
    assert [hint.kind for hint in found.hints] == [HintKind.WHOLE_PAGE]
    assert found.text == "• Start\n• Rathaus\n• Leben\n• Kultur"


def test_an_old_page_laid_out_with_tables_is_read_without_its_menu():
    old = f"""<html><body><table><tr><td colspan=2><h1>Heimatverein</h1></td></tr><tr><td><a>Start</a><br><a>Verein</a><br><a>Kontakt</a><br>
    <a>Impressum</a></td><td><b>Wanderung</b><br><br>{STORY}<p><table border=1><tr><td>Datum<td>Was<tr><td>5.12.2026<td>Feier</table></table>"""
    assert (
        read(old.encode()).text == f"Heimatverein\n\nWanderung\n\n{STORY}\n\nDatum | Was\n5.12.2026 | Feier"
    )


def test_what_word_saves_as_a_page_is_read():
    word = """<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator
    content="Microsoft Word 15 (filtered)"><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=DE><div class=WordSection1>
    <p class=MsoTitle>Einladung zum Bürgercafé</p><p class=MsoNormal>Am 12. Mai 2026 um 15 Uhr
    im B&uuml;rgerhaus.<o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;
    </span></span><![endif]>Kaffee</p><table><tr><td><p class=MsoNormal>Ort</p></td><td><p>Bürgerhaus, Weg 3</p></td></tr></table></div>"""
    text = read(word.encode("cp1252"), "einladung.htm").text
    assert text.split("\n\n") == [
        "Einladung zum Bürgercafé",
        "Am 12. Mai 2026 um 15 Uhr im Bürgerhaus.",
        "• Kaffee",
        "Ort | Bürgerhaus, Weg 3",
    ]


@pytest.mark.parametrize(
    ("declared", "encoding", "content_type"),
    [
        ('<meta charset="utf-8">', "utf-8", ""),
        ('<meta charset="iso-8859-1">', "utf-8", ""),
        ('<meta charset="utf-8">', "cp1252", ""),
        ('<meta charset="iso-8859-9">', "iso-8859-9", ""),
        ("", "cp1252", "text/html; charset=windows-1252"),
        ("", "utf-16", ""),
        ("", "utf-8-sig", "text/html; charset=latin-1"),
    ],
)
def test_umlauts_of_a_page_come_out_right(declared, encoding, content_type):
    said = "Am 12. Mai gibt es Süßes für Jörg und Änne im Garten der Bücherei."
    made = f"<!DOCTYPE html><html><head>{declared}</head><body><p>{said}</p></body></html>".encode(encoding)
    assert read(made, "a.html", content_type).text == said


def test_a_page_in_xhtml_with_a_declaration_is_read():
    made = '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://example.org/x.dtd">'
    made += f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{STORY}</p></body></html>'
    assert read(made.encode("iso-8859-1")).text == STORY


@pytest.mark.parametrize(
    ("head", "main"),
    [
        ('<meta property="article:published_time" content="2026-05-04T23:59:00+02:00">', ""),
        ('<meta name="DC.date.issued" content="2026-05-04">', ""),
        ('<meta name="date" content="04.05.2026">', ""),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2026-05-04"}]}</script>',
            "",
        ),
        ("", '<time itemprop="datePublished" datetime="2026-05-04T10:00">gestern</time>'),
        ("", '<span class="entry-date published">4.5.2026</span>'),
        ("", '<p class="news-list-date"><time datetime="2026-05-04">4. Mai</time></p>'),
        ('<meta name="date" content="2026-02-31"><meta name="dc.date" content="2026-05-04">', ""),
    ],
)
def test_the_day_of_publication_is_read_where_the_page_says_it(head, main):
    assert read(page(f"<main>{main}<p>{STORY}</p></main>", head=head)).published == dt.date(2026, 5, 4)


@pytest.mark.parametrize(
    "main",
    [
        '<time datetime="2026-06-03T17:00">3. Juni</time>',
        '<script type="application/ld+json">{"@type": "Event", "startDate": "2026-06-03"}</script>',
        '<script type="application/ld+json">{"datePublished": "2026-05-04"</script>',
    ],
)
def test_the_day_of_an_event_is_not_taken_for_it(main):
    assert read(page(f"<main>{main}<p>{STORY}</p></main>")).published is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Repair-Café öffnet | Stadt Musterhausen</title>", "Repair-Café öffnet"),
        (
            "<title>Stadt Musterhausen</title><meta property=og:title content='Repair-Café &amp; mehr'>",
            "Repair-Café & mehr",
        ),
        ("", ""),
    ],
)
def test_the_title_is_that_of_the_announcement_and_not_of_the_site(head, title):
    assert read(page(f"<main><p>{STORY}</p></main>", head=head)).title == title


def test_a_line_of_the_text_in_the_title_of_the_window_is_the_title():
    found = read(
        page(
            f"<main><h2>Repair-Café</h2><p>{STORY}</p></main>",
            head="<title>Musterblatt – Repair-Café</title>",
        )
    )
    assert found.title == "Repair-Café"


def test_a_page_without_extra_elements_is_known_by_name_or_type():
    assert (
        read(b"<b>Am 12. Mai</b> ist Markt<br>in der Stadt", "a.htm").text
        == "Am 12. Mai ist Markt\nin der Stadt"
    )
    assert read(b"<b>Am 12. Mai</b>", "", "text/html; charset=utf-8").text == "Am 12. Mai"


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("<p>Fest</p>\n<p>Am 5. Mai</p>\n<p>Um 15 Uhr</p>", True),
        ("<!DOCTYPE html><html><body>Fest</body></html>", True),
        ("Hallo,\n<p>Fest <b>am See</b></p><p>Kommt!</p>\n<div>Euer Verein</div>", True),
        ("<table><tr><td>5. Mai</td><td>Fest</td></tr></table>", True),
        ("So 11–18<sup>30</sup> Uhr", False),
        ("Fest<br>am 5. Mai<br/>um 15 Uhr<br>im Park<br>", False),
        ("<b>Fest</b> am <i>5. Mai</i> um <u>15 Uhr</u>", False),
        ("Uta <uta@example.org> schrieb: 3 < 5 und 7 > 2", False),
        ("<p>Nur einer", False),
    ],
)
def test_only_what_is_plainly_the_source_of_a_page_is_one(text, is_it):
    assert is_page_source(text) is is_it


def test_single_tags_and_entities_in_a_text_are_cleaned_and_its_places_stay():
    text = "Museum\n\nAm 5. Dezember 2026 ist Museumsfest von 11&nbsp;bis 18<sup>30</sup> Uhr im <b>B&uuml;rgerhaus</b> &amp; im Hof."
    (event,) = extract(text, dt.date(2026, 11, 23)).events
    assert (event.end.value.isoformat(), event.place.value) == ("2026-12-05T18:30:00", "Bürgerhaus")
    assert (
        event.description[0].value
        == "Am 5. Dezember 2026 ist Museumsfest von 11 bis 18³⁰ Uhr im Bürgerhaus & im Hof."
    )
    (span,) = event.place.spans
    assert text[span.start : span.end] == "B&uuml;rgerhaus"
