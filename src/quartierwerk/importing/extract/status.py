"""Whether an event is off or moved. What only might happen (“bei Regen fällt es aus”) is neither, nor what was once off.

Each table is a list of wordings; the words between may be other words of the same sentence, days and numbers, too.
"""

import re

from .draft import Status

_SOME = r"\b[^!?;]{0,240}\b"  # the rest of a German clause between its verb and what belongs to it
_ENDS = r"(?=\s*(?:$|[.,;:!?)\]\"/|-]|(?:und|oder|sowie|sondern|wegen|weil|da|aber|außer|bis|statt|aufgrund|auf grund)\b))"
_HELD = (
    r"(?:stattfinden|durchgeführt|abgehalten|ausgerichtet|aufrechterhalten|eingehalten|angeboten|realisiert)"
)
_FEES = r"(?:gebühr|beitrag|eintritt|kosten|pflicht|anmeldung|zuschlag)"


def _any(*wordings: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in wordings), re.IGNORECASE)


_OFF = _any(
    r"\babgesagt",
    r"\b(?:fällt|fallen)(?: \w+){0,2} (?:aus|flach|ins wasser)\b",
    rf"\b(?:fällt|fallen){_SOME}(?:aus|flach|ins wasser)\b{_ENDS}",
    r"\bentf(?:ällt|allen|iel)\b",
    r"\bausfallen\b|\bausgefallen\b|\bausfall\b|\bausfällt\b",
    rf"\b(?:findet|finden|kann|können|wird|werden){_SOME}nicht statt(?:finden)?\b",
    rf"\b(?:kann|können|konnte)n?{_SOME}nicht (?:mehr |länger |wie \w+ )?(?:am [^,;]{{1,40}} )?{_HELD}\b",
    rf"\bweder\b{_SOME}noch\b{_SOME}(?:statt|{_HELD})\b",
    r"\bfinde[nt]+ (?:\w+ ){0,2}nicht wie (?:geplant|vorgesehen|angekündigt) statt\b",
    rf"\b(?:sagt|sagen|sagte){_SOME}ab\b",
    r"\babsage[n]?\b(?![^.!?;]{0,60}\b(?:möglich|bis|bitte|telefonisch|mitteilen|spätestens)\b)",
    rf"\b(?:entschieden|entschlossen|gezwungen|veranlasst|beschlossen|bewogen|dazu|leider|herzens|schwer){_SOME}abzusagen\b",
    rf"\b(?:muss|müssen|wird|werden|haben|hat){_SOME}auf (?:den|die|das|ihr\w*|unser\w*|sein\w*) {_SOME}verzichte[nt]\b",
    rf"\b(?:beschlossen|entschieden|entschlossen|gezwungen){_SOME}auf (?:den|die|das|ein\w*|unser\w*) {_SOME}zu verzichten\b",
    r"\bzum opfer\b",
    r"\bgestrichen\b|\bgecancelt|\bleider(?: \w+){0,6} streichen\b",
    rf"\b(?:wird|werden){_SOME}nicht (?:mehr )?{_HELD}\b",
    r"^\W*keine?\s[\w-]+\sam\b",
    r"\bnicht (?:stattfinden|durchgeführt) (?:wird|werden|kann|können)\b",
    r"\bnicht (?:durchzuführen|abzuhalten|auszurichten|anzubieten|zu veranstalten|stattfinden zu lassen)\b",
    r"\bwird es\b[^!?;]{0,100}\b(?:nicht|keine?\b[^.!?;]{0,60}) geben",
    r"\bstorniert\b",
    r"\b(?:ersatz|nachhol|ausweich)termin\w*\b[^.!?;]{0,40}\b(?:noch|folgt|rechtzeitig|gesucht)\b",
)
# “Am 27. Dezember findet kein Gottesdienst statt”, in the sentence of the day
_NOT_HELD = _any(
    r"\bfindet\b[^.!?;,]{0,80}\bkeine?\b[^.!?;,]{0,60}\bstatt\b",
    r"\bist\b[^.!?;,]{0,60}\bkeine?\s\w*(?:gottesdienst|treffen|probe|training|andacht|messe|kurs|singstunde|gruppenstunde)\b",
)
_MOVED = _any(
    r"\bverschoben|\bverschieb(?:t|en|ung)\b",
    r"\bvorverlegt|\bvorgezogen",
    r"\bverlegt\b(?![^.]{0,40}\b(?:in den|in die|ins|in das) (?!\d))",
    r"ersatztermin|nachholtermin",
    r"\bnachgeholt",
    r"neuer termin(?:\sist|:)\s",
)
_NEW_DAY = _any(
    r"(?:verschoben|\w*verlegt|verschiebt|verschieben|vorgezogen)\b",
    r"(?:ersatz|nachhol)termin\w*\b(?![^.!?;]{0,40}\b(?:noch|folgt|rechtzeitig|gesucht)\b)",
    r"nachgeholt",
)
_OF_ITSELF = _any(r"\bnachgeholt")  # said in another sentence, it is something else that is held later
_TO_A_PLACE = _any(r"\b(?:in (?:den|die|das)|ins|nach)\s(?:(?!auf\b)[\w-]+\s){1,4}verlegt\b")
_TO_THIS_DAY = re.compile(
    r"\b(?:auf|verschoben|verlegt|sondern(?: erst| schon| bereits)?|neuer termin\b.{0,20}|(?:ersatz|nachhol)termin\b.{0,60})"
    r"\W*(?:den|das|dem|am|ist)?\W*(?:\w+tag\W*)?(?:de[nm]\W*)?$",
    re.IGNORECASE,
)
_TO_NO_DAY = _any(
    r"\bauf (?:zunächst |vorerst )?unbestimmte zeit\b|\bbis auf weiteres\b",
    r"\b(?:angesetzt|terminiert|festgelegt)e[nr]?\b",
    r"\bauf (?:einen |den )?(?:späteren?|noch unbekannten) (?:zeitpunkt|termin)",
)
_HELD_LATER = _any(r"\bnachgeholt")
INSTEAD = _any(r"\b(?:dafür|stattdessen|ersatz\w*|sondern|neue[rn]?|nachdem|nun)\b")
_PERHAPS = _any(
    r"\bbei (?:\w+ ){0,2}(?:\w*regen|\w*wetter|sturm|\w*wind|gewitter|glätte|glatteis|schnee|frost|nässe|hitze|hochwasser|waldbrandgefahr)\b",
    r"\bbei zu \w+ (?:anmeldungen|teilnehm\w+|interesse|beteiligung)\b",
    r"\b(?:falls|wenn|gegebenenfalls|möglicherweise)\b|(?:^\W*|[,;:]\s|\bund\s)sollten?\b",
    r"anmeld\w*[^.]{0,40}absage|\bbei absage|\bim falle? einer absage",
    r"\b(?:derzeit|zurzeit|momentan)\b[^.!?;]{0,20}\bnicht\b",
    r"\b(?:eine|etwaige|eventuelle|mögliche|entsprechende) absage (?:ist|wäre|wird|kann|würde|erfolgt|schriftlich|telefonisch)\b",
    r"\bstatt absage|\b(?:erst )?überlegt\b",
    r"\babsagen (?:möchte|kann|muss|will|bitte)",
)
_NOT_SO = _any(
    r"\bnicht (?:aus(?:fallen|fällt|gefallen)?|abgesagt|abzusagen|entfallen|verschoben)\b(?! \w+(?:er|en|em)\b)",
    r"\bentf(?:ällt|allen) nicht\b",
    r"\b(?:ausfallen|entfallen|abgesagt|verschoben) (?:wird|werden|muss)\b[^.!?;,]{0,40}\bnicht\b",
    r"\banschließende[nrs]?\b[^.!?;]{0,60}\b(?:entf[aä]ll|f[aä]ll|ausfall)",
    rf"{_FEES}\w*(?: \w+){{0,3}} entf[aä]ll|\b(?:haltestelle|linie|parkpl[aä]tz)\w*\b[^.!?;]{{0,80}}\bentf[aä]ll",
)
_WAS_TO_BE = _any(
    r"\b(?:geplant|vorgesehen|angesetzt) (?:war|waren)\b|\b(?:war|waren)\b[^!?;]{0,80}\b(?:geplant|vorgesehen|angesetzt)\b",
    r"\bhätten?\b[^!?;]{0,120}\bsollen\b",
)
_BECAUSE = _any(
    r"(?:^|[:.!?(]\s)\W*(?:weil|da (?:die|der|das|es|wir|sich|dies\w*|ein\w*|unser\w*)|nachdem|obwohl|obgleich)\b"
)
_ONCE = _any(
    r"\b(?:abgesagt|ausgefallen|verschoben|vorgezogen|vorverlegt|verlegt|gestrichen)e[nrms]?\s",
    r",\s(?:der|die|das|welche[rs]?)\s[^,;]{0,120}\b(?:ausgefallen|abgesagt|ausfallen|entfallen|verschoben)\b[^,;]{0,30},",
)  # fmt: skip
_LAST_TIME = _any(
    r"\b(?:letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?|damals|vorjahr\w*)\b[^.!?;]{0,60}\b(?:abgesagte|ausgefallene)[nrms]?\s"
)
# In another sentence: what is only a part of the programme.
_PART = _any(
    r"\b(?:fällt|fallen|entf[aä]ll\w*)\b[^.!?;]{0,40}\b(?:das|die|der) (?:übliche|sonst|reguläre|gewohnte|regelmäßige|normale)\w*\b",
    r"\b(?:auftritt|programmpunkt|hüpfburg|feuerwerk|kuchenbuffet|bewirtung|siegerehrung|livestream|übertragung)\b[^.!?;]{0,80}\b(?:entf|aus)",
)
# In another sentence: when a series does not take place.
_AT_TIMES = _any(
    r"\b(?:in|während) (?:de[nr] )?\w*ferien\b|\ban (?:\w+ )?feiertagen\b|\bzwischen den (?:jahren|feiertagen)\b"
)
_AFTER_IT = _any(r"\bnach\b[^,;]{0,60}?\b(?:absagen?|ausfall|ausfällen|verschiebung)\b")
_NO = r"(?:(?!\b(?:nicht|keine?)\b)[^!?;])"
TAKES_PLACE = _any(
    rf"\b(?:findet|finden)\b{_NO}{{0,240}}\bstatt(?:finden)?\b",
    r"\b(?:treffen|trifft|sehen) (?:wir uns|sich)\b|\bwir (?:treffen|sehen) uns\b",
    r"\b(?:feiern wir|wir feiern|lädt|laden|steigt|geht es los)\b",
)


