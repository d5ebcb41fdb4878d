"""Impressum, Datenschutz, Barrierefreiheit, Leichte Sprache, Gebärdensprache: true, or honestly empty."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError
from django.utils.translation import override

from quartierwerk.core import privacy
from quartierwerk.core.models import Town
from quartierwerk.people.factories import ContactFactory
from quartierwerk.website import legal
from quartierwerk.website.models import EasyText, SignVideo

NOT_FILLED = "Hierzu hat die Stadt noch nichts hinterlegt."


@pytest.fixture
def town(db):
    return Town.load()


def with_facts(town, **facts):
    for name, value in facts.items():
        setattr(town, name, value)
    town.save()
    return town


FACTS = {
    "street": "Hüttenstraße 43",
    "postal_code": "45525",
    "city": "Hattingen",
    "po_box": "Postfach 80 04 56, 45504 Hattingen",
    "represented_by": "Muster-Vertretung",
    "phone": "+49 (2324) 20 40",
    "email": "stadt@example.org",
    "supervisory_authority": "Muster-Aufsicht",
    "responsible_for_content": "Muster-Verantwortliche",
    "data_protection_officer": "Muster-Beauftragte",
    "data_protection_authority": "Muster-Behörde",
    "accessibility_method": "Selbstbewertung",
    "accessibility_checked_on": date(2026, 5, 4),
    "enforcement_body": "Muster-Durchsetzungsstelle",
}


def test_a_town_without_settings_says_honestly_what_is_missing(client, town):
    # address, representation, phone, supervision, content and e-mail
    assert client.get("/impressum/").text.count(NOT_FILLED) == 6
    assert client.get("/datenschutz/").text.count(NOT_FILLED) == 2
    assert client.get("/barrierefreiheit/").text.count(NOT_FILLED) == 4


def test_a_town_with_all_settings_lacks_nothing(client, town):
    with_facts(town, **FACTS)
    assert legal.missing(Town.load()) == []
    for page in ("/impressum/", "/datenschutz/", "/barrierefreiheit/"):
        assert NOT_FILLED not in client.get(page).text


def test_missing_facts_name_field_page_and_rule(town):
    with_facts(town, **{**FACTS, "enforcement_body": ""})
    assert legal.missing(Town.load()) == [
        legal.Missing("enforcement_body", "Durchsetzungsstelle", "Barrierefreiheit", "§ 12b BGG")
    ]


def test_the_imprint_gives_the_address_in_full(client, town):
    with_facts(town, **FACTS)
    facts = {fact["term"]: fact["value"] for fact in client.get("/impressum/").context["facts"]}
    assert facts["Anschrift"] == "Hüttenstraße 43, 45525 Hattingen, Postfach 80 04 56, 45504 Hattingen"


def test_the_email_of_the_imprint_is_not_readable_for_harvesters(client, town):
    with_facts(town, email="stadt@example.org")
    assert "stadt@example.org" not in client.get("/impressum/").text


def test_the_privacy_statement_names_every_registered_purpose(client, town):
    answer = client.get("/datenschutz/")
    assert answer.context["purposes"] == privacy.purposes()
    for purpose in privacy.purposes():
        assert f'id="zweck-{purpose.key}"' in answer.text


def test_the_privacy_statement_names_every_cookie_this_site_sets(client, town):
    assert [cookie.name for cookie in client.get("/datenschutz/").context["cookies"]] == [
        "sessionid",
        "csrftoken",
        "quartier",
        "betrifft_mich",
    ]


def test_the_towns_own_words_stand_around_the_privacy_statement(client, town):
    with_facts(town, privacy_introduction="Unser Vorwort.", privacy_closing="Unser Nachwort.")
    text = client.get("/datenschutz/").text
    assert (
        text.index("Unser Vorwort.")
        < text.index("Wofür wir Daten verarbeiten")
        < text.index("Unser Nachwort.")
    )


def test_without_a_check_the_site_is_not_called_accessible(client, town):
    answer = client.get("/barrierefreiheit/")
    assert answer.context["is_checked"] is False
    assert "teilweise vereinbar" not in answer.text


def test_with_a_check_the_statement_gives_level_method_date_and_gaps(client, town):
    with_facts(town, **FACTS, accessibility_gaps="Alte PDF: zu aufwendig.\nEin Plan: folgt.")
    answer = client.get("/barrierefreiheit/")
    assert answer.context["gaps"] == ["Alte PDF: zu aufwendig.", "Ein Plan: folgt."]
    for fact in ("teilweise vereinbar", "Selbstbewertung", "4. Mai 2026", "Muster-Durchsetzungsstelle"):
        assert fact in answer.text


@pytest.mark.parametrize("page", ["/leichte-sprache/", "/gebaerdensprache/"])
def test_an_empty_explanation_says_what_will_come_and_whom_to_call(client, town, page):
    ContactFactory(is_main=True, phone="02324 204-5552")
    text = client.get(page).text
    assert "Hier stehen bald" in text
    assert 'href="tel:+4923242045552"' in text


def test_a_text_nobody_checked_stands_nowhere(client, town):
    EasyText.objects.create(subject="contents", title="Entwurf", text="<p>Noch nicht geprüft.</p>")
    answer = client.get("/leichte-sprache/")
    assert (list(answer.context["texts"]), "Noch nicht geprüft." in answer.text) == ([], False)


def test_a_checked_text_stands_with_who_checked_it_and_when(client, town):
    EasyText.objects.create(
        subject="contents",
        title="Was steht hier?",
        text="<p>Hier stehen Nachrichten.</p>",
        checked_by="Prüfgruppe Muster",
        checked_on=date(2026, 4, 1),
    )
    text = client.get("/leichte-sprache/").text
    assert '<section lang="de"><h2>Was steht hier?</h2>' in text
    assert "Geprüft von Prüfgruppe Muster am 1. April 2026" in text


@pytest.mark.parametrize("half", [{"checked_by": "Prüfgruppe"}, {"checked_on": date(2026, 4, 1)}])
def test_half_a_check_is_no_check(db, half):
    with pytest.raises(IntegrityError):
        EasyText.objects.create(subject="contents", title="x", text="x", **half)


def test_explanations_come_in_the_order_of_the_law(db):
    for subject in ("accessibility", "navigation", "contents"):
        EasyText.objects.create(subject=subject, title=subject, text="x")
    assert [text.subject for text in EasyText.objects.all()] == ["contents", "navigation", "accessibility"]


def sign_video(video=b"\0\0\0\x18ftypmp42", captions=b"WEBVTT\n\n", **values):
    return SignVideo(
        subject="contents",
        title="Was steht hier?",
        video=ContentFile(video, "film.mp4"),
        captions=ContentFile(captions, "film.vtt"),
        transcript="Hier stehen Nachrichten.",
        **values,
    )


def test_a_video_stands_with_captions_and_text(client, town):
    film = sign_video()
    film.full_clean()
    film.save()
    text = client.get("/gebaerdensprache/").text
    assert f'<track kind="captions" srclang="de" label="Deutsch" src="{film.captions.url}" default>' in text
    assert "Hier stehen Nachrichten." in text


@pytest.mark.parametrize(
    ("field", "content", "reason"),
    [
        ("video", b"MZ\x90\0programm", "Diese Datei ist kein Video als MP4 oder WebM."),
        ("captions", b"1\n00:00", "Diese Datei enthält keine Untertitel im Format WebVTT."),
    ],
)
def test_what_is_no_video_or_no_captions_is_refused_with_a_sentence(db, field, content, reason):
    with pytest.raises(ValidationError) as refused:
        sign_video(**{field: content}).full_clean()
    assert refused.value.message_dict == {field: [reason]}


def test_a_video_without_captions_is_refused(db):
    film = sign_video()
    film.captions = ""
    with pytest.raises(ValidationError) as refused:
        film.full_clean()
    assert list(refused.value.message_dict) == ["captions"]


@pytest.mark.parametrize(
    "page",
    [
        "/impressum/",
        "/datenschutz/",
        "/barrierefreiheit/",
        "/leichte-sprache/",
        "/gebaerdensprache/",
        "/rueckmeldung/",
        "/mein-quartier/",
    ],
)
def test_no_standing_page_sets_a_cookie_in_either_language(client, town, page):
    for address in (page, f"/en{page}"):
        answer = client.get(address)
        assert (answer.status_code, dict(answer.cookies)) == (200, {})
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_the_administrator_sees_on_the_editors_start_page_what_is_missing(client, town, alex):
    from quartierwerk.website.wagtail_hooks import MissingFacts

    with override("de"):
        html = MissingFacts().render_html({})
    assert "Impressum: Vertreten durch (§ 5 Abs. 1 Nr. 1 DDG)" in html
