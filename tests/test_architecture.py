"""Conventions are tests: what docs/layers.md and docs/RULES.md promise about the code holds for all of it."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.template import engines

from quartierwerk.core import demo

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "quartierwerk"
LAYERS = [
    "core",
    "people",
    "places",
    "topics",
    "news",
    "events",
    "needs",
    "importing",
    "website",
]  # lowest first, as in .importlinter
LONGEST_FUNCTION, LONGEST_FILE, LONGEST_TEST_FILE = 50, 400, 600


def _is_test(file: Path) -> bool:
    return "tests" in file.parts or "testing" in file.parts or file.name in ("conftest.py", "factories.py")


PYTHON = [
    file
    for file in sorted(SOURCE.rglob("*.py"))
    if "migrations" not in file.parts and "node_modules" not in file.parts
]
CODE = [file for file in PYTHON if not _is_test(file)]
TEMPLATES = sorted(
    file for file in SOURCE.rglob("templates/**/*") if file.suffix in (".html", ".txt", ".xml")
)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def test_an_app_imports_only_from_layers_below_it():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout


def test_no_foreign_key_points_to_a_higher_layer():
    wrong = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in LAYERS
        for field in model._meta.get_fields()
        if field.concrete
        and field.related_model
        and field.related_model._meta.app_label in LAYERS
        and field.related_model
        is not get_user_model()  # by name of the setting only, as Django's own apps do
        and LAYERS.index(field.related_model._meta.app_label) > LAYERS.index(model._meta.app_label)
    ]
    assert wrong == []


def test_no_data_folder_and_no_secret_is_tracked():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)  # noqa: S607
    if tracked.returncode:
        pytest.skip("This is not a git checkout.")
    private = re.compile(r"(^|/)(var[^/]*/|secret-key$|[^/]*\.sqlite3?$|\.env$)")
    assert [file for file in tracked.stdout.splitlines() if private.search(file)] == []


def test_no_file_is_called_utils():
    vague = re.compile(r"(utils|helpers|misc|common)\.py")
    assert [name_of(file) for file in PYTHON if vague.fullmatch(file.name)] == []


def test_functions_and_files_are_short():
    long_files = [
        name_of(file)
        for file in PYTHON
        if file.read_text(encoding="utf-8").count("\n")
        > (LONGEST_TEST_FILE if _is_test(file) else LONGEST_FILE)
    ]
    long_functions = [
        f"{name_of(file)}:{node.lineno} {node.name}"
        for file in CODE
        if file.name != "muster.py"  # its samples are one table
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert (long_files, long_functions) == ([], [])


def _attributes(file: Path) -> set[str]:
    """Dotted names that a file reads, such as `os.environ`."""
    return {ast.unparse(node) for node in ast.walk(tree(file)) if isinstance(node, ast.Attribute)}


def test_only_the_settings_read_the_environment():
    readers = {name_of(file) for file in CODE if {"os.environ", "os.getenv"} & _attributes(file)}
    entrances = {
        f"src/quartierwerk/{name}" for name in ("__main__.py", "website/wsgi.py")
    }  # they name the settings
    assert readers - entrances == {"src/quartierwerk/settings/environment.py"}


def test_the_clock_is_the_only_reader_of_time():
    forbidden = {
        "timezone.now", "timezone.localdate", "timezone.localtime", "datetime.now", "datetime.today", "date.today",
        "datetime.utcnow", "time.time", "datetime.datetime.now", "datetime.date.today",
    }  # fmt: skip
    readers = {name_of(file): found for file in CODE if (found := forbidden & _attributes(file))}
    readers.pop("src/quartierwerk/core/clock.py")
    readers = {
        file: found - {"timezone.localtime"} for file, found in readers.items()
    }  # converts a given moment, too
    assert {file: found for file, found in readers.items() if found} == {}


WRITING = {
    "save",
    "create",
    "delete",
    "update",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
}
MAY_WRITE = re.compile(
    r"/(actions(/\w+)?|demo\w*|sample_\w+|models(/\w+)?|privacy|audit|\w*purposes|rebuild_search|notifications|roles|bench\w*(/\w+)?|admin\w*|wagtail_hooks)\.py$"
    r"|/core/(search|models)/"
)


def _writes(file: Path) -> list[str]:
    return [
        f"{name_of(file)}:{node.lineno} {ast.unparse(node.func)}"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ".objects." in ast.unparse(node.func)
        and node.func.attr in WRITING
    ]


def test_only_actions_write():
    assert [write for file in CODE if not MAY_WRITE.search(name_of(file)) for write in _writes(file)] == []


def _texts(file: Path) -> list[str]:
    """Every string of a file but its docstrings."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


