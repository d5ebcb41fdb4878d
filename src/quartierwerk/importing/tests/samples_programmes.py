"""Made-up programmes of several items: what is said once counts for each, what stands in a line for that one. All samples."""

from datetime import date

from .samples import Sample, at

_SPRING = date(2026, 3, 1)
_HOUSE = {"place": "Kulturkeller", "street_address": "Am Markt 3", "phones": ["02324 204-111"]}
_WALK = {"place": "Parkplatz an der Festhalle", "phones": ["06332 4711"]}
_SHOP = {"place": "Buchhandlung Muster", "street_address": "Lindenstraße 14", "registration": "tickets"}
_GUIDED = {"phones": ["0234 556677"]}

SAID_ONCE = (
    Sample(
        "Felder unter einer Liste aus Zeilen gelten für jede, nicht für die letzte",
        """Kleinkunst im Gewölbe
Samstag, 14. März Trio Rosenrot: Chansons von gestern
Samstag, 11. April Rudi Muster: Ich geh dann mal
Samstag, 9. Mai Duo Saitensprung: Tango und mehr
Gespielt wird bei jedem Wetter, denn der Keller wurde über den Winter neu gedeckt.
Ort: Kulturkeller, Am Markt 3
Beginn: 20 Uhr
Auskunft: Telefon 02324 204-111""",
        (
            at("2026-03-14T20:00", **_HOUSE),
            at("2026-04-11T20:00", **_HOUSE),
            at("2026-05-09T20:00", title="Duo Saitensprung: Tango und mehr", **_HOUSE),
        ),
        _SPRING,
    ),
    Sample(
        "Der Weg einer Wanderung ist kein Ort, der Treffpunkt aller ist einer",
        """Wanderplan des Heimatvereins Oberfeld

So. 12. April: Mühlbach – Schwarzkopf – Rote Lache – Mühlbach (12 km)
So. 10. Mai: Kloster Hain – Bismarckturm, Teufelstisch – Hain (9 km)
Do. 4. Juni: Vatertagstour zum Schützenhaus

Treffpunkt ist jeweils um 9.30 Uhr am Parkplatz an der Festhalle. Anmeldung bei Wanderwart Kurt Muster, Tel. 06332 4711.""",
        (
            at("2026-04-12T09:30", title="Mühlbach – Schwarzkopf – Rote Lache – Mühlbach", **_WALK),
            at("2026-05-10T09:30", title="Kloster Hain – Bismarckturm, Teufelstisch – Hain", **_WALK),
            at("2026-06-04T09:30", title="Vatertagstour zum Schützenhaus", **_WALK),
        ),
        _SPRING,
    ),
    Sample(
        "Ein Treffpunkt in der Zeile geht dem aller vor",
        """Wandern mit dem Verein Musterheim

Treffpunkt ist jeweils um 9 Uhr am Dorfbrunnen.

19.04. Blütenwanderung Altdorf
14.05. Höhlentour, Abfahrt 8 Uhr am Marktplatz""",
        (
            at("2026-04-19T09:00", place="Dorfbrunnen"),
            at("2026-05-14T08:00", place="Marktplatz"),
        ),
        _SPRING,
    ),
    Sample(
        "Eine Fahrt geht dorthin, wohin sie geht, wo auch immer man einsteigt",
        """Ferienfahrten

Dienstag, 7. April: Fahrt in die Eissporthalle Neustadt, Rückkehr gegen 17 Uhr
Donnerstag, 9. April: Ausflug in das Schulmuseum Altstadt

Treffpunkt ist jeweils um 9 Uhr am Busbahnhof.""",
        (
            at("2026-04-07T09:00", place="Eissporthalle Neustadt"),
            at("2026-04-09T09:00", place="Schulmuseum Altstadt"),
        ),
        _SPRING,
    ),
    Sample(
        "Was zur Liste führt, gehört nicht zum Konzert davor",
        """Am Samstag, 4. Juli, geben wir unser Sommerkonzert im Pfarrgarten.
Wer mitsingen möchte, ist eingeladen. Wir treffen uns im Dorfhaus um 20 Uhr zu folgenden Terminen:
Do., 12.03.2026 – Gesamtprobe
Do., 19.03.2026 – Männerstimmen""",
        (
            at("2026-07-04", place="Pfarrgarten"),
            at("2026-03-12T20:00", place="Dorfhaus"),
            at("2026-03-19T20:00", place="Dorfhaus"),
        ),
        _SPRING,
    ),
    Sample(
        "Ein Satz in der Vorrede, der von allen spricht, gilt für die Liste",
        """Die Wanderfreunde starten am 8. März in die Saison.

Wir treffen uns jeweils am Parkplatz im Stadtwald. Zu den einzelnen Wanderungen ist eine Anmeldung erforderlich. Die Touren:

Sonntag, 8. März, 9 Uhr: Staufen – Johanniskapelle – Burg – Staufen
Sonntag, 19. April: Zell – Adelsberg – Gresgen – Zell""",
        (
            at("2026-03-08T09:00", place="Parkplatz im Stadtwald"),
            at("2026-04-19", place="Parkplatz im Stadtwald", registration="required"),
        ),
        _SPRING,
    ),
    Sample(
        "Wir beginnen um gilt für alle Tage ohne Uhrzeit",
        """Krabbelgottesdienste 2026

Sonntag, 22. März: „Der gute Hirte“
Sonntag, 14. Juni: „Jona und der Wal“

Wir beginnen um 11.15 Uhr in der Friedenskirche (Ringstr. 5). Im Anschluss essen wir um 12.30 Uhr im Gemeindehaus.""",
        (
            at("2026-03-22T11:15", place="Friedenskirche", street_address="Ringstr. 5"),
            at("2026-06-14T11:15", place="Friedenskirche", street_address="Ringstr. 5"),
        ),
        _SPRING,
    ),
    Sample(
        "Das Haus der Lesungen hat die Adresse, bei der es die Karten gibt",
        """Frühling in der Buchhandlung Muster

Mittwoch, 15. April: Karla Muster: Das Wasser steigt
Mittwoch, 22. April: Jens Muster: Nachtzug nach Riga

Beginn jeweils 20 Uhr.
Karten gibt es in der Buchhandlung Muster, Lindenstraße 14.""",
        (at("2026-04-15T20:00", **_SHOP), at("2026-04-22T20:00", **_SHOP)),
        _SPRING,
    ),
    Sample(
        "Wer von allen spricht, kehrt nicht zum letzten zurück",
        """Lesereihe „Am Kamin“

Im Gewölbe der Burg Hohenmuster wird wieder vorgelesen. Den Auftakt macht am 13. März Peter Muster mit seinem Roman „Grenzgänger“. Am 27. März folgt Mila Muster mit „Stille Post“. Beginn ist immer um 19.30 Uhr. Karten gibt es unter Telefon 05671 8800.""",
        (
            at("2026-03-13T19:30", phones=["05671 8800"], registration="tickets"),
            at("2026-03-27T19:30", phones=["05671 8800"], registration="tickets"),
        ),
        _SPRING,
    ),
    Sample(
        "Lange Zeilen, die mit einem Tag beginnen, sind nicht umgebrochen",
        """Naturkundliche Führungen

Sa, 21.3., 7 Uhr: Vogelstimmen rund um den Teich, Treffpunkt: Haupteingang
So, 19.4., 14 Uhr: Kräuterwanderung, Treffpunkt: Wanderparkplatz Eichholz
Sa, 16.5., 21 Uhr: Fledermausnacht, Treffpunkt: Brücke am Mühlenteich

Anmeldung: 0234 556677""",
        (
            at("2026-03-21T07:00", place="Haupteingang", **_GUIDED),
            at("2026-04-19T14:00", place="Wanderparkplatz Eichholz", **_GUIDED),
            at("2026-05-16T21:00", place="Brücke am Mühlenteich", **_GUIDED),
        ),
        _SPRING,
    ),
    Sample(
        "Ein Strich zwischen Verein und Ort ist kein Weg",
        """Termine 2026

Sonntag, 12. April: Konzert – Stadthalle – Einlass ab 16 Uhr
Sonntag, 10. Mai: Basar – Gemeindehaus – mit Kuchen""",
        (
            at("2026-04-12", title="Konzert", place="Stadthalle"),
            at("2026-05-10", title="Basar", place="Gemeindehaus"),
        ),
        _SPRING,
    ),
)

