"""An import writes what people have not touched, and nothing twice."""

import datetime
import zoneinfo

import pytest
from django.utils import timezone

from articles.importing import ImportReport, RawText, import_page
from articles.models import Article, Author, ContactCard, Edition, Page, Photo, RawPage, Reading, Status
from articles.pagetext import parse_page
from articles.publishing import hold_edition, publish_edition, return_to_draft, withdraw_article
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 6)
PAGE_5 = """法治望川

云湄区开通夜间法庭
让务工者不再请假打官司

望川日报讯（记者 苏禾）3月4日晚七时，云湄区法院的灯还亮着。这是夜间法庭开庭的第一晚，三起劳务纠纷在两个小时里全部调解成功。

“白天请假要扣工钱。”当事人说，晚上来，心里踏实。



3月4日，云湄区法院夜间法庭首次开庭。程渡 摄

法治望川名片

编辑部：0399-0123456
苏 禾：10012345678
电子邮箱：fazhi@example.com

责编：林一苇

老渡口装上了新路灯
——青石县夜间照明改造见闻

□ 望川日报记者 程渡

天一擦黑，青石县老渡口的四十盏路灯齐齐亮起，摆渡人老丁说，这条路他摸黑走了三十年。（下转第8版）
"""
WITH_NEWS = PAGE_5.replace("三起劳务纠纷", "四起劳务纠纷")


def take_in(
    text: str = PAGE_5, *, number: str = "5", publish: bool = False, replace: bool = False
) -> ImportReport:
    raw = RawText(content=text.encode(), encoding="utf-8", text=text, source="05.txt")
    return import_page(
        parsed=parse_page(text), raw=raw, day=DAY, number=number, publish=publish, replace=replace
    )


def court() -> Article:
    return Article.objects.get(headline__startswith="云湄区开通夜间法庭")


def snapshot() -> list[tuple[object, ...]]:
    """Every row that an import writes, with its time of change."""
    return [
        row
        for model in (Edition, Page, Article, Author, Photo, ContactCard, RawPage, Reading)
        for row in model.objects.order_by("pk").values_list()
    ]


def test_a_text_that_cannot_be_stored_leaves_nothing_behind() -> None:
    from articles.importing import ImportRefused

    too_long = PAGE_5.replace("心里踏实。", "心里踏实" * 60_000 + "。")
    with pytest.raises(ImportRefused, match="200000"):
        take_in(too_long)
    assert not Edition.objects.exists()


def test_a_page_becomes_rows() -> None:
    take_in()
    page = Page.objects.get()
    assert (page.title, [str(row) for row in page.staff.all()]) == ("法治望川", ["责编 林一苇"])
    assert [a.headline for a in page.articles.all()] == [
        "云湄区开通夜间法庭 让务工者不再请假打官司",
        "老渡口装上了新路灯",
    ]
    assert [str(a) for a in court().authors.all()] == ["苏禾"]
    assert Photo.objects.get().credit == "程渡"
    assert ContactCard.objects.get().entries.count() == 3
    assert Article.objects.get(continues_on="8").subtitle == "——青石县夜间照明改造见闻"


def test_an_import_is_a_draft() -> None:
    take_in()
    assert set(Article.objects.values_list("status", flat=True)) == {Status.DRAFT}
    assert Edition.objects.get().public_from is None
    assert not Photo.objects.public().exists()


def test_an_archive_is_published_from_the_start_of_its_day_in_the_papers_time() -> None:
    take_in(publish=True)
    assert Edition.objects.get().public_from == datetime.datetime(
        2026, 3, 6, tzinfo=zoneinfo.ZoneInfo("Asia/Shanghai")
    )
    assert set(Article.objects.values_list("status", flat=True)) == {Status.PUBLISHED}


def test_publishing_an_archive_keeps_the_time_of_an_edition_that_has_one() -> None:
    at = timezone.now()
    Edition.objects.create(date=DAY, public_from=at)
    take_in(publish=True)
    assert Edition.objects.get().public_from == at


def test_publishing_an_archive_publishes_only_what_was_imported() -> None:
    take_in()
    by_hand = ArticleFactory(page=Page.objects.get(), headline="编辑手记", status=Status.DRAFT)
    take_in(publish=True)
    by_hand.refresh_from_db()
    assert by_hand.status == Status.DRAFT
    assert court().status == Status.PUBLISHED


def test_the_same_text_again_changes_nothing() -> None:
    take_in()
    before = snapshot()
    assert take_in().unchanged
    assert take_in(PAGE_5.replace("\n", "\r\n")).unchanged
    assert snapshot() == before


def test_the_raw_page_is_kept_to_the_byte() -> None:
    take_in()
    assert RawPage.objects.get().text == PAGE_5


def test_a_newer_text_is_written_where_nobody_has_touched_the_older() -> None:
    take_in()
    before = court().pk
    report = take_in(WITH_NEWS)
    assert "四起劳务纠纷" in court().body
    assert court().pk == before
    assert report.records.changed == [str(court())]
    assert RawPage.objects.count() == 2


