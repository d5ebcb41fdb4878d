"""One mail as bytes: German charsets, broken heads and bodies, machines, photos; nothing of it stops the reader."""

import random
from datetime import UTC, datetime

import pytest

from quartierwerk.needs.intake.mail_reading import message_id_of, read

from .mails import mail
from .pictures import jpeg

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")  # of Pillow, about damaged pictures


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-7"])
def test_german_letters_arrive_in_every_charset(charset):
    found = read(mail("Grüße aus der Südstraße, schön!", subject="Müll & Straße", charset=charset))
    assert (found.text, found.subject) == ("Grüße aus der Südstraße, schön!", "Müll & Straße")


def test_a_charset_nobody_knows_or_that_is_wrong_is_guessed():
    wrong = mail("Grüße", charset="iso-8859-1").replace(b"iso-8859-1", b"utf-8")
    unknown = mail("Grüße", charset="utf-8").replace(b'charset="utf-8"', b'charset="x-ebcdic-unsinn"')
    assert (read(wrong).text, read(unknown).text) == ("Grüße", "Grüße")


def test_raw_umlauts_in_the_head_are_read():
    raw = "From: Jürgen Groß <j@example.org>\nSubject: Müll\n\nText".encode("cp1252")
    found = read(raw)
    assert (found.sender_name, found.subject, found.sender) == ("Jürgen Groß", "Müll", "j@example.org")


def test_the_sender_and_the_time_are_known():
    found = read(mail())
    assert (found.sender, found.sender_name, found.message_id) == (
        "erna@example.org",
        "Erna Beispiel",
        "<1@example.org>",
    )
    assert found.received_at == datetime(2026, 11, 16, 9, 12, tzinfo=UTC)


def test_of_html_and_text_the_text_counts_and_of_html_alone_its_words():
    assert read(mail("Nur Text.", html="<p>HTML</p>")).text == "Nur Text."
    alone = b"From: a@example.org\nContent-Type: text/html; charset=utf-8\n\n<p>Die <b>Bank</b></p><script>x()</script>"
    assert read(alone).text == "Die Bank"


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"Auto_Submitted": "auto-replied"}, "Automatische Antwort."),
        ({"Auto_Submitted": "auto-generated; x=1"}, "Automatische Antwort."),
        ({"X_Autoreply": "yes"}, "Automatische Antwort."),
        ({"Precedence": "bulk"}, "Rundschreiben."),
        ({"List_Id": "<liste.example.org>"}, "Rundschreiben."),
        ({"Return_Path": "<>"}, "Unzustellbar oder Empfangsbestätigung."),
        ({"sender": "MAILER-DAEMON@example.org"}, "Von einem Programm geschickt."),
        ({"sender": "noreply@example.org"}, "Von einem Programm geschickt."),
        ({"sender": "quartier@localhost"}, "Von uns selbst."),
        ({"Auto_Submitted": "no"}, ""),
        ({}, ""),
    ],
)
def test_what_a_machine_wrote_is_set_aside(headers, reason):
    assert read(mail(**headers)).aside_because == reason


def test_a_bounce_is_set_aside():
    raw = b'From: x@example.org\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\n\nfort\n--b--\n'
    assert read(raw).aside_because == "Unzustellbar oder Empfangsbestätigung."


def test_photos_are_cleaned_and_logos_are_not_photos():
    found = read(
        mail(
            photos=["bank.jpg"],
            files=[
                ("logo.jpg", "image/jpeg", jpeg((80, 40))),
                ("bild.jpg", "image/jpeg", b"kein Bild"),
                ("plan.pdf", "application/pdf", b"%PDF-"),
                ("virus.exe", "application/octet-stream", b"MZ"),
            ],
        )
    )
    assert len(found.photos) == 1
    assert b"Ruhrufer geheim" not in found.photos[0].read()
    assert found.left_out == "bild.jpg · plan.pdf · virus.exe"


def test_a_sixth_photo_is_named_and_left_out():
    found = read(mail(photos=[f"{n}.jpg" for n in range(6)]))
    assert (len(found.photos), found.left_out) == (5, "5.jpg")


def test_a_mail_without_a_name_is_known_by_its_content():
    raw = b"From: a@example.org\n\nText"
    assert message_id_of(raw) == message_id_of(raw)
    assert message_id_of(raw) != message_id_of(raw + b"x")
    assert message_id_of(raw).startswith("sha256:")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\n",
        b"\x00\xff\xfe" * 100,
        b"From: \nSubject:\nDate: gestern\n\n",
        b"From: a@b@c <<>>\nSubject: =?utf-8?b?kaputt?=\n\nText",
        b"From: a@example.org\nSubject: =?unsinn?q?x?=\nDate: Mon, 99 Xyz 9999 99:99:99 +9999\n\nText",
        b'Content-Type: multipart/mixed; boundary="nie"\n\nText ohne Grenze',
        b"Content-Type: multipart/mixed\n\nText",
        b"Content-Type: text/plain; charset=\nContent-Transfer-Encoding: base64\n\n!!!kein base64",
        b"Content-Type: message/rfc822\n\n",
        b"Message-ID: " + b"x" * 5000 + b"\n\nText",
        b"From: a@example.org\nContent-Disposition: attachment; filename*=utf-8''%ff%fe\n\nText",
        b"To: " + b"a@b.de," * 5000 + b"\n\nText",
    ],
)
def test_a_broken_mail_is_read_as_far_as_it_goes(raw):
    found = read(raw)
    assert len(found.message_id) <= 250
    assert "\x00" not in found.text + found.subject + found.sender_name


def test_what_is_made_by_chance_never_stops_the_reader():
    chance, good = random.Random(311), mail(photos=["bank.jpg"], html="<p>Bank</p>")  # noqa: S311 - no secret
    for _ in range(120):
        spoilt = bytearray(good)
        for _ in range(chance.randrange(1, 30)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        found = read(bytes(spoilt[: chance.randrange(len(spoilt))]))
        assert len(found.message_id) <= 250
        assert "\x00" not in found.text + found.subject + found.sender_name


def test_an_endless_text_is_cut_and_that_is_told():
    found = read(mail("x " * 50_000))
    assert (len(found.text), found.left_out) == (16_000, "Der Text ist gekürzt.")


def test_marks_that_turn_text_around_are_taken_out():
    assert read(mail("gut \u202eetsil\u202c Bank")).text == "gut etsil Bank"
