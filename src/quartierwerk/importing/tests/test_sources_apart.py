"""Files are read in a process of their own, with limits; the web process loads nothing for it and survives everything."""

import resource
import subprocess
import sys
import time
import zlib

import pytest

from quartierwerk.core import apart
from quartierwerk.importing.sources import Hint, HintKind, Kind, Reason, Unreadable, read, read_apart
from quartierwerk.importing.sources.apart import as_answer, from_answer
from quartierwerk.importing.tests.made_files import LINE, mail, open_document, page, pdf, simple_word_file

HEAVY = (
    "lxml",
    "pypdf",
    "docx",
    "odfdo",
    "defusedxml",
    "trafilatura",
    "charset_normalizer",
    "email.parser",
    "zipfile",
    "django",
)
SAMPLES = {
    "docx": simple_word_file(),
    "odt": open_document(),
    "pdf": pdf(),
    "html": page(f"<p>{LINE}</p>", head='<meta name="date" content="2026-05-04">'),
    "eml": mail("anbei", files=(("a.pdf", pdf(), "application/pdf"),)),
}


def python(code: str, **options) -> subprocess.CompletedProcess:
    environment = {"PYTHONPATH": str(apart.SOURCE)}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False, **options
    )


def test_importing_the_package_loads_no_library():
    code = f"import sys, quartierwerk.importing.sources; print([name for name in {HEAVY} if name in sys.modules])"
    assert python(code).stdout.strip() == "[]"


def test_neither_does_asking_for_a_text_or_an_image():
    code = f"""import sys
from quartierwerk.importing.sources import Unreadable, read_apart
read_apart("Grüße aus dem Hof".encode("cp1252"), "a.txt")
try:
    read_apart(b"\\xff\\xd8\\xff", "a.jpg")
except Unreadable as error:
    print([name for name in {HEAVY} if name in sys.modules], error.reason.name)"""
    assert python(code).stdout.strip() == "[] IMAGE"


@pytest.mark.parametrize("kind", SAMPLES)
def test_apart_the_same_is_read(kind):
    assert read_apart(SAMPLES[kind], f"datei.{kind}") == read(SAMPLES[kind], f"datei.{kind}")


def test_plain_text_needs_no_process(monkeypatch):
    monkeypatch.setattr(apart, "ask", lambda *_given: pytest.fail("A process was started."))
    assert read_apart(LINE.encode(), "a.txt").text == LINE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"PK\x03\x04kaputt", Reason.BROKEN),
        (b"%PDF-1.4 kaputt", Reason.BROKEN),
        (b"a" * (11 * 2**20), Reason.TOO_BIG),
        (b"\x89PNG\r\n", Reason.IMAGE),
    ],
)
def test_a_refusal_comes_through_the_pipe(content, reason):
    with pytest.raises(Unreadable) as refused:
        read_apart(content)
    assert refused.value.reason is reason
    assert "%" not in refused.value.sentence


def test_names_with_any_letters_come_through_the_pipe():
    assert read_apart(SAMPLES["pdf"], 'ü"\n\udc80\0.pdf', "\u2028").kind is Kind.PDF


def test_answers_are_the_same_on_both_sides():
    found = read(SAMPLES["html"])
    assert from_answer(as_answer(found)) == found
    hint = Hint(HintKind.NOT_READ, {"names": "100 %s.pdf"})
    assert hint == "Nicht gelesen wurde, was dabei war: 100 %s.pdf."
    with pytest.raises(Unreadable, match="höchstens 10 MB"):
        from_answer(as_answer(Unreadable(Reason.TOO_BIG, most="10 MB")))


def test_what_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "PATIENCE", 0.01)
    with pytest.raises(Unreadable) as refused:
        read_apart(SAMPLES["pdf"])
    assert refused.value.reason is Reason.TOO_MUCH_WORK


@pytest.mark.parametrize("answer", ["", "print('kein JSON')", "import os; os.abort()", "raise MemoryError"])
def test_a_process_that_falls_over_is_a_sentence(monkeypatch, tmp_path, answer):
    package = tmp_path / "quartierwerk" / "importing" / "sources"
    package.mkdir(parents=True)
    for folder in (package, *list(package.parents)[:2]):
        (folder / "__init__.py").touch()
    (package / "__main__.py").write_text(answer)
    monkeypatch.setattr(apart, "SOURCE", tmp_path)
    with pytest.raises(Unreadable) as refused:
        read_apart(SAMPLES["pdf"])
    assert refused.value.reason is Reason.TOO_MUCH_WORK


LIMITED = "from quartierwerk.core.apart import limit_itself; limit_itself()\n"


def test_the_process_has_neither_memory_nor_time_without_end():
    code = "import resource; print([resource.getrlimit(limit)[1] for limit in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)])"
    assert python(LIMITED + code).stdout.strip() == f"[{2**30}, 20, 0]"


def test_the_process_writes_no_file(tmp_path):
    done = python(
        LIMITED + "import os; os.write(os.open('neu', os.O_CREAT | os.O_WRONLY), b'x')", cwd=tmp_path
    )
    assert "File too large" in done.stderr
    assert [file.stat().st_size for file in tmp_path.iterdir()] == [0]


def test_the_process_gets_no_more_memory_than_its_share():
    assert "MemoryError" in python(LIMITED + "bytearray(2 * 2**30)").stderr


def test_the_process_knows_nothing_of_the_environment(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/nirgendwo")
    monkeypatch.setenv("PYTHONSTARTUP", "/nirgendwo")
    monkeypatch.setenv("LANG", "C")
    assert read_apart(SAMPLES["docx"]).text == LINE


def _bomb(rounds: int) -> bytes:
    """A PDF whose page is 130 MB, packed `rounds` times."""
    from quartierwerk.importing.tests.test_sources_refused import CATALOG, pdf_of

    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"(a) Tj " * 2**17) for _piece in range(150)) + packer.flush()
    for _round in range(rounds - 1):
        packed = zlib.compress(packed, 9)
    stream = b"<</Length %d/Filter[%s]>>\nstream\n%s\nendstream" % (
        len(packed),
        b"/FlateDecode " * rounds,
        packed,
    )
    page_of_it = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
    return pdf_of(CATALOG, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page_of_it, stream)


MONSTERS = {
    "pdf": lambda: _bomb(2),
    "elements": lambda: page("<p>" * 1_500_000),
    "links": lambda: page("<div class=nav><a>x</a>" * 200_000),
    "words": lambda: page("<p>" + "Am 12. Mai um 18 Uhr. " * 400_000),
    "mail": lambda: mail("\n".join(f"Von: {number}\nDatum: 3" for number in range(80_000)), subject="WG: x"),
    "quotes": lambda: mail("> " * 2_000_000),
    "blanks": lambda: mail("\t \n" * 1_000_000),
    "table": lambda: page("<table>" + "<tr><td>1<td>2" * 25_000),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_costs_seconds_and_none_of_our_memory(name):
    monster = MONSTERS[name]()
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(Unreadable):
        read_apart(monster, f"monster.{name}")
    assert time.monotonic() - begun < apart.PATIENCE
    assert (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60 * 1024
    )  # KB: a copy of the file and the pipe