CONTINUES = _any(r"^\W*(?:(?:dies|das|diese) betrifft|betroffen|darunter|ebenfalls|auch|das gilt)\b")


def status(sentence: str, *, is_own: bool = True) -> Status:
    """`is_own`: the sentence of the date itself, not the next one."""
    sentence = _without_what_was(sentence)
    if (
        is_own
        and _WAS_TO_BE.search(sentence)
        and not (_MOVED.search(sentence) or TAKES_PLACE.search(sentence))
    ):
        return Status.CANCELLED
    if is_own and _NOT_HELD.search(sentence) and not _PERHAPS.search(sentence):
        return Status.CANCELLED
    if not (_OFF.search(sentence) or _MOVED.search(sentence)):
        return Status.SCHEDULED
    if not is_own and (_PART.search(sentence) or _AT_TIMES.search(sentence)):
        return Status.SCHEDULED
    if _PERHAPS.search(sentence) or _NOT_SO.search(sentence) or _was_once(sentence):
        return Status.SCHEDULED
    if _off(sentence) and not _NEW_DAY.search(sentence):
        return Status.CANCELLED
    if _TO_A_PLACE.search(sentence):
        return Status.SCHEDULED
    moved = _MOVED.search(sentence)
    return Status.POSTPONED if moved and (is_own or not _OF_ITSELF.match(moved[0])) else Status.SCHEDULED


