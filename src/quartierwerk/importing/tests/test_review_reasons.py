"""Why something is off, as the text says it."""

from datetime import date

import pytest

from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.review.reasons import reason_of

WHEN = "am Montag, 30. November 2026, um 10 Uhr"


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        (f"Das Nähcafé {WHEN} fällt aus. Grund: Erkrankung der Leiterin.", "Erkrankung der Leiterin", None),
        (f"Das Nähcafé {WHEN} im Haus St. Georg fällt wegen Krankheit aus.", "Krankheit", "wegen Krankheit"),
        (f"Wegen einer Erkrankung entfällt das Nähcafé {WHEN}.", "Erkrankung", "Wegen einer Erkrankung"),
        (f"Das Nähcafé {WHEN} muss aufgrund eines Wasserschadens leider entfallen.", "Aufgrund eines Wasserschadens", None),
        (f"Das Nähcafé {WHEN} wird krankheitsbedingt abgesagt.", "Krankheit", "krankheitsbedingt"),
        (f"Das Nähcafé {WHEN} ist abgesagt. Der Grund dafür ist ein Rohrbruch.", "Ein Rohrbruch", None),
        (f"Das Nähcafé {WHEN} wird wegen Sturm auf den 7. Dezember 2026 verlegt.", "Sturm", None),
        (f"Das Nähcafé {WHEN} fällt aus, weil die Heizung defekt ist.", "Weil die Heizung defekt ist", "weil die Heizung defekt ist"),
        (f"Da die Heizung defekt ist, fällt das Nähcafé {WHEN} aus.", "Da die Heizung defekt ist", None),
        (f"Das Nähcafé {WHEN} fällt aus. Die Leiterin ist erkrankt.", None, None),
        (f"Das Nähcafé {WHEN} fällt aus, da die Leiterin der Halle erkrankt ist.", None, None),
        (f"Das Nähcafé {WHEN} fällt aus, weil die Petra umzieht.", None, None),
        (f"Das Nähcafé {WHEN} fällt aus. Wegen Karten rufen Sie bitte an.", None, None),
        (f"Das Nähcafé {WHEN} fällt aus.", None, None),
    ],
)  # fmt: skip
def test_the_reason_is_a_short_clause_with_its_words(text, reason, words):
    [event] = extract(text, date(2026, 11, 20), Gazetteer()).events
    found = reason_of(event, text)
    assert (found and found.value) == reason
    if words:
        [span] = found.spans
        assert text[span.start : span.end] == words
