"""What surrounds an announcement in a mail is neither news nor description, title or date. All samples."""

from datetime import date

import pytest

from quartierwerk.importing.extract import extract
from quartierwerk.importing.tests.samples_mails import CLOSINGS, OPENINGS, SAID_TO_READERS

TODAY = date(2026, 11, 23)
FEAST = (
    "Nachbarschaftsfest im Park\n\nAm Samstag, 5. Dezember 2026, um 15 Uhr feiern wir im Werkhaus am Bach. "
    "Es gibt Kuchen und Musik für alle."
)


def told(draft):
    values = [value for item in draft.news for value in (item.title, item.teaser, *item.body)]
    values += [value for event in draft.events for value in (event.title, event.summary, *event.description)]
    return " ".join(value.value for value in values if value)


def is_told(words, draft):
    said = " ".join(words.split()).strip(" *+-_")
    return said[: len(said) // 2 + 1] in told(draft)


def only_the_feast(draft):
    days = [event.start.value.day for event in draft.events]
    return days == [5] and all(
        "Nachbarschaftsfest" in part.title.value for part in (*draft.news, *draft.events)
    )


@pytest.mark.parametrize("words", OPENINGS)
@pytest.mark.parametrize("form", ["{words}\n\n{feast}", "Hallo Petra,\n\n{words}\n\n{feast}\n\nLG Uta"])
def test_what_stands_above_an_announcement_is_not_told(form, words):
    draft = extract(form.format(words=words, feast=FEAST), TODAY)
    assert only_the_feast(draft)
    assert words.startswith("Fwd:") or not is_told(words, draft)


@pytest.mark.parametrize("words", CLOSINGS)
@pytest.mark.parametrize("form", ["{feast}\n\n{words}", "Liebe Petra,\n\n{feast}\n{words}\nUta"])
def test_what_stands_below_an_announcement_is_not_told(form, words):
    draft = extract(form.format(words=words, feast=FEAST), TODAY)
    assert only_the_feast(draft)
    assert not is_told(words, draft)


@pytest.mark.parametrize("words", SAID_TO_READERS)
@pytest.mark.parametrize("form", ["{feast}\n\n{words}", "Hallo Petra,\n\n{feast} {words}\n\nLG Uta"])
def test_what_is_said_to_readers_stays(form, words):
    draft = extract(form.format(words=words, feast=FEAST), TODAY)
    assert only_the_feast(draft)
    assert words in told(draft)


@pytest.mark.parametrize(
    "head",
    [
        "Von: Uta Muster <uta@example.org>\nGesendet: Dienstag, 3. November 2026 12:04\nAn: kim@example.org\nBetreff: Fest",
        "From: Uta Muster <uta@example.org>\nDate: Tue, 3 Nov 2026 12:04:05 +0100\nTo: kim@example.org\nSubject: Fwd: Fest",
        "From: Uta Muster\nSent: Tuesday, November 3, 2026 12:04 PM\nTo: Kim Muster\nCc: Jo\nSubject: RE: Fest",
        "*Von:* Uta [mailto:uta@example.org]\n*Gesendet:* Dienstag, 3. November 2026 12:04\n*An:* kim@example.org\n*Betreff:* Fest",
        "Von: Uta <uta@example.org>\nAn: kim@example.org,\n jo@example.org; lu@example.org\nDatum: 3. November 2026 um 12:04:05\nBetreff: Fest",
        "Von: Kim <kim@example.org>\nGesendet: Mittwoch, 4. November 2026 09:01\nAn: jo@example.org\nBetreff: WG: Fest\n\nHallo,\n\n"
        "bitte veröffentlichen.\n\nLG Kim\n\n-------- Weitergeleitete Nachricht --------\nBetreff: \tFest\n"
        "Datum: \tTue, 3 Nov 2026 12:04:05 +0100\nVon: \tUta <uta@example.org>\nAn: \tkim@example.org",
        "Am 3.11.2026 um 12:04 schrieb Uta Muster <uta@example.org>:",
    ],
)
def test_the_head_of_a_mail_says_only_when_it_was_written(head):
    draft = extract(f"{head}\n\n{FEAST}", TODAY)
    assert only_the_feast(draft)
    assert draft.news[0].published.value == date(2026, 11, 3)
    assert not any(name in told(draft) for name in ("Uta", "Kim", "example", "Betreff", "Nov"))


def test_a_quoted_mail_is_the_matter_where_nothing_else_is_announced():
    quoted = "\n".join(f"> {line}" for line in FEAST.split("\n"))
    draft = extract(f"Gern, ist online.\n\nAm 3.11.2026 um 12:04 schrieb Uta:\n{quoted}", TODAY)
    assert only_the_feast(draft)
    assert ">" not in told(draft)
    assert "online" not in told(draft)


@pytest.mark.parametrize(
    "earlier",
    [
        "Am 3.11.2026 um 12:04 schrieb Kim:\n> Wann ist denn das Treffen,\n> am 8. Dezember um 19 Uhr?",
        "-----Ursprüngliche Nachricht-----\nVon: Kim <kim@example.org>\nBetreff: AW: Treffen\n\nIst es am 8. Dezember um 19 Uhr?",
    ],
)
def test_the_mail_that_an_announcement_answers_is_not_read(earlier):
    draft = extract(f"{FEAST}\n\n{earlier}", TODAY)
    assert only_the_feast(draft)
    assert "Treffen" not in told(draft)


def test_a_request_that_says_when_something_is_is_read_and_not_told():
    (event,) = extract(
        "Könnt ihr bitte unser Sommerfest am 5.12. um 15 Uhr im Werkhaus in den Kalender setzen?", TODAY
    ).events
    assert (event.start.value.day, event.description) == (5, ())


def test_a_name_in_a_chat_is_not_told():
    draft = extract(
        "[03.11.26, 12:04] Uta Muster: Krippenspiel am 5.12. um 15 Uhr in der Johanneskirche", TODAY
    )
    assert [event.start.value.day for event in draft.events] == [5]
    assert "Uta" not in told(draft)


def test_marks_of_a_list_are_no_quotes():
    text = ">> Rückblick\nBeim Fest kamen viele.\n\n>> Kleidertausch\nAm 5. Dezember um 15 Uhr im Werkhaus."
    assert extract(text, TODAY).events[0].title.value == "Kleidertausch"


def test_what_was_passed_on_below_a_name_stays():
    draft = extract(f"Ich leite das mal weiter.\n\nLG\nKim\n\n{FEAST}", TODAY)
    assert only_the_feast(draft)
    assert "Kim" not in told(draft)