STRONGER = (
    Sample(
        "Treffpunkt für alle Wanderungen, was auch immer am Weg liegt",
        """Wanderprogramm 2026

Treffpunkt für alle Wanderungen: Bushaltestelle Rathaus

• 17.05. Blautopf, Rusenschloss, Hirschgrund (11 km), 8 Uhr
• 14.06. Abendwanderung zur Hütte (5 km), 18 Uhr""",
        (
            at("2026-05-17T08:00", place="Bushaltestelle Rathaus"),
            at("2026-06-14T18:00", place="Bushaltestelle Rathaus"),
        ),
        _SPRING,
    ),
    Sample(
        "Alle Kurse finden in einem Haus statt, auch die Erste Hilfe am Kind",
        """Elternschule im Frühjahr

Alle Kurse finden im Familienzentrum St. Elisabeth statt (Kirchplatz 6).

Mi, 25.03., 19:00 – 21:00 Uhr: Erste Hilfe am Kind
Sa, 18.04., 10:00 – 12:00 Uhr: Babymassage in der Turnhalle Nord""",
        (
            at("2026-03-25T19:00", place="Familienzentrum St. Elisabeth"),
            at("2026-04-18T10:00", title="Babymassage", place="Turnhalle Nord"),
        ),
        _SPRING,
    ),
    Sample(
        "Das Haus heißt später nur noch bei seinem ersten Wort",
        """Lesefrühling im Literaturhaus Neustadt

Am 9. April eröffnet Sabine Muster die Reihe mit „Das lange Warten“, am 16. April ist Ole Beispiel mit „Windstille“ zu Gast.
Alle Lesungen beginnen um 19.30 Uhr. Reservierung unter 04101 2233 oder im Literaturhaus, Gartenweg 9.""",
        (
            at("2026-04-09T19:30", place="Literaturhaus Neustadt", street_address="Gartenweg 9"),
            at("2026-04-16T19:30", place="Literaturhaus Neustadt", street_address="Gartenweg 9"),
        ),
        _SPRING,
    ),
)

