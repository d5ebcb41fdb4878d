"""Wordings of an embargo, of why somebody cannot come, and of meetings that are not public. All samples."""

import re
from datetime import date

import pytest

from quartierwerk.importing.extract import extract, is_not_public
from quartierwerk.importing.extract.draft import DoubtKind, Status

TODAY = date(2026, 11, 23)
FEAST = (
    "Nachbarschaftsfest im Park\n\nAm Samstag, 5. Dezember 2026, um 15 Uhr feiern wir im Werkhaus am Bach."
)
UNTIL_A_DAY = (
    "Bitte erst ab 1.12. veröffentlichen.",
    "Erst ab 1.12.!",
    "erst ab dem 1. Dezember bitte",
    "Sperrfrist: 1.12.2026, 12 Uhr",
    "++ Sperrfrist: 1. Dezember, 10 Uhr ++",
    "SPERRFRIST bis Dienstag, 1. Dezember",
    "Gesperrt bis 1.12.",
    "Bitte nicht vor dem 1. Dezember online stellen.",
    "Bitte nicht vor 1.12. veröffentlichen!",
    "Veröffentlichung bitte erst am 1. Dezember.",
    "Veröffentlichung frühestens 1.12.",
    "Frei ab 1. Dezember 2026",
    "Frei zur Veröffentlichung ab 1.12., 10 Uhr",
    "Freigabe: 1.12.2026",
    "Embargo bis 1.12.2026",
    "Embargo: 1. Dezember, 11 Uhr",
    "Bitte bis zum 1. Dezember noch nicht veröffentlichen.",
    "Bis 1.12. bitte nicht online.",
    "Das darf erst nach der Ratssitzung am 1. Dezember raus.",
    "Bitte mit der Veröffentlichung bis 1.12. warten.",
    "Bitte wartet mit dem Posten bis zum 1. Dezember.",
    "Vor dem 1.12. soll das niemand wissen.",
    "Zur Veröffentlichung ab dem 1. Dezember",
    "Bitte ab 1.12. auf die Homepage.",
    "Kommt bitte erst am 1. Dezember auf die Seite.",
    "Freigegeben ab 1. Dezember.",
    "Geheim bis 1.12.!",
    "Nicht vor dem 1.12., 18 Uhr",
    "Achtung, Sperrfrist beachten: Dienstag, 1.12., 18 Uhr.",
)
WITHOUT_A_DAY = (
    "Sperrfrist!",
    "Bitte nicht vor Montag.",
    "Noch nicht veröffentlichen, ich melde mich!",
    "Bitte noch nicht online stellen.",
    "Erst posten, wenn der Rat entschieden hat.",
    "Bitte den Artikel erst in der Dezemberausgabe bringen.",
    "Online bitte erst ab Dienstag.",
)
NO_EMBARGO = (
    "Frei ab sofort.",
    "Zur sofortigen Veröffentlichung",
    "Keine Sperrfrist",
    "Ab sofort frei",
    "Sperrfrist: keine",
    "Freigabe: sofort",
    "Sperrfrist aufgehoben",
    "Die Karten gibt es erst ab 1.12.",
    "Der Einlass beginnt nicht vor 14 Uhr.",
    "Die Plätze sind frei ab 1. Dezember.",
    "Frei ab 12 Jahren",
    "Die Ergebnisse werden am 8.12. veröffentlicht.",
    "Bitte nicht vor dem Tor parken.",
    "Erst ab 18 Jahren",
    "Die Straße ist bis 1.12. gesperrt.",
    "Anmeldung erst ab 1.12. möglich.",
    "Bitte nicht vor 14 Uhr kommen.",
    "Das Bad öffnet erst am 1. Dezember.",
    "Die Sperrung bis zum 1.12. betrifft die Hauptstraße.",
    "Das Programm ist ab 1.12. online.",
    "Die Anmeldung ist ab 1.12. online möglich.",
    "Bis dahin nichts essen.",
)
WHY_SHE_CANNOT = (
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus. Die Leiterin ist erkrankt.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus, weil die Leiterin erkrankt ist.",
    "Weil die Kursleiterin plötzlich krank geworden ist, fällt der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus aus.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt wegen eines Trauerfalls in der Familie von Frau Kern aus.",
    "Wegen eines Todesfalls in der Familie der Trainerin fällt der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus aus.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus, da Frau Kern im Krankenhaus liegt.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus. Der Mann von Frau Kern ist gestorben.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus. Unsere Trainerin hat sich das Bein gebrochen und ist operiert worden.",
    "Unsere Trainerin ist schwer erkrankt. Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus, weil das Kind der Trainerin krank ist.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus, die Trainerin ist leider verletzt.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus. Grund ist ein Trauerfall bei Familie Kern.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus. Herr Kern hatte einen Herzinfarkt.",
    "Da die Referentin an Corona erkrankt ist, wird der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus abgesagt.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus entfällt, weil ihr Vater verstorben ist.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus (Trainerin erkrankt).",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus, Uta ist krank.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus, denn ich bin krank.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus, da Frau Kern sich den Arm gebrochen hat.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus. Frau Kern liegt mit Corona im Bett.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus. Herr Kern hat sich das Bein gebrochen.",
)
NO_SECRET = (
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt wegen Krankheit aus.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt krankheitsbedingt aus.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt aus, weil die Heizung defekt ist.",
    "Der Yogakurs am 1. Dezember 2026 um 18 Uhr im Werkhaus fällt wegen eines Trauerfalls aus.",
    "Am 1. Dezember 2026 um 18 Uhr liest die Autorin im Werkhaus. Sie war lange krank und schrieb darüber ein Buch.",
    "Der Leiter der Klinik spricht am 1. Dezember 2026 um 18 Uhr im Werkhaus über Menschen, die krank sind.",
    "Die Trainerin zeigt am 1. Dezember 2026 um 18 Uhr im Werkhaus, was hilft, wenn man verletzt ist. Der Kurs fällt im Januar aus.",
    "Das Stück „Der eingebildete Kranke“ am 1. Dezember 2026 um 18 Uhr im Werkhaus ist abgesagt.",
    "Der Hausmeister ist am 1. Dezember 2026 um 18 Uhr im Werkhaus. Die Sprechstunde für Kranke entfällt.",
)
SECRET = re.compile(
    r"erkrankt|krank\b|familie|storben|kern\b|leiterin|trainerin|gebrochen|operiert|infarkt|krankenhaus|verletzt",
    re.IGNORECASE,
)


