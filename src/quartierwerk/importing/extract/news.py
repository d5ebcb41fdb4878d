"""The news item of an article: title, teaser, paragraphs; the persons named as contacts; figures about people."""

import re
from dataclasses import replace
from datetime import date

from .articles import Article
from .descriptions import is_prose, lead, paragraphs, sentences
from .draft import ContactDraft, FigureDraft, NewsDraft, Value
from .groups import is_date_alone
from .headlines import says_who
from .layout import Line, is_chrome
from .lettering import in_normal_case
from .no_titles import is_no_title, is_only_a_house, is_said_to_somebody
from .reading import Reading

UNTITLED = 0.3  # confidence in a title that is only how the text begins
_FIRST_LINES = 6  # in which the title is looked for
_LONGEST_SENTENCE = 80  # characters
_ENDS_PROSE = re.compile(r"(?<!\be\.\sV)(?<!\be\.V)\.$|[,;]$")
_PATH = re.compile(r"\S\s[>»|]\s\S")  # Start > Verein > Aktuelles
_SHOUTS = re.compile(r"!{2,}")
_MOST_LINES = 60  # in which the first sentences are looked for
_ROLE = (
    r"(?:Ansprechpartner(?:in)?|Quartiersentwickler(?:in)?|Quartiersmanager(?:in)?|Stadtteilmanager(?:in)?|"
    r"Leiter(?:in)?|Leitung|Koordinator(?:in)?|Sachbearbeiter(?:in)?|Referent(?:in)?|"
    r"Beauftragte[r]?|"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:entwickler|manager|koordinator|beauftragte|leiter|berater|betreuer|referent|vorsitzende|pfleger)(?:in|r)?)"
)
_CONTACT_LINES = re.compile(
    rf"(?:^|\n)(?P<role>{_ROLE})[:,]?\s{{0,3}}\n?\s{{0,3}}(?P<name>(?:(?:Dr\.|Prof\.|"
    rf"Frau|Herr)\s)?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?\s[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?)\s*(?=\n|"
    rf",|$|\()"
)
_PEOPLE = (
    r"(?:Personen|Menschen|Einwohner(?:innen)?(?: und Einwohner)?|Haushalte[n]?|Kinder(?:n)?|"
    r"Familien|Seniorinnen und Senioren|Senioren|Bürger(?:innen und Bürger)?|Jugendliche[n]?|"
    r"Ältere|Alleinerziehende|Arbeitslose|Geflüchtete|Rentner(?:innen)?|Wohnungen)"
)
_FIGURE = re.compile(
    rf"(?P<number>\d{{1,3}}(?:[. ]\d{{3}}){{1,3}}|\d{{2,7}}(?:,\d+)?|\d{{1,2}}(?:,\d+)?(?=\s(?:Prozent|"
    rf"%)))\s(?P<unit>{_PEOPLE}|Prozent(?: der {_PEOPLE})?|%)(?!\w)"
)
_STATES = re.compile(
    r"\b(?:aktuell|derzeit|momentan|zurzeit|leben|lebt|wohnen|beziehen|bezieht|sind "
    r"(?:\w+ )?(?:auf|arbeitslos|älter|über|von|betroffen)|anteil|anzahl|insgesamt leben|"
    r"gemeldet|im durchschnitt|gestiegen|statistik)\b",
    re.IGNORECASE,
)
_OF_AN_EVENT = re.compile(
    r"\b(?:teilnehm|besuch|gäste|platz|plätze|anmeld|begrenzt|kamen|mitgemacht|zuschauer)", re.IGNORECASE
)


def news_item(reading: Reading, article: Article) -> NewsDraft | None:
    """None where no word of it is for the public."""
    lines = _own_lines(reading, article)
    if not lines:
        return None
    head = _head(reading, lines)
    below = [line for line in lines if line is not head]
    body = _paragraphs(reading, below)
    if head is None and not body:
        return None
    title = _title(reading, head, body)
    start, end = lines[0].start, lines[-1].end
    published = _published(reading, article.dateline, article.published) if article.dateline else None
    if published is None and article.published:
        published = Value(article.published)
    return NewsDraft(reading.text.span(start, end), title, _teaser(reading, below), body, published)


def _own_lines(reading: Reading, article: Article) -> list[Line]:
    """Without what pages say around their text."""
    every = [line for line in reading.layout.lines if article.body <= line.start < article.end]
    found = [line for line in every if not is_chrome(reading.layout.said(line))]
    dateline = article.dateline
    return [line for line in found if dateline is None or not (line.start <= dateline.start < line.end)]


def _head(reading: Reading, lines: list[Line]) -> Line | None:
    """The first line that is a title: behind what is said to those who publish, “Start > Aktuelles”, a day, who invites."""
    titles: list[Line] = []
    for number, line in enumerate(lines[:_FIRST_LINES]):
        words = reading.layout.said(line)
        if is_said_to_somebody(words):
            continue
        if not _is_title(reading, line, len(lines) - number):
            break
        titles.append(line)
    own = (line for line in titles if _names_it(reading, line))
    return next(own, titles[0] if titles else None)


