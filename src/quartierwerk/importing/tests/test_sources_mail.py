"""E-mails: the announcement in them, whether it was written, passed on or attached."""

import datetime as dt

import pytest

from quartierwerk.importing.sources import HintKind, Kind, read
from quartierwerk.importing.sources.mail import without_prefix
from quartierwerk.importing.tests.made_files import LINE, mail, open_document, page, pdf, simple_word_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OUTLOOK_HEAD = """Von: Max Muster <max@example.org>
Gesendet: Montag, 4. Mai 2026 10:12
An: Erna Beispiel
Cc: Vorstand
Betreff: Sommerfest am 13. Juni
"""
THUNDERBIRD = """-------- Weitergeleitete Nachricht --------
Betreff: \tSommerfest am 13. Juni
Datum: \tMon, 4 May 2026 10:12:00 +0200
Von: \tMax Muster <max@example.org>
An: \tErna Beispiel <erna@example.org>


"""
GMAIL = """---------- Forwarded message ---------
Von: Max Muster <max@example.org>
Date: Mo., 4. Mai 2026 um 10:12 Uhr
Subject: Sommerfest am 13. Juni
To: Erna Beispiel <erna@example.org>


"""
APPLE = """Anfang der weitergeleiteten Nachricht:

> Von: Max Muster <max@example.org>
> Betreff: Sommerfest am 13. Juni
> Datum: 4. Mai 2026 um 10:12:00 MESZ
> An: Erna Beispiel <erna@example.org>
>
"""
LOTUS = """----- Forwarded by Erna Beispiel on 05.05.2026 08:00 -----

From: Max Muster
To: Erna Beispiel
Date: 04.05.26 10:12
Subject: Sommerfest am 13. Juni

"""


def test_subject_and_day_of_a_mail_are_title_and_day_of_publication():
    found = read(mail(LINE, subject="Einladung zur Bürgerversammlung"))
    assert (found.text, found.kind, found.title) == (LINE, Kind.MAIL, "Einladung zur Bürgerversammlung")
    assert (found.published, found.hints) == (
        dt.date(2026, 5, 5),
        (),
    )  # by the sender's clock, in UTC it was the same evening


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("WG: AW: Sommerfest", "Sommerfest"),
        ("Fwd: Re: Fest", "Fest"),
        ("[EXTERN] WG: Fest", "Fest"),
        ("Regional: Fest", "Regional: Fest"),
        ("Fest: Re", "Fest: Re"),
        ("AWO-Fest", "AWO-Fest"),
    ],
)
def test_the_title_goes_without_what_mail_programs_put_before_it(subject, title):
    assert without_prefix(subject) == title


def test_a_mail_in_html_is_read_in_lines():
    made = mail(
        html=f"<p>{LINE}</p><table><tr><td>Ort</td><td>Rathaus</td></tr></table><ul><li>Kaffee</li></ul>"
    )
    assert read(made).text == f"{LINE}\n\nOrt | Rathaus\n\n• Kaffee"


def test_plain_words_are_preferred_and_html_is_read_where_they_are_empty():
    assert read(mail(LINE, html="<p>Bunt</p>")).text == LINE
    assert read(mail("   \n", html=f"<p>{LINE}</p>")).text == LINE


def test_greeting_signature_history_and_small_print_are_left_out():
    body = f"""Sehr geehrte Damen und Herren,

{LINE}

Mit freundlichen Grüßen
Erna Beispiel
Telefon 01234 5678

Diese E-Mail enthält vertrauliche Informationen und ist nur für den Empfänger bestimmt.
Bitte löschen Sie sie.

Am 3. Mai 2026 um 10:12 schrieb Max Muster <max@example.org>:
> Wann ist denn das Fest? Am 1. Juni?"""
    assert read(mail(body)).text == f"{LINE}\n\nMit freundlichen Grüßen\nErna Beispiel\nTelefon 01234 5678"


def test_a_signature_in_its_own_place_is_left_out():
    assert read(mail(f"{LINE}\n\n-- \nErna Beispiel\nBürozeiten 8 bis 12 Uhr")).text == LINE


@pytest.mark.parametrize(
    "head",
    [OUTLOOK_HEAD, THUNDERBIRD, GMAIL, APPLE, LOTUS],
    ids=["outlook", "thunderbird", "gmail", "apple", "lotus"],
)
@pytest.mark.parametrize("note", ["", "Bitte auf unsere Seite, danke!\nErna\n\n"])
def test_a_mail_that_was_passed_on_is_read_without_the_head_that_stands_above_it(head, note):
    said = f"> {LINE}" if head is APPLE else LINE
    found = read(mail(f"{note}{head}\n{said}", subject="WG: Sommerfest"))
    assert (found.text, found.title, found.published) == (LINE, "Sommerfest am 13. Juni", dt.date(2026, 5, 4))


def test_a_note_above_that_says_when_stays():
    found = read(mail(f"Achtung, es beginnt um 19 Uhr!\n\n{GMAIL}{LINE}", subject="Fwd: Fest"))
    assert found.text == f"Achtung, es beginnt um 19 Uhr!\n\n{LINE}"


