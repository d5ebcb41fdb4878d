"""The process apart: one feed from standard input, one answer in JSON on standard output."""

import json
from dataclasses import asdict

from quartierwerk.core import apart

from . import read


def answer(content: bytes, *, zone: str, today: str, content_type: str) -> bytes:
    return json.dumps(asdict(read(content, zone=zone, today=today, content_type=content_type))).encode()


if __name__ == "__main__":
    apart.serve(answer)
