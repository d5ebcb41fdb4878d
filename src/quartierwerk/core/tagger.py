"""HanTa's analysis of German words in a quarter of the memory: 11 MB instead of 44.

HanTa's model holds some numbers as numpy scalars, and its module takes one function from numpy, so that loading it the
usual way brings all of numpy (15 MB) into every process that searches. Here the same model is read into plain Python
numbers, what only whole sentences need is dropped, and what is there several times is kept once. The results are the
same.
"""

import ctypes
import gc
import gzip
import importlib
import marshal
import math
import pickle
import struct
import sys
import threading
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

_MODEL = "morphmodel_ger.pgz"
_OF_SENTENCES = 9  # position of the probabilities for sentences; we look at single words
_loading = threading.Lock()


def tagger() -> Any:
    """The one tagger of this process; the first call takes 0.2 s."""
    with _loading:
        return load()


@cache
def load() -> Any:
    module = _hanta()
    compact = _compact(Path(module.__file__ or "").with_name(_MODEL))
    _give_back_memory()
    found = module.HanoverTagger(None, marshal.loads(compact))  # noqa: S302 - written by ourselves a moment ago
    found.strict = False  # as for a model that HanTa reads itself
    _give_back_memory()
    return found


def _compact(path: Path) -> bytes:
    """The model with every equal number, word and tuple there once, for `marshal`, which keeps them so.

    As bytes, because what was read is given back whole then; beside the copy it would leave holes as large as itself.
    """
    with gzip.open(path) as file:
        model = list(_PlainModel(file).load())
    model[_OF_SENTENCES] = {}
    return marshal.dumps(_shared(model, {}))


def _shared(value: Any, known: dict[tuple[type, Any], Any]) -> Any:
    if isinstance(value, dict):
        return {_shared(key, known): _shared(found, known) for key, found in value.items()}
    if isinstance(value, list):
        return [_shared(each, known) for each in value]
    if isinstance(value, tuple):
        value = tuple([_shared(each, known) for each in value])
    return known.setdefault((type(value), value), value) if isinstance(value, tuple | str | float) else value


def _give_back_memory() -> None:
    """To the system, where the C library can: reading left 12 MB that nobody needs."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


class _PlainModel(pickle.Unpickler):
    """Reads numpy's scalars as floats, and nothing else that is not plain data."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("numpy") and name == "scalar":
            return self._scalar
        if module == "numpy" and name == "dtype":
            return _Dtype
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a language model")

    def _scalar(self, dtype: "_Dtype", raw: bytes) -> float:
        return struct.unpack("<d", raw)[0]


class _Dtype:
    """Stands for numpy's float64, the only one in the model."""

    def __init__(self, kind: str, *_: object) -> None:
        if kind != "f8":
            raise pickle.UnpicklingError(f"a number of kind {kind} was not expected in the language model")

    def __setstate__(self, state: object) -> None:
        """Byte order and the like: always the same."""


def _hanta() -> Any:
    """HanTa's module; where numpy is not loaded already, with the one function it takes from there."""
    if "numpy" in sys.modules:
        return importlib.import_module("HanTa.HanoverTagger")
    stand_in = ModuleType("numpy")
    stand_in.logaddexp = _logaddexp  # type: ignore[attr-defined]
    sys.modules["numpy"] = stand_in
    try:
        return importlib.import_module("HanTa.HanoverTagger")
    finally:
        if sys.modules.get("numpy") is stand_in:
            del sys.modules["numpy"]


def _logaddexp(one: float, other: float) -> float:
    """log(e^one + e^other)"""
    high, low = max(one, other), min(one, other)
    return high if low == -math.inf else high + math.log1p(math.exp(low - high))
