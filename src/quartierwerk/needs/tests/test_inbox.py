"""The inbox of needs: read from a maildir or IMAP, each mail once; staff make needs of them."""

import imaplib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quartierwerk.core.models import AuditEntry
from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import CameBy
from quartierwerk.needs.intake import mailboxes
from quartierwerk.needs.intake.inbox import read_inbox
from quartierwerk.needs.intake.mail_reading import read
from quartierwerk.needs.models import InboundMail, MailAttachment, Need
from quartierwerk.people import privacy
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Person

from .mails import mail

pytestmark = pytest.mark.django_db
MAILS = "/schreibtisch/handlungsbedarfe/post/"


@pytest.fixture
def maildir(tmp_path):
    for folder in ("new", "cur", "tmp"):
        (tmp_path / folder).mkdir()

    def put(*mails):
        for number, raw in enumerate(mails):
            (tmp_path / "new" / f"{number:03}.host").write_bytes(raw)
        return tmp_path

    return put


@pytest.fixture
def waiting():
    def keep(raw=None, **values):
        return actions.keep_mail(**vars(read(raw or mail(**values))))

    return keep


def made(form_of, **values):
    """What the form of a mail suggests, sent as it is."""
    form = form_of.context["form"]
    start = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    return {name: value for name, value in {**start, **values}.items() if value not in (None, "")}


# ------------------------------------------------------------------------------------------------------------ reading
def test_a_maildir_is_read_once_and_nothing_is_deleted(maildir):
    path = maildir(mail(number=1), mail(number=2))
    out = StringIO()
    call_command("read_mail", str(path), stdout=out)
    assert out.getvalue() == "2 new, 0 set aside, 0 known already, 0 not readable\n"
    assert sorted(file.name for file in (path / "cur").iterdir()) == ["000.host:2,S", "001.host:2,S"]
    assert read_inbox(str(path)).kept == 0
    assert InboundMail.objects.count() == 2


def test_the_same_mail_again_is_the_same_mail(maildir):
    read_inbox(str(maildir(mail())))
    count = read_inbox(str(maildir(mail())))
    assert (count.known, InboundMail.objects.count()) == (1, 1)


def test_a_mail_that_cannot_be_kept_does_not_stop_the_others(maildir, monkeypatch, caplog):
    keep = actions.keep_mail

    def spoilt(**values):
        if values["subject"] == "kaputt":
            raise RuntimeError("geplatzt")
        return keep(**values)

    monkeypatch.setattr(actions, "keep_mail", spoilt)
    path = maildir(mail(number=1, subject="kaputt"), mail(number=2, subject="gut"))
    with pytest.raises(CommandError, match="could not be kept"):
        call_command("read_mail", str(path), stdout=StringIO())
    assert [each.subject for each in InboundMail.objects.all()] == ["gut"]
    assert [file.name for file in (path / "new").iterdir()] == ["000.host"]
    assert "kaputt" not in caplog.text


def test_broken_and_automatic_mails_are_kept_and_the_machines_set_aside(maildir):
    count = read_inbox(
        str(maildir(b"\x00\xff" * 9, mail(number=2, Auto_Submitted="auto-replied"), mail(number=3)))
    )
    assert (count.kept, count.aside, count.failed) == (2, 1, 0)


