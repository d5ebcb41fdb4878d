"""The building blocks of editorial texts; their templates stand in topics/templates/topics/blocks/."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from quartierwerk.people.models import Contact
from quartierwerk.places.models import Venue
from quartierwerk.places.presentation import base_map

from .maps import list_items

TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class SelectBlock(blocks.ChooserBlock):
    """Chooses one of a few records from a list; nothing is shown for a record that was deleted since."""

    widget = forms.Select

    def value_from_form(self, value: Any) -> Any:
        return None if value == "" else super().value_from_form(value)

    def get_form_state(self, value: Any) -> str:
        return str(value.pk) if value else ""


class ContactChoice(SelectBlock):
    target_model = Contact


class VenueChoice(SelectBlock):
    target_model = Venue


class NoticeChoice(SelectBlock):
    @property
    def target_model(self) -> Any:
        from .models import Notice

        return Notice


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Überschrift"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Ebene"),
        choices=[("2", _("Überschrift")), ("3", _("Unterüberschrift"))],
        default="2",
    )

    def get_searchable_content(self, value: Any) -> list[str]:
        """What readers see; the level is no word of the text."""
        return [str(value["text"])]

    class Meta:
        label = _("Überschrift")
        icon = "title"
        template = "topics/blocks/heading.html"


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Bild"))
    alt = blocks.CharBlock(
        label=_("Bildbeschreibung"),
        required=False,
        max_length=250,
        help_text=_("Was ist zu sehen? Für Menschen, die das Bild nicht sehen. Ein Satz genügt."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Nur Schmuck"),
        required=False,
        help_text=_("Das Bild sagt nichts, was nicht im Text steht; Vorleseprogramme übergehen es."),
    )
    caption = blocks.CharBlock(label=_("Bildunterschrift"), required=False, max_length=250)
    credit = blocks.CharBlock(label=_("Bildnachweis"), required=False, max_length=160)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["alt"] and not cleaned["decorative"]:
            raise StructBlockValidationError(
                {"alt": ValidationError(_("Bitte beschreiben Sie das Bild, oder wählen Sie „Nur Schmuck“."))}
            )
        if cleaned["alt"] and cleaned["decorative"]:
            raise StructBlockValidationError(
                {
                    "decorative": ValidationError(
                        _("Ein beschriebenes Bild ist kein Schmuck: bitte nur eines.")
                    )
                }
            )
        return cleaned

    class Meta:
        label = _("Bild")
        icon = "image"
        template = "topics/blocks/image.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(
        label=pgettext_lazy("Baustein", "Zitat"), rows=3, help_text=_("Ohne Anführungszeichen.")
    )
    name = blocks.CharBlock(label=_("Wer hat es gesagt?"), max_length=120)
    role = blocks.CharBlock(label=_("Aufgabe oder Quelle"), required=False, max_length=160)

    class Meta:
        label = pgettext_lazy("Baustein", "Zitat")
        icon = "openquote"
        template = "topics/blocks/quote.html"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Dokument"))
    description = blocks.CharBlock(
        label=_("Worum geht es darin?"),
        required=False,
        max_length=250,
        help_text=_("Art und Größe der Datei erscheinen von selbst."),
    )

    class Meta:
        label = _("Dokument")
        icon = "doc-full"
        template = "topics/blocks/document.html"


class ContactBlock(blocks.StructBlock):
    contact = ContactChoice(label=_("Ansprechperson"))

    class Meta:
        label = _("Ansprechperson")
        icon = "user"
        template = "topics/blocks/contact.html"


class PlaceBlock(blocks.StructBlock):
    """One place on a map: a known venue, or a name with its coordinates."""

    venue = VenueChoice(label=_("Bekannter Ort"), required=False)
    name = blocks.CharBlock(label=_("oder Name"), required=False, max_length=120)
    latitude = blocks.FloatBlock(label=_("Breitengrad"), required=False, min_value=-90, max_value=90)
    longitude = blocks.FloatBlock(label=_("Längengrad"), required=False, min_value=-180, max_value=180)
    note = blocks.CharBlock(label=_("Hinweis"), required=False, max_length=200)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["venue"] and not cleaned["name"]:
            raise StructBlockValidationError(
                {"venue": ValidationError(_("Bitte wählen Sie einen Ort, oder schreiben Sie seinen Namen."))}
            )
        if (cleaned["latitude"] is None) != (cleaned["longitude"] is None):
            raise StructBlockValidationError(
                {
                    "latitude": ValidationError(
                        _("Bitte geben Sie Breiten- und Längengrad an oder keins von beiden.")
                    )
                }
            )
        return cleaned

    class Meta:
        label = _("Ort")
        icon = "site"


class MapBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Was zeigt die Karte?"), max_length=120)
    places = blocks.ListBlock(PlaceBlock(), label=_("Orte"), min_num=1, max_num=50)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        page, block_id = context.get("page"), context.get("block_id")
        url = reverse("topics:map", args=[page.pk, block_id]) if page and page.pk and block_id else ""
        context["items"] = list_items(value)
        context["geojson_url"] = url
        context["base_map"] = base_map()
        return context

    class Meta:
        label = _("Karte")
        icon = "site"
        template = "topics/blocks/map.html"


class CaptionedTableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(
        label=_("Was zeigt die Tabelle?"),
        max_length=160,
        help_text=_("Steht über der Tabelle. Die erste Spalte benennt die Zeilen."),
    )
    table = TableBlock(label=_("Tabelle"))
    source = blocks.CharBlock(label=_("Quelle"), required=False, max_length=160)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["table"].get("first_row_is_table_header"):
            raise StructBlockValidationError(
                {
                    "table": ValidationError(
                        _(
                            "Bitte machen Sie die erste Zeile zur Kopfzeile, "
                            "damit die Spalten vorgelesen werden können."
                        )
                    )
                }
            )
        return cleaned

    class Meta:
        label = _("Tabelle")
        icon = "table"
        template = "topics/blocks/table.html"


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titel"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), rows=3, required=False)
    page = blocks.PageChooserBlock(label=_("Seite, zu der der Knopf führt"), required=False)
    action = blocks.CharBlock(
        label=_("Aufschrift des Knopfs"),
        required=False,
        max_length=60,
        help_text=_("Was geschieht beim Anklicken? Zum Beispiel „Zum Programm“."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["page"] and not cleaned["action"]:
            raise StructBlockValidationError(
                {"action": ValidationError(_("Bitte beschriften Sie den Knopf."))}
            )
        return cleaned

    class Meta:
        label = _("Hervorhebung")
        icon = "pick"
        template = "topics/blocks/callout.html"


class NoticeBlock(blocks.StructBlock):
    notice = NoticeChoice(
        label=_("Hinweis"),
        help_text=_("Hinweise werden einmal unter „Hinweise“ geschrieben und überall aktualisiert."),
    )

    class Meta:
        label = _("Hinweis (wiederverwendet)")
        icon = "warning"
        template = "topics/blocks/notice.html"


class BodyBlock(blocks.StreamBlock):
    """The text of a page, from these blocks; headings stand in order, as screen readers announce them."""

    heading = HeadingBlock()
    text = blocks.RichTextBlock(
        label=_("Text"), icon="pilcrow", features=TEXT_FEATURES, template="topics/blocks/text.html"
    )
    image = ImageBlock()
    quote = QuoteBlock()
    document = DocumentBlock()
    contact = ContactBlock()
    map = MapBlock()
    table = CaptionedTableBlock()
    callout = CalloutBlock()
    notice = NoticeBlock()

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        levels = [(i, b.value["level"]) for i, b in enumerate(cleaned) if b.block_type == "heading"]
        if levels and levels[0][1] == "3":
            raise StreamBlockValidationError(
                block_errors={
                    levels[0][0]: StructBlockValidationError(
                        {
                            "level": ValidationError(
                                _("Die erste Überschrift darf keine Unterüberschrift sein.")
                            )
                        }
                    )
                }
            )
        return cleaned

    class Meta:
        template = "topics/blocks/body.html"
