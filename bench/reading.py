"""How fast pages are read, for texts from 1 KB to 8 MB: ordinary ones, and ones made to be slow.

Beside each speed stands its ratio to the plainest thing that could be done with the text, splitting it into
words, in the same run: that ratio compares across machines. `flat` is the slowest time per character of a
text divided by the fastest, over all sizes: 1.0 is linear.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from articles.pagetext import parse_page

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000, 1_000_000, 8_000_000)  # characters
ROUNDS = 5
LEAST_SECONDS = 0.05  # of one round: short texts are read again until it is full

HOSTILE: dict[str, str] = {
    "one character a line": "渠\n",
    "one character a line, blank between": "渠\n\n",
    "no line end at all": "渠水进村入户",
    "title, lead, sentence": "渠水进村\n\n望川日报讯（记者 苏禾）水来了。\n\n",
    "short lines": "渠水进村入户\n",
    "labels": "编辑部：0399-0123456\n",
    "open brackets": "（",
    "open quotes": "“《（【",
    "jump notices": "（下转第8版）",
    "notices cut off": "（下转第",
    "digits": "9",
    "page numbers": "第9",
    "credits": "苏禾 摄 ",
    "names": "苏 禾 ",
    "spaces": " ",
    "wide spaces": "\u3000",
    "control characters": "渠\x00\u202e",
    "combining marks": "e\u0301",
    "combining marks in a row": "\u0301",
    "blank lines": "\n",
    "carriage returns": "\r",
    "hyphens at line ends": "water-\n",
    "rules": "——",
    "typesetter's codes": '〖HT5"H〗[HTSS]',
    "circled numbers": "①②③\n",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of text: thousand characters a second by size, against splitting into words, and flatness."""

    text: str
    speeds: tuple[int, ...]
    against_splitting: float
    flat: float


def ordinary() -> str:
    """The sample edition, as one long page after another."""
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "sample").glob("*/*.txt")))


def grown(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


def seconds(act: Callable[[str], object], text: str) -> float:
    """The median time of one call."""
    return statistics.median(_round(act, text) for _ in range(ROUNDS))


def _round(act: Callable[[str], object], text: str) -> float:
    calls, start = 0, time.process_time()
    while calls == 0 or time.process_time() - start < LEAST_SECONDS:
        act(text)
        calls += 1
    return (time.process_time() - start) / calls


def measure(name: str, seed: str) -> Row:
    times = {size: seconds(parse_page, grown(seed, size)) / size for size in SIZES}
    splitting = seconds(str.split, grown(seed, SIZES[2])) / SIZES[2]
    return Row(
        text=name,
        speeds=tuple(round(1 / each / 1000) for each in times.values()),
        against_splitting=round(times[SIZES[2]] / splitting, 1),
        flat=round(max(times.values()) / min(times.values()), 2),
    )


def rows(names: list[str]) -> Iterator[Row]:
    for name, seed in {"the sample edition": ordinary(), **HOSTILE}.items():
        if not names or name in names:
            yield measure(name, seed)


def peak_megabytes(name: str) -> int:
    """The most memory that reading 8 MB of a text takes, in a process of its own."""
    code = (
        "import resource; from bench import reading as r; from articles.pagetext import parse_page;"
        f"seed = r.HOSTILE.get({name!r}) or r.ordinary(); parse_page(r.grown(seed, 8_000_000));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    return int(
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
    )


def main(names: list[str]) -> None:
    sizes = "".join(f"{size // 1000:>8}k" for size in SIZES)
    print(f"{'thousand characters a second':<38}{sizes}{'÷ split':>9}{'flat':>7}{'MB':>6}")
    found = []
    for row in rows(names):
        megabytes = peak_megabytes(row.text)
        speeds = "".join(f"{speed:>9}" for speed in row.speeds)
        print(f"{row.text:<38}{speeds}{row.against_splitting:>9}{row.flat:>7}{megabytes:>6}", flush=True)
        found.append(asdict(row) | {"megabytes": megabytes})
    Path(ROOT / "bench" / "reading.json").write_text(
        json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
