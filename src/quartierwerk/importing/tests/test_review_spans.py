"""The words of a text, cut where marks begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from quartierwerk.importing.review.spans import Mark, first_anchors, pieces


def cut(text, *marks):
    return [(piece.text, piece.fields) for piece in pieces(text, marks)]


def test_marks_that_overlap_are_cut_into_pieces():
    day, hour = Mark("day", "Tag", 3, 18), Mark("hour", "Beginn", 10, 25)
    assert cut("Am Dienstag, 6.10., um 15 Uhr", day, hour) == [
        ("Am ", []),
        ("Diensta", ["day"]),
        ("g, 6.10.", ["day", "hour"]),
        (", um 15", ["hour"]),
        (" Uhr", []),
    ]


def test_a_mark_inside_another_comes_first():
    marks = [Mark("all", "Beschreibung", 0, 10, is_wide=True), Mark("word", "Tag", 2, 4)]
    assert [piece.fields for piece in pieces("0123456789", marks)] == [["all"], ["word", "all"], ["all"]]


def test_a_whole_paragraph_is_no_link():
    [piece] = pieces("Kommen Sie.", [Mark("all", "Beschreibung", 0, 11, is_wide=True)])
    assert piece.narrow is None


def test_marks_beyond_the_text_are_cut_or_left_out():
    assert cut("kurz", Mark("a", "A", 2, 99), Mark("b", "B", 50, 60), Mark("c", "C", 3, 3)) == [
        ("ku", []),
        ("rz", ["a"]),
    ]


def test_an_empty_text_has_no_pieces():
    assert pieces("", [Mark("a", "A", 0, 5)]) == []


def test_each_field_leads_to_where_its_words_begin():
    found = pieces("eins zwei eins", [Mark("a", "A", 10, 14), Mark("a", "A", 0, 4)])
    assert first_anchors(found) == {"a": "wort-0"}


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.booleans()), max_size=12),
)
def test_joined_the_pieces_are_the_text_again_and_know_their_marks(text, spans):
    marks = [Mark(f"f{n}", "", start, end, is_wide=wide) for n, (start, end, wide) in enumerate(spans)]
    found = pieces(text, marks)
    assert "".join(piece.text for piece in found) == text
    place = 0
    for piece in found:
        over = {mark.field for mark in marks if mark.start <= place < mark.end}
        assert set(piece.fields) == over
        place += len(piece.text)
