"""Only German is read: of a text in another language nothing is guessed, and nothing chosen to be published."""

import pytest

from quartierwerk.importing import factories
from quartierwerk.importing.enums import Decision
from quartierwerk.importing.languages import is_in_another_language
from quartierwerk.importing.naming import name_of

pytestmark = pytest.mark.usefixtures("in_september")

ENGLISH = """Dear neighbours,

The International Women's Café invites you to a Winter Potluck on Saturday, 12 December 2026, from 3 pm to 6 pm
at the Bürgerhaus, Am Markt 4, Musterstadt. Bring a dish from your home country. Children are welcome, admission is free.

Please register by 8 December: Amina Muster, phone 02324 112233, cafe@frauen.example

Kind regards
Amina
"""
SAID = "Gelesen wird nur Deutsch. Aus diesem Text ist nichts nach Vermutung übernommen."
DESK = "/schreibtisch/uebernehmen/"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Sevgili komşular, 12 Aralık 2026 Cumartesi günü saat 15'te kahvaltıya sizi bekliyoruz. Çocuklar için oyun ve müzik ile.",
        "Değerli komşular, 12 Aralık 2026 Cumartesi günü saat 15:00'te Holschentor'da komşuluk kahvaltısı yapıyoruz. Herkes davetlidir.",
        "12 Aralık Cumartesi günü saat 15:00'te Holschentor'da kahvaltı yapıyoruz.",
        "W sobotę jest spotkanie dla dzieci, ul. Główna 4, wstęp wolny.",
        "Zapraszamy na spotkanie w sobotę 12 grudnia o godz. 15 w Bürgerhaus. Wstęp jest wolny, prosimy o zgłoszenie do 8 grudnia.",
        "Chers voisins, nous vous invitons le samedi 12 décembre à 15 heures dans la salle du Bürgerhaus pour une fête avec les enfants.",
        "Запрошуємо вас на зустріч у суботу, 12 грудня 2026 року, о 15 годині в Bürgerhaus.",
        "ندعوكم يوم السبت 12 ديسمبر 2026 في الساعة 15 إلى Bürgerhaus",
    ],
)
def test_another_language_is_known(text):
    assert is_in_another_language(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.12.2026, 15 Uhr",
        factories.TEXT,
        "Meet and Greet in the City: Treffen mit der Band am 12. Dezember um 15 Uhr im Bürgerhaus.",
        "Flohmarkt\nSamstag, 12. Dezember, 11 Uhr\nBürgerhaus",
        "Wir laden zum Frauencafé ein, am Samstag, 12. Dezember, um 15 Uhr.\n\nWe invite you to the women's café on Saturday.",
        "Best of the Beatles\n12.12.2026, 20:00\nStadthalle",
        "Merhaba! Türkischer Abend mit Musik\n12.12.2026, 20 Uhr, bei Familie Yılmaz-Işık",
        "Samstag, 12. Dezember: Şiir ve Müzik, saat 15, Holschentor",
        "DRK e. V., AWO e. V., Do 15-17 h, Do 18-19 h",
        "Nachbarschaftsfrühstück / Komşu kahvaltısı\nSamstag, 12. Dezember 2026, 10 Uhr, Holschentor\n"
        "12 Aralık Cumartesi saat 10'da. Herkes davetlidir. Alle sind willkommen.",
        "Konzert „The Sound of Silence“ mit den Chören der Stadt am 12. Dezember, Eintritt frei.",
    ],
)
def test_german_and_what_is_in_two_languages_is_read(text):
    assert not is_in_another_language(text)


@pytest.mark.django_db
@pytest.mark.usefixtures("site")
def test_a_text_in_another_language_says_so_and_nothing_of_it_is_chosen(at_desk, edda):
    text = factories.announcement(ENGLISH)
    response = at_desk(edda).get(text.get_absolute_url())
    board = response.context["board"]
    assert [line["sentence"] for line in board.doubts][:1] == [SAID]
    assert ([part.is_blank for part in board.events], board.contacts, board.figures) == ([True], [], [])
    assert [part.form.chosen for part in board.news] == [Decision.LEAVE_OUT]
    assert response.content.decode().count(SAID) == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("site")
def test_its_salutation_is_no_name():
    name = name_of(factories.announcement(ENGLISH))
    assert name.startswith("The International Women's Café")
