"""Words of notices that announce no event: what an office, a works department or a utility does, and when it begins.

Patterns for `roles.RULES`, looked for without regard to capitals.
"""

NOT_REACHED = (
    r"\bkeine?n? (?:publikumsverkehr|parteiverkehr|kundenverkehr|dienst|betrieb|unterricht|schule)\b|"
    r"\bwerden\b.{0,60}\bnicht (?:entgegengenommen|angenommen|bearbeitet|beantwortet|ausgegeben)\b|"
    r"\b(?:nicht|kaum|schwer|schlecht)\b.{0,50}\b(?:zu erreichen|erreichbar|zugänglich|anwesend|zu sprechen|nutzbar|benutzbar)\b|"
    r"\bnur\b.{0,50}\b(?:erreichbar|zugänglich|zu erreichen|nach (?:vorheriger |telefonischer )?(?:termin)?vereinbarung)\b|"
    r"\bnur (?:vormittags|nachmittags|morgens|eingeschränkt|halbtags)\b|nicht zur verfügung|\bverschlossen\b|"
    r"\b(?:weiter|weiterhin|telefonisch|persönlich|wie gewohnt)\b.{0,80}\berreichbar\b|"
    r"\bletztmalig\b.{0,20}(?:geöffnet|offen)|\b(?:not|bereitschafts)dienst\b|\w+notdienst\b|"
    r"\b(?:vereinbarte|gebuchte|vergebene) termine\b|\b(?:ersatzweise|stattdessen|dafür)\b.{0,80}\b(?:geöffnet|erreichbar|besetzt)\b|"
    r"\b(?:kann|können)\b.{0,100}\b(?:keine?n?\b.{0,60}\b\w{3,}en|nicht\b.{0,30}\b(?:werden|halten|fahren))\b|\b(?:ist|sind)\b.{0,60}\bzu[.!]\s*$|"
    r"\b(?:unterricht|züge?|s-bahn|busse?|busverkehr)\b.{0,100}\bf[aä]ll(?:t|en)\b|\bf[aä]ll(?:t|en)\b.{0,60}\b(?:unterricht|züge?|busse?)\b.{0,60}\baus\b|"
    r"(?:sprechzeit\w*|öffnungszeit\w*|parkplätze?|unterricht|haltestellen?|fahrten|züge|busse)\b.{0,80}\bentf(?:ä|a)ll"
)
# Said of an office whatever is said beside it.
BY_APPOINTMENT = (
    r"\b(?:(?:vorab|vorher|bereits|schon|fest|individuell) )?(?:vereinbarte|gebuchte|vergebene|reservierte)n? termine\b|"
    r"\btermine (?:finden|sind|gibt es|werden)\b.{0,40}\bnach (?:\w+ )?vereinbarung|"
    r"\berreichen sie\b|\bzu folgenden zeiten (?:geöffnet|erreichbar|besetzt)\b"
)
# Persons: those who died, those who have a birthday.
PERSONS = (
    r"\bwird\s(?-i:(?:Frau\s|Herr\s)?[A-ZÄÖÜ][\w-]+\s[A-ZÄÖÜ][\w-]+)\b.{0,60}\b\d{2,3}(?: Jahre)? alt\b|"
    r"\bvollende(?:t|te)\b.{0,40}\blebensjahr|\bjubilar|"
    r"\b(?:verstorben|gestorben|verschieden|entschlafen|ums leben gekommen)\b|\bin tiefer trauer\b"
)
BORN = r"\bgeborene?n?\b|\bzur welt\b|\bjahre alt\b|schulpflicht"
GREETINGS = (
    r"\bwünsch(?:t|en)\b.{0,120}\b(?:feiertage?|weihnachten|ostern|pfingsten|ferien|urlaub|jahr|sommer|advents?zeit)\b|"
    r"\bfeiertage\b.{0,80}\b(?:verbringen|genießen|erleben)\b"
)
LENDING = r"\bverleih(?:t|en)\b|\b(?:ausgeliehen|entliehen|ausleihen)\b"
CONTESTS = (
    r"\b(?:einsendungen?|einsendeschluss|wettbewerbsbeiträge|beiträge|vorschläge|abstimmung|online-teilnahme)\b.{0,100}"
    r"\b(?:möglich|eingereicht|entgegen|erbeten)\b"
)
CHOSEN = r"\b(?:vorstellungs|bewerbungs|auswahl|einstellungs)gespräche?n?\b|\b(?:kann|können|wird|werden)\b.{0,80}\bgewählt\b"
CONTEST = r"wettbewerb|wettstreit|gewinnspiel|preisausschreiben|verlosung|challenge"
SUPPLY = (
    r"(?:strom|wasser|gas|versorgungs|netz|internet|verkehrs)-?(?:unterbrechung|ausfall|abstellung|umstellung)|"
    r"(?:strom|wasser|gas|fernwärme|netz)\w*\b.{0,60}\b(?:unterbrochen|abgestellt|abgeschaltet|gespült)\b|\babgestellt\b|"
    r"\bverkehr\b.{0,120}\b(?:geleitet|geführt|gelenkt|umgelenkt)\b|\bhalbseitig|vollsperrung|einbahnregelung|ampelregelung|"
    r"(?:behinderungen|einschränkungen|beeinträchtigungen|verzögerungen)\b.{0,40}\b(?:rechnen|gerechnet|kommen)\b|"
    r"\bkommt es\b.{0,100}\b(?:unterbrechung|ausf[aä]ll|behinderung|verzögerung|einschränkung|lärm|störung)"
)
_FLOWS = r"\b(?:\w*wasser|\w*strom|(?:erd)?gas(?:versorgung|zufuhr)?|heizung\w*|fernwärme|internet|aufzug|fahrstuhl|\w*pumpe|wasserleitung\w*)\b"
_OFF = r"\b(?:ab(?:ge|zu)?(?:stell|dreh|schalt|klemm|sperr)(?:t|en)|unterbrochen|unterbrechen)\b"
_FAILS = r"\bf(?:ällt|allen)\b"
_NO_REASON = r"(?:(?!\b(?:wegen|weil|da|aufgrund|infolge)\b)[^,;]){0,80}"  # “fällt wegen defekter Heizung aus” is said of an event
SWITCHED_OFF = (
    rf"{_FLOWS}(?:.{{0,120}}{_OFF}|[^,;]{{0,120}}{_FAILS}.{{0,120}}\baus\b)|"
    rf"{_FAILS}{_NO_REASON}{_FLOWS}.{{0,20}}\baus\b|{_OFF}.{{0,60}}{_FLOWS}"
)
_LAID = (
    r"\b(?:\w*(?:kanal|kanäle|anschlüsse|kabel|fahrbahn|gehwege?|rohre?|gleise?|straßendecke|schächte)|leitungen|"
    r"\w*(?:wasser|gas|strom|haupt|rohr|versorgungs|wärme)leitung(?:en)?)\b"
)
_RENEWS = r"\b(?:erneuer|sanier|repari|spül|verleg|asphaltier|austausch)(?:er|ier)?(?:t|en|n)\b"
RENEWED = rf"{_RENEWS}.{{0,120}}{_LAID}|{_LAID}.{{0,120}}{_RENEWS}"
# “Wer unsicher ist: am Freitag ab 16 Uhr anrufen”, “ob sie stattfindet, erfahren Sie am Samstag ab 18 Uhr”
ASKED_THEN = (
    r"[\s,]*(?:(?:ab|von|bis|um|zwischen|gegen)\s[\d.:]+(?:\s?(?:-|bis|und)\s?[\d.:]+)?\s?(?:Uhr|h)\s)?(?:bitte\s|bei uns\s|einfach\s|kurz\s)*"
    r"(?:anrufen|nachfragen|telefonisch|anzurufen|nachzufragen)\b"
)
LEARNT_THEN = r"\bob\b.{0,80}\b(?:stattfindet|ausfällt|stattfinden|geht|fährt|verschoben)\b.{0,40}\b(?:erfahr|auskunft|telefon|hotline|anruf|unter)"
FORBIDDEN = (
    r"\bd(?:arf|ürfen)\b.{0,60}\b(?:nicht|keine?)\b|"
    r"\b(?:untersagt|verboten|nicht gestattet|nicht erlaubt|zu meiden|leinenpflicht|badeverbot|betretungsverbot)\b|\bleine zu führen|"
    r"\bsollten?\b.{0,40}\bnicht\b.{0,40}\bwerden\b|\b(?:drück|treib|bewegungs)jagd"
)
WORKS = (
    r"\btausch(?:t|en)\b.{0,80}\baus\b|\b(?:stell|rüst)(?:e?t|en)\b.{0,120}\bum\b(?! \d)|"
    r"\bführ(?:t|en)\b.{0,140}?(?:arbeiten|reinigung(?:en)?|kontrollen?|messungen?|prüfungen?|spülung(?:en)?|befragung(?:en)?|zählung(?:en)?)"
    r"\b.{0,60}\bdurch\b|\bbef(?:ährt|ahren)\b.{0,60}\bkan[aä]l|"
    r"\b(?:wird|werden)\b.{0,120}\b(?:umgerüstet|umgestellt|ausgebaut|erneuert|abgerissen|asphaltiert|gefällt|zurückgeschnitten|installiert|"
    r"montiert|demontiert|abgebaut|eingebaut|vermessen|freigeschaltet|abgestellt|bekämpft)\b|"
    r"\b\w*(?:winterdienst|ausbau|umbau|neubau|abriss|sanierung|erschließung)\b[^.;]{0,60}\b(?:startet|beginnt|endet|dauert|erfolgt)\b|"
    r"\b(?:startet|beginn(?:t|en)|endet)\b.{0,40}\b(?:arbeiten|\w*ausbau|\w*umbau|abriss|\w*sanierung)\b|"
    r"(?:bau|umbau|sanierungs|ausbau|abbruch|abriss|tiefbau|fäll|rodungs|reinigungs|markierungs|mäh|pflege|"
    r"erschließungs|leitungs|asphalt\w*|pflaster|kanal\w*|dach|\w*ierungs)-?(?:arbeiten|maßnahmen?)\b|\b(?:baubeginn|baustart|bauende)\b|"
    r"\bglasfaser\w*\b.{0,60}\b(?:start|beginn|verleg)|\w*ablesung\b|\bzählerst[aä]nd"
)
BUILDING = (
    r"\b(?:einbau|rückbau|auftrag|verlegung|austausch|fällung|abriss|abbruch|montage|demontage|verfüllung)\b.{0,60}\b(?:vorgesehen|geplant|angesetzt)\b|"
    r"\b(?:bau|sperr|sanierungs)?maßnahmen?\b.{0,40}\b(?:beginn(?:t|en)|start(?:et|en)|end(?:et|en)|dauer(?:t|n)|erfolg(?:t|en))\b"
)
WORKING = (
    r"\b(?:erneuert|saniert|asphaltiert|kontrolliert|streikt|streiken|spült|überprüft|modernisiert|beseitigt)\b|"
    r"\b(?:betrieb|dienst|verkehr|produktion|service|verkauf)\b.{0,20}\bein[.!,]"
)
STEPS = (
    r"\b(?:wird|werden)\b.{0,120}\b(?:benachrichtigt|angeschrieben|verständigt|ausgeliefert|geliefert|zugeschickt|überwiesen|"
    r"einberufen|bearbeitet|ausgewertet)\b|"
    r"\b(?:kann|können)\b.{0,140}\b(?:abgeholt|zurückgegeben|umgetauscht|eingesehen|heruntergeladen|bestellt|angefordert|eingelöst|"
    r"beantragt) werden\b|\bzur abholung\b|\blieg(?:t|en)\b.{0,120}\bbereit\b|"
    r"\btritt\b.{0,80}\b(?:dienst|amt|stelle|nachfolge|ruhestand)\b|\bin (?:den|seinen|ihren) (?:\w+ )?ruhestand\b|"
    r"\bübernimmt\b.{0,80}\b(?:leitung|amt|amtsgeschäfte|geschäfte|nachfolge|vertretung)\b|"
    r"müll\b.{0,120}\b(?:abgeholt|abgefahren|geleert)\b|\bbuch(?:t|en)\b.{0,80}\bab\b|zeitumstellung|umstellung auf|\b\w*voting\b|"
    r"online-?(?:umfrage|befragung|abstimmung)\b|\bzeugen(?:aufruf)?\b|\bunbekannten?\b.{0,80}\b(?:haben|hat)\b|verkehrsunfall|\w+brand\b|\beinbruch\b|"
    r"\bläuft\b.{0,80}\baus\b|\bbetrieb\b.{0,40}\bauf\b|\bist\b.{0,60}\bbelegt\b|\bmacht\b.{0,60}\bpause\b|"
    r"\bjährt sich\b|\bbesteht\b.{0,40}\bseit\b|(?:haus|straßen)sammlung\b|häcksel(?:dienst|aktion)|umweltmobil|giftmobil|wertstoffmobil|"
    r"\b(?:grünschnitt|gartenabf[aä]ll\w*|bauschutt|elektroschrott|altkleider)\b.{0,140}\b(?:an|abgegeben|entgegen)\b"
)
YEARS = (
    r"(?:ausbildungs|schul|kindergarten|kita-?|studien|haushalts|wirtschafts)jahr(?:es)?\b.{0,60}\b(?:beginnt|startet|endet)|"
    r"\b(?:beginnt|startet|endet)\b.{0,40}(?:ausbildungs|schul|kindergarten|kita-?|studien|haushalts|wirtschafts)jahr|"
    r"\b(?:schul|unterrichts|ferien|semester|dienst|vertrags)(?:beginn|ende|start)\b|"
    r"\b(?:heizperiode|brutzeit|schonzeit|vegetationsperiode|badesaison|wahlperiode|amtszeit|befragung|zählung|erhebung|heizsaison)\b.{0,40}"
    r"\b(?:beginnt|startet|endet)|"
    r"\b(?:beginnt|startet|endet)\b.{0,30}(?:heizperiode|brutzeit|schonzeit|wahlperiode|amtszeit|befragung|zählung|erhebung)"
)
SALES = r"(?:verkaufs|vorverkaufs|anmelde|buchungs|bewerbungs|vvk-?|ticket)-?(?:start|beginn)|freischaltung"
SALE_BEGINS = (
    r"\b(?:\w*vorverkauf|kartenverkauf|ticketverkauf|anmeldung(?:en)?|anmeldephase|anmeldezeitraum|einschreibung|\w*buchung|"
    r"platzvergabe|standvergabe|losverkauf)\b[^.,;\d]{0,80}"
    r"\b(?:startet|beginnt|öffnet|läuft|laufen|starten|beginnen)\b[^.,;\d]{0,25}"
)
TICKETS_ARE = (
    r"\b\w*(?:karten|tickets|lose)\b[^.,;\d]{0,40}\b(?:gibt es|sind|bekommt man)\b[^.,;\d]{0,15}\b(?:am|ab)\s"
)
VALID = r"\b(?:gilt|gelten|gültig|wirksam|erfolgt|erfolgen)\b[^.;\d]{0,40}\b(?:ab|vom|seit)\b[^.;\d]{0,12}"
WHICH_BEGINS = (
    r"(?:jahr|semester|saison|ausbildung|periode|betrieb)\w*,\s(?:das|der|die)\s(?:am|ab|zum|erst am)\s*"
)
PLANS = r"\b\w*(?:fahrplan|dienstplan|stundenplan|tarif|öffnungszeiten)\b[^.;\d]{0,20}"
PERIODS = r"\b(?:bewerbungs|antrags|anmelde|vorschlags|beteiligungs|auslegungs|einreichungs)(?:phase|zeitraum|frist|zeit|runde)\b[^.;\d]{0,40}"
SOLD = r"\bwerden\b.{0,60}\b(?:karten|eintrittskarten|tickets|lose)\b.{0,80}\bverkauft\b"
APPEARS = r"\berschein(?:t|en)\b(?! sie)[^.;\d]{0,25}"
STATE = (
    r"\b(?:wird|werden|ist|sind|kann|können|hat|haben|muss|müssen|darf|dürfen|soll|sollen|steht|stehen|nimmt|nehmen|bleibt|bleiben|"
    r"gibt|benötigt|benötigen|erhält|erhalten|übernimmt|verkehrt|verkehren|fährt|fahren|arbeitet|arbeiten|heißt|leitet|zahlt|zahlen|steigt|steigen|sinkt|sinken|kostet|kosten|ändert|ändern|erhöht|erhöhen|verleiht|kehrt|liefert)\b"
)

