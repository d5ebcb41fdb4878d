"""The file of answers: one JSON object a line in the form of the labels, whole lines only, each text once."""

import json
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class AnswersError(Exception):
    """The file cannot be written, or it holds something else."""


class Answers:
    """Appends to the file; `names` are the ids that are in it. A torn last line, from a run that was killed, is mended."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mended = False
        try:
            self._file = path.open("a+b")
        except OSError as error:
            raise AnswersError(f"{path} cannot be written: {error.strerror}.") from error
        try:
            self.names = self._known()
        except AnswersError:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, answer: dict[str, Any]) -> None:
        """One whole line, at once on its way to the disk."""
        self._file.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        self._file.flush()
        self.names.add(answer["id"])

    def _known(self) -> set[str]:
        self._file.seek(0)
        names: set[str] = set()
        whole = 0  # where the last whole line ends
        for number, line in enumerate(self._file, 1):
            name = _name(line)
            if not line.endswith(b"\n"):
                self._mend(whole)
                break
            if name is None and line.strip():
                raise AnswersError(
                    f"Line {number} of {self.path} is no answer of this command. Please choose another file."
                )
            names |= {name} if name is not None else set()
            whole += len(line)
        return names

    def _mend(self, whole: int) -> None:
        self._file.truncate(whole)
        self.mended = True


def _name(line: bytes) -> str | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    is_answer = isinstance(record, dict) and isinstance(record.get("events"), list)
    return record["id"] if is_answer and isinstance(record.get("id"), str) else None
