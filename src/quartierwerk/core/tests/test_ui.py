import pytest
from django import forms
from django.template import Context, Template

from quartierwerk.core.icons import FIELD_ICONS
from quartierwerk.core.muster import SampleForm
from quartierwerk.core.templatetags import ui


@pytest.mark.parametrize(
    ("number", "uri"),
    [
        ("(02324) 204-5552", "tel:+4923242045552"),
        ("(02324)  204 - 5552", "tel:+4923242045552"),
        ("0176 – 12043317", "tel:+4917612043317"),
        ("+49 (2324) 20 40", "tel:+4923242040"),
        ("115", "tel:+49115"),
        ("Zimmer 3", "tel:3"),
    ],
)
def test_a_phone_number_as_people_write_it_can_be_tapped(number, uri):
    assert ui.tel(number) == uri


def test_a_long_name_may_break_after_a_stroke_and_cannot_become_markup():
    assert ui.breakable("Bredenscheid/Stüter") == "Bredenscheid/<wbr>Stüter"
    assert ui.breakable("<b>/x") == "&lt;b&gt;/<wbr>x"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Gabriele Krefting", "GK"),
        ("Anna-Lena von der Heide", "AH"),
        ("Erna", "E"),
        ("", ""),
        ("Dr. Öz", "DÖ"),
    ],
)
def test_initials_stand_for_a_missing_photo(name, letters):
    assert ui.initials(name) == letters


def test_an_icon_is_silent_unless_it_is_named():
    assert 'aria-hidden="true"' in ui.icon("phone")
    assert 'role="img" aria-label="&lt;Telefon&gt;"' in ui.icon("phone", "<Telefon>")


def test_a_field_of_action_nobody_drew_gets_the_neutral_picture():
    assert FIELD_ICONS[""] in ui.field_icon("mobility")
    assert FIELD_ICONS["housing"] in ui.field_icon("housing")


def shown(form: forms.Form) -> str:
    return Template("{{ form }}").render(Context({"form": form}))


def test_optional_fields_say_so_and_needed_ones_do_not():
    html = shown(SampleForm())
    assert html.count("(freiwillig)") == sum(not field.required for field in SampleForm().fields.values())
    assert "Ihr Name</label>" in html


def test_hint_and_error_are_tied_to_their_field():
    html = shown(SampleForm({"email": "keine-adresse"}))
    assert 'id="id_email_helptext"' in html
    assert 'id="id_email_error"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'aria-invalid="true"' in html


def test_a_group_of_choices_is_a_fieldset_with_its_error():
    group = shown(SampleForm({})).split("<fieldset", 1)[1].split(">", 1)[0]
    assert group.split(' id="')[1] == 'id_answer" aria-describedby="id_answer_error"'


def test_the_error_summary_links_to_each_wrong_field_and_only_there():
    html = shown(SampleForm({"name": "Erna", "email": "keine-adresse"}))
    assert 'href="#id_email"' in html
    assert 'href="#id_answer"' in html
    assert 'href="#id_name"' not in html
    assert shown(SampleForm()).count("kern-alert") == 0


def test_typed_text_is_kept_and_escaped():
    html = shown(SampleForm({"message": "<b>Schatten</b>", "answer": "letter"}))
    assert "&lt;b&gt;Schatten&lt;/b&gt;" in html
    assert 'value="letter" id="id_answer_1" checked' in html
