"""Mails for tests, as bytes."""

from email.message import EmailMessage

from .pictures import jpeg


def mail(
    text="Die Bank am Ufer ist kaputt.",
    *,
    subject="Kaputte Bank",
    sender="Erna Beispiel <erna@example.org>",
    number=1,
    charset="utf-8",
    photos=(),
    html="",
    files=(),
    **headers,
) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "quartier@example.org", subject
    made["Date"] = "Mon, 16 Nov 2026 10:12:00 +0100"
    made["Message-ID"] = f"<{number}@example.org>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text, charset=charset)
    if html:
        made.add_alternative(html, subtype="html", charset=charset)
    for name in photos:
        made.add_attachment(jpeg(), maintype="image", subtype="jpeg", filename=name)
    for name, kind, content in files:
        made.add_attachment(
            content, maintype=kind.partition("/")[0], subtype=kind.partition("/")[2], filename=name
        )
    return made.as_bytes()