def _names_it(reading: Reading, line: Line) -> bool:
    words = reading.layout.said(line)
    is_frame = _PATH.search(words) or is_no_title(words) or is_date_alone(reading, line)
    return not (is_frame or _is_who_or_where(words))


def _is_who_or_where(words: str) -> bool:
    """“Heimatverein Musterstadt e. V.”, “Gemeindehaus Nord”: who or where, not what."""
    return says_who(words) or is_only_a_house(words)


def _is_title(reading: Reading, line: Line, count: int) -> bool:
    words = reading.layout.said(line)
    if reading.around.is_letter and reading.layout.sentence_at(line.start)[1] != line.end:
        return False
    return count > 1 and len(words) <= 120 and not _ENDS_PROSE.search(words) and not line.bullet


def _title(reading: Reading, head: Line | None, body: tuple[Value[str], ...]) -> Value[str]:
    if head is not None:
        is_who = _is_who_or_where(reading.layout.said(head))
        said = _value(reading, head.text_start, head.end, UNTITLED if is_who else 0.9)
        words = _SHOUTS.sub("!", in_normal_case(said.value, reading.plain))
        return said if words == said.value else replace(said, value=words)
    if subject := reading.subject:
        return subject
    own = [each for each in body if not is_said_to_somebody(each.value)] or list(body)
    first = own[0] if own else Value("Ohne Titel", (), 0.1)
    return Value(_beginning(reading, first), first.spans, UNTITLED)


def _beginning(reading: Reading, words: Value[str]) -> str:
    """The first sentence where it is short, else its beginning."""
    start, end = (
        reading.layout.sentence_at(reading.text.plain_place(words.spans[0].start)) if words.spans else (0, 0)
    )
    first = reading.text.said(start, end) or words.value
    return first if len(first) <= _LONGEST_SENTENCE else first[:_LONGEST_SENTENCE].rsplit(" ", 1)[0] + " …"


def _value(reading: Reading, start: int, end: int, confidence: float = 0.9) -> Value[str]:
    return Value(reading.text.said(start, end).strip("# "), (reading.text.span(start, end),), confidence)


def _paragraphs(reading: Reading, lines: list[Line]) -> tuple[Value[str], ...]:
    told = (_value(reading, *each) for each in paragraphs(reading, lines))
    return tuple(each for each in told if each.value)


def _teaser(reading: Reading, lines: list[Line]) -> Value[str] | None:
    """The first sentences, as many as fit; where there is none, the first words."""
    told = sentences(reading, paragraphs(reading, lines[:_MOST_LINES]))
    prose = [each for each in told if is_prose(reading, each)]
    return lead(reading, prose[:2] or told[:1], 0.7)


def _published(reading: Reading, mention: object, day: date | None) -> Value[date] | None:
    start, end = getattr(mention, "start", 0), getattr(mention, "end", 0)
    return Value(day, (reading.text.span(start, end),), 0.95) if day else None


def contacts(reading: Reading) -> tuple[ContactDraft, ...]:
    """Persons under the name of their office, with the numbers that follow within a few lines."""
    found = []
    for match in _CONTACT_LINES.finditer(reading.plain):
        stop = min(match.end() + 300, len(reading.plain))
        phones = [each.phone for each in reading.phones.within(match.end(), stop)][:3]
        mails = [each.email for each in reading.emails.within(match.end(), stop) if each.email][:2]
        streets = reading.addresses.within(match.end(), stop)[:1]
        if phones or mails:
            span = _value(reading, match.start("name"), match.end("name"))
            street = _value(reading, streets[0].start, streets[0].end) if streets else None
            found.append(
                ContactDraft(
                    span,
                    _value(reading, match.start("role"), match.end("role")),
                    street,
                    tuple(phones),
                    tuple(mails),
                )
            )
    return tuple(found[:20])


def figures(reading: Reading) -> tuple[FigureDraft, ...]:
    """Numbers of people, said as a state of the town; guests and places of an event are none."""
    found = []
    for match in _FIGURE.finditer(reading.plain):
        start, end = reading.layout.sentence_at(match.start())
        sentence = reading.plain[start:end]
        if _STATES.search(sentence) and not _OF_AN_EVENT.search(sentence):
            number = re.sub(r"[. ](?=\d{3})", "", match["number"]).replace(",", ".")
            value = Value(
                float(number), (reading.text.span(match.start("number"), match.end("number")),), 0.7
            )
            found.append(
                FigureDraft(
                    value,
                    reading.text.said(match.start("unit"), match.end("unit")),
                    reading.text.said(start, end),
                )
            )
    return tuple(found[:20])
