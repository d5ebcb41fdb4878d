"""A town in which everything that can be private stands somewhere, each with a canary; see `canaries.py`."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile

from quartierwerk.core import clock
from quartierwerk.core.search import index
from quartierwerk.core.search.registry import kinds
from quartierwerk.events import factories as events
from quartierwerk.events.enums import Kind as EventKind
from quartierwerk.events.enums import Stage
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.blurring import Area
from quartierwerk.needs.enums import CameBy, Complaint, Frequency, State, Visibility
from quartierwerk.needs.models import Card, Comment, DailyMail, MailAttachment, Need, Support
from quartierwerk.needs.pictures import cleaned_photo
from quartierwerk.people import actions as people_actions
from quartierwerk.people.factories import ContactFactory, PersonFactory, UserFactory
from quartierwerk.people.models import Attempt, Channel, Consent, Message, Notification, Role
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.topics.models import FieldOfAction

from .canaries import FIELDS, Canaries, apps, plant
from .pictures import jpeg, photo

POINT = (51.4, 7.18)


def built() -> SimpleNamespace:
    """The town with its canaries; `needs` by what became of them, `originals` names of files before parts were blurred."""
    town = SimpleNamespace(canaries=Canaries(), originals=[])
    town.carla = UserFactory()
    people_actions.grant_role(user=town.carla, role=Role.NEIGHBOURHOOD_MANAGER)
    town.field = FieldOfAction.objects.create(name="Wohnen", slug="wohnen")
    town.quarter = QuarterFactory(name="Südstadt", slug="suedstadt", latitude=51.4, longitude=7.18)
    town.hidden_quarter = QuarterFactory(name=town.canaries.word("a hidden quarter"), is_public=False)
    town.venue = VenueFactory(name="Treffpunkt")
    town.visit = events.event("Besuch der Bürgermeisterin", kind=EventKind.VISIT)
    town.draft = events.event(town.canaries.word("a draft of an event"), stage=Stage.DRAFT)
    town.hidden_contact = ContactFactory(
        name=town.canaries.word("a hidden contact"), department="", is_public=False
    )
    town.needs = _needs(town)
    for need in town.needs.values():
        _surround(town, need)
    _take_away(town)
    _other_ways_in(town)
    _persons(town)
    _plant_everywhere(town)
    return town


def _said(town: SimpleNamespace, title: str, **values: Any) -> Need:
    upload = photo(
        f"{town.canaries.word('name of an upload')}.jpg", jpeg(place=town.canaries.word("EXIF of an upload"))
    )
    pictures = [(cleaned_photo(upload), "Eine Bank") for _ in range(4)]
    values = {
        "photos": pictures,
        "text": "Zwei Latten fehlen.",
        "person": PersonFactory(mailed=True),
    } | values
    event, place = values.pop("event", None), values.pop("place", Place(*POINT, "Am Ufer", town.quarter))
    need = factories.public_need(title, place=place, **values)
    Need.objects.filter(pk=need.pk).update(event=event)
    return need


def _needs(town: SimpleNamespace) -> dict[str, Need]:
    """Everything is public first, so that what is hidden later could have stayed somewhere."""
    hidden_words = {
        "place": Place(51.41, 7.19, quarter=town.hidden_quarter, venue=town.venue),
        "event": town.draft,
    }
    needs = {
        "open": _said(
            town, "Die Bank am Ufer ist kaputt", field=town.field, shown_name="Ayla M.", event=town.visit
        ),
        "done": _said(town, "Licht ist an", field=town.field),
        "shortened": _said(town, town.canaries.word("words before they were shortened")),
        "duplicate": _said(town, "Schon wieder die Bank"),
        "of_hidden": _said(town, "Wie etwas, das niemand mehr sieht"),
        "handed_on": _said(town, "Die Ampel", by=town.carla, came_by=CameBy.PHONE),
        "elsewhere": _said(town, "Im Quartier, das niemand sieht", **hidden_words),
        "waiting": factories.need("Noch ungelesen", **_away(town)),
        **{
            key: _said(town, town.canaries.word(f"title of {key}"), **_away(town))
            for key in ("author", "moderator", "blocked")
        },
    }
    actions.move_on(need=needs["open"], state=State.PLANNED, reason="Im Mai.", by=town.carla)
    actions.move_on(need=needs["done"], state=State.DONE, reason="Ist an.", by=town.carla)
    actions.say_if_solved(
        need=needs["done"], solved=False, words=town.canaries.word("answer to “Ist es gelöst?”")
    )
    actions.shorten(need=needs["shortened"], title="Gekürzt", text="", by=town.carla)
    actions.hand_on(need=needs["handed_on"], to="", contact=town.hidden_contact, by=town.carla)
    actions.ask_back(need=needs["open"], question=town.canaries.word("question asked back"), by=town.carla)
    return needs


def _away(town: SimpleNamespace) -> dict[str, Any]:
    return {"field": town.field, "person": PersonFactory(mailed=True)}


def _surround(town: SimpleNamespace, need: Need) -> None:
    """Photos of every kind, and whatever others can add."""
    for number, picture in enumerate(need.photos.all()):
        if number == 1:
            actions.drop_photo(photo=picture, by=town.carla)
        if number == 2:
            town.originals += [picture.file.name, picture.thumbnail.name]
            actions.blur_photo(photo=picture, areas=[Area(0, 0, 0.5, 0.5)], by=town.carla)
    if not need.is_public:
        return
    _comments(town, need)
    voter = PersonFactory(mailed=True)
    actions.support(need=need, voter=f"person:{voter.pk}", person=voter)
    Support.objects.create(need=need, voter="browser:0")
    actions.follow(need=need, person=voter, is_theirs=True)
    actions.follow(need=need, person=PersonFactory(mailed=True))
    actions.follow(
        need=need, person=PersonFactory(written_to=True), frequency=Frequency.LETTER, by=town.carla
    )
    actions.join_in(need=need, person=PersonFactory(called=True), says="Ich male.")
    actions.note(need=need, text="Ruft oft an.", by=town.carla)
    actions.assign(need=need, to=town.carla, by=town.carla)
    actions.complain(need=need, reason=Complaint.INSULT, text="Beleidigt mich.")


def _comments(town: SimpleNamespace, need: Need) -> None:
    """One of each visibility, with an answer that stays; and a complaint about each."""
    for visibility in Visibility:
        person = PersonFactory(mailed=True)
        said = actions.comment(need=need, text="Stimmt.", person=person, shown_name="Ayla M.")
        said = actions.show_comment(comment=said, by=town.carla)
        answer = actions.comment(need=need, text="Danke.", answers=said, by=town.carla)
        actions.complain(need=need, comment=answer, reason=Complaint.FALSE, text="Nein.")
        Comment.objects.filter(pk=said.pk).update(visibility=visibility, hidden_because="Grob.")
    actions.count_again(need)


def _take_away(town: SimpleNamespace) -> None:
    needs = town.needs
    actions.mark_duplicate(need=needs["duplicate"], of=needs["open"], by=town.carla)
    actions.mark_duplicate(need=needs["of_hidden"], of=needs["moderator"], by=town.carla)
    actions.take_back(need=needs["author"])
    for key in ("moderator", "blocked"):
        actions.remove(need=needs[key], reason="Beleidigt.", by=town.carla, blocked=key == "blocked")


def _other_ways_in(town: SimpleNamespace) -> None:
    """Cards with scans, mails with photos, keys and tokens of programs; lying with needs, and waiting."""
    for need in [*town.needs.values(), None]:
        card = Card.objects.get(code=actions.print_cards(number=1, by=town.carla, quarter=town.quarter))
        card.need, card.scan = need, ContentFile(jpeg(), "scan.jpg")
        card.save()
        mail = actions.keep_mail(
            message_id=f"{card.code}@example.org", subject="Bank", text="Kaputt.", left_out="a.doc"
        )
        MailAttachment.objects.create(mail=mail, file=ContentFile(jpeg(), "a.jpg"), name="a.jpg")
        if need:
            actions.join_mail(mail=mail, need=need, by=town.carla)
            need.open311_tokens.create()
    actions.set_mail_aside(mail=mail, reason="Werbung", by=town.carla)
    _key, town.api_key = actions.create_api_key(name="Stadt-App", operator="Beispiel GmbH", by=town.carla)
    town.canaries.signature(town.api_key, "the secret of an API key")
    actions.revoke_api_key(key=actions.create_api_key(name="Alt", by=town.carla)[0], by=town.carla)
    DailyMail.objects.create(user=town.carla, sent_on=clock.today())


def _persons(town: SimpleNamespace) -> None:
    """Everything that people's models keep around a need."""
    person = town.needs["open"].person
    person.trusted_person = PersonFactory(called=True)
    person.save()
    Consent.objects.create(person=person, purpose="needs", text="Ja.", text_version="1")
    Message.objects.create(person=person, text="Rufen Sie an", call_when="morgens", about=town.needs["open"], state="closed",
                           closed_because="Erledigt", answered_at=clock.now(), answer="Gern", about_url="/")  # fmt: skip
    told = Notification.objects.create(
        person=person, channel=Channel.PHONE, subject="Ihr Beitrag", body="Danke", about=town.needs["open"]
    )
    Attempt.objects.create(notification=told, tried_on=clock.today() - timedelta(days=1), note="Besetzt")


def _plant_everywhere(town: SimpleNamespace) -> None:
    for label in FIELDS:
        for row in apps.get_model(label)._base_manager.order_by("pk"):
            plant(town.canaries, row)
    for kind in kinds():
        list(index.rebuild(kind))  # as if all of it had been saved the usual way
    town.needs = {key: Need.objects.get(pk=need.pk) for key, need in town.needs.items()}
    town.open311_token = str(town.needs["waiting"].open311_tokens.get().token)
    for need in town.needs.values():
        town.canaries.signature(need.token, f"private link of {need.reference}")
        for each in [*need.follows.all(), *need.comments.all()]:
            town.canaries.signature(each.token, f"private link of {each._meta.label} {each.pk}")
