"""schema.org DiscussionForumPosting as JSON-LD (https://schema.org/DiscussionForumPosting): what somebody said in public."""

import json
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from quartierwerk.core.templatetags.ui import html_lang
from quartierwerk.events.feeds.json_ld import IN_HTML

from ..models import Need


def script(need: Need) -> SafeString:
    """The text within `<script type="application/ld+json">`; nothing in it can end the script."""
    text = json.dumps(of_need(need), ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(IN_HTML))


def of_need(need: Need) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DiscussionForumPosting",
        "identifier": need.reference,
        "headline": need.title,
        "text": need.text,
        "url": settings.BASE_URL + need.get_absolute_url(),
        "inLanguage": html_lang(need.language),
        "datePublished": _moment(need.published_at),
        "dateModified": _moment(need.changed_at),
        "author": {"@type": "Person", "name": need.shown_name} if need.shown_name else None,
        "contentLocation": _place(need),
        "commentCount": need.comment_count,
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": {"@type": "AgreeAction"},
            "userInteractionCount": need.support_count,
        },
    }
    return {name: value for name, value in found.items() if value not in ("", None)}


def _moment(at: Any) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds") if at else ""


def _place(need: Need) -> dict[str, Any] | None:
    quarter = need.quarter.name if need.quarter and need.quarter.is_public else ""
    name = need.place_name or quarter
    if not name and not need.has_point:
        return None
    place: dict[str, Any] = {"@type": "Place"} | ({"name": name} if name else {})
    if need.has_point:
        point = {"latitude": need.latitude, "longitude": need.longitude}
        place["geo"] = {"@type": "GeoCoordinates"} | point
    return place
