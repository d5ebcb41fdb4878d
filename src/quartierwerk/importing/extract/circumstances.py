"""Nouns that say how, when or in what something happens, never where: “bei Kerzenschein”, “im Schnee”, “in Farbe”.

What stands behind “im” or “bei” and is no house may still be a place, if it is a name that only the town knows (“im Haidchen”);
a word of the language is none. `_WHOLE` counts as it stands, `_HEADS` as the end of a longer word (“Mondschein”).
"""

from functools import lru_cache

from .heads import is_venue

_WHOLE = frozenset(
    # weather, light
    "not schatten wind winden eis nebel frost hitze kälte nässe trockenen dunkeln dunklen hellen freien grünen nassen warmen kalten stillen "
    # manner, measure
    "eile muße würde kürze ganzen großen kleinen einzelnen allgemeinen besonderen wesentlichen folgenden weiteren voraus eigenen "
    "vertrauen verborgenen geheimen gespann doppelpack dutzend paar paaren duo trio quartett duett tandem team teams kanon chor "
    "alleingang auge augen ohr ohren herz herzen kopf köpfe hand händen arm arme fuß füßen beinen bauch mund schoß knie hals haar haaren "
    "sitzen stehen liegen gehen laufen schlaf traum träumen lot trab galopp flug fluge handumdrehen schnelldurchlauf zeitraffer "
    "anflug anmarsch angriff einklang gleichklang reinen klaren bilde bilder bildern farbe farben öl acryl aquarell wort worten worte "
    "deutsch englisch platt plattdeutsch französisch türkisch hochdeutsch mundart dialekt dur moll takt stimmung laune "
    "zweifel streit frieden krieg liebe treue hoffnung angst sorge sorgen glück unglück pech leid freude schmerz notfall ernstfall "
    "bedarf verdacht zweifelsfall fieber krankheit ausfall verhinderung überschreitung zustimmung gelegenheit gesundheit "
    # what one wears, has or takes
    "kostüm kostümen tracht uniform lodenmantel anzug kleid gepäck angebot sortiment topf pott glas gläsern dose dosen flasche flaschen "
    "tüte tüten tasche taschen rucksack koffer karton kisten korb körben päckchen umschlag kasten sparschwein büchern heft band bänden "
    "film filmen bild roman stück stücken werk werken lied liedern musik oper szene szenen rolle rollen akt akten "
    # who, what for
    "gast gäste gästen besuch gesellschaft öffentlichkeit bevölkerung anwesenheit beisein abwesenheit ehren amt ämtern person "
    "kollegen freunden freundeskreis bekanntenkreis familienkreis kameraden nachbarn eltern oma opa mama papa arzt bäcker metzger "
    "klasse klassen alter unruhestand betrieb dienst einsatz gebrauch bau abbau umbau ausbau aufbau wandel trend umbruch wachstum "
    "rücken magen gesicht stuhl stühlen fahrrad rad rädern bike pferd esel zug auto autos bahn "
    # print, net, post
    "haustür wohnungstür straßenrand bürgersteig telefon steckdose zaun gartenzaun "
    "zeitung presse amtsblatt gemeindebrief pfarrbrief newsletter heft flyer plakat aushang briefkasten briefkästen netz app vordruck "
    "betreff anhang formular liste".split()
)
_HEADS = (
    "schein", "schnee", "regen", "sturm", "gewitter", "wetter", "witterung", "sonne", "nebel", "dunkelheit", "dämmerung", "morgengrauen",
    "abendrot", "himmel", "tageslicht", "kälte", "hitze", "stille",
    "atmosphäre", "ambiente", "flair", "stimmung", "tempo", "rhythmus", "gangart", "stil", "weise", "format", "modus", "gepäck",
    "kleidung", "kostüm", "gewand", "mantel", "maske",
    "musik", "gesang", "klang", "klänge", "klängen", "begleitung", "getränk", "getränken", "kaffee", "kuchen", "tee", "wein", "punsch",
    "bier", "häppchen", "suppe", "frühstück", "gebäck", "snacks",
    "anzahl", "menge", "umfang", "wert", "preis", "kasse", "gebühr", "zahl",
    "name", "namen", "wort", "sprache", "motto", "zeichen", "sinne", "sinn", "jahr", "jahren", "alter", "monat", "minuten", "stunden",
    "herzen", "augen", "händen", "kopf", "gefühl", "gedanken", "bewusstsein",
    "interesse", "bedarf", "fragen", "problemen", "beschwerden", "schwierigkeiten", "verletzungen", "schmerzen", "krankheit", "demenz",
    "dialog", "gespräch", "austausch", "wechsel", "vergleich", "wettstreit", "klimawandel",
    "papierform", "briefkasten", "handel", "verkehr",
)  # fmt: skip


@lru_cache(maxsize=4_000)
def is_a_circumstance(word: str) -> bool:
    """“Kerzenschein”, “Schnee”; a word of which such a noun is only the beginning is another (“Schneehof”)."""
    small = word[-40:].lower()
    return not is_venue(word) and (small in _WHOLE or small.endswith(_HEADS))
