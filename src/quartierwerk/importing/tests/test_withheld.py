"""What is not for the public is neither told nor made an event or a place, and a doubt leads to it. All samples."""

from datetime import date

import pytest

from quartierwerk.importing.extract import Gazetteer, extract, is_not_public
from quartierwerk.importing.extract.draft import DoubtKind, EventDraft, NewsDraft, Value

TODAY = date(2024, 4, 10)
TOWN = Gazetteer(area_code="01234")
FEAST = "Sommerfest im Park\n\nAm Samstag, 15. Juni, um 15 Uhr feiern wir im Bürgerhaus."
ABOUT_THE_TEXT = {DoubtKind.ALL_INTERNAL, DoubtKind.MINUTES, DoubtKind.EMBARGO}


def read(text: str):
    return extract(text, TODAY, TOWN)


def values(part: EventDraft | NewsDraft) -> str:
    """Every word that may become public."""
    found = []
    for value in vars(part).values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Value):
                found.append(str(getattr(each.value, "written", each.value)))
    return " ".join(found)


def told(draft) -> str:
    return " ".join(values(part) for part in (*draft.news, *draft.events, *draft.contacts))


def doubts(text: str) -> list[tuple[DoubtKind, str]]:
    return [
        (doubt.kind, text[doubt.span.start : doubt.span.end]) for doubt in read(text).doubts if doubt.span
    ]


MARKED = (
    "Bitte NICHT veröffentlichen, dass Uwe Geheim auszieht.",
    "Uwe Geheim zieht aus (nicht zur Veröffentlichung).",
    "Nicht zur Veröffentlichung: Uwe Geheim, mobil 0151 2345678.",
    "Uwe Geheim, Tel. 0151 2345678 – bitte nicht auf die Homepage!",
    "Dass Uwe Geheim auszieht, soll noch nicht öffentlich werden.",
    "Die Nummer von Uwe Geheim bitte nicht weitergeben.",
    "Nur für Sie: Uwe Geheim zieht aus.",
    "Eine Bemerkung, nur für Sie: Uwe Geheim zieht aus. Er weiß es noch nicht: Geheim.",
    "Nur zu Ihrer Information zieht Uwe Geheim aus.",
    "Nur für den internen Gebrauch: Uwe Geheim zieht aus.",
    "Interne Notiz: Uwe Geheim zieht aus.",
    "Intern: Uwe Geheim, Tel. 0151 2345678",
    "VERTRAULICH: Uwe Geheim zieht aus.",
    "Uwe Geheim zieht aus, das ist noch vertraulich.",
    "Uwe Geheim zieht aus. Das ist noch vertraulich.",
    "Uwe Geheim zieht aus. Bitte behandeln Sie das vertraulich.",
    "Unter uns gesagt: Uwe Geheim zieht aus.",
    "Dass Uwe Geheim auszieht, bleibt bitte unter uns.",
    "Uwe Geheim zieht aus, bitte diskret behandeln.",
    "Uwe Geheim zieht aus, behalten Sie das bitte für sich.",
    "Schreibt das bitte rein, aber nicht meine Handynummer (0151 2345678)!",
    "Rückfragen der Redaktionen (nicht zur Veröffentlichung):\nUwe Geheim, mobil 0151 2345678",
    "Rückfragen der Redaktionen:\n\nUwe Geheim\nmobil 0151 2345678",
    "Für die Redaktion: Uwe Geheim hilft gern, mobil 0151 2345678.",
    "Hinweis an die Redaktion: Foto von Uwe Geheim.",
    "Ansprechpartner für Medien: Uwe Geheim, mobil 0151 2345678",
    "Wenn noch Fragen sind: ich bin montags von 8 bis 14 Uhr bei Uwe Geheim, Tel. 01234 2345678.",
)
PRIVATE = (
    "Unsere Trainerin Frau Geheim hatte einen Bandscheibenvorfall.",
    "Frau Geheim liegt im Krankenhaus.",
    "Meine Mutter Uta Geheim ist erkrankt.",
    "U. Geheim ist leider krank.",
    "IBAN DE12 3456 7890 1234 5678 90 (Uwe Geheim)",
    "Meine IBAN für die Auslagen: DE12 3456 7890 1234 5678 90",
    "Ich bin privat unter 0151 2345678 zu erreichen.",
    "Entschuldigt: U. Geheim, I. Geheim",
    "Anwesend:\n- Uwe Geheim\n- Ina Geheim",
    "Getauft wurden:\nUwe Geheim, Lindenweg 3\nIna Geheim, Lindenweg 4",
    "Wir beten für unsere Verstorbenen: Uta Geheim (89), Bahnhofstr. 4.",
    "Das Sakrament der Ehe spenden sich am 22.6. um 14 Uhr: Uta Geheim und Uwe Geheim.",
    "Wir gratulieren zum 80. Geburtstag: Uwe Geheim, Lindenweg 3",
    "Ich hoffe, dir geht es nach der Operation von Geheim wieder besser!",
    "Wir wünschen Frau Geheim gute Besserung.",
    "Gute Besserung, Geheim!",
    "Meiner Mutter Geheim geht es schlechter, meiner Frau geht es schlecht.",
    "Herr Geheim (72) ist nach schwerer Krankheit zurück.",
    "Nach langer, schwerer Krankheit ist Frau Geheim wieder da.",
    "Unsere Trainerin Uta Geheim ist schwanger.",
    "Mein Mann Geheim ist letzte Woche gestorben, deshalb melde ich mich so spät.",
    "Am Sonntag ist Frau Geheim von uns gegangen.",
    "Unser Mitglied Uwe Geheim verstarb am Dienstag.",
    "Verstorben sind: Uta Geheim (91), Karl-Heinz Geheim (78)",
    "Meine neue Adresse ist Lindenweg 5.",
    "Ich wohne jetzt bei Familie Geheim im Lindenweg 5.",
    "Herr Geheim hat seinen Beitrag schon wieder nicht bezahlt.",
    "TOP 3 Ausschluss des Mitglieds Ralf Geheim wegen Beitragsrückstands",
    "Es geht um die Kündigung von Frau Geheim.",
    "Thema: Krankenstand, Abmahnung Kollege Geheim.",
    "Frau Kern beschwert sich über den Nachbarn Herrn Geheim, Lindenweg 9.",
    "Die 120 Euro überweist du mir bitte auf mein Konto DE12 3456 7890 1234 5678 90, Gruß von Geheim.",
    "Uta Geheim, Lindenweg 7, 12345 Musterdorf, privat 01234 2345678, handy 0151 2345678",
)  # fmt: skip
SECRETS = ("Geheim", "2345678", "3456 7890", "Bandscheibe", "krank", "Lindenweg", "Bahnhof")


