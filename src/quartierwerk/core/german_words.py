"""The words and morphemes that `core.german` must know by name."""

# Folded as `german.fold` does.
STOP_WORDS = frozenset(
    """
    aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da dabei
    dafuer daher damit dann das dass dazu dein deine dem den denn der deren des dessen die dies
    diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es
    etwas euch euer eure fuer gegen hab habe haben hat hatte hier hin ich ihm ihn ihnen ihr ihre
    ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes kann kein keine keinen man mein
    meine mich mir mit nach nicht noch nun nur ob oder ohne sein seine seinem seinen seiner sehr
    sich sie sind so soll sowie ueber um und uns unser unsere unter vom von vor wann war waren was
    weil welche welcher wen wenn wer werden wie wieder wir wird wo wohin zu zum zur zwischen a about and
    are at be by can for from has have how is it its my of on or our that the their there this to
    was we what when where which who will with you your
    """.split()
)
# Tags of HanTa for morphemes that carry a meaning of their own.
CONTENT = frozenset(
    """
    NN NN_VAR NN_VAR_EL NN_VAR_ELIS NN_IRR NE NE_VAR FM VV VVnp VV_VAR VVnp_VAR VV_VAR_PP
    VVnp_VAR_PP ADJ ADJ_VAR ADJ_INVAR ACR_NN ACR_NE CARD
    """.split()
)
DERIVED = frozenset({"SUF_FEM", "SUF_DIM"})  # Mieterin holds Mieter, Gärtchen holds Garten
# HanTa knows some compounds as one morpheme; endings that only look like a noun must not split them.
NOT_A_HEAD = frozenset(
    """
    schaft heit keit ung tum nis ling los bar erin enden ende ation ität igkeit chen lein
    """.split()
)
NOT_A_FIRST = frozenset("ein eine auf aus mit vor nach bei ver ent mehr all".split())
# Heads that make a compound also of a first part nobody knows: Rauendahlplatz, Bolzplätze, Mehrgenerationenhaus.
_HEADS = """
    platz plätze
    haus häuser
    garten gärten
    markt märkte
    treff treffs
    café cafés
    schule schulen
    straße straßen
    weg wege
    park parks
    verein vereine
    gruppe gruppen
    fest feste
    kreis kreise
    hilfe hilfen
    stätte stätten
    zentrum zentren
    laden läden
    raum räume
    kirche kirchen
    siedlung siedlungen
    heim heime
    kurs kurse
    beratung beratungen
    projekt projekte
    nachmittag nachmittage
    stelle stellen
    """
COMMON_HEADS = {form: line.split()[0] for line in _HEADS.strip().splitlines() for form in line.split()}
# Parts of compounds, folded, that are in half of all texts of a town: found alone they say nothing.
GENERIC_PARTS = frozenset(
    "stadtteil quartier strasse gruppe projekt verein zentrum siedlung beratung nachmittag staette schule".split()
)
LINKS = ("", "s", "es", "n", "en", "er", "e", "nen")