def test_a_hand_edit_survives_and_the_newer_text_is_proposed() -> None:
    take_in()
    article = court()
    article.body = "编辑改过的正文。"
    article.save()
    report = take_in(WITH_NEWS)
    assert court().body == "编辑改过的正文。"
    assert [(p.record, p.field) for p in report.records.proposals] == [(str(article), "body")]
    assert "四起劳务纠纷" in article.reading.proposed["body"]


def test_a_hand_edit_of_one_field_does_not_hold_up_the_others() -> None:
    take_in()
    article = court()
    article.byline = "望川日报讯（记者 苏禾 程渡）"
    article.save()
    take_in(WITH_NEWS)
    assert court().byline == "望川日报讯（记者 苏禾 程渡）"
    assert "四起劳务纠纷" in court().body


def test_what_a_person_made_of_an_unchanged_text_is_not_proposed_away() -> None:
    take_in()
    Article.objects.filter(pk=court().pk).update(kicker="云湄区")
    report = take_in(WITH_NEWS)
    assert not report.records.proposals


def test_a_published_article_is_not_written_over() -> None:
    take_in(publish=True)
    report = take_in(WITH_NEWS, publish=True)
    assert "三起劳务纠纷" in court().body
    assert [p.field for p in report.records.proposals] == ["body"]


def test_the_operator_may_replace_and_history_keeps_the_old() -> None:
    take_in()
    article = court()
    article.body = "编辑改过的正文。"
    article.save()
    take_in(replace=True)
    assert "三起劳务纠纷" in court().body
    assert article.history.filter(body="编辑改过的正文。").exists()


def test_an_article_that_a_person_deleted_does_not_come_back() -> None:
    take_in()
    court().delete()
    report = take_in(WITH_NEWS)
    assert Article.objects.count() == 1
    assert len(report.records.left_alone) == 1


def test_an_article_that_a_person_moved_does_not_come_back() -> None:
    take_in()
    article = court()
    article.page = Page.objects.create(edition=article.page.edition, number="6")
    article.number = article.page.take_article_number()
    article.save()
    take_in(WITH_NEWS)
    assert Article.objects.filter(headline=article.headline).count() == 1
    assert "三起" in court().body


def test_an_article_that_was_withdrawn_stays_withdrawn() -> None:
    take_in(publish=True)
    withdraw_article(article=court())
    take_in(WITH_NEWS, publish=True)
    assert court().status == Status.WITHDRAWN


def test_an_article_that_is_no_longer_in_the_text_stays_and_is_reported() -> None:
    take_in()
    headline = str(court())
    without = PAGE_5[: PAGE_5.index("云湄区开通")] + PAGE_5[PAGE_5.index("法治望川名片") :]
    report = take_in(without)
    assert headline in report.records.absent
    assert court().reading.absent


def test_an_article_that_changed_its_place_is_the_same() -> None:
    take_in()
    ids = set(Article.objects.values_list("pk", "number"))
    head, card = PAGE_5.index("云湄区开通"), PAGE_5.index("法治望川名片")
    take_in(PAGE_5[:head] + PAGE_5[card:] + "\n" + PAGE_5[head:card])
    assert set(Article.objects.values_list("pk", "number")) == ids


def test_a_number_is_never_given_again() -> None:
    take_in()
    last = Article.objects.order_by("number").last()
    assert last is not None
    last.delete()
    assert ArticleFactory(page=Page.objects.get()).number == last.number + 1


def test_an_edition_published_by_hand_goes_on_taking_drafts() -> None:
    take_in()
    publish_edition(edition=Edition.objects.get(), by=UserFactory(is_superuser=True), reason="在版上")
    take_in(PAGE_5.replace("老渡口", "新渡口"), number="6")
    assert not Article.objects.public().filter(page__number="6").exists()


def test_publishing_again_does_not_undo_what_a_person_took_back() -> None:
    take_in(publish=True)
    hold_edition(edition=Edition.objects.get())
    return_to_draft(records=[court()])
    take_in(publish=True)
    assert Edition.objects.get().public_from is None
    assert court().status == Status.DRAFT


def test_the_title_and_staff_of_a_page_that_is_out_are_not_written_over() -> None:
    take_in(publish=True)
    report = take_in(PAGE_5.replace("责编：林一苇", "责编：苏禾").replace("法治望川\n\n云", "民生望川\n\n云"))
    page = Page.objects.get()
    assert (page.title, [str(row) for row in page.staff.all()]) == ("法治望川", ["责编 林一苇"])
    assert {p.field for p in report.records.proposals} == {"title", "staff"}


def test_the_roles_that_an_editor_gave_authors_stay() -> None:
    take_in()
    court().authorships.update(role="记者")
    take_in(PAGE_5.replace("（记者 苏禾）", "（记者 苏禾 程渡）"))
    assert [(str(row), row.role) for row in court().authorships.all()] == [("苏禾", "记者"), ("程渡", "")]


def test_a_defect_of_the_reading_stands_at_the_article_of_its_line() -> None:
    take_in(PAGE_5.replace("他摸黑走了三十年。（下转第8版）", "他摸黑走了三十年，"))
    defects = list(Page.objects.get().defects.filter(code="sentence-cut-off"))
    assert [str(one.article) for one in defects] == ["老渡口装上了新路灯"]
    assert not court().defects.exists()
