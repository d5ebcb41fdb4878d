"""Whose number it is. Texts name numbers that are not of their events: of the paper, of a driving service, of who has the key.

`_SERVICES` are such things by name, `_WISHES` what somebody else may want. They count where nobody is asked to register or
to inquire, and not where the event itself is one: “Rentenberatung am 3. Mai, Tel. …”.
"""

import re

from .reading import Reading
from .segments import Group

_MAKERS = re.compile(  # who makes the paper knows nothing of the event
    r"\b(?:Redaktion\w*|Anzeigen\w*|Vertrieb|Abo(?:nnement\w*|service)?|Leserbrief\w*|Verlag|Herausgeber(?:in)?|Webmaster|Impressum|"
    r"Layout|Satz|Druck|Presse(?:kontakt|stelle|sprecher(?:in)?|anfragen)?)\b[^.!?\n]{0,40}:\s[^!?\n]{0,60}$"
)
_SERVICES = (
    r"\w*fahrdienst\w*|\w*bürgerbus\w*|anruf-?sammel-?taxi|"
    r"\w*beratung(?!sstelle)|\w*seelsorge|\w*besuchsdienst\w*|\w*pflegedienst\w*|sozialstation|essen auf rädern|"
    r"\w*notdienst|bereitschaftsdienst|notruf|\w*notruf|\w*störungsdienst|notfall\w*|sorgentelefon|"
    r"bürgertelefon|hilfetelefon|frauenhaus|leserservice|kundenservice|fundbüro|fundsachen|\w*vermietung|hausmeister(?:in|dienst)?|hauswart|küster(?:in)?|mesner(?:in)?|platzwart"
)
_WISHES = (
    r"\w*spenden? (?:nimmt|nehmen|bitte|können|werden)|(?:gemietet|angemietet) werden|wer spenden|mitglied (?:werden|zu werden)|"
    r"schlüssel (?:gibt|bekommen|liegt|hat)|"
    r"störungen|verloren hat|\bschäden (?:melden|bitte)|(?:im|bei einem) notfall"
)
_SOMETHING_ELSE = re.compile(rf"(?<![\w-])(?P<what>{_SERVICES}|{_WISHES})", re.IGNORECASE)
_IS_ASKED = re.compile(
    r"\b(?:bei|beim|über|durch|von|vom|im|in|an)\s(?:\w+\s){0,2}$", re.IGNORECASE
)  # “bei der Pflegeberatung”
_IS_FOR_IT = re.compile(
    r"\banmeld\w*\s(?:für|zu|zum|zur)\s(?:\w+\s){0,2}$", re.IGNORECASE
)  # “Anmeldung für den Fahrdienst”
_FOR_THAT = re.compile(r"\banmeld\w*\s(?:dafür|hierfür|dazu|hierzu)\b", re.IGNORECASE)
_ASKS_FOR_THE_EVENT = re.compile(
    r"\b(?:vor)?anmeld|\banzumelden|\bmelde\w* (?:sie )?(?:sich|euch)|\bkarten\b|\breservier|\binfo|\bauskunft|\bauskünfte|\bfragen|rückfragen|"
    r"\bveranstalter",
    re.IGNORECASE,
)
_GOES_ON = re.compile(  # a sentence about what the one before it named
    r"\W*(?:(?:bitte )?(?:rufen sie|ruft|anrufen)|tel|fon|termine?\b|terminvereinbarung|(?:zu )?erreich|sie erreichen|erreichbar|kontakt|"
    r"(?:vor)?anmeldung|anmelden|(?:bitte )?melden sie|melde|unter\b|nummer|ansprechpartner)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:gemeinde|pfarr|kirchen|stadtteil|bürger|vereins|quartiers)-?(?:büros?|ämter|amt|sekretariat)\b|\bgeschäftsstelle\b|\bsekretariat\b",
    re.IGNORECASE,
)
_HAS_HOURS = re.compile(
    r"\bgeöffnet\b|\b(?:öffnungs|sprech|büro|dienst)zeit|\d\s?(?:uhr|h)\b|(?:mo|di|mi|do|fr)\w*\.?,?\s\d",
    re.IGNORECASE,
)
_NEAR = 160  # characters before a number that say whose it is
_BEGINS = 60  # characters of the sentence before it


def is_of_something_else(reading: Reading, group: Group, place: int, *, is_alone: bool) -> bool:
    """Whether the number or the address at this place is of something else than the event of the group."""
    start, end = reading.layout.sentence_at(place)
    line = reading.layout.line_at(place)
    before = reading.plain[max(start, line.start, place - _NEAR) : place]
    if _MAKERS.search(before):
        return True
    sentence = reading.plain[start:end]
    asks = _ASKS_FOR_THE_EVENT.search(sentence)
    for match in _SOMETHING_ELSE.finditer(before):
        lead = before[: match.start()]
        is_for_it = _IS_FOR_IT.search(lead) or _FOR_THAT.search(before, match.end())
        is_meant = is_for_it if asks else not _IS_ASKED.search(lead)
        if is_meant and not _is_the_event(reading, group, match["what"]):
            return True
    if _GOES_ON.match(sentence) and _follows_something_else(reading, group, start):
        return True
    is_an_office = _OFFICE.search(before) and _HAS_HOURS.search(sentence)
    return bool(is_an_office and not is_alone and not asks and not _asks_before(reading, start))


def _asks_before(reading: Reading, start: int) -> bool:
    """“Anmeldung ist erforderlich. Das geht in der Geschäftsstelle (Mo-Do 9-12 Uhr) oder telefonisch: …”"""
    layout = reading.layout
    first, last = layout.sentence(layout.sentence_number(start) - 1)
    is_beside = last > 0 and layout.line_at(first).block == layout.line_at(start).block
    return is_beside and _ASKS_FOR_THE_EVENT.search(reading.plain, first, last) is not None


def _follows_something_else(reading: Reading, group: Group, start: int) -> bool:
    """“Rentenberatung gibt es nur nach Vereinbarung. Rufen Sie bitte an: …”"""
    layout = reading.layout
    first, last = layout.sentence(layout.sentence_number(start) - 1)
    if last == 0 or layout.line_at(first).block != layout.line_at(start).block:
        return False
    if reading.dates.within(first, last, 1):
        return False
    match = _SOMETHING_ELSE.search(reading.plain, first, min(last, first + _BEGINS))
    return match is not None and not _is_the_event(reading, group, match["what"])


def _is_the_event(reading: Reading, group: Group, what: str) -> bool:
    """It stands in the heading, or beside the day."""
    layout, section = reading.layout, group.section
    heading = section.heading if section else None
    own = [(group.line.start, group.line.end) if group.is_row else layout.sentence_at(group.at)]
    own += [(heading.start, heading.end)] if heading else []
    return any(what.lower() in reading.text.small[start:end] for start, end in own)