def test_nothing_of_a_town_stands_in_the_code():
    towns = {folder.name for folder in (SOURCE / "towns").iterdir() if folder.is_dir()}
    named = re.compile("|".join(towns), re.IGNORECASE)
    code = [
        f"{name_of(file)}: {text}"
        for file in CODE
        for text in _texts(file)
        if named.search(text) and not text.startswith("Zum Beispiel")
    ]
    comment = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
    code += [
        name_of(file) for file in TEMPLATES if named.search(comment.sub("", file.read_text(encoding="utf-8")))
    ]
    assert code == []


def test_no_postal_code_and_no_area_code_of_a_town_stands_in_the_code():
    """Made up are 12345 (nobody's postal code) and the postal box 12 34."""
    fact = re.compile(r"(?<![\w#.-])(?!12345)\d{5}(?![\w.])|(?<![\w.:])0[1-9]\d{2,3}(?![\w.])")
    demos = {"demo", "sample", "muster"}
    code = [file for file in CODE if not demos & set(re.split(r"[_.]", file.name))]
    found = [f"{name_of(file)}: {text}" for file in code for text in _texts(file) if fact.search(text)]
    assert found == []


@pytest.mark.parametrize(
    "file", [file for file in TEMPLATES if file.suffix in (".html", ".txt", ".xml")], ids=name_of
)
def test_every_template_compiles(file):
    inside = str(file).split("/templates/", 1)[1]
    assert engines["django"].get_template(inside).template.nodelist is not None


def test_no_template_holds_a_script_or_a_style():
    inline = re.compile(
        r"<style|<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|\sstyle=[\"']|\son[a-z]+=[\"']|javascript:",
        re.IGNORECASE,
    )
    own = [
        file
        for file in TEMPLATES
        if file.suffix == ".html" and not {"mail", "email", "letters"} & set(file.parts)
    ]
    found = [
        f"{name_of(file)}: {match[0]}"
        for file in own
        if (match := inline.search(file.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_every_component_states_its_parameters():
    components = sorted((SOURCE / "core/templates/core/components").glob("*.html"))
    assert components
    silent = [
        name_of(file) for file in components if "{% comment %}" not in file.read_text(encoding="utf-8")[:200]
    ]
    assert silent == []


# Components are held by core/tests/test_components.py.
FOUND_BY_DJANGO = re.compile(
    r"^core/components/|^(400|403|404|410|429|500)\.html$|^(account|mfa|allauth|socialaccount|wagtail\w*|registration|admin|django|usersessions)/"
)


def test_every_template_is_used():
    texts = {file: file.read_text(encoding="utf-8") for file in [*PYTHON, *TEMPLATES]}
    every_text = "\n".join(texts.values())
    page_templates = {getattr(model, "template", None) for model in apps.get_models()}
    unused = []
    for file in TEMPLATES:
        inside = str(file).split("/templates/", 1)[1]
        elsewhere = every_text.replace(texts[file], "", 1) if inside in texts[file] else every_text
        if inside not in elsewhere and inside not in page_templates and not FOUND_BY_DJANGO.match(inside):
            unused.append(inside)
    assert unused == []


def _names(file: Path) -> set[str]:
    """What a pointer may name: functions, classes, assigned names and the `name=` of constraints."""
    names: set[str] = set()
    for node in ast.walk(tree(file)):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.keyword(arg="name", value=ast.Constant(value=str(name))):
                names.add(name)
    return names


def test_every_pointer_of_the_rules_resolves():
    """docs/RULES.md: | rule | `file::what holds it` | `file::test` |"""
    lines = (ROOT / "docs" / "RULES.md").read_text(encoding="utf-8").splitlines()
    rows = [
        line.split("|")[1:-1] for line in lines if line.startswith("| ") and not line.startswith("| rule")
    ]
    pointer = re.compile(r" `([\w/]+\.py)::(\w+)` ")
    broken = []
    for _rule, *cells in rows:
        for cell, is_proof in zip(cells, (False, True), strict=True):
            found = pointer.fullmatch(cell)
            file = found and next(
                (base / found[1] for base in (ROOT, SOURCE) if (base / found[1]).exists()), None
            )
            if not (found and file and found[2] in _names(file)) or is_proof != found[2].startswith("test_"):
                broken.append(cell)
    assert (len(rows) > 60, broken) == (True, [])


def test_the_table_of_settings_is_what_the_settings_declare():
    from quartierwerk.website.management.commands.settings_table import table

    assert table() in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_load_town_follows_the_layers():
    from quartierwerk.website.management.commands.load_town import LAYERS as LOADED

    assert set(LOADED) == set(LAYERS)
    assert demo.TownFolder.named("flensburg").name == "flensburg"