def test_nobody_is_answered_by_reading(maildir, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        read_inbox(str(maildir(mail(), mail(number=2, Auto_Submitted="auto-replied"))))
    assert mailoutbox == []


@pytest.mark.parametrize(
    "source", ["", "/gibt/es/nicht", "imap://a@b/c", "imaps://a:geheim@b/c", "imaps://b"]
)
def test_what_is_no_inbox_is_told_in_a_sentence(source):
    with pytest.raises(CommandError) as told:
        call_command("read_mail", source)
    assert "geheim" not in str(told.value)


class FakeServer:
    """A mail server with one folder: enough of IMAP4rev1 to be read."""

    error = imaplib.IMAP4.error

    def __init__(self, mails):
        self.mails, self.flags, self.said = mails, {}, []

    def __call__(self, host, port, **options):
        self.said.append(("connect", host, port, options["ssl_context"].check_hostname))
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.said.append(("logout",))

    def login(self, user, password):
        if password != "geheim":
            raise imaplib.IMAP4.error("AUTHENTICATIONFAILED")
        self.said.append(("login", user))

    def select(self, folder):
        return ("OK", [b"1"]) if folder in ('"INBOX"', '"Bedarfe Stadt"') else ("NO", [b""])

    def uid(self, command, *words):
        if command == "SEARCH":
            unseen = [str(n) for n in range(len(self.mails)) if str(n) not in self.flags]
            return "OK", [" ".join(unseen).encode()]
        if command == "FETCH":
            assert words[1] == "(BODY.PEEK[])"
            return "OK", [(b"1 (BODY[] {9}", self.mails[int(words[0])]), b")"]
        self.flags[words[0]] = words[2]
        return "OK", [b""]


@pytest.fixture
def imap(monkeypatch, settings):
    settings.MAIL_INBOX_PASSWORD = "geheim"

    def serve(*mails):
        server = FakeServer(mails)
        monkeypatch.setattr(mailboxes.imaplib, "IMAP4_SSL", server)
        return server

    return serve


def test_imap_is_read_over_tls_and_marked_only_after_it_was_kept(imap):
    server = imap(mail(number=1), mail(number=2))
    assert read_inbox("imaps://erna%40stadt.de@mail.example.org/Bedarfe%20Stadt").kept == 2
    assert server.said == [
        ("connect", "mail.example.org", 993, True),
        ("login", "erna@stadt.de"),
        ("logout",),
    ]
    assert server.flags == {"0": r"(\Seen)", "1": r"(\Seen)"}
    assert read_inbox("imaps://erna%40stadt.de@mail.example.org").kept == 0


def test_a_wrong_password_or_folder_is_told(imap, settings):
    imap()
    with pytest.raises(mailboxes.MailboxError, match="no folder"):
        read_inbox("imaps://erna@mail.example.org/Gibtsnicht")
    settings.MAIL_INBOX_PASSWORD = "falsch"
    with pytest.raises(mailboxes.MailboxError, match="could not be read"):
        read_inbox("imaps://erna@mail.example.org")


def test_imap_is_not_marked_where_the_mail_could_not_be_kept(imap, monkeypatch):
    server = imap(mail())
    monkeypatch.setattr(actions, "keep_mail", lambda **_values: 1 / 0)
    assert read_inbox("imaps://erna@mail.example.org").failed == 1
    assert server.flags == {}


# --------------------------------------------------------------------------------------------------------- at the desk
def test_a_mail_becomes_a_need_with_one_click(
    desk, site, carla, waiting, mailoutbox, django_capture_on_commit_callbacks
):
    found = waiting(subject="AW: WG: Kaputte Bank", photos=["bank.jpg"])
    page = desk(carla).get(found.get_absolute_url())
    assert page.context["form"].get_initial_for_field(
        None or page.context["form"].fields["title"], "title"
    ) == ("Kaputte Bank")
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk(carla).post(found.get_absolute_url(), made(page))
    need = Need.objects.get()
    assert answer["Location"] == MAILS
    assert (need.title, need.text, need.came_by) == (
        "Kaputte Bank",
        "Die Bank am Ufer ist kaputt.",
        CameBy.EMAIL,
    )
    assert (need.person.email, need.person.preferred_channel) == ("erna@example.org", Channel.EMAIL)
    assert need.photos.count() == 1
    assert [(sent.to, sent.extra_headers["Auto-Submitted"]) for sent in mailoutbox] == [
        (["erna@example.org"], "auto-generated")
    ]
    assert need.reference in mailoutbox[0].subject
    assert AuditEntry.objects.get(verb="mail taken").actor == carla


def test_twice_it_is_one_need_and_one_mail(desk, site, carla, waiting):
    found = waiting()
    words = made(desk(carla).get(found.get_absolute_url()))
    desk(carla).post(found.get_absolute_url(), words)
    assert desk(carla).post(found.get_absolute_url(), words).status_code == 422
    assert Need.objects.count() == 1


def test_whoever_is_known_by_the_address_is_suggested(desk, site, carla, waiting):
    erna = PersonFactory(name="Erna Beispiel", mailed=True, email="erna@example.org")
    found = waiting()
    desk(carla).post(found.get_absolute_url(), made(desk(carla).get(found.get_absolute_url())))
    assert (Need.objects.get().person, Person.objects.count()) == (erna, 1)


def test_nobody_is_answered_where_staff_say_so(desk, site, carla, waiting):
    found = waiting()
    desk(carla).post(
        found.get_absolute_url(), made(desk(carla).get(found.get_absolute_url()), person="nobody")
    )
    assert Need.objects.get().person is None


def test_a_mail_is_set_aside_with_a_reason_and_brought_back(desk, site, carla, waiting):
    found = waiting()
    assert desk(carla).post(f"{MAILS}{found.pk}/zur-seite/", {"reason": ""}).status_code == 422
    desk(carla).post(f"{MAILS}{found.pk}/zur-seite/", {"reason": "Werbung"})
    found.refresh_from_db()
    assert (found.set_aside_because, found.is_waiting) == ("Werbung", False)
    assert "Kaputte Bank" not in desk(carla).get(MAILS).text
    assert "Kaputte Bank" in desk(carla).get(MAILS, {"state": "aside", "q": "erna"}).text
    desk(carla).post(f"{MAILS}{found.pk}/zurueck/")
    assert "Kaputte Bank" in desk(carla).get(MAILS).text


def test_an_answer_to_our_mail_is_laid_with_its_need(desk, site, carla, waiting):
    need = factories.need()
    found = waiting(subject=f"AW: {need.reference}: Ihr Beitrag ist angekommen")
    shown = desk(carla).get(found.get_absolute_url()).context["joining"]
    assert shown.initial["reference"] == need.reference
    desk(carla).post(f"{MAILS}{found.pk}/dazu/", {"reference": need.reference})
    found.refresh_from_db()
    assert (found.need, Need.objects.count()) == (need, 1)


def test_a_mail_without_a_number_is_laid_with_a_need_all_the_same(desk, site, carla, waiting):
    need, found = factories.public_need("Kaputte Bank", text="Die Bank am Ufer ist kaputt."), waiting()
    page = desk(carla).get(found.get_absolute_url())
    assert [each.need for each in page.context["similar"]] == [need]
    refused = desk(carla).post(f"{MAILS}{found.pk}/dazu/", {"reference": "HAT-1999-0001"})
    assert refused.status_code == 422
    assert refused.context["joining"].errors["reference"] == ["Unter dieser Nummer gibt es keinen Beitrag."]
    desk(carla).post(f"{MAILS}{found.pk}/dazu/", {"reference": need.reference.lower()})
    found.refresh_from_db()
    assert found.need == need


def test_private_details_are_pointed_out_once_before_a_mail_is_taken(desk, site, carla, waiting):
    found = waiting(
        text="Guten Tag,\n\ndie Bank ist kaputt. Tel. 0171 / 123 456 7\n\nViele Grüße\nErna Beispiel"
    )
    page = desk(carla).get(found.get_absolute_url())
    assert page.context["form"].initial["text"] == "Die Bank ist kaputt. Tel. 0171 / 123 456 7"
    words = made(page)
    told = desk(carla).post(found.get_absolute_url(), words)
    assert (told.status_code, Need.objects.count()) == (422, 0)
    assert "Im öffentlichen Text stehen persönliche Angaben." in told.text
    seen = " ".join(told.context["over"].keys)
    assert desk(carla).post(found.get_absolute_url(), {**words, "seen": seen}).status_code == 302
    assert Need.objects.count() == 1


@pytest.mark.parametrize(
    ("inbox", "is_told"), [("", True), ("imaps://quartier@mail.example.org/INBOX", False)]
)
def test_without_an_inbox_the_list_tells_how_mails_get_in(desk, site, carla, settings, inbox, is_told):
    settings.MAIL_INBOX = inbox
    assert ("Noch ist kein Postfach eingerichtet" in desk(carla).get(MAILS).text) == is_told


def test_mails_and_their_photos_are_for_the_team_only(desk, site, client, carla, edda, waiting):
    found = waiting(photos=["bank.jpg"])
    photo = f"{MAILS}fotos/{MailAttachment.objects.get().pk}/"
    for url in (MAILS, found.get_absolute_url(), photo):
        assert client.get(url).status_code == 302
        assert desk(edda).get(url).status_code == 403
        assert desk(carla).get(url).status_code == 200


def test_nothing_of_a_mail_is_run_on_the_desk(desk, site, carla, waiting):
    found = waiting(text="<script>alert(1)</script>", subject="<img src=x onerror=alert(1)>")
    text = desk(carla).get(found.get_absolute_url()).text + desk(carla).get(MAILS).text
    assert "<script>alert(1)" not in text
    assert "<img src=x" not in text


def test_what_was_set_aside_is_forgotten_after_three_months(waiting, carla, time_machine):
    from datetime import timedelta

    from quartierwerk.core import clock
    from quartierwerk.core import privacy as purposes

    found = waiting(photos=["bank.jpg"])
    actions.set_mail_aside(mail=found, reason="Werbung", by=carla)
    time_machine.move_to(clock.now() + timedelta(days=80))
    purposes.delete_expired()
    assert InboundMail.objects.count() == 1
    time_machine.move_to(clock.now() + timedelta(days=15))
    purposes.delete_expired()
    assert (InboundMail.objects.count(), MailAttachment.objects.count()) == (0, 0)


def test_a_person_gets_the_own_mails_and_erasing_takes_them(site, carla, waiting):
    need = actions.need_of_mail(mail=waiting(), said=actions.Said("Kaputte Bank"), by=carla, from_sender=True)
    assert [each["subject"] for each in privacy.export(need.person)["needs"]["mails"]] == ["Kaputte Bank"]
    privacy.erase(need.person)
    assert InboundMail.objects.count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_the_inbox_asks_as_often_however_full_it_is(
    desk, site, carla, waiting, number, django_assert_num_queries
):
    for each in range(number):
        waiting(number=each)
    browser = desk(carla)
    browser.get(MAILS)
    with django_assert_num_queries(6):
        browser.get(MAILS)
