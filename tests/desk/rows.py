"""A paper with a bit of everything, for tests that walk through all pages of the desk."""

from articles.models import Article, DefectStage, Edition, HouseWord, RawPage, Reading, RecordKind, Waiver
from articles.publishing import correct_article
from articles.reviewing import text_digest
from tests.factories import (
    ArticleFactory,
    AuthorshipFactory,
    ContactCardFactory,
    ContactEntryFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
    UserFactory,
)

TEXT = "法治望川\n\n一座桥的三十年\n桥头的人说话。\n"


def make_page(edition: Edition) -> Article:
    """A page with a story on it, a photo, a card, its raw text, its readings and its defects,
    and what was told the proofreader."""
    page = PageFactory(edition=edition)
    StaffFactory(page=page)
    article = ArticleFactory(page=page, continues_on="99")
    correct_article(
        article=article,
        digest=text_digest(article),
        changes={"byline": "望川日报讯（记者 程渡）"},
        text="记者应为程渡。",
        by=UserFactory(is_superuser=True),
    )
    later = ArticleFactory(
        page=page, previous=article, link="hand", story_start=article, part=2, continued_from="98"
    )
    AuthorshipFactory(article=article)
    photo = PhotoFactory(page=page, article=article, picture=f"photos/{page.pk}.jpg")
    PhotoFactory(page=page)
    card = ContactCardFactory(page=page)
    ContactEntryFactory(card=card)
    RawPage.objects.create(
        page=page,
        source="05.txt",
        content=TEXT.encode(),
        encoding="utf-8",
        digest="0" * 64,
        reading={
            "defects": [{"code": "x", "line": 3, "message": "Look."}],
            "set_aside": [{"kind": "folio", "line": 1}],
        },
    )
    proposed = {"headline": "一座新桥", "authors": ["苏禾"]}
    Reading.objects.create(
        page=page,
        kind=RecordKind.ARTICLE,
        article=article,
        fields={"headline": "一座桥", "authors": ["苏禾"]},
        proposed=proposed,
    )
    Reading.objects.create(
        page=page, kind=RecordKind.ARTICLE, article=later, fields={"headline": "桥"}, absent=True
    )
    Reading.objects.create(
        page=page, kind=RecordKind.PHOTO, photo=photo, fields={"caption": "桥"}, proposed={"credit": "程渡"}
    )
    Reading.objects.create(
        page=page,
        kind=RecordKind.CARD,
        card=card,
        fields={"title": "名片", "entries": [["phone", "编辑部", "0399"]]},
        proposed={"entries": [["phone", "编辑部", "0398"]]},
    )
    Reading.objects.create(
        page=page,
        kind=RecordKind.PAGE,
        fields={"title": "法治", "staff": [["责编", "林"]]},
        proposed={"staff": [["责编", "木"]]},
    )
    Reading.objects.create(
        page=page, kind=RecordKind.ARTICLE, fields={"headline": "删去的"}, proposed={"headline": "又"}
    )
    page.defects.create(
        stage=DefectStage.READING, code="unpaired-marks", line=3, details={"text": "桥", "marks": "“"}
    )
    page.defects.create(
        article=article,
        stage=DefectStage.LINKING,
        code="jump-doubtful",
        details={"title": "一座桥", "page": "8"},
    )
    HouseWord.objects.create(word=f"第{page.pk}渡口")
    reader = UserFactory()
    for number, record in enumerate(({"article": article}, {"photo": photo}, {"card": card})):
        Waiver.objects.create(
            **record,
            key=f"{number:032}",
            code="doubled-word",
            field="body",
            words="渡口渡口",
            reason="是桥名",
            waived_by=reader,
        )
    return article
