"""Which events Wagtail's editors' tools show to whom: who publishes has all, others the drafts they organise."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from .. import queries
from ..enums import Stage
from ..models import Event
from ..permissions import is_organiser, may_publish_events


class EventPermissionPolicy(ModelPermissionPolicy):
    """The rights of `people/roles.py`, narrowed to one's own drafts for who may not publish."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Event) -> bool:
        if not self.user_has_permission(user, action):
            return False
        if may_publish_events(user):
            return True
        return bool(instance.pk) and instance.stage == Stage.DRAFT and is_organiser(user, instance)

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Event) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        if not self.user_has_any_permission(user, actions):
            return Event.objects.none()
        return queries.events_for(user)
