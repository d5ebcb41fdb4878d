"""Lines that say of a whole text that it is internal: tables only."""

from .withheld_forms import ignoring_case

# A line that is nothing but a mark, and the subject of a mail with one.
_OF_PAPERS = r"(?:\s(?:verteiler|papier|dokument|schreiben|mitteilung|notiz|vermerk|info(?:rmation)?|angelegenheit|unterlagen?|protokoll))?"
_A_MARK = (
    r"(?:(?:streng(?:stens)?|rein|nur|noch|bitte|absolut|sehr|achtung|wichtig|hinweis|vermerk|einstufung)\W{1,3}){0,3}"
    rf"(?:intern(?:e[rs]?)?{_OF_PAPERS}|vertraulich(?:e[rs]?)?{_OF_PAPERS}|verschlusssache|vs\s?-\s?(?:nfd|vertraulich)|confidential"
    r"|personal(?:sache|angelegenheit)|nicht\s?-?öffentlich|nicht\söffentliches\s(?:papier|dokument)"
    r"|(?:nur\s)?(?:für\s(?:den|die)|zum|zur)\s(?:internen?|dienstlichen?)\s(?:gebrauch|verwendung|nutzung)|(?:nur\s)?für\sden\sdienstgebrauch"
    r"|für\s(?:interne\szwecke|den\svorstand|(?:die\s)?(?:mitarbeitende\w*|mitarbeiter\w*|verwaltung|leitung))"
    r"|nicht\s(?:zur|für\sdie)\s(?:weitergabe|veröffentlichung|öffentlichkeit|presse)|nicht\s(?:weitergeben|weiterleiten|weitersagen|veröffentlichen))"
)
ALL_OF_IT = ignoring_case(rf"\W*{_A_MARK}(?:\W{{1,5}}(?:und\s)?{_A_MARK}){{0,3}}[^\w:]*")
HEADER = ignoring_case(
    r"(?:von|from|an|to|cc|bcc|kopie|gesendet|sent|date|datum|antwort an|anhang|anlagen?|betreff|betr\.?|subject|priorität)\s?:\s"
)
INTERNAL_SUBJECT = ignoring_case(
    r"(?:betreff|betr\.?|subject)\s?:\s(?:(?:wg|aw|re|fwd?)\s?:\s*)*\W*(?:streng\s)?(?:intern|vertraulich|nicht\söffentlich)\b\s?(?:$|[^\w\s])"
)