@pytest.mark.parametrize("aside", [*MARKED, *PRIVATE])
@pytest.mark.parametrize("form", ["{feast}\n\n{aside}", "{aside}\n\n{feast}", "{feast}\n{aside}\n"])
def test_what_is_not_for_the_public_is_told_nowhere(form, aside):
    text = form.format(feast=FEAST, aside=aside)
    draft = read(text)
    shown = told(draft)
    account = "(Uwe Geheim)" if "(Uwe Geheim)" in aside else ""
    assert [secret for secret in SECRETS if secret in shown.replace(account, "")] == []
    assert [event.start.value.day for event in draft.events] == [15]
    assert draft.events[0].place.value == "Bürgerhaus"


@pytest.mark.parametrize("aside", [*MARKED, *PRIVATE])
def test_a_doubt_leads_to_it(aside):
    (found,) = doubts(f"{FEAST}\n\n{aside}")
    assert found[0] is (DoubtKind.NOT_FOR_PUBLIC if aside in MARKED else DoubtKind.PRIVATE)
    assert found[1].strip() in aside


ORDINARY = (
    "Anmeldung bei Frau Kern, 01234 5678.",
    "Anmeldung bei Petra Kern, Tel. 0171 2345678, petra@kern.example.",
    "Die Beratung ist kostenlos und vertraulich.",
    "Alle Angaben werden vertraulich behandelt.",
    "Der Garten ist sonst nicht für die Öffentlichkeit zugänglich.",
    "Deine E-Mail-Adresse wird nicht veröffentlicht.",
    "Fotos dürfen ohne Zustimmung nicht veröffentlicht werden.",
    "Spenden bitte auf das Konto DE12 3456 7890 1234 5678 90.",
    "Die Kursgebühr überweisen Sie bitte auf IBAN DE12 3456 7890 1234 5678 90.",
    "Dr. Meier spricht über das Leben nach einem Schlaganfall.",
    "Frau Kern leitet die Selbsthilfegruppe Krebs.",
    "Dr. Kern ist Chefarzt im Krankenhaus.",
    "Wegen einer Erkrankung der Leiterin beginnt es später.",
    "Die Stände stehen auf Privatgelände.",
    "Ein Abend nur für Sie!",
    "Wir freuen uns, Sie unter uns zu haben.",
    "Teilnehmer: höchstens 12",
    "Im internen Turnier spielen alle mit.",
    "Unser Verein feiert seinen 80. Geburtstag.",
    "Taufen: jeden zweiten Sonntag um 11 Uhr",
    "Dr. Kern hält einen Vortrag über das Leben nach schwerer Krankheit.",
    "Trauercafé für alle, deren Mann oder Frau gestorben ist.",
    "Gedenkkonzert für den Pianisten Karl Kern, der 2019 gestorben ist.",
    "Der Komponist Karl Kern starb im Mai.",
    "Gute Besserung! Kabarett mit Uta Kern",
    "Wir wünschen Ihnen ein gesundes neues Jahr.",
    "Wer seinen Beitrag noch nicht bezahlt hat, kann das an der Kasse tun.",
    "Die Haftung ist unter Ausschluss der Gewährleistung geregelt.",
    "Vortrag von Frau Kern: Kündigung der Wohnung, was nun?",
    "Bitte überweisen Sie den Beitrag an den Verein.",
    "Wer vorher nichts gegessen hat, bekommt Suppe.",
    "Welcher Film läuft, kann noch nicht verraten werden.",
    "Unsere Adresse ist Lindenweg 5.",
    "Ich wohne seit 30 Jahren in Musterdorf und lade ein.",
    "Frau Kern kommt nach der Reha-Messe zu uns.",
    "Spenden bitte auf unser Konto DE12 3456 7890 1234 5678 90 beim Förderverein.",
    "Anmeldung bei Uta Kern, Lindenweg 7, 12345 Musterdorf, Tel. 01234 5678",
    "Sperrfrist: keine",
    "Zur Veröffentlichung ab sofort frei.",
)


