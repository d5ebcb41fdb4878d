from datetime import timedelta

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "quartierwerk.places"
    verbose_name = "Orte"

    def ready(self) -> None:
        from quartierwerk.core import periodic
        from quartierwerk.people import addressees

        from . import audit_verbs, outlines  # noqa: F401 - the words register themselves
        from .queries import quarters_one_may_write_about, quarters_worked_for

        # There, so that web workers find the drawing ready and need not load shapely.
        periodic.register("draw outlines of quarters", every=timedelta(minutes=1), run=outlines.draw)
        addressees.register(
            addressees.Addressee(
                "quartier", public=quarters_one_may_write_about, responsible_for=quarters_worked_for
            )
        )
