"""Whether an IP address belongs to the public internet; everything that could lead back inside does not.

Sources: the registries of special addresses, RFC 6890 and RFC 8190, as `ipaddress` knows them; and the ways in which
an IPv6 address carries an IPv4 one (RFC 4291, 3056, 4380, 6052, 5214), which `ipaddress` does not follow.
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_NAT64 = IPv6Network("64:ff9b::/96")
_LOCAL_NAT64 = IPv6Network(
    "64:ff9b:1::/48"
)  # RFC 8215: where the IPv4 address stands is the operator's choice
_COMPATIBLE = IPv6Network("::/96")
_RELAYS = IPv4Network("192.88.99.0/24")  # RFC 7526
_ISATAP = (0x00005EFE, 0x02005EFE)
_LOW_32 = 0xFFFFFFFF


def is_public(text: str) -> bool:
    """Whether this address, as a resolver answers it, may be talked to."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return _is_public(address) and all(_is_public(inner) for inner in _carried(address))


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv4Address) and address in _RELAYS:
        return False
    if isinstance(address, IPv6Address) and (address.is_site_local or address in _LOCAL_NAT64):
        return False
    return address.is_global and not (
        address.is_multicast
        or address.is_unspecified
        or address.is_loopback
        or address.is_link_local
        or (address.is_reserved and not _carries(address))
    )


def _carries(address: Address) -> bool:
    """NAT64 lies in a range that counts as reserved; what it carries is looked at by itself."""
    return isinstance(address, IPv6Address) and address in _NAT64


def _carried(address: Address) -> Iterator[IPv4Address]:
    if isinstance(address, IPv4Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    number = int(address)
    is_isatap = (number >> 32) & _LOW_32 in _ISATAP
    if address in _NAT64 or address in _COMPATIBLE or is_isatap:
        yield IPv4Address(number & _LOW_32)
