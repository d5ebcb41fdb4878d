"""Which part of a page is the announcement: what it calls its main part, without what stands around it.

Menus, cookie notices and footers are told by their element, their role, their class, and by being nothing but links.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .visible import Skip, is_hidden, lines_of

ENOUGH = 60  # characters of text; a main part with less is an empty frame
HARDLY_ANY = 20  # characters; then what was taken for a menu was the page itself
_MAIN_NAMES = re.compile(
    r"^(?:content|main|inhalt|hauptinhalt|maincontent|main-content|content-main|page-content|contentarea|col-?main|mitte|middle)$",
    re.IGNORECASE,
)
_AROUND = {"nav", "footer", "aside"}  # an aside inside the main part is a box with time and place
_AROUND_ROLES = {
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "complementary",
}
_NEVER = {"nav", "menu"}
_NEVER_ROLES = {"navigation", "search", "dialog", "alertdialog", "menu", "menubar"}
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|cookiebanner|breadcrumbs?|brotkrumen?|skip-?links?|sprungmarken?|nav|navi|navigation|navbar|"
    r"menu|menue|mainmenu|submenu|metanav\w*|pagination|pager|paging|share|sharing|social|socialmedia|teilen|shariff)(?=$|[\s_-])",
    re.IGNORECASE,
)
# Inside the main part the foot of a card says when, and a “search-result” is what was looked for.
_NAMES_OUTSIDE = re.compile(
    r"(?:^|\s|site-|page-|main-|global-|l-)(?:footer|fusszeile|sidebar|widget-area|newsletter|related|toolbar|search|suche|searchbox|login|"
    r"comments?|respond)(?=$|[\s_-])",
    re.IGNORECASE,
)
_MOST_OF_PAGE = 0.3  # of the words; a frame around everything may well be called “has-sidebar”
_LINKS = 0.7  # of the characters of a list: then it is a menu
_SHORT_LINK = 40  # characters of a link in a menu, on average
_DATE = re.compile(
    r"\b\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8}\b)|\b\d{1,2}[.:]\d{2}\s?Uhr\b|\b\d{1,2}\s?Uhr\b"
)


@dataclass(frozen=True)
class MainPart:
    """`is_whole`: nothing was recognised, it is all that is seen."""

    element: Any
    skip: Skip
    is_whole: bool = False


def main_of(root: Any) -> MainPart:
    """Always finds something; the whole page where every part is too short or has lost the dates."""
    body = next(root.iter("body"), root)
    whole_skip = _skip(body, inside=False)
    whole = lines_of(body, whole_skip)
    for element in _candidates(body):
        skip = _skip(element, inside=True)
        text = lines_of(element, skip)
        if len(text) >= ENOUGH and (_DATE.search(text) or not _DATE.search(whole)):
            return MainPart(element, skip)
    if len(whole) >= HARDLY_ANY or not lines_of(body):
        return MainPart(body, whole_skip)
    return MainPart(body, lambda element: False, is_whole=True)


def _candidates(body: Any) -> Iterator[Any]:
    """From the surest to the least sure."""
    shown = [element for element in body.iter() if isinstance(element.tag, str) and not is_hidden(element)]
    yield from _alone(
        [element for element in shown if element.tag == "main" or element.get("role") == "main"]
    )
    yield from _alone([element for element in shown if "articleBody" in (element.get("itemprop") or "")])
    yield from _alone([element for element in shown if element.tag == "article"])
    names = [
        element for element in shown if element.tag != "body" and _MAIN_NAMES.match(element.get("id") or "")
    ]
    yield from sorted(names, key=lambda element: -len(lines_of(element)))


def _alone(elements: list[Any]) -> Iterator[Any]:
    """The only one, or what holds all of them."""
    if not elements:
        return
    if len(elements) == 1:
        yield elements[0]
        return
    ancestors = [set(element.iterancestors()) | {element} for element in elements]
    shared = set.intersection(*ancestors)
    yield next(element for element in (elements[0], *elements[0].iterancestors()) if element in shared)


def _skip(part: Any, *, inside: bool) -> Skip:
    """What is left out of `part`; inside a part that is called main, boxes and footers belong to it."""
    tags, roles = (_NEVER, _NEVER_ROLES) if inside else (_AROUND | _NEVER, _AROUND_ROLES)
    limit = _MOST_OF_PAGE * max(1, _length(part))

    def is_around(element: Any) -> bool:
        if element is part:
            return False
        if element.tag in tags or element.get("role") in roles:
            return not _holds_main(element)
        if _is_named_around(element, inside) and _length(element) < limit and not _holds_main(element):
            return not (inside and _DATE.search(" ".join(element.itertext())))
        return element.tag in ("ul", "ol", "div", "table", "td", "p") and _is_menu(element)

    return is_around


def _is_named_around(element: Any, inside: bool) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    return bool(names and (_NAMES.search(names) or (not inside and _NAMES_OUTSIDE.search(names))))


def _holds_main(element: Any) -> bool:
    return any(inner.tag in ("main", "article", "h1") for inner in element.iter())


def _is_menu(element: Any) -> bool:
    """Several short links and hardly anything else; links that name a day lead to events and stay."""
    links = [" ".join("".join(link.itertext()).split()) for link in element.iter("a")]
    linked = sum(map(len, links))
    if len(links) < 4 or linked > _SHORT_LINK * len(links):
        return False
    text = " ".join("".join(element.itertext()).split())
    return linked > _LINKS * len(text) and not _DATE.search(text) and "@" not in text


def _length(element: Any) -> int:
    return sum(len(said.strip()) for said in element.itertext())
