"""Every verb that some action keeps in the audit log has words a reader understands."""

import ast
from pathlib import Path

import pytest

from quartierwerk.core import audit

SOURCE = Path(__file__).resolve().parent.parent / "src" / "quartierwerk"
CODE = [
    file for file in sorted(SOURCE.rglob("*.py")) if not {"tests", "testing", "migrations"} & set(file.parts)
]


def calls(tree, *names):
    """Calls of `name(…)` or `module.name(…)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
            yield node


def verb_of(call):
    """What a call says as its verb: first, or by the keyword."""
    return next((word.value for word in call.keywords if word.arg == "verb"), None) or call.args[0]


def recorders(tree):
    """Functions of a file that hand a verb of their caller on to the log."""
    for function in ast.walk(tree):
        own = calls(function, "audit.record") if isinstance(function, ast.FunctionDef) else ()
        if any(isinstance(verb_of(call), ast.Name) for call in own):
            yield function.name


SHARED = {
    name
    for file in CODE
    for name in recorders(ast.parse(file.read_text(encoding="utf-8")))
    if not name.startswith("_")
}


def recorded(tree):
    return [verb_of(call) for call in calls(tree, "audit.record", *SHARED, *recorders(tree))]


VERBS = sorted(
    {
        verb.value
        for file in CODE
        for verb in recorded(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(verb, ast.Constant)
    }
)


def test_the_verbs_of_the_code_are_found():
    assert {"registered", "event moved", "needs deleted", "role granted"} <= set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_has_words_for_the_reader(verb):
    assert audit.word_of(verb) != verb


def test_a_verb_stands_in_the_call_or_comes_from_a_caller():
    for file in CODE:
        odd = [
            verb
            for verb in recorded(ast.parse(file.read_text(encoding="utf-8")))
            if not isinstance(verb, ast.Constant)
        ]
        assert {ast.unparse(verb) for verb in odd} <= {"verb"}, file


def test_no_words_stand_for_a_verb_that_nobody_records():
    assert set(audit._words) == set(VERBS)
