"""Where long German words may break: at seams of compounds that their letters give away.

Browsers hyphenate where they have the patterns of the language; those without break anywhere, without a hyphen. A soft
hyphen at a sure seam serves both. Seams that letters do not tell for sure are left out. The library for it, pyphen, would
know more seams and cost every worker 23 MB.
"""

import re

LONG = 12  # letters; shorter words fit everywhere
SOFT_HYPHEN = "\u00ad"
# The first words that towns use most, and what ends the first part of a compound: endings with a linking s.
_FIRST = (
    "senioren|familien|generationen|stadtteil|quartiers|bürger|gesundheits|frauen|kinder|jugend|straßen|eltern|mieter|"
    "ehrenamts|pflege|kultur|gemeinde|weihnachts|sommer|nachbar|migranten"
)
_ENDS = "schafts|heits|keits|ungs|ions|itäts|[chgd]tnis|[chgd]nis|[a-zäöüß]stätten"
_IS_ENDING = "inn|lich|rin|schaft|isch|tum|chen|lein"  # of the same word: Nachbarinnen, Jugendliche
_SEAM = re.compile(
    rf"(\b(?:{_FIRST})|[a-zäöüß]{{3,}}?(?:{_ENDS}))(?!{_IS_ENDING})(?=[a-zäöüß]{{4,}})", re.IGNORECASE
)
_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")


def with_soft_hyphens(text: str) -> str:
    """`Nachbarschafts­frühstück`: soft hyphens at the seams of long words, all else as it was."""
    return _WORD.sub(lambda word: _SEAM.sub(rf"\1{SOFT_HYPHEN}", word[0]), text)
