"""No bytes, however broken, raise anything but `Unreadable`; what is read is what a database can keep."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quartierwerk.importing.sources import Unreadable, plain, read
from quartierwerk.importing.sources.encoding import decoded
from quartierwerk.importing.sources.kinds import kind_of
from quartierwerk.importing.tests.made_files import LINE, mail, open_document, page, pdf, simple_word_file
from quartierwerk.importing.tests.test_sources_html import FEST
from quartierwerk.importing.tests.test_sources_mail import GMAIL, OUTLOOK_HEAD

WHOLE = {
    "docx": simple_word_file(LINE, "Zweite Zeile"),
    "odt": open_document(),
    "pdf": pdf(),
    "html": page(FEST),
    "eml": mail(
        f"z. K.\n{GMAIL}{OUTLOOK_HEAD}\n{LINE}",
        html=f"<p>{LINE}</p>",
        files=(("a.pdf", b"%PDF-1.4", "application/pdf"),),
    ),
    "txt": LINE.encode("cp1252"),
}
STARTS = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.5\n",
    b"<html>",
    b"Message-ID: <1@x>\nFrom: a\nSubject: b\n",
    b"\xff\xfe",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
]
NAMES = st.sampled_from(["", "a.docx", "a.odt", "a.pdf", "a.html", "a.eml", "a.txt", "a.mht", "...", "\0"])
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def assert_sound(content: bytes, name: str = "", content_type: str = "") -> None:
    try:
        found = read(content, name, content_type)
    except Unreadable as refused:
        assert refused.sentence.endswith(".")  # noqa: PT017 - either outcome is right
    else:
        for said in (found.text, found.title, *map(str, found.hints)):
            assert "\0" not in said
            said.encode()
        assert found.text.strip()


@SLOW
@given(
    start=st.sampled_from(STARTS),
    content=st.binary(max_size=3_000),
    name=NAMES,
    content_type=st.text(max_size=30),
)
@example(start=b"", content=b"\x00", name="a.txt", content_type="")
def test_random_bytes_are_refused_or_read(start, content, name, content_type):
    assert_sound(start + content, name, content_type)


@pytest.mark.parametrize("kind", WHOLE)
@SLOW
@given(data=st.data())
def test_a_file_with_bytes_changed_cut_or_doubled_is_refused_or_read(kind, data):
    content = bytearray(WHOLE[kind])
    for _change in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["change", "cut", "double"])):
            case "change":
                content[place] = data.draw(st.integers(0, 255))
            case "cut":
                del content[place : place + data.draw(st.integers(1, 50))]
            case _:
                content[place:place] = content[place : place + data.draw(st.integers(1, 200))]
        if not content:
            break
    assert_sound(bytes(content), f"a.{kind}")


def test_what_nobody_expected_is_told_to_the_log_without_words_of_the_file(monkeypatch, caplog):
    def broken(_content: bytes) -> None:
        raise KeyError("Erna Beispiel")

    monkeypatch.setattr(plain, "read", broken)
    with pytest.raises(Unreadable, match="beschädigt"):
        read(LINE.encode())
    assert caplog.messages[0].startswith(
        "A file could not be read: KeyError in test_sources_any_bytes.py, line "
    )
    assert "Erna" not in caplog.text


@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_cut_anywhere_is_refused_or_read(kind):
    content = WHOLE[kind]
    for share in range(1, 20):
        assert_sound(content[: len(content) * share // 20], f"a.{kind}")


@SLOW
@given(
    parts=st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<table>", "<tr>", "<td>", "<li>", "<dl><dt>", "<dd>", "<sup>", "</sup>", "<q>", "<br>", "<main>", "</main>",
             "<nav>", "<h1>", "</h1>", "<pre>", "<a href='mailto:a@b'>", "</a>", "<article>", "<time datetime='2026-99-99' class=published>",
             "12. Mai", "30", "&#0;", "&#xD800;", "<!--", "-->", "<svg>", "<template>", "<body>", "<frameset>", "\x00", "<![if !x]>", "<?xml?>"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_scraps_of_html_are_refused_or_read(parts):
    assert_sound("".join(parts).encode(), "a.html")


@SLOW
@given(content=st.binary(max_size=200), declared=st.text(max_size=20))
def test_any_bytes_have_characters(content, declared):
    assert isinstance(decoded(content, declared), str)


@SLOW
@given(content=st.binary(max_size=200), name=st.text(max_size=20), content_type=st.text(max_size=20))
def test_any_bytes_have_a_kind_or_a_sentence(content, name, content_type):
    try:
        kind_of(content, name, content_type)
    except Unreadable as refused:
        assert refused.sentence  # noqa: PT017 - either outcome is right
