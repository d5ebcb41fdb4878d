"""Kinds in the words that Open311 clients of German towns know as `keywords`: `problem`, `idee`, `tipp`."""

from ..enums import Kind

KEYWORD_OF = {
    Kind.PROBLEM: "problem",
    Kind.CONCERN: "problem",
    Kind.IDEA: "idee",
    Kind.PRAISE: "tipp",
}
KEYWORDS = ",".join(dict.fromkeys(KEYWORD_OF.values()))
# What a client may send as `attribute[art]`; finer than the keywords, so that nothing is lost on the way in.
KIND_OF = {"problem": Kind.PROBLEM, "idee": Kind.IDEA, "anliegen": Kind.CONCERN, "tipp": Kind.PRAISE}
