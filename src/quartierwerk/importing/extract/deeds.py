"""What one does names what it is, though no noun says so: “Am 3. Mai liest die Autorin …” is a reading, “führt … durch das Dorf”
a guided tour of it.
"""

import re
from dataclasses import dataclass

from .draft import Doubt, DoubtKind, Value
from .frames import CAP, QUOTED, THE
from .reading import Reading

_BETWEEN = r"(?:[^.!?;:]|(?<=\d)\.){0,90}?"  # within the sentence
_NOUNS = rf"(?:{THE})?(?:[a-zäöüß]+e[nrms]?\s)?{CAP}(?:\s(?:{CAP}|der\s{CAP}|des\s{CAP})){{0,1}}"
_THROUGH = rf"\b(?:durch|über|rund um|entlang)\s{_NOUNS}"
_TO = rf"\b(?:nach|zum|zur|rund um|durch|auf den|entlang)\s(?!Verfügung|Hause){_NOUNS}"
_ABOUT = rf"\b(?:über|zum Thema|zu)\s(?:{_NOUNS}|{QUOTED})"
_OUT_OF = rf"\baus\s(?:{THE})?(?:[a-zäöüß]+e[nrms]?\s)?(?:{CAP}\s)?(?P<work>{QUOTED})"


@dataclass(frozen=True)
class Deed:
    """`of`: what is said of its object, which is part of the name; a group `work` stands for it."""

    name: str
    verb: str
    of: str = ""
    is_clear: bool = True  # more than a part of what happens there


DEEDS = (
    Deed("Lesung", rf"liest|lesen\b(?={_BETWEEN}\baus\b)", _OUT_OF),
    Deed("Konzert", r"konzertier(?:t|en)|musizier(?:t|en)"),
    Deed("Vortrag", r"referier(?:t|en)|spricht", _ABOUT),
    Deed("Diskussion", r"diskutier(?:t|en)"),
    Deed("Führung", rf"führ(?:t|en)\b(?={_BETWEEN}\bdurch\b)", _THROUGH),
    Deed("Wanderung", r"wander(?:t|n)", _TO),
    Deed("Radtour", r"radel(?:t|n)", _TO),
    Deed("Fahrt", rf"(?:fährt|fahren)\b(?={_BETWEEN}\bnach\b)", rf"\bnach\s{CAP}", is_clear=False),
    Deed("Blutspende", r"spenden?\s(?:Sie\s)?Blut|Blut\s?(?:zu\s)?spenden?|Blutspende\w*"),
    Deed("Einweihung", r"eingeweiht|eingesegnet|weih(?:t|en)\b(?=[^.!?]{0,90}\bein\b)", is_clear=False),
    Deed("Aufräumaktion", rf"räum(?:t|en)\b(?={_BETWEEN}\bauf\b)", is_clear=False),
    Deed("Putzaktion", r"putz(?:t|en)|säuber[tn]|reinig(?:t|en)", is_clear=False),
    Deed("Pflanzaktion", r"pflanz(?:t|en)", is_clear=False),
    Deed("Sammlung", r"sammel[tn]", is_clear=False),
    Deed("Probe", r"prob(?:t|en)", is_clear=False),
    Deed("Singen", r"sing(?:t|en)", is_clear=False),
    Deed("Grillen", r"grill(?:t|en)", is_clear=False),
    Deed("Basteln", r"bastel[tn]", is_clear=False),
    Deed("Backen", r"back(?:t|en)", is_clear=False),
    Deed("Kochen", r"koch(?:t|en)", is_clear=False),
)
_FORMS = tuple(
    (deed, re.compile(rf"\b(?:{deed.verb})\b"), re.compile(deed.of) if deed.of else None) for deed in DEEDS
)


def what_is_done(reading: Reading, start: int, end: int, *, is_clear: bool = False) -> Value[str] | None:
    """The name of the first deed of the table that this sentence tells, with its object; `is_clear`: only of such."""
    for deed, verb, of in _FORMS:
        said = verb.search(reading.plain, start, end) if deed.is_clear or not is_clear else None
        if said is None:
            continue
        spans = [reading.text.span(*said.span())]
        name = deed.name
        if of and (what := of.search(reading.plain, said.end(), min(end, said.end() + 200))):
            place = what.span("work") if "work" in of.groupindex else what.span()
            spans.append(reading.text.span(*place))
            name = f"{name} {reading.text.said(*place)}"
        return Value(name, tuple(spans), 0.2, (Doubt(DoubtKind.TITLE_GUESSED, spans[0]),))
    return None