def told(draft):
    values = [value for item in draft.news for value in (item.title, item.teaser, *item.body)]
    values += [value for event in draft.events for value in (event.title, event.summary, *event.description)]
    return " ".join(value.value for value in values if value)


def until(text):
    return [doubt.day for doubt in extract(text, TODAY).doubts if doubt.kind is DoubtKind.EMBARGO]


@pytest.mark.parametrize("said", UNTIL_A_DAY)
@pytest.mark.parametrize("form", ["{said}\n\n{feast}", "Hallo Kim,\n\n{said}\n\n{feast}\n\nLG Uta"])
def test_until_when_something_is_to_wait_is_read_in_many_words(form, said):
    text = form.format(said=said, feast=FEAST)
    assert until(text) == [date(2026, 12, 1)]
    assert [event.start.value.day for event in extract(text, TODAY).events] == [5]
    assert said not in told(extract(text, TODAY))


@pytest.mark.parametrize("said", WITHOUT_A_DAY)
def test_that_something_is_to_wait_is_read_where_no_day_is_said(said):
    assert until(f"Hallo Kim,\n\n{said}\n\n{FEAST}\n\nLG Uta") == [None]


@pytest.mark.parametrize("said", NO_EMBARGO)
@pytest.mark.parametrize("form", ["{said}\n\n{feast}", "{feast} {said}"])
def test_what_only_sounds_like_an_embargo_is_none(form, said):
    assert until(form.format(said=said, feast=FEAST)) == []


def test_of_who_is_ill_the_whole_name_goes():
    said = "Der Yogakurs am 1. Dezember 2026 fällt wegen Erkrankung der Leiterin Frau Monika Muster aus."
    assert told(extract(f"Yogakurs\n\n{said}", TODAY)).count("Muster") == 0


@pytest.mark.parametrize("said", WHY_SHE_CANNOT)
def test_that_it_is_off_stays_and_why_somebody_cannot_come_goes(said):
    draft = extract(f"Yogakurs\n\n{said}", TODAY)
    assert SECRET.findall(told(draft)) == []
    assert draft.events[0].status.value is Status.CANCELLED
    assert re.search("fällt|entfällt|abgesagt", told(draft))
    assert [doubt.kind for doubt in draft.doubts] == [DoubtKind.PRIVATE]


@pytest.mark.parametrize("said", NO_SECRET)
def test_a_reason_without_somebody_stays(said):
    assert extract(f"Yogakurs\n\n{said}", TODAY).doubts == ()


@pytest.mark.parametrize(
    ("said", "is_it"),
    [
        ("Vorstandssitzung am 3.12. um 19 Uhr (nur für Mitglieder des Vorstands)", True),
        ("Das Treffen ist nur für Vorstandsmitglieder.", True),
        ("Interne Teamsitzung am 3.12. um 9 Uhr", True),
        ("Die Öffentlichkeit ist nicht zugelassen.", True),
        ("Der Ausschuss tagt unter Ausschluss der Öffentlichkeit.", True),
        ("Interne Klausurtagung des Vorstands am 5.12.", True),
        ("Nicht nur für Mitglieder: Tanzabend", False),
        ("Nur für Mitglieder: Ausflug an den See", False),
        ("Wahl des Vorstands am 3.12.", False),
        ("Sitzung nur für Mitglieder des Vorstands und Gäste", False),
        ("Vereinsinternes Turnier am 3.12.", False),
        ("Nur für Teams mit vier Spielern", False),
    ],
)
def test_a_meeting_of_a_body_is_not_public(said, is_it):
    assert is_not_public(said) is is_it
