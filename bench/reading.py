"""How fast pages are read, for texts from 1 KB to 8 MB: ordinary ones, and ones made to be slow.

Beside each speed stands its ratio to the plainest thing that could be done with the text, splitting it into
words, in the same run: that ratio compares across machines. `flat` is the slowest time per character that was read
divided by the fastest, over all sizes: 1.0 is linear. Of a text with more lines, hidden characters or codes than any
newspaper has, the rest is set aside in one piece; `read` says how much of 8 MB was read, and only that counts as
characters, in the speeds as in `flat`. `grows` is the most that a character costs in a longer text than in a shorter one: a
single long line has a large `flat` and does not grow, for only its ends are looked at closely.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path

from articles.pagetext import decode, parse_page
from articles.pagetext.lines import read_lines

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000, 1_000_000, 8_000_000)  # characters
ROUNDS = 5
# what `goals` asks of every text
LEAST_SPEED = 300  # thousand characters a second, at every size
MOST_FLAT = 1.5
MOST_MEGABYTES = 400
LEAST_SECONDS = 0.05  # of one round: short texts are read again until it is full

HOSTILE: dict[str, str] = {
    "one character a line": "渠\n",
    "one character a line, blank between": "渠\n\n",
    "three characters a line": "渠水进\n",
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
    "roles": "记者编辑通讯员\n",
    "subhead, paragraph": "一户一闸\n\n水来了，家家户户都很高兴。\n\n",
    "poems": "渠水\n\n苏禾\n\n水来了\n水又来了\n水还来了\n水走了\n\n",
    "marks": "【标题】渠水\n【正文】水来了。\n",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of text: thousand characters a second by size, against splitting into words; how much of it was read."""

    text: str
    speeds: tuple[int, ...]
    against_splitting: float
    flat: float
    grows: float
    read: float  # of the longest text

    def misses(self, megabytes: int) -> str:
        """The goals that are not met."""
        missed = {
            "speed": min(self.speeds) < LEAST_SPEED,
            "flat": self.flat > MOST_FLAT,
            "grows": self.grows > MOST_FLAT,
            "memory": megabytes >= MOST_MEGABYTES,
        }
        return ", ".join(name for name, is_missed in missed.items() if is_missed) or "met"


def ordinary() -> str:
    """The sample edition, as one long page after another."""
    return _pages("sample/*/*.txt")


def written() -> str:
    """All pages of the tests, Chinese and English, in the styles of many papers."""
    return _pages("tests/pagetext/*/*.txt")


def _pages(pattern: str) -> str:
    return "\n\n".join(decode(path.read_bytes())[0] for path in sorted(ROOT.glob(pattern)))


def texts() -> dict[str, str]:
    return {"the sample edition": ordinary(), "the pages of the tests": written(), **HOSTILE}


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
    texts = {size: grown(seed, size) for size in SIZES}
    read = {size: characters_read(text) for size, text in texts.items()}
    times = {size: seconds(parse_page, text) / read[size] for size, text in texts.items()}
    each = list(times.values())
    splitting = seconds(str.split, grown(seed, SIZES[2])) / SIZES[2]
    return Row(
        text=name,
        speeds=tuple(round(1 / time / 1000) for time in each),
        against_splitting=round(times[SIZES[2]] / splitting, 1),
        flat=round(max(each) / min(each), 2),
        grows=round(max(longer / shorter for shorter, longer in combinations(each, 2)), 2),
        read=read[SIZES[-1]] / SIZES[-1],
    )


def characters_read(text: str) -> int:
    """Up to where the reader read before it set the rest aside as too much for a page."""
    unread = read_lines(text).unread
    return unread.ranges[0][0] if unread else len(text)


def rows(names: list[str]) -> Iterator[Row]:
    for name, seed in texts().items():
        if not names or name in names:
            yield measure(name, seed)


def peak_megabytes(name: str) -> int:
    """The most memory that reading 8 MB of a text takes, in a process of its own."""
    code = (
        "import resource; from bench import reading as r; from articles.pagetext import parse_page;"
        f"parse_page(r.grown(r.texts()[{name!r}], 8_000_000));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    return int(
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
    )


def main(names: list[str]) -> None:
    sizes = "".join(f"{size // 1000:>7}k" for size in SIZES)
    print(
        f"{'thousand characters a second':<38}{sizes}{'÷ split':>9}{'flat':>7}{'grows':>7}{'read':>6}{'MB':>5}  goals"
    )
    found = []
    for row in rows(names):
        megabytes = peak_megabytes(row.text)
        speeds = "".join(f"{speed:>8}" for speed in row.speeds)
        print(
            f"{row.text:<38}{speeds}{row.against_splitting:>9}{row.flat:>7}{row.grows:>7}{row.read:>6.0%}"
            f"{megabytes:>5}  {row.misses(megabytes)}",
            flush=True,
        )
        found.append(asdict(row) | {"megabytes": megabytes, "goals": row.misses(megabytes)})
    Path(ROOT / "bench" / "reading.json").write_text(
        json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
