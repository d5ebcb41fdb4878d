"""The facts of the legal pages, from the town's settings: what stands there, and what is missing.

Sources: § 5 DDG and § 18 MStV (Impressum), Art. 13 DSGVO (Datenschutz), § 12b BGG and § 7 BITV 2.0 with
Directive (EU) 2016/2102 (Erklärung zur Barrierefreiheit).
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from quartierwerk.core.models import Town


@dataclass(frozen=True)
class Missing:
    """A setting the town has not filled in, the page that lacks it, and the rule that asks for it."""

    field: str
    label: str
    page: str
    rule: str


REQUIRED: tuple[tuple[str, str, str], ...] = (
    ("street", "imprint", "§ 5 Abs. 1 Nr. 1 DDG"),
    ("postal_code", "imprint", "§ 5 Abs. 1 Nr. 1 DDG"),
    ("city", "imprint", "§ 5 Abs. 1 Nr. 1 DDG"),
    ("represented_by", "imprint", "§ 5 Abs. 1 Nr. 1 DDG"),
    ("phone", "imprint", "§ 5 Abs. 1 Nr. 2 DDG"),
    ("email", "imprint", "§ 5 Abs. 1 Nr. 2 DDG"),
    ("supervisory_authority", "imprint", "§ 5 Abs. 1 Nr. 3 DDG"),
    ("responsible_for_content", "imprint", "§ 18 Abs. 2 MStV"),
    ("data_protection_officer", "privacy", "Art. 13 Abs. 1 b DSGVO"),
    ("data_protection_authority", "privacy", "Art. 13 Abs. 2 d DSGVO"),
    ("accessibility_checked_on", "accessibility", "§ 7 BITV 2.0"),
    ("accessibility_method", "accessibility", "§ 7 BITV 2.0"),
    ("enforcement_body", "accessibility", "§ 12b BGG"),
)


def missing(town: Town) -> list[Missing]:
    """What the law asks for and the settings do not say yet, page by page."""
    pages = {"imprint": _("Impressum"), "privacy": _("Datenschutz"), "accessibility": _("Barrierefreiheit")}
    return [
        Missing(field, str(Town._meta.get_field(field).verbose_name), pages[page], rule)
        for field, page, rule in REQUIRED
        if not getattr(town, field)
    ]


def imprint(town: Town) -> list[dict[str, str]]:
    """The Impressum as facts for `core/components/facts.html`; an empty value is one the town still owes."""
    return [
        _fact(_("Anbieterin"), town.official_name),
        _fact(_("Anschrift"), address(town)),
        _fact(_("Vertreten durch"), town.represented_by),
        _fact(_("Telefon"), town.phone),
        _fact(_("Aufsichtsbehörde"), town.supervisory_authority),
        _fact(_("Umsatzsteuer-Identifikationsnummer"), town.vat_id, optional=True),
        _fact(_("Verantwortlich für den Inhalt (§ 18 Abs. 2 MStV)"), town.responsible_for_content),
    ]


def address(town: Town) -> str:
    """Street, place and post-office box in one line."""
    place = f"{town.postal_code} {town.city}".strip()
    return ", ".join(filter(None, [town.street, place, town.po_box]))


def has_been_checked(town: Town) -> bool:
    """Whether the town may call its site accessible to any degree: without a check nobody knows."""
    return bool(town.accessibility_checked_on and town.accessibility_method)


def _fact(term: str, value: str, *, optional: bool = False) -> dict[str, str]:
    return {"term": term, "value": value, "optional": "yes" if optional else ""}
