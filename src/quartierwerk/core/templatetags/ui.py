"""Presentation only: icons, phone links, addresses that harvesters do not get, form fields in KERN.

`{% load ui %}`. Nothing here reads the database or decides who may see what.
"""

import re
from typing import Any

import phonenumbers
from django import template
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page
from django.forms import (
    BoundField,
    CheckboxInput,
    ClearableFileInput,
    FileInput,
    RadioSelect,
    Select,
    SelectMultiple,
    Textarea,
)
from django.forms.widgets import CheckboxSelectMultiple
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from quartierwerk.core.icons import FIELD_ICONS, ICONS
from quartierwerk.core.long_words import with_soft_hyphens
from quartierwerk.core.reachable import Piece, pieces

register = template.Library()

HOME_COUNTRY = "DE"


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A line icon in the size and colour of its text; silent for screen readers unless it has a `label`."""
    body = mark_safe(ICONS[name])
    if label:
        return format_html(
            '<svg class="qw-icon" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>', label, body
        )
    return format_html(
        '<svg class="qw-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', body
    )


@register.filter
def breakable(name: str) -> SafeString:
    """Long names may break after a stroke, nowhere else: `Bredenscheid/Stüter`."""
    return mark_safe("/<wbr>".join(conditional_escape(part) for part in str(name).split("/")))


@register.filter
def soft_hyphens(text: str) -> str:
    """Long words with the places where they may break, for narrow cells, see `core.long_words`."""
    return with_soft_hyphens(str(text))


@register.simple_tag
def field_icon(key: str | None = "") -> SafeString:
    """The drawn picture of a field of action; a neutral one for a key nobody drew."""
    body = mark_safe(FIELD_ICONS.get(key or "", FIELD_ICONS[""]))
    return format_html(
        '<svg class="qw-art" viewBox="0 0 64 64" aria-hidden="true" focusable="false">{}</svg>', body
    )


@register.filter
def tel(number: str) -> str:
    """`(02324) 204-5552` → `tel:+4923242045552`; what is no phone number keeps its digits."""
    try:
        parsed = phonenumbers.parse(str(number), HOME_COUNTRY)
    except phonenumbers.NumberParseException:
        return "tel:" + re.sub(r"[^\d+]", "", str(number))
    return "tel:" + phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


@register.filter
def reachable(line: str) -> list[Piece]:
    """What somebody wrote, with the telephone numbers and addresses in it apart: for `components/reachable.html`."""
    return pieces(str(line))


@register.filter
def initials(name: str) -> str:
    """`Gabriele Krefting` → `GK`: at most two letters, first and last word."""
    words = [word for word in re.split(r"[\s-]+", str(name)) if word[:1].isalpha()]
    chosen = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0].upper() for word in chosen)


@register.filter
def email_local(address: str) -> str:
    """What stands before the @."""
    return str(address).rpartition("@")[0]


@register.filter
def email_domain(address: str) -> str:
    """What stands behind the @."""
    return str(address).rpartition("@")[2]


@register.filter
def widget_kind(field: BoundField) -> str:
    """How a form field is drawn: checkbox, radios, checkboxes, select, textarea, file, group or input."""
    widget = field.field.widget
    kinds: list[tuple[type | tuple[type, ...], str]] = [
        (CheckboxSelectMultiple, "checkboxes"),
        (RadioSelect, "radios"),
        (CheckboxInput, "checkbox"),
        (SelectMultiple, "input"),
        (Select, "select"),
        (Textarea, "textarea"),
        ((ClearableFileInput, FileInput), "file"),
    ]
    found = next((kind for classes, kind in kinds if isinstance(widget, classes)), "input")
    return "group" if found == "input" and widget.use_fieldset else found


@register.simple_tag
def kern_widget(field: BoundField) -> SafeString:
    """The field's widget with KERN's classes and the ids of its hint and error in `aria-describedby`."""
    kind = widget_kind(field)
    base = {"checkbox": "kern-form-check__checkbox", "select": "kern-form-input__select"}.get(
        kind, "kern-form-input__input"
    )
    own = field.field.widget.attrs.get("class", "")
    classes = [own, base, f"{base}--error" if field.errors else ""]
    attrs: dict[str, Any] = {"class": " ".join(filter(None, classes))}
    if kind != "group" and (described_by := described_by_ids(field)):
        attrs["aria-describedby"] = described_by
    if kind == "textarea":
        attrs.setdefault("rows", field.field.widget.attrs.get("rows", 6))
    return field.as_widget(attrs=attrs)


@register.filter
def described_by_ids(field: BoundField) -> str:
    """The ids of the hint and the error of a field, as they stand in `django/forms/field.html`."""
    ids = [f"{field.auto_id}_helptext"] if field.help_text else []
    if field.errors:
        ids.append(f"{field.auto_id}_error")
    return " ".join(ids)


@register.filter
def reversed_text(text: str) -> str:
    """The text backwards: enough to keep an address from harvesters, undone by `core/app.js`."""
    return str(text)[::-1]


@register.filter
def page_numbers(page: Page) -> list[int]:
    """The page numbers to offer: first, last and the neighbours; 0 stands for a gap."""
    last = page.paginator.num_pages
    wanted = sorted({1, last, *range(max(1, page.number - 1), min(last, page.number + 1) + 1)})
    numbers: list[int] = []
    for number in wanted:
        if numbers and number - numbers[-1] == 2:
            numbers.append(number - 1)
        elif numbers and number - numbers[-1] > 2:
            numbers.append(0)
        numbers.append(number)
    return numbers


@register.filter
def html_lang(code: str) -> str:
    """What `lang=""` says: Leichte Sprache is German, and nothing that reads pages aloud knows `de-simple`."""
    return code.removesuffix("-simple")


@register.simple_tag
def content_lang(code: str = settings.LANGUAGE_CODE) -> str:
    """What `lang=""` says of a text in this language: "" where the interface speaks it. Without a code: of what the
    town's staff wrote once, in German, such as the names and descriptions of quarters."""
    own = html_lang(code)
    return "" if own == html_lang(get_language() or settings.LANGUAGE_CODE) else own


@register.filter
def in_language(text: str, code: str = settings.LANGUAGE_CODE) -> SafeString:
    """The text marked with its language where the interface speaks another, escaped: for labels, choices and parts of
    sentences, which take no `lang` of their own. Codes as in `content_lang`."""
    lang = content_lang(code)
    return format_html('<span lang="{}">{}</span>', lang, text) if lang and text else conditional_escape(text)


def filled(pattern: str, *values: str) -> SafeString:
    """A translated sentence (`Grund: %s`) with values of which some are marked, see `in_language`."""
    return mark_safe(conditional_escape(pattern) % tuple(map(conditional_escape, values)))


@register.filter
def message_kind(message: Message) -> str:
    """KERN's word for the level of a message."""
    return {"error": "danger", "success": "success", "warning": "warning"}.get(message.level_tag, "info")
