"""Widgets for forms of the public pages."""

from typing import Any

from django.forms import Select

from .templatetags.ui import content_lang


class ContentSelect(Select):
    """A select whose options are what the town's staff wrote, such as names of quarters; marked as German where the
    interface is not. `languages` tells those written in another language: value → its code."""

    languages: dict[str, str] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        code = self.languages.get(str(value))
        if str(value) and (lang := content_lang(code) if code else content_lang()):
            option["attrs"]["lang"] = lang
        return option