def _off(sentence: str) -> re.Match[str] | None:
    """Unless it only gives the reason: “Weil das Fest ausfallen musste, …”."""
    found = _OFF.search(sentence)
    clause = re.split("[,;]", sentence[: found.start()])[-1] if found else ""
    return None if _BECAUSE.search(clause) else found


def _without_what_was(sentence: str) -> str:
    """“Nach dem Ausfall im Vorjahr wird der Maibaum wieder aufgestellt”; every word stays where it is."""
    return _AFTER_IT.sub(lambda match: " " * len(match[0]), sentence)


def _was_once(sentence: str) -> bool:
    """“Das im März ausgefallene Konzert findet am 3. Mai statt”, “Karten der letzten, wegen Corona abgesagten Feier gelten”."""
    return bool(_ONCE.search(sentence) and TAKES_PLACE.search(sentence)) or bool(_LAST_TIME.search(sentence))


def is_new_day(before: str, sentence: str) -> bool:
    """Whether a date is the one something is moved to; `before`: what stands before it in its sentence."""
    is_moved_here = _TO_THIS_DAY.search(before) and not _TO_NO_DAY.search(sentence)
    return bool(is_moved_here or _HELD_LATER.search(sentence))


def status_words(sentence: str) -> re.Match[str] | None:
    told = _without_what_was(sentence)
    if status(sentence) is Status.CANCELLED:
        return _OFF.search(told) or _WAS_TO_BE.search(told) or _NOT_HELD.search(told)
    return _MOVED.search(told)
