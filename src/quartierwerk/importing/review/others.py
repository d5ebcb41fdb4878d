"""What else is in a text: somebody to ask, and figures."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from quartierwerk.people.models import Contact

from ..enums import Decision
from ..extract.draft import ContactDraft, FigureDraft
from . import initial, notes
from .directory import Directory
from .fields import note_at
from .forms import ContactForm, FigureForm
from .parts import Part
from .spans import Mark


@dataclass
class ContactPart(Part):
    """Somebody to ask: one who is there (`known`), or a form for a new one; `form` only for who may make one."""

    form: ContactForm | None
    draft: ContactDraft | None = None
    known: Contact | None = None

    @property
    def doubts(self) -> list[dict[str, Any]]:
        return super().doubts if self.form and self.makes_new else []

    @property
    def marks(self) -> list[Mark]:
        return super().marks if self.form else []

    @property
    def is_open(self) -> bool:
        return bool(self.form and self.form.errors)


@dataclass
class FigurePart(Part):
    form: FigureForm
    draft: FigureDraft | None = None

    @property
    def doubts(self) -> list[dict[str, Any]]:
        return []

    @property
    def makes_new(self) -> bool:
        return True


def contact_part(
    number: int, draft: ContactDraft, known: Directory, user: Any, data: QueryDict | None
) -> ContactPart:
    """Who is there, or a form for who may make one; offered, and never made by itself."""
    phones, emails = [each.value for each in draft.phones], [each.value for each in draft.emails]
    there = known.contact(draft.name.value, phones, emails)
    form = None
    if there is None and user.has_perm("people.add_contact"):
        form = ContactForm(
            data,
            prefix=f"c{number}",
            initial={"decision": Decision.LEAVE_OUT.value, **initial.of_contact(draft)},
            choices=[
                (Decision.PUBLISH.value, _("als Ansprechperson anlegen")),
                (Decision.LEAVE_OUT.value, _("nicht anlegen")),
            ],
        )
    said = notes.of_contact(draft) if form else {}
    if form:
        note_at(form, said)
    return ContactPart(
        number, _("Ansprechperson"), f"person-{number + 1}", form, said, True, draft=draft, known=there
    )


def figure_part(number: int, draft: FigureDraft, data: QueryDict | None) -> FigurePart:
    form = FigureForm(data, prefix=f"k{number}", initial={"keep": True})
    return FigurePart(number, _("Zahl"), f"zahl-{number + 1}", form, notes.of_figure(draft), draft=draft)
