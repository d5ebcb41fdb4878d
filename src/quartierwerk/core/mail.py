"""Mail in the town's name: plain text and HTML, no pictures, no tracking."""

from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from .models import Town


def one_line(text: str) -> str:
    """A header value: whatever was typed, it stays one line (no injected headers)."""
    return " ".join(text.split())


def send(
    *, to: str, subject: str, text: str, language: str = "de", reply_to: str = "", unsubscribe_url: str = ""
) -> None:
    """Send one mail now; raises what the mail server answers (OSError, SMTPException).

    `text` is plain, paragraphs are separated by an empty line; the HTML part is made from it, escaped.
    `unsubscribe_url` takes an empty POST of the mail program as the wish to hear no more (RFC 8058).
    Callers send after the transaction, see `people.notifications.deliver_mail`.
    """
    with translation.override(language):
        town = Town.load()
        context = {"text": text.strip(), "town": town, "base_url": settings.BASE_URL, "language": language}
        mail = EmailMultiAlternatives(
            subject=one_line(subject),
            body=render_to_string("core/mail/mail.txt", context).strip() + "\n",
            from_email=sender(town),
            to=[one_line(to)],
            reply_to=[reply_to or town.email] if reply_to or town.email else None,
            headers={"Auto-Submitted": "auto-generated", **_unsubscribe(unsubscribe_url)},
        )
        mail.attach_alternative(render_to_string("core/mail/mail.html", context), "text/html")
    mail.send()


def _unsubscribe(url: str) -> dict[str, str]:
    if not url:
        return {}
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def sender(town: Town) -> str:
    """The configured address under the town's name."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((one_line(name or f"{town.platform_name} {town.name}"), address))
