"""The views of events in the editors' tools: Wagtail's own, with our actions, and only for whom the event is."""

from typing import Any

from django.contrib import messages as django_messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.snippets.views import snippets

from .. import actions, queries
from ..enums import Stage
from ..models import Event
from ..permissions import may_publish_events
from ..rules import editing as editing_rules
from .next_dates import next_dates_sentence

PUBLISH = "publish-event"


class OwnEvents:
    """404 for events of others; a draft writer's published event can be looked at in its list only."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        event = queries.events_for(request.user).filter(pk=unquote(str(kwargs["pk"]))).first()
        if event is None:
            raise Http404
        if event.stage != Stage.DRAFT and not may_publish_events(request.user):
            messages.warning(
                request,
                _("„%s“ ist veröffentlicht. Für Änderungen rufen Sie uns bitte an.") % event.title,
            )
            return redirect(reverse(Event.snippet_viewset.get_url_name("list")))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class SavesThroughActions:
    """Publishing is the second button; nothing is saved while somebody still types (those registered would be told)."""

    told = 0

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)  # type: ignore[misc]
        self.autosave_enabled = False

    def get_available_actions(self) -> list[str]:
        names = [*super().get_available_actions()]  # type: ignore[misc]
        return [*names, PUBLISH] if may_publish_events(self.request.user) else names  # type: ignore[attr-defined]

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        form.publishing = self.publishes
        return form

    @property
    def publishes(self) -> bool:
        return self.action == PUBLISH  # type: ignore[attr-defined]

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)  # type: ignore[misc]
        except ValidationError as refused:
            _show(refused, form)
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]

    def kept(self, event: Event, *, verb: str) -> Event:
        """Publish where that was asked for, and keep the version in the history."""
        user = self.request.user  # type: ignore[attr-defined]
        if self.publishes and event.stage == Stage.DRAFT:
            actions.publish_event(event=event, by=user)
        stored = Event.objects.get(pk=event.pk)
        self.has_content_changes = True
        self.new_revision: Revision = stored.save_revision(user=user, clean=False)
        log(instance=stored, action=verb, user=user, revision=self.new_revision, content_changed=True)
        return stored

    def get_success_message(self, instance: Event | None = None) -> str:
        event = instance or self.object  # type: ignore[attr-defined]
        pattern = (
            _("„%s“ ist gespeichert und veröffentlicht.") if self.publishes else _("„%s“ ist gespeichert.")
        )
        words = [pattern % event.title, _told(self.told), next_dates_sentence(event)]
        if not may_publish_events(self.request.user):  # type: ignore[attr-defined]
            words.insert(1, _("Die Redaktion sieht den Entwurf und veröffentlicht ihn."))
        return " ".join(filter(None, words))


class CreateEvent(SavesThroughActions, snippets.CreateView):
    def save_instance(self) -> Event:
        event = actions.create_event(write=self.form.save, by=self.request.user)
        return self.kept(event, verb="wagtail.create")

    def get_success_buttons(self) -> list[Any]:
        return _buttons(self.object, self.get_edit_url())


class EditEvent(OwnEvents, SavesThroughActions, snippets.EditView):
    def save_instance(self) -> Event:
        self.told = actions.edit_event(
            event=self.form.instance,
            write=self.form.save,
            by=self.request.user,
            reason=self.form.cleaned_data.get("reason", ""),
            unmoved_items=self.unmoved_items(),
        )
        return self.kept(self.form.instance, verb="wagtail.edit")

    def unmoved_items(self) -> tuple[int, ...]:
        return self.form.unmoved_items()

    def get_success_buttons(self) -> list[Any]:
        return _buttons(self.object, self.get_edit_url())


class RevertEvent(generic.RevisionsRevertMixin, EditEvent):
    """An older version is saved as any other edit; its programme belongs to its own beginning."""

    view_name = "revisions_revert"

    def save_instance(self) -> Event:
        return EditEvent.save_instance(self)

    def unmoved_items(self) -> tuple[int, ...]:
        return ()

    def get_success_message(self, instance: Event | None = None) -> str:
        return EditEvent.get_success_message(self, instance)


class DeleteEvent(OwnEvents, snippets.DeleteView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        event = queries.events_for(request.user).filter(pk=unquote(str(kwargs["pk"]))).first()
        if event and (reason := editing_rules.why_not_deletable(event)):
            django_messages.error(request, reason)
            return redirect(reverse(Event.snippet_viewset.get_url_name("edit"), args=[event.pk]))
        return super().dispatch(request, *args, **kwargs)

    def delete_action(self) -> None:
        with transaction.atomic():
            log(instance=self.object, action="wagtail.delete")
            actions.delete_event(event=self.object, by=self.request.user)


class HistoryOfEvent(OwnEvents, snippets.HistoryView):
    pass


class UsageOfEvent(OwnEvents, snippets.UsageView):
    pass


class RevisionOfEvent(OwnEvents, snippets.PreviewRevisionView):
    pass


class CompareRevisions(OwnEvents, snippets.RevisionsCompareView):
    pass


def _show(refused: ValidationError, form: Any) -> None:
    """What an action refused, at the field of the form that it is about."""
    said = getattr(
        refused, "error_dict", {None: refused.error_list if hasattr(refused, "error_list") else refused}
    )
    for name, sentences in said.items():
        field = {"starts_at": "start_day", "ends_at": "end_time"}.get(name, name)
        form.add_error(field if field in form.fields else None, sentences)


def _told(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "%(n)d Anmeldung bekommt Bescheid über die Änderung.",
        "%(n)d Anmeldungen bekommen Bescheid über die Änderung.",
        number,
    ) % {"n": number}


def _buttons(event: Event, edit_url: str) -> list[Any]:
    buttons = [messages.button(edit_url, _("Bearbeiten"))]
    if event.is_public:
        buttons.append(messages.button(event.get_absolute_url(), _("Ansehen")))
    return buttons
