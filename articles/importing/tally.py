"""The figures of a batch of imports."""

from collections import Counter
from dataclasses import dataclass, field

from articles.continuations import LinkReport
from articles.importing.batch import Outcome


@dataclass(slots=True)
class Tally:
    """What a batch came to; jumps are counted once an edition, as they stand after its last page."""

    figures: Counter[str] = field(default_factory=Counter)
    links: dict[int, LinkReport] = field(default_factory=dict)  # by edition

    def add(self, outcome: Outcome) -> None:
        if outcome.parsed is None or outcome.failure:
            self.figures["failed"] += 1
            return
        page = outcome.parsed
        self.figures.update(
            pages=1,
            articles=len(page.articles),
            photos=len(page.photos),
            cards=page.contact_card is not None,
            defects=len(page.defects),
        )
        if outcome.report:
            self.figures["unchanged"] += outcome.report.unchanged
            self.links[outcome.report.page.edition_id] = outcome.report.links

    @property
    def failed(self) -> int:
        return self.figures["failed"]

    @property
    def linked(self) -> int:
        return sum(report.linked for report in self.links.values())

    @property
    def waiting(self) -> int:
        return sum(len(report.waiting) for report in self.links.values())
