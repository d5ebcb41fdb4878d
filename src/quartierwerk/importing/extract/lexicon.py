"""Words of German announcements, in one place. What is listed here is language, nothing of a town."""

WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "mo": 0, "mon": 0, "di": 1, "die": 1, "mi": 2, "mit": 2, "do": 3, "don": 3, "fr": 4, "fre": 4, "sa": 5, "sam": 5,
    "so": 6, "son": 6,
}  # fmt: skip
RRULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "febr": 2, "märz": 3, "maerz": 3, "mär": 3,
    "mrz": 3, "april": 4, "apr": 4, "mai": 5, "juni": 6, "juno": 6, "jun": 6, "juli": 7, "julei": 7, "jul": 7,
    "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11,
    "dezember": 12, "dez": 12,
}  # fmt: skip

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = (
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
NUMBERS = (
    {"eins": 1}
    | {word: n for n, word in enumerate(_ONES, 1)}
    | {word: n for n, word in enumerate(_TEENS, 10)}
    | {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100}
    | {f"{one}undzwanzig": 20 + n for n, one in enumerate(_ONES, 1)}
)
ORDINALS = (
    {
        "erst": 1,
        "zweit": 2,
        "dritt": 3,
        "viert": 4,
        "fünft": 5,
        "sechst": 6,
        "siebt": 7,
        "siebent": 7,
        "acht": 8,
        "neunt": 9,
    }
    | {f"{word}t": n for n, word in enumerate(_TEENS, 10)}
    | {"zwanzigst": 20, "dreißigst": 30, "einunddreißigst": 31}
    | {f"{one}undzwanzigst": 20 + n for n, one in enumerate(_ONES, 1)}
)

# A full stop after these ends no sentence.
ABBREVIATIONS = frozenset(
    "abs allg anm art bd bes betr bez bzw ca co d dipl di dr do e ev evang evtl exkl fam fr frl geb gef ggf ggfs hbf hl hrsg "
    "i ing inh inkl insb jan feb febr mär mrz apr jun jul aug sep sept okt nov dez jg jh jhdt kath km konf lt max mi min "
    "mind mio mo mr mrd mtl n nr o op p pfr phil pl prof rd ref s sa sog sonst st std stdn stellv str tel tgl u usf usw "
    "v verh vgl ds js mts lfd vors vorm nachm wg z zb zzgl zz zus".split()
)
# A sentence may begin with these after a date's full stop.
SENTENCE_STARTS = frozenset(
    "der die das des dem den ein eine einen es er sie wir ihr ich im in am an um ab auf aus bei beim bis bitte da dabei "
    "dafür damit danach dann dazu diese dieser dieses dort für gegen hier jede jeder kommen los mit nach neben "
    "nähere noch oder ort so treffpunkt und unter vom von vor wann was wer wie wo während weitere wenn zu zum zur zwischen "
    "anmeldung anmeldungen anmelden beginn einlass eintritt ende infos informationen interessierte karten kosten tickets "
    "alle auch teilnahme veranstalter außerdem eingeladen".split()
)

# Heads of compounds that name something people go to; the first table decides titles and finds events without a date.
EVENT_HEADS = (
    "day exkursion denkmal denkmals "
    "abend akademie aktion aktionstag andacht ausflug ausstellung ball basar bazar beratung besichtigung besuch brunch "
    "bühne börse café cafe camp club chorprobe demo demonstration dialog dinner disco diskussion eröffnung einweihung "
    "fahrt feier ferienspiele fest festival feuer film filmabend flohmarkt forum frühstück frühschoppen führung "
    "gala gedenken gespräch gottesdienst grillen gymnastik hackathon hackday infoabend information infostand "
    "infoveranstaltung jubiläum kabarett karneval kinderfest kino kirmes kochen kongress konferenz konzert kreis kundgebung "
    "kurs küche lab lauf lesung liederabend marathon markt marsch messe messtag meeting meetup meile mitgliederversammlung "
    "mittag mittagessen mittagstisch musical nachmittag nacht oper osterfeuer party picknick planung poetry premiere probe "
    "projekttag projektwoche putz putzaktion prozession rallye reise reihe reparaturcafé rundgang runde sammlung "
    "schnupperstunde schulung seminar serie singen sitzung slam spaziergang spielenachmittag spieletreff sprechstunde "
    "sprechtag stammtisch stunde sommerfest tag tage tanz tanztee tee termin theater tour tournee training treff treffen "
    "trödelmarkt turnier umzug veranstaltung verkauf verleihung vernissage versammlung vesper vorführung vorlesen vorstellung "
    "vortrag wahl wallfahrt wanderung weihnachtsfeier weihnachtsmarkt werkstatt wettbewerb woche wochenende workshop yoga "
    "zeltlager zirkus übung rundgäng spaziergäng vorträg umzüg läuf märkt ausflüg festakt empfang ehrung lesezeit blutspende kaffeetafel "
    "plausch kaffeeklatsch kaffee "
    "hochamt matinee soirée webinar symposium tagung kolloquium anhörung begehung einsatz mahnwache appell parade korso regatta rennen heimspiel "
    "meisterschaft volksfest kirchweih kerb kerwe dult weihe segnung einsegnung spatenstich grundsteinlegung enthüllung auftakt talk auktion "
    "versteigerung lehrgang fortbildung lager freizeit disco dinner martinszug laternenzug fackelzug festzug festumzug krippenspiel osternacht "
    "christmette lesebühne comedy show revue session spielaktion impfaktion bastelaktion spielmobil infomobil pilgeramt adventskalender "
    "friedensgebet kinderkirche familienkirche krabbelkirche minikirche weihnachtsdorf adventsdorf "
    "komödie schwank lustspiel theaterstück bühnenstück operette ballett preisskat skatturnier schießen radeln turnen schwimmen kegeln bowling "
    "basteln backen malen nähen stricken tanzen klimastreik vatertagshock feuerwerk serenade turmblasen waldspiele sommerspiele umtrunk grillabend "
    "sommergrillen osterfeuer bürgerdialog beratung energieberatung vogelstimmen nachtwächter wochenmarkt erzählcafé bilderbuchkino "
    "tauschbörse kleidertausch schnitzeljagd kehraus aufführung gastspiel impftermin schnack anstich"
).split()

# Heads of compounds that name where people meet.
VENUE_HEADS = (
    "akademie aula amt anlage archiv arena atelier bad bahnhof bar begegnungsstätte bibliothek bistro brauerei brauhaus "
    "burg bücherei bühne büro cafe café cafeteria campus casino center centrum club dom dorfplatz eck eiscafé "
    "fabrik feuerwache feuerwehr feuerwehrgerätehaus festplatz filiale foyer friedhof galerie garten gasthaus gasthof "
    "gaststätte gelände gemeindehaus gemeindesaal gemeindezentrum gerätehaus grundschule gymnasium gesamtschule "
    "hafen halle haltestelle haus heim hof hofladen hotel hospiz hütte industriemuseum institut insel jugendhaus kanzlei "
    "kapelle kaserne keller kino kindergarten kita kirche klinik klinikum kloster kneipe krankenhaus krug kulturhaus laden "
    "lab leitstelle lokal lounge lokschuppen markt marktplatz mensa mühle münster museum museums oase palais park "
    "parkplatz passage pavillon pfarrheim pfarrhaus pfarrsaal platz praxis quartiersbüro ratssaal "
    "rathaus raum räume realschule restaurant saal salon scheune schenke schlachthof schloss schmiede schule see "
    "schwimmbad seniorenheim seniorenzentrum sitzungssaal space speicher spielplatz sporthalle sportheim sportplatz "
    "stadion stätte container stadthalle stadtteilbüro station stift strand stube studio synagoge säle tenne tempel theater tor treff "
    "treffpunkt turm turnhalle universität uni vereinsheim vhs villa volkshochschule waldhütte wache werk werkstatt "
    "wiese wirtshaus zeche zelt zentrale zentrum zimmer zoo ufer brunnen brücke denkmal bürgerhaus bürgersaal "
    "räumlichkeiten halde "
    "handlung verwaltung siedlung niederlassung vertretung einrichtung scheuer bäckerei metzgerei apotheke kulturscheune hackspace oval "
    "grundstück altstadt innenstadt vorstadt ortsmitte ortskern stadtmitte fußgängerzone stiftsgut kiez gutshaus grünanlage forum "
    "schänke wirt stüberl alm kantine wirtschaft "
    "klub kolleg remise stadel gewölbe atrium orangerie basilika moschee abtei pastorei propstei vogtei meierei molkerei ziegelei gärtnerei "
    "brennerei käserei druckerei konditorei tischlerei schreinerei schlosserei försterei rösterei spinnerei weberei gießerei kelterei "
    "sternwarte planetarium auditorium hörsaal refektorium gradierwerk therme sauna steinbruch weiher teich talsperre stadtwald "
    "aussichtspunkt kreuzung garage sparkasse volksbank arche kasino dojo herberge zob dgh anleger anlegestelle beratungsstelle "
    "grillstelle feuerstelle zitadelle bastion ruine diele "
    "post pub taverne trattoria pizzeria osteria ristorante imbiss kiosk spital lichtspiele palast schauspielhaus arkaden loft kolonie laube "
    "gewächshaus zeughaus depot hangar promenade residenz tagespflege stützpunkt rondell rotunde wandelhalle konzertmuschel "
    "schlösschen häuschen stübchen kapellchen stüble häusle loge zirkuszelt kegelbahn eisbahn rennbahn schießstand dorflinde schleuse "
    "verwaltungsstelle nebenstelle geschäftsstelle zweigstelle außenstelle touristinformation tourist-information touristinfo touristeninformation"
).split()

# After "im", "am", "in der" these name no place.
NO_PLACE = frozenset(
    "strecke herunterladen kalender hand hof-nr quartier stadt stadtgebiet stadtteil viertel mal gemeinde folgenden wort "
    "abend abschluss alltag alter anfang anliegen angebot ansatz anschluss april august bereich besten bezug bild bus "
    "chat dezember dienstag donnerstag ende einsatz eintritt ergebnis euro fall februar ferien fernsehen folge fokus form "
    "frage freitag freien frühjahr frühling format gang ganzen gegensatz gespräch gemeinschaft gruppe hand handel herbst "
    "hinblick interesse internet jahr jahre jahren januar juli juni kampf karten kern kooperation kontakt kosten kreis "
    "kürze lage land laufe leben lesung linie mai mittag mittelpunkt mittwoch minuten monat montag morgen märz nachgang "
    "nachmittag nacht namen nachbarschaft netz november nähe oktober ordnung ort posteingang preis presse programm projekt "
    "quartal radio rahmen recht regel region reihe ruhe runde ruhestand saison samstag schnitt september sinn sinne "
    "sommer sonntag sonnabend sommerferien sommerpause stelle stil stunde stunden tag tage tagen team teil "
    "telefon thema tisch trend umfang umkreis umfeld umgang urlaub vergleich verbindung verein veranstaltung verfahren "
    "vergangenheit verlauf voraus vorfeld vordergrund vormittag vorverkauf vorjahr wechsel wege weihnachtszeit welt "
    "winter woche wochen wochenende zeichen zeit zeiten zeitraum zentrum-der zukunft zusammenarbeit zusammenhang zuge "
    "uhr seite seiten prozent personen teilnehmer kinder kindern jugendliche familien mitte-des höhe laufenden "
    "osterferien herbstferien winterferien lebensjahr tagesordnung umsetzung planung vorbereitung stadtrat anmeldung "
    "zugang zufahrt anfahrt rückseite tür öffnungszeit öffnungszeiten gemarkung "
    "orgel flügel klavier gitarre trompete schlagzeug "
    "kaffee kuchen tee tasse bier wein glühwein limo monaten motto titel spur spuren vorstand leitung schirmherrschaft opfer dach blick griff boden "
    "kragen leib regen mail e-mail adresse anschrift impressum betreten artikel "
    "absatz paragraph abstimmung absprache auftrag begleitung sitzung lauf trauer innenraum hintergrund".split()
)

# Names of rooms: a number after them is no house number.
ROOMS = frozenset(
    "raum saal zimmer haus gleis halle klasse seite kapitel etage stock block tor platz pavillon kurs gruppe stand bus "
    "linie tram nummer teil band ausgabe heft punkt paragraph absatz artikel folge tag lektion stufe plan top runde jahre "
    "jahr uhr telefon tel fax mobil eg og ug aufgang eingang steg jahrgang team liga spieltag konto".split()
)
