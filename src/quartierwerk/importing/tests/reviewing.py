"""What a browser sends when somebody presses a button of the review, with nothing changed unless said."""

from typing import Any

from quartierwerk.importing.models import Announcement
from quartierwerk.importing.review.deciding import PRIVATE


def sent(response: Any, do: str = "publish", **changed: Any) -> dict[str, Any]:
    """Every field of the page as it stands there; `changed` by name, with _ for -: `e0_title="Nähtreff"`."""
    board = response.context["board"]
    data: dict[str, Any] = {f"number-{name}": number for name, number in board.numbers.items()}
    for part in board.parts:
        for bound in part.form if part.form is not None else ():
            value = _as_sent(bound)
            if value not in (None, "", [], False):
                data[bound.html_name] = value
    data |= {name.replace("_", "-", 1): value for name, value in changed.items()}
    return {"said": [*_said(data, len(board.events)), PRIVATE]} | data | {"do": do}


def _said(data: dict[str, Any], number: int) -> list[str]:
    """What the page says beside the button; the script does so after every choice."""
    chosen = [(data.get(f"e{place}-decision"), data.get(f"e{place}-known"), place) for place in range(number)]
    return [
        f"e{place}-{decision}-{known}" for decision, known, place in chosen if decision in ("cancel", "move")
    ]


def _as_sent(bound: Any) -> Any:
    value = bound.value()
    shown = bound.field.widget.format_value(value)
    if isinstance(value, list | tuple):
        return [str(each) for each in value]
    if isinstance(shown, list | tuple):
        return shown[0] if shown else None
    return "on" if value is True else shown.replace("\n", "\r\n") if isinstance(shown, str) else shown


def decide(browser: Any, text: Announcement, do: str = "publish", **changed: Any) -> Any:
    """Opens the review and presses the button."""
    url = text.get_absolute_url()
    return browser.post(url, sent(browser.get(url), do, **changed))
