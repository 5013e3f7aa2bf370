"""What every article and every photo has, and this one lacks."""

import re
from collections.abc import Iterator

from articles.models import Link
from articles.pagetext.characters import HAN
from articles.pagetext.names import ROLE
from articles.proofreading.proofs import Hit, Issue, Proof, Text
from articles.proofreading.titles import width

_A_REPORT = 300  # Chinese characters wide; what is shorter is a brief, which goes unsigned
# 文/图 in the byline of the article credits its photos too
_OF_BOTH = re.compile(r"图|圖|摄|攝|[Pp]hoto")
# a byline that stands at the end of the text: （记者 某某） or 新华社电
_SIGNED_IN_TEXT = re.compile(
    rf"[（(][^（）()]{{0,60}}(?:{ROLE}|作者|单位|来源|据|电|整理|综合)[^（）()]{{0,60}}[）)]\s?。?$|(?:^|\s)(?:本[报刊台网]|文/)[{HAN} ]{{2,20}}$"
    rf"|^(?:据|本报|新华社|【|By )[^。]{{0,30}}|{ROLE}[ ：:][{HAN} ]{{2,9}}$|社[^。]{{0,12}}电[）)]?$|^\W{{0,3}}—{{1,2}}[{HAN}]{{2,8}}$"
)
_CREDIT_IN_CAPTION = re.compile(r"[摄攝供]|资料|資料|[Pp]hoto|作$|绘|/|发$|截图|视频")


def missing_headline(proof: Proof) -> Iterator[Hit]:
    """An article without a headline; a later part of a story may lack one."""
    article = proof.article
    if article and not article.headline and not _is_later_part(proof):
        yield Hit(Text("headline", "", is_title=True))


def missing_text(proof: Proof) -> Iterator[Hit]:
    """A headline with nothing under it."""
    if proof.article and not proof.body() and not proof.issue.once(_with_photos) & {proof.article.pk}:
        yield Hit(Text("body", ""))


def missing_byline(proof: Proof) -> Iterator[Hit]:
    """A report that nobody signs; briefs, later parts and texts that end in their author do not count."""
    article, body = proof.article, proof.body()
    if article is None or article.byline or article.source or _is_later_part(proof):
        return
    is_signed = body and (_SIGNED_IN_TEXT.search(body[-1].words) or _SIGNED_IN_TEXT.search(body[0].words))
    if (
        sum(width(text.words) for text in body) >= _A_REPORT
        and not is_signed
        and article.pk not in proof.issue.signed
    ):
        yield Hit(Text("byline", ""))


def missing_credit(proof: Proof) -> Iterator[Hit]:
    """A photo without the name of who took it, unless the article's byline is of text and photos."""
    photo = proof.photo
    if photo is None or photo.credit or _CREDIT_IN_CAPTION.search(photo.caption[-20:]):
        return
    if photo.article_id not in proof.issue.once(_illustrated_by_author):
        yield Hit(Text("credit", ""))


def _is_later_part(proof: Proof) -> bool:
    article = proof.article
    return article is not None and bool(article.continued_from or article.previous_id)


def _with_photos(issue: Issue) -> frozenset[int | None]:
    return frozenset(proof.photo.article_id for proof in issue.proofs if proof.photo)


def _illustrated_by_author(issue: Issue) -> frozenset[int | None]:
    return frozenset(
        proof.article.pk for proof in issue.proofs if proof.article and _OF_BOTH.search(proof.article.byline)
    )


# ── Jumps ─────────────────────────────────────────────────────────────────────────────────────────────────


def dangling_jump(proof: Proof) -> Iterator[Hit]:
    """A jump whose other page is in the edition, and yet nothing is linked. What was cut by hand is meant."""
    article, issue = proof.article, proof.issue
    if article is None:
        return
    if article.continues_on in issue.pages and article.pk not in issue.once(_continued):
        yield Hit(Text("continues_on", ""), details={"page": article.continues_on})
    if article.continued_from in issue.pages and article.previous_id is None and article.link != Link.CUT:
        yield Hit(Text("continued_from", ""), details={"page": article.continued_from})


def _continued(issue: Issue) -> frozenset[int | None]:
    return frozenset(proof.article.previous_id for proof in issue.proofs if proof.article)
