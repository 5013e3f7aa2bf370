"""How the official rule for newspapers counts errors, and the score of an edition by it.

Source: 报纸期刊质量管理规定 (国新出发〔2020〕10号), annex 报纸编校差错率计算方法. What it says and how it is kept here:

- The rate is the number of errors to ten thousand characters checked; at most three are good (万分之三).
- The rule counts the room of a page, rows times characters of a row, pictures at a share. A text has no rows: what is
  printed is counted, marks included, blanks not. Foreign text is the Chinese characters of the same size and 30 % more:
  a Latin letter is half a Chinese character wide, so each counts 0.65.
- Errors in column heads and titles count double. The rule says so of errors of text; here it holds for marks too.
- The same error counts three times at most in an edition.
- A wrong, missing or superfluous character is one error, two to five of them are two, more are four; a number is one,
  however many figures are wrong. Facts, dates among them, are one.
- Figures against the standard for numbers are 0.1 each, at most 1 in an edition.
- Marks of punctuation are 0.1 each; simplified and traditional mixed 0.5. These two weights are those of the rule for
  books (图书质量管理规定, 2004).
- What only concerns the web (a jump that leads nowhere) and what a rule of form asks for (byline, credit) is no error of
  text and counts nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from articles.proofreading.proofs import Proof

LIMIT = Decimal(3)  # errors to ten thousand characters
_PER = Decimal(10_000)
_TIMES = 3  # the same error in one edition
_LATIN = Decimal("0.65")
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Weighing:
    """How errors of a kind are counted; `most` is the most that all of them count in an edition."""

    weigh: Callable[[str], Decimal]
    most: Decimal | None = None


def _each(weight: str) -> Callable[[str], Decimal]:
    return lambda words: Decimal(weight)


def _superfluous(words: str) -> Decimal:
    """Of a doubled word, half the characters are too many.

    >>> [_superfluous(words) for words in ("的的", "斗争斗争", "人民法院里人民法院里", "在青石县人民法院在青石县人民法院")]
    [Decimal('1'), Decimal('2'), Decimal('2'), Decimal('4')]
    """
    surplus = len(words) // 2
    return Decimal(1 if surplus <= 1 else 2 if surplus <= 5 else 4)


TEXT = Weighing(_each("1"))
SUPERFLUOUS = Weighing(_superfluous)
SCRIPT = Weighing(_each("0.5"))
MARK = Weighing(_each("0.1"))
FIGURE = Weighing(_each("0.1"), most=Decimal(1))
NOTHING = Weighing(_each("0"))


@dataclass(frozen=True, slots=True)
class CountedError:
    """One place as the score sees it."""

    code: str
    words: str
    is_title: bool
    weighing: Weighing

    @property
    def weight(self) -> Decimal:
        return self.weighing.weigh(self.words) * (2 if self.is_title else 1)


@dataclass(frozen=True, slots=True)
class Score:
    """An edition by the official rule. `errors` are weighted; `doubts` is what the open doubts would add."""

    characters: int
    errors: Decimal
    doubts: Decimal

    @property
    def rate(self) -> Decimal:
        """Errors to ten thousand characters, to two places."""
        return self._rate(self.errors)

    @property
    def rate_with_doubts(self) -> Decimal:
        """The rate if every doubt is an error."""
        return self._rate(self.errors + self.doubts)

    @property
    def is_good(self) -> bool:
        # compared before it is rounded: 3.004 is over the limit
        return self.errors * _PER <= LIMIT * self.characters

    def _rate(self, errors: Decimal) -> Decimal:
        exact = errors * _PER / self.characters if self.characters else Decimal(0)
        return exact.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)


def weigh_all(errors: Iterable[CountedError]) -> Decimal:
    """The weighted sum of the errors of one edition."""
    met: Counter[tuple[str, str]] = Counter()
    sums: dict[tuple[str, Decimal | None], Decimal] = defaultdict(Decimal)
    for error in sorted(errors, key=lambda error: -error.weight):  # of many alike the gravest count
        met[error.code, error.words] += 1
        if met[error.code, error.words] <= _TIMES:
            sums[error.code, error.weighing.most] += error.weight
    return sum((min(total, most) if most else total for (_, most), total in sums.items()), Decimal(0))


def count_characters(proofs: Iterable[Proof]) -> int:
    """Printed characters as the rule counts them, rounded to a whole number."""
    total = Decimal(0)
    for proof in proofs:
        visible = sum(len("".join(text.words.split())) for text in proof.texts)
        total += visible * _LATIN if proof.is_latin else visible
    return int(total.to_integral_value(ROUND_HALF_UP))
