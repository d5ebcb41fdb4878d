"""A contact as vCard 3.0 (RFC 2426), for the address book of a phone."""

from quartierwerk.core.models import Town

from .models import Contact


def vcard(contact: Contact, *, town: Town, url: str) -> str:
    """The office of a member of staff; `url` is the contact's page."""
    import vobject  # 7 MB: only who asks for a card pays for it

    card = vobject.vCard()
    card.add("fn").value = contact.name
    first, _, last = contact.name.rpartition(" ")
    card.add("n").value = vobject.vcard.Name(family=last, given=first)
    card.add("org").value = [part for part in (town.official_name, contact.department) if part]
    card.add("title").value = contact.role
    for number, kinds in ((contact.phone, ["WORK", "VOICE"]), (contact.mobile, ["WORK", "CELL"])):
        if number:
            line = card.add("tel")
            line.value, line.type_param = number, kinds
    if contact.email:
        mail = card.add("email")
        mail.value, mail.type_param = contact.email, ["INTERNET", "WORK"]
    if contact.street:
        address = card.add("adr")
        address.value = vobject.vcard.Address(
            street=contact.street, city=contact.city, code=contact.postal_code, country="Deutschland"
        )
        address.type_param = "WORK"
    card.add("url").value = url
    return card.serialize()
