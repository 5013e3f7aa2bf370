"""Proofreading: what an editor should look at before print. One check is one function, and a row in `table`.

`proofread(article)` gives the findings of an article and its photos, `proofread_edition(edition)` all of an edition
with its score, `waive(finding=…, reason=…, by=…)` lets one stand.
"""

from articles.proofreading.findings import Finding, Severity
from articles.proofreading.official import LIMIT, Score
from articles.proofreading.reading import ProofreadingReport, proofread, proofread_edition, score, waive
from articles.proofreading.table import ROWS, Row, name_of

__all__ = [
    "LIMIT",
    "ROWS",
    "Finding",
    "ProofreadingReport",
    "Row",
    "Score",
    "Severity",
    "name_of",
    "proofread",
    "proofread_edition",
    "score",
    "waive",
]
