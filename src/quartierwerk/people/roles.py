"""What each role may do in the editors' tools: one Django group a role, with the rights Wagtail understands.

`ensure_groups()` brings the database to what stands here, however it was before; it runs after every
migration and after a demo town was loaded. Who belongs to a group follows from `RoleAssignment`, through
`people.actions`. Models of higher apps are named by string, and left out while they are not installed.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Model, Q
from django.utils import translation
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
)

from .models import Role

NEWS_INDEX = "news.newsindexpage"
_WRITE = ("add", "change")
_EDIT = (*_WRITE, "publish")
_ALL_OF_PAGES = (*_EDIT, "bulk_delete", "lock", "unlock")
_MEDIA = (
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
)
_MEDIA_OF_OTHERS = ("wagtailimages.change_image", "wagtaildocs.change_document")
_CONTACTS = ("people.contact",)
_PEOPLE = ("people.person", "people.message", "people.notification", "people.consent")
_PLACES = (
    "places.quarter",
    "places.quarteralias",
    "places.district",
    "places.venue",
    "places.streetrange",
)
_TOPICS = ("topics.fieldofaction", "topics.notice")
_EVENTS = ("events.event", "events.audience")


@dataclass(frozen=True)
class Rights:
    """`pages`: on the whole tree; `news`: below the news; `models`: all rights; `drafts`: all but deleting (which
    rows and states, the app decides); `readable`: view only."""

    pages: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    readable: tuple[str, ...] = ()
    everything: bool = False


_DRAFTS = Rights(news=("add",), media=_MEDIA, drafts=("events.event",))
_EDITING = (*_MEDIA, *_MEDIA_OF_OTHERS)
RIGHTS: dict[Role, Rights] = {
    Role.ORGANISATION: _DRAFTS,
    Role.COORDINATOR: _DRAFTS,
    Role.MODERATOR: Rights(
        pages=_EDIT,
        media=_EDITING,
        readable=(*_CONTACTS, *_PLACES),
        models=("people.message", *_TOPICS, *_EVENTS),
    ),
    Role.EDITOR: Rights(
        pages=_EDIT,
        media=_EDITING,
        models=("places.venue", "website.easytext", "website.signvideo", *_TOPICS, *_EVENTS),
        readable=_CONTACTS,
    ),
    Role.NEIGHBOURHOOD_MANAGER: Rights(
        pages=_EDIT, media=_EDITING, models=(*_CONTACTS, *_PEOPLE, *_PLACES, *_TOPICS, *_EVENTS)
    ),
    Role.ANALYST: Rights(readable=(*_CONTACTS, *_PLACES)),
    Role.ADMINISTRATOR: Rights(pages=_ALL_OF_PAGES, media=_EDITING, everything=True),
}
APPROVERS = (Role.MODERATOR, Role.EDITOR, Role.NEIGHBOURHOOD_MANAGER, Role.ADMINISTRATOR)
# Wagtail's first migration brings groups and a workflow of its own; they become ours.
_WAGTAILS_OWN = {Role.EDITOR: "Editors", Role.MODERATOR: "Moderators"}
_WAGTAILS_WORKFLOW = "Moderators approval"
WORKFLOW = "Freigabe durch die Redaktion"


def group_name(role: Role) -> str:
    with translation.override("de"):
        return str(role.label)


def _permissions(codenames: set[str]) -> list[Permission]:
    """Those of "app.codename" that exist."""
    wanted = Q(pk=None)
    for name in codenames:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def _model_rights(rights: Rights) -> list[Permission]:
    if rights.everything:
        return list(Permission.objects.all())
    codenames = {"wagtailadmin.access_admin"}
    for model, verbs in [
        *((m, ("add", "change", "delete", "view")) for m in rights.models),
        *((m, ("add", "change", "view")) for m in rights.drafts),
        *((m, ("view",)) for m in rights.readable),
    ]:
        app, name = model.split(".")
        codenames |= {f"{app}.{verb}_{name}" for verb in verbs}
    return _permissions(codenames)


def _keep_exactly(model: type[Model], group: Group, wanted: set[tuple[int, int]], place: str) -> None:
    """Rows (place, permission) of a group: add what is missing, remove what is too much."""
    present = {
        (getattr(row, f"{place}_id"), row.permission_id): row  # type: ignore[attr-defined]
        for row in model._default_manager.filter(group=group)
    }
    for key in present.keys() - wanted:
        present[key].delete()
    model._default_manager.bulk_create(
        model(group=group, permission_id=permission, **{f"{place}_id": pk})
        for pk, permission in sorted(wanted - present.keys())
    )


def _ensure_page_rights(group: Group, rights: Rights) -> None:
    root = Page.get_first_root_node()
    places = {root.pk: rights.pages} if root else {}
    if rights.news and apps.is_installed("quartierwerk.news"):
        news = apps.get_model(NEWS_INDEX).objects.values_list("pk", flat=True)
        places |= dict.fromkeys(news, rights.news)
    permission_of = {p.codename: p.pk for p in _permissions({f"wagtailcore.{v}_page" for v in _ALL_OF_PAGES})}
    wanted = {(page, permission_of[f"{verb}_page"]) for page, verbs in places.items() for verb in verbs}
    _keep_exactly(GroupPagePermission, group, wanted, "page")


def _ensure_media_rights(group: Group, rights: Rights) -> None:
    root = Collection.get_first_root_node()
    wanted = {(root.pk, p.pk) for p in _permissions(set(rights.media))} if root else set()
    _keep_exactly(GroupCollectionPermission, group, wanted, "collection")


def _group(role: Role) -> Group:
    name = group_name(role)
    if role in _WAGTAILS_OWN and not Group.objects.filter(name=name).exists():
        Group.objects.filter(name=_WAGTAILS_OWN[role]).update(name=name)
    return Group.objects.get_or_create(name=name)[0]


@transaction.atomic
def ensure_group(role: Role) -> Group | None:
    """The group of a role with exactly its rights; None for residents, who have no editors' tools."""
    rights = RIGHTS.get(role)
    if rights is None:
        return None
    group = _group(role)
    group.permissions.set(_model_rights(rights))
    _ensure_page_rights(group, rights)
    _ensure_media_rights(group, rights)
    return group


def _ensure_workflow() -> None:
    """Drafts of associations and coordinators wait for one of the approvers."""
    for model in (Workflow, GroupApprovalTask):
        if not model._default_manager.filter(name=WORKFLOW).exists():
            model._default_manager.filter(name=_WAGTAILS_WORKFLOW).update(name=WORKFLOW)
    workflow, _ = Workflow.objects.get_or_create(name=WORKFLOW, defaults={"active": True})
    task = GroupApprovalTask.objects.filter(name=WORKFLOW).first() or GroupApprovalTask.objects.create(
        name=WORKFLOW, active=True
    )
    task.groups.set([_group(role) for role in APPROVERS])
    workflow.workflow_tasks.get_or_create(task=task, defaults={"sort_order": 0})
    if root := Page.get_first_root_node():
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})


@transaction.atomic
def ensure_groups() -> None:
    """All groups, their rights and the moderation workflow, as they stand in this module."""
    for app in apps.get_app_configs():
        create_permissions(app, verbosity=0)
    for role in RIGHTS:
        ensure_group(role)
    _ensure_workflow()