_COURSES = {"place": "Haus der Begegnung", "phones": ["02324 5150"]}
_BRASS = {"place": "Gemeindehaus", "phones": ["04144 7222"]}

OF_ONE = (
    Sample(
        "Kurse eines Abends, jeder mit seiner Uhrzeit in einer Zeile",
        """Tanzen im Haus der Begegnung

Am Montag, 13. April, starten die neuen Kurse:
17.30 Uhr Kindertanz
18.30 Uhr Line Dance
20.00 Uhr Standard für Paare

Haus der Begegnung, Poststraße 9. Anmeldung bei Frau Muster, 02324 5150.""",
        (
            at("2026-04-13T17:30", title="Kindertanz", **_COURSES),
            at("2026-04-13T18:30", title="Line Dance", **_COURSES),
            at("2026-04-13T20:00", title="Standard für Paare", **_COURSES),
        ),
        _SPRING,
    ),
    Sample(
        "Gruppen eines Chors hintereinander in einem Satz",
        """Der Bläserchor …

… beginnt am Dienstag, dem 14. April: Anfänger*innen: 16:00 – 16:45 Uhr Fortgeschrittene: 17:00 – 17:45 Uhr Bläserchor: 18:00 – 19:00 Uhr Wer ganz neu einsteigen möchte, kommt am 14. April um 16:00 Uhr ins Gemeindehaus. Anmeldung: Tel. 04144 7222""",
        (
            at("2026-04-14T16:00", end="2026-04-14T16:45", **_BRASS),
            at("2026-04-14T17:00", end="2026-04-14T17:45", **_BRASS),
            at("2026-04-14T18:00", end="2026-04-14T19:00", title="Bläserchor", **_BRASS),
        ),
        _SPRING,
    ),
    Sample(
        "Die einen von bis, die anderen von bis",
        "Die Volkshochschule bietet wieder zwei Computerkurse an: Am Dienstag, 14. April, treffen sich die Anfänger von 17 bis 18.30 Uhr, die Geübten von 18.45 bis 20.15 Uhr.",
        (at("2026-04-14T17:00", end="2026-04-14T18:30"), at("2026-04-14T18:45", end="2026-04-14T20:15")),
        _SPRING,
    ),
    Sample(
        "Das Programm eines Festes bleibt eines",
        "Am Samstag, 6. Juni, feiert der Chor sein Sommerfest: Kaffee: 15 bis 16 Uhr, Konzert der Chorgruppen um 17 Uhr, danach Tanz.",
        (at("2026-06-06T15:00"),),
        _SPRING,
    ),
    Sample(
        "Jeden Sonntag von bis, und darunter, wer wann spielt",
        """Sommerkonzerte im Kurpark

Vom 7. Juni bis 21. Juni laden wir jeden Sonntag um 15.30 Uhr zum Kurkonzert in die Konzertmuschel ein.
7. Juni: Stadtkapelle Musterheim
14. Juni: Akkordeonorchester Neustadt
21. Juni: Blechbläser der Musikschule""",
        (
            at("2026-06-07T15:30", place="Konzertmuschel"),
            at(
                "2026-06-14T15:30",
                title="Sommerkonzerte: Akkordeonorchester Neustadt",
                place="Konzertmuschel",
            ),
            at("2026-06-21T15:30", place="Konzertmuschel"),
        ),
        _SPRING,
    ),
    Sample(
        "Eine Liste, deren Zeilen nur sagen, wo",
        """Bürgerversammlungen in den Ortsteilen

Mittwoch, 11. März: Mehrzweckhalle Rohr
Donnerstag, 12. März: Gasthof Adler, Lauben
Montag, 16. März: Schulaula Westheim
Beginn ist jeweils um 19 Uhr.""",
        (
            at("2026-03-11T19:00", title="Bürgerversammlungen", place="Mehrzweckhalle Rohr"),
            at("2026-03-12T19:00", place="Gasthof Adler"),
            at("2026-03-16T19:00", place="Schulaula Westheim"),
        ),
        _SPRING,
    ),
    Sample(
        "Abgesagt, was der Satz umschließt",
        "Leider fallen die Vorträge von Herbert Muster (19.3.) und Lore Beispiel (16.4.) im Stadtarchiv aus.",
        (at("2026-03-19", status="cancelled"), at("2026-04-16", status="cancelled")),
        _SPRING,
    ),
    Sample(
        "Abgesagt ist nur das zweite",
        "Der Vortrag am 19. März um 19 Uhr findet im Stadtarchiv statt, die Führungen am 16. April fallen aus.",
        (at("2026-03-19T19:00", status="scheduled"), at("2026-04-16", status="cancelled")),
        _SPRING,
    ),
)