@pytest.mark.parametrize("aside", ORDINARY)
def test_what_is_ordinary_stays_without_a_doubt(aside):
    text = f"{FEAST}\n\n{aside}"
    draft = read(text)
    kinds = {doubt.kind for doubt in (*draft.doubts, *(each for e in draft.events for each in e.all_doubts))}
    private = {
        DoubtKind.NOT_FOR_PUBLIC,
        DoubtKind.PRIVATE,
        DoubtKind.PERHAPS_PRIVATE,
        DoubtKind.EMBARGO,
        DoubtKind.ALL_INTERNAL,
        DoubtKind.MINUTES,
    }
    assert kinds & private == set()


def test_the_rest_of_a_sentence_stays():
    text = "Wir müssen den Rundgang am 12. Mai absagen, unsere Begleiterin Frau Geheim hatte einen Bandscheibenvorfall."
    draft = read(text)
    assert draft.news[0].body[0].value == "Wir müssen den Rundgang am 12. Mai absagen."
    assert draft.events[0].status.value == "cancelled"
    because = read("Wegen der Erkrankung von Frau Geheim entfällt die Lesung am 12. Mai.")
    assert because.news[0].body[0].value == "Wegen der Erkrankung entfällt die Lesung am 12. Mai."


def test_no_torso_is_left_of_a_sentence_with_an_account():
    text = f"{FEAST}\n\nDie 120 Euro bitte auf mein Konto DE12 3456 7890 1234 5678 90, für die Plakate."
    assert "mein" not in told(read(text))


def test_a_private_number_below_a_greeting_is_withheld_with_the_mobile_one_beside_it():
    end = "Uta Kern\nLindenweg 7\n12345 Musterdorf\nprivat 01234 2345678\nhandy 0151 2345678"
    draft = read(f"{FEAST}\n\nLiebe Grüße\nUta\n\n{end}")
    assert (draft.events[0].phones, [doubt.kind for doubt in draft.doubts]) == ((), [DoubtKind.PRIVATE])
    office = read(f"{FEAST}\n\nLiebe Grüße\nUta Kern, Stadtteilbüro, Tel. 01234 2345678")
    assert (len(office.events[0].phones), office.doubts) == (1, ())


def test_of_somebody_who_is_ill_the_name_stays():
    draft = read(f"{FEAST} Es spielt Uwe Kern (krank).")
    assert "Es spielt Uwe Kern." in told(draft)
    assert [doubt.kind for doubt in draft.doubts] == [DoubtKind.PRIVATE]