# Offices, libraries, baths, shops: that they are open on a day is no event, unless they invite.
_OFFICE = (
    r"(?:(?:amt|ämter|amtes|rathaus|rathauses|kreishaus|verwaltung|geschäftsstelle|außenstelle|zulassungsstelle|meldestelle|"
    r"annahmestelle|beratungsstelle|postfiliale|filiale|sparkasse|praxis|apotheke|bücherei|bibliothek|mediathek|hallenbad|freibad|schwimmbad|"
    r"wertstoffh[oö]fe?|recyclingh[oö]fe?|bauhof|deponien?|wahllokale?)|büros?|bürgerdienste?|bürgerservice|kundencenter|servicecenter)\b"
)
OFFICE_IS_OPEN = rf"{_OFFICE}[^!?;]{{0,320}}\bgeöffnet\b|\bgeöffnet\b[^.!?;]{{0,20}}{_OFFICE}"
OFFICE_OPENS = rf"\böffne[nt]\b[^.!?;]{{0,60}}{_OFFICE}|{_OFFICE}[^.!?;]{{0,60}}\böffne[nt]\b"
OFFICE_REOPENS = (
    r"\bwiederer?öffnung\b[^.!?;]{0,20}\b(?:des|der)\s(?:\w+\s){0,2}?(?:(?:hallen|frei|schwimm|wald|natur|garten|stadt)?bade?s|"
    r"\w*bücherei|\w*bibliothek|rathauses|\w*büros|\w*amte?s|\w*straße|\w*brücke|\w*filiale|\w*h[oö]fe?s?)\b"
)
# “Ab 13. November wollen wir den Veranstaltungsbetrieb wieder aufnehmen”
HELD_AGAIN = (
    r"\b(?:(?:unsere|alle|die)\s(?:\w+\s)?(?:veranstaltungen|angebote|kurse|gruppen)|\w*(?:veranstaltungs|kurs|vereins|spiel)betrieb)\b.{0,120}\bwieder\b|"
    r"\bwieder\b.{0,40}\w*(?:veranstaltungs|kurs|vereins|spiel)betrieb\b"
)
OPENING_DAY = r"öffnungstag\b"
# “Vom 1. Mai bis 27. Oktober ist das Museum jeden Sonntag von 14 bis 17 Uhr geöffnet”
_HOUSE = r"(?:museum|heimatstube|sammlung|archiv|turm|burg|schloss|tierpark|minigolf\w*|café|hütte|freibad|garten|park|kirche)s?\b"
_ON_WEEKDAYS = r"\b(?:jeden?\s\w+tag|jeweils|täglich|(?:sonn|mon|diens|donners|frei|sams)tags|mittwochs)\b"
SEASON = (
    rf"\bvom\b.{{0,40}}\bbis\b.{{0,80}}{_HOUSE}.{{0,60}}{_ON_WEEKDAYS}.{{0,80}}\b(?:geöffnet|zu besichtigen|zugänglich)\b|"
    rf"\bvom\b.{{0,40}}\bbis\b.{{0,80}}\b(?:geöffnet|öffnet)\b.{{0,60}}{_HOUSE}.{{0,60}}{_ON_WEEKDAYS}"
)
FOUND_THERE = r"\bfinde(?:n|t)\s(?:man|sie|ihr)\s(?:es|sie|ihn|uns|das|die|den)\b(?!.{0,40}\bstatt\b)"
HAD_BEEN = r"\bwar(?:en)?\b[^.;]{0,160}\bworden\b"  # told as past in the past: nothing is to come
ABSENT = r"\b(?:jahres|rest|betriebs)urlaub(?:s|es)?\b|\büberstunden\b|\bbetriebsruhe\b|\b(?:betrieb|unterricht|verkehr)\b.{0,20}\bruh(?:t|en)\b"
IN_FORCE = r"[^.;]{0,60}\bin kraft\b"
EVERY_YEAR = (
    r"\bseit\b[^.;]{0,80}\b(?:jedes jahr|jährlich|alljährlich|immer)\b[^.;\d]{0,20}|"
    r"(?<!wie )(?<!auch )\b(?:jedes jahr|alle jahre|jährlich|alljährlich) (?:am|um den|rund um den|zum)\s|"
    r"\brund um (?:den |das |die )?(?:(?:\w+ ){0,2}?(?:\w*tag|\w*fest|weihnachten|ostern)\b"
    r"(?:(?!\b(?:findet|lädt|ist|gibt|startet|beginnt)\b)[^.,;\d\"]){0,40})?"
)
TRAFFIC_AGAIN = (
    r"\bfrei ?gegeben\b|\bfreie fahrt\b|\bverkehr\b.{0,20}\bwieder\b|\bwieder\b.{0,40}\bbefahr(?:bar|en)\b"
)
# “Wer Karten kaufen will, kann dies am Montag …”
TICKETS_FETCHED = (
    r"(?:karten?|tickets?)\b[^.;]{0,140}\b(?:kaufen|tauschen|umtauschen|eintauschen|erwerben|abholen)\b"
    r"(?:(?!\b(?:für|zu[rm]?|beim|vom)\b)[^.;\d]){0,40}\b(?:dies|das)\b[^.;\d]{0,20}"
)
TICKETS_CHANGED = r"(?:karten?|tickets?)\b[^!?;]{0,160}\b(?:um|ein)?(?:ge)?tauscht (?:werden|wird)\b"
IS_A_HOLIDAY = r"\b(?:gesetzlicher|kirchlicher|stiller|ein|der) feiertag\b"
FOR_A_HOLIDAY = r"\bwegen (?:des |der )?[\w-]{0,12}feiertag\w*\b(?:(?!\b(?:schon|bereits|erst|findet|ist|wird|lädt)\b)[^.;\d]){0,60}"
REFUSE_MOVED = (
    r"(?:abholung|abfuhr|leerung|entsorgung|(?:montags|dienstags|mittwochs|donnerstags|freitags)tour)\b.{0,80}"
    r"\b(?:findet|erfolgt|vorgezogen|nachgeholt|durchgeführt|verschoben|verschiebt)\b|bezirk\b.{0,20}\babgefahren\b"
)
RESUMES = (
    r"\bwieder\b.{0,60}(?:training|probenbetrieb|spielbetrieb|übungsbetrieb|kursbetrieb)\b|"
    r"(?:training|probenbetrieb|übungsbetrieb)s?\b.{0,40}\bwieder\b"
)
POLICE = (
    r"unfallflucht|unfallstelle|\b(?:verkehrs)?unfall(?:s|es)?\b|\bereignet (?:hat|haben)\b|tatverdächtig|\b\w*täter\b|"
    r"\bsoll(?:en)?\b.{1,160}\b(?:gewesen|worden) sein\b"
)
TO_BE_DECIDED = (
    r"\bsoll(?:en)?\b.{0,160}\b(?:vorgelegt|veröffentlicht|öffentlich gemacht|fertiggestellt|abgeschlossen|beschlossen|entschieden|"
    r"unterzeichnet) werden\b|\b(?:jury|rat|stadtrat|kreistag|landtag|ausschuss|gericht)\b.{0,40}\bentscheide[nt]\b"
)
