from wagtail import hooks

from .admin import PlacesGroup


@hooks.register("register_admin_viewset")
def places_in_the_admin() -> PlacesGroup:
    return PlacesGroup()
