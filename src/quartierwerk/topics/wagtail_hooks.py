from wagtail import hooks

from .admin import EditorialGroup


@hooks.register("register_admin_viewset")
def editorial_viewsets() -> EditorialGroup:
    return EditorialGroup()
