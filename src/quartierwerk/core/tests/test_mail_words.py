"""What somebody wrote in a mail, without quotations, signatures and HTML; nothing is lost where it is doubtful."""

import pytest

from quartierwerk.core.incoming.html_words import words_of_html
from quartierwerk.core.incoming.quoting import matter, own_words

SAID = "Guten Tag,\n\ndie Bank am Ufer ist kaputt.\n\nViele Grüße\nErna Beispiel"


@pytest.mark.parametrize(
    "below",
    [
        "Am 3. Mai 2026 um 10:12 schrieb Quartier <quartier@example.org>:\n> Wie geht es?\n> Gut?",
        "Am Mo., 3. Mai 2026 um 10:12 Uhr schrieb Quartiersentwicklung der Stadt\n<quartier@example.org>:\n\n> Wie?",
        "On Mon, May 3, 2026 at 10:12 AM Quartier <quartier@example.org> wrote:\n> How?",
        "-----Ursprüngliche Nachricht-----\nVon: Quartier\nGesendet: Montag\nWie geht es?",
        "-------- Original Message --------\nSubject: x\nHow?",
        "________________________________\nVon: Quartier <quartier@example.org>\nGesendet: Montag, 3. Mai 2026 10:12\nAn: Erna\nBetreff: Bank\n\nWie?",
        "Von: Quartier <quartier@example.org>\nDatum: Montag, 3. Mai 2026\nAn: Erna\n\nWie?",
        "> Wie geht es?\n> Gut?\n",
        "-- \nErna Beispiel\nMusterweg 1\nTel. 02324 1234",
        "--\nErna Beispiel\nMusterweg 1",
        "Von meinem iPhone gesendet",
        "Gesendet mit der WEB.DE Mail App",
        "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
        "Sent from my phone",
    ],
)
def test_what_the_mail_program_added_is_cut(below):
    assert own_words(f"{SAID}\n\n{below}") == SAID


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "Sehr geehrte Frau Muster,\ndie Bank am Ufer ist kaputt.\n\nMit freundlichen Grüßen\n\nErna Beispiel\nTel. 02324 1234",
        "Hallo zusammen!\n\nDie Bank am Ufer ist kaputt.\nMfG\nE. B.",
        "Die Bank am Ufer ist kaputt.\n\nBeste Grüße aus Welper,",
    ],
)
def test_greeting_and_signature_are_not_suggested_for_the_public(text):
    assert matter(text) == "Die Bank am Ufer ist kaputt."


@pytest.mark.parametrize(
    "text",
    [
        "Hallo, am Ufer fehlt eine Bank.",
        "Liebe Grüße hängen an der Wand.\nBitte abnehmen!",
        "Die Bank ist kaputt.\nMfG\nErna\n\nPS: Der Zaun auch.",
        "Die Bank ist kaputt.\nViele Grüße\n"
        + "Und noch etwas, das man wissen sollte, steht erst hier unten: der Zaun.\n"
        + "Erna",
        "Guten Tag,",
    ],
)
def test_what_may_be_said_stays(text):
    assert matter(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Am Sonntag schrieb mir jemand, die Bank sei kaputt.\nStimmt das?",
        "Guten Tag.\nAm 3. Mai schrieb die Zeitung:\nDie Bank ist kaputt.",
        "Von: Schulstraße bis Markt fehlt der Gehweg.\nBitte bauen!",
        "Bus 141 fährt von 8 - 10 Uhr nicht.\n--- wirklich nicht ---\nBitte ändern.",
        "Das Schild zeigt\n> links\nund das ist falsch.",
    ],
)
def test_what_only_looks_like_it_stays(text):
    assert own_words(text) == text


def test_a_mail_that_is_nothing_but_a_quotation_stays_whole():
    text = "> Die Bank ist kaputt.\n> Bitte richten."
    assert own_words(text) == text


def test_a_forwarded_mail_is_what_it_is_about():
    text = "Siehe unten.\n\n---------- Weitergeleitete Nachricht ----------\nVon: Karl\nDatum: heute\n\nDie Bank ist kaputt."
    assert "Die Bank ist kaputt." in own_words(text)


def test_answers_between_the_lines_keep_what_they_answer():
    text = "> Welche Bank?\nDie am Ufer.\n\n> Seit wann?\nSeit Mai."
    assert own_words(text) == text


def test_html_becomes_words_and_nothing_of_it_is_run():
    html = """<html><head><title>geheim</title><style>p{color:red}</style></head><body>
        <p>Guten Tag,<br>die Bank &amp; der Tisch</p><script>alert("x")</script>
        <ul><li>kaputt</li><li>schief</li></ul><img src="https://fremd.example/bild.gif">
        <div class="gmail_quote">Am Montag schrieb Quartier: Alt</div></body></html>"""
    assert words_of_html(html) == "Guten Tag,\ndie Bank & der Tisch\n\n• kaputt\n• schief"


@pytest.mark.parametrize(
    "html",
    ["<p>Nur offen", "<<<>>>", "<script>", "</div></p>", "<p " * 5000, "&#x110000;&#0;", "<![CDATA[x]]>"],
)
def test_broken_html_is_read_as_far_as_it_goes(html):
    assert "\x00" not in own_words(words_of_html(html))


def test_where_all_of_it_is_quoted_the_quoted_words_stay():
    assert (
        words_of_html('<blockquote type="cite"><p>Die Bank ist kaputt.</p></blockquote>')
        == "Die Bank ist kaputt."
    )