def test_what_is_for_everybody_begins_where_the_sender_says_so():
    draft = read(
        "Guten Tag,\nFamilie Geheim muss leider aus der Wohnung in der Nordstraße 17 heraus.\n\nFür die Homepage:\n"
        "Mieterversammlung\nDienstag, 7. Mai 2024, 18 Uhr, Gemeinschaftsraum"
    )
    assert draft.news[0].title.value == draft.events[0].title.value == "Mieterversammlung"
    assert "Geheim" not in told(draft)
    assert [doubt.kind for doubt in draft.doubts] == [DoubtKind.NOT_FOR_PUBLIC]


def test_a_greeting_before_it_needs_no_doubt():
    assert not read(f"Guten Tag,\nwie besprochen.\n\nFür die Homepage:\n{FEAST}").doubts


def test_signature_and_footer_of_a_mail_are_left_out_without_a_doubt():
    draft = read(
        f"{FEAST}\n\nGanz herzliche Grüße\nIhre Uta Geheim\n\n--\nUta Geheim\n1. Vorsitzende Nachbarschaftsverein Musterdorf e. V.\n"
        "Lindenweg 3\n12345 Musterdorf\nIBAN DE12 3456 7890 1234 5678 90\n"
    )
    assert ("Geheim" in told(draft), "Lindenweg" in told(draft), draft.doubts) == (False, False, ())
    footer = "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie."
    assert ("Adressat" in told(read(f"{FEAST}\n\n{footer}")), read(f"{FEAST}\n\n{footer}").doubts) == (
        False,
        (),
    )


@pytest.mark.parametrize(
    "said",
    [
        "Sperrfrist: 20. April 2024, 10 Uhr",
        "Bitte erst ab 20. April veröffentlichen!",
        "Bitte nicht vor dem 20.4.2024 veröffentlichen.",
        "Aber erst ab 20.4., vorher darf es keiner wissen.",
    ],
)
def test_an_embargo_is_a_doubt_with_its_day_and_no_event(said):
    draft = read(f"{said}\n\n{FEAST}")
    assert [(doubt.kind, doubt.day) for doubt in draft.doubts] == [(DoubtKind.EMBARGO, date(2024, 4, 20))]
    assert len(draft.events) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Bitte noch nicht weitersagen!",
        "Das ist noch nicht offiziell.",
        "Davor darf niemand etwas erfahren.",
        "Aber bitte noch nicht weitersagen, am 2.4. war die Sitzung.",
    ],
)
def test_an_embargo_without_a_day_has_none(said):
    kinds = [
        (doubt.kind, doubt.day) for doubt in read(f"Guten Tag, hier kommt etwas. {said}\n\n{FEAST}").doubts
    ]
    assert (DoubtKind.EMBARGO, None) in kinds


def test_an_embargo_that_is_over_matters_to_nobody():
    draft = read(f"Sperrfrist: 2. April 2024, 10 Uhr\n\n{FEAST}")
    assert (draft.doubts, "Sperrfrist" in told(draft)) == ((), False)


@pytest.mark.parametrize(
    "mark",
    [
        "Nur für den internen Gebrauch",
        "VERTRAULICH",
        "Bitte noch nicht veröffentlichen!",
        "Bitte nur an die Nachbarn im Haus weitergeben, nicht auf die Homepage!",
    ],
)
@pytest.mark.parametrize("form", ["{mark}\n\n{feast}", "{feast}\n\n{mark}"])
def test_a_mark_that_stands_alone_is_about_the_whole_text(form, mark):
    draft = read(form.format(mark=mark, feast=FEAST))
    assert [doubt.kind for doubt in draft.doubts] == [DoubtKind.ALL_INTERNAL]
    assert (draft.news[0].title.value, len(draft.events)) == ("Sommerfest im Park", 1)


@pytest.mark.parametrize(
    "head",
    [
        "-- INTERN --\n",
        "Streng vertraulich\n",
        "*** Nur für den Dienstgebrauch ***\n",
        "INTERN - vertraulich - nicht zur Weitergabe\n\n",
        "Von: Amt 51\nINTERN - vertraulich - nicht zur Weitergabe\n\n",
        "Von: Amt 51 <amt51@town.example>\nBetreff: Familie K.\n\nNicht öffentlich!\n",
        "Von: Amt 51 <amt51@town.example>\nBetreff: WG: INTERN: Sommerfest\n\n",
        "Dienstbesprechung\n(vertraulich)\n",
    ],
)
def test_a_mark_near_the_head_is_about_the_whole_text(head):
    kinds = [doubt.kind for doubt in read(f"{head}{FEAST}").doubts]
    assert [kind for kind in kinds if kind is DoubtKind.ALL_INTERNAL] == [DoubtKind.ALL_INTERNAL]


