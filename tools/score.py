"""`make score`: how well announcements are read, by the hand-labelled ones where they lie beside the project.

`python tools/score.py FILE.jsonl [--show]` measures with another file of labels, such as the examples that corrections
left (`quartierwerk export-examples FILE.jsonl`).
"""

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from quartierwerk.importing.extract import Gazetteer, extract  # noqa: E402 - the path comes first
from quartierwerk.importing.labels import as_labels  # noqa: E402

LABELS = "data/announcements/dev.jsonl"
SCORER = "tools/score_announcements.py"


def main(arguments: list[str]) -> int:
    named = [Path(each) for each in arguments if not each.startswith("-")][:1]
    options = [each for each in arguments if each.startswith("-")]
    wanted = SCORER if named else LABELS
    beside = next(
        (parent / "shared" for parent in ROOT.parents if (parent / "shared" / wanted).is_file()), None
    )
    if beside is None or not (beside / SCORER).is_file():
        what = (
            f"the program that scores ({SCORER}) does"
            if named
            else f"the labelled announcements ({LABELS}) do"
        )
        print(f"make score: {what} not lie beside the project; nothing was measured.")
        return 0
    labels = named[0] if named else beside / LABELS
    if not labels.is_file():
        print(f"make score: {labels} does not exist; nothing was measured.")
        return 1
    with tempfile.TemporaryDirectory(prefix="quartierwerk-score-") as folder:
        answers = Path(folder) / "answers.jsonl"
        answers.write_text(
            "".join(read(line) for line in labels.read_text(encoding="utf-8").split("\n") if line),
            encoding="utf-8",
        )
        return subprocess.run([sys.executable, beside / SCORER, labels, answers, *options]).returncode


def read(line: str) -> str:
    """One labelled text, read: a line in the form of the labels."""
    record = json.loads(line)
    published = date.fromisoformat(record["published"]) if record.get("published") else None
    draft = extract(record["text"], date.fromisoformat(record["ref_date"]), Gazetteer(), published=published)
    return json.dumps(as_labels(record["id"], draft), ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
