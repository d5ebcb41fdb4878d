"""Accounts and roles in Wagtail's admin: an address, a name, roles, and no password for somebody else."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.account import AccountView, BaseSettingsPanel
from wagtail.users.views import users as wagtail
from wagtail.users.views.users import UserColumn

from . import account_rules, actions
from .models import Role, User


class AccountForm(forms.ModelForm):
    """Opens or corrects an account; saving goes through `people.actions`."""

    roles = forms.MultipleChoiceField(
        label=_("Rollen"), choices=Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    everywhere = forms.BooleanField(
        label=_("In allen Quartieren"),
        required=False,
        initial=True,
        help_text=_(
            "Nur für die Rolle Quartiersentwicklung. Ohne Haken gilt sie in den Quartieren, bei denen die "
            "Person als zuständig eingetragen ist."
        ),
    )

    class Meta:
        model = User
        fields = ["email", "name"]

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        if self.instance.pk:
            self.fields["roles"].initial = sorted(self.instance.role_names)
            self.fields["everywhere"].initial = not self.instance.roles.filter(everywhere=False).exists()

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(User._meta.get_field("email").error_messages["unique"])
        return email

    def save(self, commit: bool = True) -> User:  # noqa: ARG002 - Wagtail always commits
        data = self.cleaned_data
        return actions.create_account(
            email=data["email"],
            name=data["name"],
            roles=data["roles"],
            everywhere=data["everywhere"],
            by=self.by,
        )


class ExistingAccountForm(AccountForm):
    class Meta(AccountForm.Meta):
        fields = ["email", "name", "is_active"]
        help_texts = {"is_active": _("Ohne Haken ist das Konto gesperrt.")}

    def clean(self) -> dict:
        data = super().clean() or self.cleaned_data
        before = User.objects.get(pk=self.instance.pk)
        if before.is_active and not data.get("is_active"):
            self._say("is_active", account_rules.why_not_deactivate(before))
        if Role.ADMINISTRATOR in before.role_names and Role.ADMINISTRATOR not in data.get("roles", []):
            self._say("roles", account_rules.why_not_revoke(before, Role.ADMINISTRATOR))
        return data

    def _say(self, field: str, reason: str | None) -> None:
        if reason:
            self.add_error(field, reason)

    def save(self, commit: bool = True) -> User:  # noqa: ARG002
        data = self.cleaned_data
        user = actions.change_account(
            user=self.instance,
            email=data["email"],
            name=data["name"],
            is_active=data["is_active"],
            by=self.by,
        )
        actions.set_roles(user=user, roles=data["roles"], everywhere=data["everywhere"], by=self.by)
        return user


class _ByWhom:
    """Gives the form the administrator who saves it."""

    request: HttpRequest

    def get_form_kwargs(self) -> dict:
        kwargs = super().get_form_kwargs()  # type: ignore[misc]
        kwargs.pop("editing_self", None)
        return kwargs | {"by": self.request.user}


class CreateView(_ByWhom, wagtail.CreateView):
    page_title = _("Konto anlegen")
    success_message = _("Das Konto von %(object)s ist angelegt. Zum Anmelden genügt die E-Mail-Adresse.")


class EditView(_ByWhom, wagtail.EditView):
    success_message = _("Das Konto von %(object)s ist gespeichert.")


class DeleteView(wagtail.DeleteView):
    success_message = _("Das Konto von %(object)s ist gelöscht.")

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ValidationError as refused:
            form.add_error(None, refused)
            return self.form_invalid(form)

    def delete_action(self) -> None:
        actions.delete_account(user=self.object, by=self.request.user)


def _roles_of(user: User) -> str:
    return ", ".join(str(assignment.get_role_display()) for assignment in user.roles.all())


class IndexView(wagtail.IndexView):
    """Without Wagtail's bulk actions, which would write past `people.actions`."""

    template_name = "wagtailadmin/generic/index.html"
    results_template_name = "wagtailadmin/generic/index_results.html"
    page_title = _("Konten")
    add_item_label = _("Konto anlegen")

    @property
    def columns(self) -> list[Column]:
        return [
            UserColumn("name", accessor=str, label=_("Name"), sort_key="email", get_url=self.get_edit_url),
            Column("email", label=_("E-Mail"), sort_key="email"),
            Column("roles", accessor=_roles_of, label=_("Rollen")),
            BooleanColumn("is_active", label=_("Aktiv"), sort_key="is_active"),
            DateColumn("last_login", label=_("Letzte Anmeldung"), sort_key="last_login"),
        ]

    def get_base_queryset(self) -> QuerySet[User]:
        return super().get_base_queryset().prefetch_related("roles")


class OwnSettingsView(AccountView):
    """Wagtail's settings of one's own, without first and last name: our one name stands at /konto/."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        return [panel for panel in super().get_panels() if panel.name != "name_email"]


own_settings = require_admin_access(OwnSettingsView.as_view())


def refuse_bulk_actions(request: HttpRequest, action_type: str, objects: list, action: object) -> None:  # noqa: ARG001
    """Hook: Wagtail's bulk actions on users know neither roles nor the audit log."""
    if any(isinstance(thing, User) for thing in objects):
        raise PermissionDenied


class AccountViewSet(wagtail.UserViewSet):
    """“Konten” in the settings menu."""

    menu_label = _("Konten")
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView
    template_prefix = ""

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return ExistingAccountForm if for_update else AccountForm