def test_of_a_mail_passed_on_twice_the_innermost_is_read():
    assert read(mail(f"{OUTLOOK_HEAD}\nzur Kenntnis\n\n{GMAIL}{LINE}", subject="WG: WG: Fest")).text == LINE


def test_an_earlier_mail_below_an_answer_is_history():
    found = read(mail(f"{LINE}\n\n{OUTLOOK_HEAD}\nWann ist das Fest am 3. Juni?", subject="AW: Fest"))
    assert (found.text, found.published) == (LINE, dt.date(2026, 5, 5))


def test_a_mail_passed_on_in_html_is_read():
    body = f'<div>z. K.</div><div class="gmail_quote">{GMAIL.replace("<", "&lt;").replace(chr(10), "<br>")}<p>{LINE}</p></div>'
    assert read(mail(html=body, subject="Fwd: Fest")).text == LINE


def test_what_outlook_passes_on_in_html_is_read():
    fields = "".join(
        f"<b>{said.replace(':', ':</b>', 1)}<br>" for said in OUTLOOK_HEAD.replace("<", "&lt;").splitlines()
    )
    body = (
        f'<div>Bitte auf die Seite.</div><hr><div id="divRplyFwdMsg">{fields}</div><div><p>{LINE}</p></div>'
    )
    found = read(mail(html=body, subject="WG: Fest"))
    assert (found.text, found.title, found.published) == (LINE, "Sommerfest am 13. Juni", dt.date(2026, 5, 4))


def test_a_list_of_fields_in_an_announcement_is_no_head_of_a_mail():
    body = f"{LINE}\n\nVon: 18 Uhr\nBis: 20 Uhr\nAn: der Lindenstraße 14"
    assert read(mail(body)).text == body


# ------------------------------------------------------------------------------------------------------------ attachments
@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("Einladung.docx", simple_word_file(), WORD),
        ("Einladung.odt", open_document(), "application/octet-stream"),
        ("Einladung.pdf", pdf(), "application/pdf"),
        ("Einladung.txt", LINE.encode("cp1252"), "text/plain"),
        ("Einladung.htm", page(f"<p>{LINE}</p>"), "text/html"),
    ],
    ids=["docx", "odt", "pdf", "txt", "htm"],
)
def test_where_the_mail_says_little_its_file_is_read(name, content, kind):
    found = read(
        mail(
            "Hallo,\n\nanbei unsere Einladung.\n\nViele Grüße\nErna",
            subject="Fest",
            files=((name, content, kind),),
        )
    )
    assert (" ".join(found.text.split()), found.kind, found.title) == (LINE, Kind.MAIL, "Fest")
    assert list(found.hints) == [f"Der Text stammt aus dem Anhang „{name}“."]


def test_a_file_beside_a_mail_that_says_when_is_named_only():
    files = (("Plakat.pdf", pdf(), "application/pdf"), ("foto.jpg", b"\xff\xd8\xff", "image/jpeg"))
    found = read(mail(LINE, files=files))
    assert found.text == LINE
    assert list(found.hints) == ["Nicht gelesen wurde, was dabei war: Plakat.pdf, foto.jpg."]


def test_a_file_that_cannot_be_read_is_passed_over_and_named():
    files = (("alt.docx", b"PK\x03\x04kaputt", WORD), ("neu.docx", simple_word_file(), WORD))
    found = read(mail("anbei", files=files))
    assert (found.text, [hint.kind for hint in found.hints]) == (
        LINE,
        [HintKind.FROM_ATTACHMENT, HintKind.NOT_READ],
    )


def test_a_mail_inside_a_mail_is_read():
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    outer = EmailMessage()
    outer["Subject"], outer["From"], outer["Message-ID"] = "WG: Fest", "a@example.org", "<2@example.org>"
    outer.set_content("zur Kenntnis")
    outer.add_attachment(message_from_bytes(mail(LINE, subject="Sommerfest"), policy=policy.default))
    found = read(outer.as_bytes())
    assert (found.text, found.title) == (LINE, "Sommerfest")


def test_a_page_that_a_browser_saved_as_one_file_is_a_page():
    head = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
    head += b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
    found = read(head + page(f"<main><h1>Treffen</h1><p>{LINE}</p></main>") + b"\r\n--b--\r\n", "seite.mhtml")
    assert (found.text, found.kind, found.title) == (f"Treffen\n\n{LINE}", Kind.HTML, "Treffen")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "us-ascii", "nonsense"])
def test_umlauts_of_a_mail_come_out_right_under_any_label(charset):
    raw = f"From: a@example.org\nMessage-ID: <1@example.org>\nSubject: Grüße\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n{LINE}\n"
    found = read(raw.encode("cp1252"))
    assert (found.text, found.title) == (LINE, "Grüße")


def test_a_mail_without_a_day_or_with_a_senseless_one_has_none():
    assert read(mail(LINE, date="gestern")).published is None