IN_ONE_SENTENCE = (
    Sample(
        "Die Lesungen von A sowie von B in allen Räumen eines Hauses",
        """Alle Veranstaltungen in der Stadtbücherei sind abgesagt.

Damit fallen die beiden Lesungen von Martina Muster (29.10.) sowie von Maria Beispiel (12.11.) leider aus. „Wir hatten uns nach dem schönen Sommer-Lese-Club so gefreut“, sagt die Leiterin.""",
        (
            at("2026-10-29", title="Lesung von Martina Muster", place="Stadtbücherei", status="cancelled"),
            at("2026-11-12", title="Lesung von Maria Beispiel", place="Stadtbücherei", status="cancelled"),
        ),
        date(2026, 10, 20),
    ),
    Sample(
        "Jeder Tag steht hinter seinem Wort",
        "Geplant sind die Hauptversammlung mit Neuwahlen am 31. August, der Singstundenbeginn am 7. September, das Gedenken mit Messe im Oktober und die Adventsfeier im Dezember.",
        (at("2026-08-31"), at("2026-09-07", title="Singstundenbeginn")),
        date(2026, 7, 15),
    ),
    Sample(
        "Was am Tag selbst geschieht, bleibt dessen Name",
        "Am 31. August ist die Hauptversammlung, am 7. September lädt der Verein zum Sommerfest im Pfarrgarten ein.",
        (at("2026-08-31", title="Hauptversammlung"), at("2026-09-07", title="Sommerfest")),
        date(2026, 7, 15),
    ),
    Sample(
        "Dörfer, die nacheinander an der Reihe sind",
        """Dorfflohmarkt in Altdorf, Neudorf und Mitteldorf
Am Samstag, 12. September, startet Neudorf mit dem diesjährigen Dorfflohmarkt, am Sonntag, 13. September, folgen Mitteldorf und Altdorf, jeweils zwischen 10 und 16 Uhr.""",
        (
            at("2026-09-12T10:00", end="2026-09-12T16:00", place="Neudorf"),
            at("2026-09-13T10:00", end="2026-09-13T16:00", place="Mitteldorf und Altdorf"),
        ),
        date(2026, 8, 15),
    ),
    Sample(
        "Wer nach einem anderen spielt, ist kein Dorf",
        "Am Samstag, 12. September, spielt um 19 Uhr das Quartett Muster in der Kirche, am Sonntag, 13. September, folgt Haydn.",
        (at("2026-09-12T19:00", place="Kirche"), at("2026-09-13")),
        date(2026, 8, 15),
    ),
    Sample(
        "„… von Pfarrer Muster, am 3. Mai“ sagt nicht, wer wann schrieb",
        "Die Konfirmationen feiern wir in der Kreuzkirche: am Sonntag, 26. April, um 10 Uhr die Gruppe von Pfarrer Muster, am Sonntag, 3. Mai, um 10 Uhr die Gruppe von Pfarrerin Beispiel.",
        (at("2026-04-26T10:00", place="Kreuzkirche"), at("2026-05-03T10:00", place="Kreuzkirche")),
        _SPRING,
    ),
)
