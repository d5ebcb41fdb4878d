"""Keys for other programs in the editors' tools, for administrators: issue, show once, withdraw."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from quartierwerk.people.permissions import may_manage_accounts

from .. import actions
from ..models import ApiKey

TITLE = gettext_lazy("Schlüssel für Open311")


class KeyForm(forms.ModelForm):
    class Meta:
        model = ApiKey
        fields = ["name", "operator"]


def _only_administrators(request: HttpRequest) -> None:
    if not may_manage_accounts(request.user):
        raise PermissionDenied


@never_cache
def keys(request: HttpRequest) -> HttpResponse:
    """The list, and a form for a new key; its secret stands on the page that answers, and nowhere else ever again."""
    _only_administrators(request)
    form, secret, made = KeyForm(request.POST or None), "", None
    if request.method == "POST" and form.is_valid():
        made, secret = actions.create_api_key(**form.cleaned_data, by=request.user)
        form = KeyForm()
    context = {
        "page_title": TITLE,
        "header_title": TITLE,
        "header_icon": "key",
        "form": form,
        "made": made,
        "secret": secret,
        "keys": ApiKey.objects.select_related("created_by").order_by("revoked_at", "name", "pk"),
    }
    return render(request, "needs/admin/keys.html", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    _only_administrators(request)
    key = actions.revoke_api_key(key=get_object_or_404(ApiKey, pk=pk), by=request.user)
    messages.success(request, _("Der Schlüssel von „%s“ gilt nicht mehr.") % key.name)
    return HttpResponseRedirect(reverse("needs_api_keys"), status=303)


class KeysMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_manage_accounts(request.user)


def menu_item() -> MenuItem:
    return KeysMenuItem(TITLE, reverse("needs_api_keys"), icon_name="key", order=950)


def urls() -> list[URLPattern]:
    return [
        path("open311/schluessel/", keys, name="needs_api_keys"),
        path("open311/schluessel/<int:pk>/zurueckziehen/", revoke, name="needs_revoke_api_key"),
    ]
