from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "quartierwerk.places"
    verbose_name = "Orte"

    def ready(self) -> None:
        from quartierwerk.people import addressees

        from .queries import quarters_one_may_write_about, quarters_worked_for

        addressees.register(
            addressees.Addressee(
                "quartier", public=quarters_one_may_write_about, responsible_for=quarters_worked_for
            )
        )
