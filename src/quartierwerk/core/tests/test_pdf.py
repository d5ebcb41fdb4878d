import sys

import pytest

from quartierwerk.core import pdf


@pytest.fixture
def templates(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)
    (tmp_path / "note.typ").write_text(
        '#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title)\n#set text(lang: "de")\n#data.title'
    )
    (tmp_path / "wrong.typ").write_text("#let data = nowhere")
    return tmp_path


@pytest.mark.usefixtures("templates")
def test_a_file_is_set_outside_this_process_so_that_a_worker_stays_small():
    assert pdf.render("note", {"title": "Guten Tag"}).startswith(b"%PDF-")
    assert "typst" not in sys.modules


@pytest.mark.usefixtures("templates")
def test_a_character_that_no_font_has_is_left_out():
    with_emoji = pdf.render("note", {"title": "Guten Tag \N{PARTY POPPER}"})
    assert with_emoji == pdf.render("note", {"title": "Guten Tag "})


@pytest.mark.usefixtures("templates")
def test_a_wrong_template_is_told_with_its_reason():
    with pytest.raises(pdf.PdfError, match="unknown variable: nowhere"):
        pdf.render("wrong", {})


@pytest.mark.usefixtures("templates")
def test_a_file_that_is_never_finished_is_given_up(monkeypatch, templates):
    monkeypatch.setattr(pdf, "LONGEST", 0.5)
    (templates / "endless.typ").write_text("#for _ in range(99999) { for _ in range(99999) { let _ = 0 } }")
    with pytest.raises(pdf.PdfError, match="longer than"):
        pdf.render("endless", {})
