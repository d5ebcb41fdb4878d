"""What an answer holds, up to a size that is counted before and after unpacking."""

import http.client
import zlib

from .connections import left
from .reasons import Reason
from .targets import Refused

MOST_BYTES = 10 * 2**20
_PIECE = 64 * 1024
_WINDOW = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def body_of(answer: http.client.HTTPResponse, until: float, most: int = MOST_BYTES) -> bytes:
    """Read and unpacked. Raises Refused where it is too large, too slow or packed otherwise than was asked for."""
    if (answer.length or 0) > most:
        raise Refused(Reason.TOO_LARGE)
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return _plain(answer, until, most)
    if packing not in _WINDOW:
        raise Refused(Reason.PACKED)
    return _unpacked(_plain(answer, until, most), _WINDOW[packing], most)


def _plain(answer: http.client.HTTPResponse, until: float, most: int) -> bytes:
    read = bytearray()
    while piece := answer.read1(_PIECE):
        read += piece
        if len(read) > most:
            raise Refused(Reason.TOO_LARGE)
        left(until)
    left(until)  # who was cut off looks as if everything had come
    if answer.length:  # the connection ended before the answer did
        raise Refused(Reason.ODD_ANSWER)
    return bytes(read)


def _unpacked(packed: bytes, window: int, most: int) -> bytes:
    unpacker = zlib.decompressobj(window)
    try:
        plain = unpacker.decompress(packed, most + 1)
    except zlib.error as error:
        raise Refused(Reason.PACKED) from error
    if len(plain) > most:
        raise Refused(Reason.TOO_LARGE)
    if not unpacker.eof:
        raise Refused(Reason.PACKED)
    return plain