@pytest.mark.parametrize(
    "head",
    [
        "Rathaus intern: Führung durch das Haus\n",
        "Streng geheim!\n",
        "Anfragen an Uta Kern, 01234 5678\n(nicht zur Veröffentlichung)\n\n",
        "Wir beraten Sie: kostenlos und vertraulich.\n",
        "Öffentliche Sitzung\n",
    ],
)
def test_what_only_sounds_like_a_mark_is_not_about_the_whole_text(head):
    assert DoubtKind.ALL_INTERNAL not in [doubt.kind for doubt in read(f"{head}{FEAST}").doubts]


def test_minutes_are_said_to_be_minutes():
    draft = read(
        "Protokoll der 3. Sitzung des Beirats\n\nDatum: Montag, 8. April 2024\nAnwesend: U. Geheim (Leitung), I. Geheim\n"
        "Entschuldigt: K. Geheim (krank)\nProtokoll: S. Geheim\n\nTOP 1 Begrüßung\n"
        "Nächste Sitzung: Montag, 13. Mai 2024, 18 Uhr, Bürgerhaus"
    )
    assert [doubt.kind for doubt in draft.doubts] == [DoubtKind.PRIVATE, DoubtKind.MINUTES]
    assert "Geheim" not in told(draft)
    assert [event.start.value.day for event in draft.events] == [13]


@pytest.mark.parametrize(
    "said",
    [
        "Anmeldung bei Petra Kern, 01234 5678 (privat).",
        "Bei Fragen mich anrufen: 0157 3334445",
    ],
)
def test_a_contact_that_may_be_private_stays_with_a_doubt(said):
    (event,) = read(f"{FEAST} {said}").events
    assert DoubtKind.PERHAPS_PRIVATE in [doubt.kind for doubt in event.all_doubts]
    assert event.phones


@pytest.mark.parametrize(
    ("said", "is_it"),
    [
        ("Nicht öffentliche Sitzung am 3. Mai", True),
        ("Die Sitzung am 3. Mai um 18 Uhr ist nicht öffentlich.", True),
        ("Besprechung (nichtöffentlich) am 3. Mai", True),
        ("Öffentliche Sitzung am 3. Mai, danach nichtöffentlicher Teil", False),
        ("Am 3. Mai sind sonst nicht öffentlich zugängliche Gärten offen.", False),
    ],
)
def test_a_meeting_may_be_not_public(said, is_it):
    assert is_not_public(said) is is_it


def test_points_of_an_agenda_and_the_home_of_the_chairman_are_no_event_and_no_place():
    draft = read(
        "Einladung zur Jahreshauptversammlung am Freitag, 3. Mai 2024, um 19 Uhr in der Gaststätte Linde.\n\n"
        "Tagesordnung: 1. Begrüßung 2. Wahlen 3. Sommerfest am 15. Juni 2024 4. Verschiedenes\n\n"
        "Anträge sind bis zum 26. April schriftlich beim Vorsitzenden einzureichen: Uwe Geheim, Im Feld 3, 12345 Musterdorf."
    )
    assert [event.start.value.day for event in draft.events] == [3]
    assert "Im Feld" not in str(draft.events[0].place) + str(draft.events[0].street_address)


def test_doubts_about_the_text_come_in_its_order_and_neighbours_are_one():
    text = f"{FEAST}\n\nAnwesend: U. Geheim\nEntschuldigt: I. Geheim\n\nNur für Sie: Geheim."
    assert doubts(text) == [
        (DoubtKind.PRIVATE, "Anwesend: U. Geheim\nEntschuldigt: I. Geheim"),
        (DoubtKind.NOT_FOR_PUBLIC, "Nur für Sie: Geheim."),
    ]


@pytest.mark.parametrize("kind", [DoubtKind.ALL_INTERNAL, DoubtKind.EMBARGO])
def test_that_a_text_is_internal_is_told_however_much_in_it_is_private(kind):
    mark = {
        DoubtKind.ALL_INTERNAL: "-- INTERN --\n\n{}",
        DoubtKind.EMBARGO: "{}\n\nSperrfrist: 12. April 2024, 10 Uhr.",
    }[kind]
    accounts = "\n\n".join(
        f"Das Konto von Frau Muster {n} ist DE12 3456 7890 1234 5678 90." for n in range(70)
    )
    assert kind in {doubt.kind for doubt in read(mark.format(accounts)).doubts}
