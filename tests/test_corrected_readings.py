"""An editor's corrected reading is written instead of the rules' own, and no later import takes it back."""

import pytest

from articles.importing import ImportReport, RawText, foresee_import, import_page
from articles.models import Article, ContactCard, Defect, Edition, Photo, RawPage, Reading, Status
from articles.pagetext import parse_page
from articles.pagetext.corrected import marked_for_editing
from tests.test_importing import DAY, PAGE_5, WITH_NEWS, snapshot

pytestmark = pytest.mark.django_db

TITLE = "【标题】云湄区开通夜间法庭\n【标题】让务工者不再请假打官司\n"


def marks(text: str = PAGE_5) -> str:
    return marked_for_editing(text, parse_page(text))


def divided() -> str:
    """The marked text with the title of the court divided into headline and subtitle."""
    assert TITLE in marks()
    return marks().replace("【标题】让务工者", "【副题】让务工者")


def joined() -> str:
    """The marked text with the second article made a part of the first."""
    return (
        marks()
        .replace("【标题】老渡口", "【小标题】老渡口")
        .replace("【副题】——", "【正文】——")
        .replace("【署名】□", "【正文】□")
    )


def take_in(text: str = PAGE_5, marked: str = "", act=import_page, **kwargs: bool) -> ImportReport:
    raw = RawText(content=text.encode(), encoding="utf-8", text=text, source="05.txt", marked_text=marked)
    return act(parsed=parse_page(text), raw=raw, day=DAY, number="5", **kwargs)


def titles() -> list[tuple[str, str]]:
    return list(Article.objects.order_by("position").values_list("headline", "subtitle"))


FERRY = ("老渡口装上了新路灯", "——青石县夜间照明改造见闻")
DIVIDED = [("云湄区开通夜间法庭", "让务工者不再请假打官司"), FERRY]


def test_looking_ahead_writes_nothing() -> None:
    report = take_in(marked=divided(), act=foresee_import)
    assert len(report.records.created) == 4
    assert not Edition.objects.exists()
    assert not RawPage.objects.exists()


def test_the_corrected_reading_is_what_is_written() -> None:
    take_in(marked=divided())
    assert titles() == DIVIDED


def test_the_text_as_it_came_is_kept_beside_the_corrected_reading() -> None:
    take_in(marked=divided())
    kept = RawPage.objects.get()
    assert (bytes(kept.content).decode(), kept.marked_text) == (PAGE_5, divided())
    assert kept.reading["articles"][0]["subtitle"] == "让务工者不再请假打官司"


def test_the_same_text_again_does_not_undo_a_correction() -> None:
    take_in(marked=divided())
    before = snapshot()
    assert take_in().unchanged
    assert take_in(marked=divided()).unchanged
    assert snapshot() == before


def test_a_newer_text_leaves_a_corrected_title_alone_and_brings_its_news() -> None:
    take_in(marked=divided())
    report = take_in(WITH_NEWS)
    assert titles() == DIVIDED
    assert report.records.proposals == []
    assert "四起劳务纠纷" in Article.objects.get(subtitle=DIVIDED[0][1]).body


def test_a_newer_title_is_proposed_beside_a_corrected_one() -> None:
    take_in(marked=divided())
    report = take_in(PAGE_5.replace("不再请假打官司", "不用请假打官司"))
    assert titles() == DIVIDED
    assert [(one.field, one.proposed) for one in report.records.proposals] == [
        ("headline", "云湄区开通夜间法庭 让务工者不用请假打官司")
    ]


def test_an_editor_corrects_a_correction() -> None:
    take_in(marked=divided())
    take_in(
        marked=divided()
        .replace("【标题】云湄区", "【引题】云湄区")
        .replace("【副题】让务工者", "【标题】让务工者")
    )
    assert Article.objects.filter(
        kicker="云湄区开通夜间法庭", headline="让务工者不再请假打官司", subtitle=""
    ).exists()
    assert RawPage.objects.count() == 2


def test_a_correction_does_not_write_over_what_a_person_wrote_since() -> None:
    take_in()
    court = Article.objects.get(headline__startswith="云湄区")
    court.headline = "夜间法庭亮灯"
    court.save()
    report = take_in(marked=divided())
    assert titles() == [("夜间法庭亮灯", DIVIDED[0][1]), FERRY]
    assert [(one.field, one.proposed) for one in report.records.proposals] == [
        ("headline", "云湄区开通夜间法庭")
    ]


def test_an_article_that_an_editor_joined_to_another_does_not_come_back() -> None:
    take_in(marked=joined())
    assert Article.objects.count() == 1
    report = take_in(WITH_NEWS)
    assert Article.objects.count() == 1
    assert report.records.left_alone == [FERRY[0]]


def test_what_an_editor_set_aside_does_not_come_back() -> None:
    text = marks().replace("【图】", "【略·广告】").replace("【摄】程渡\n", "")
    card = text.index("【名片】")
    text = text[:card] + "".join(
        line if line.startswith("【责") or line == "\n" else f"【略】{line.partition('】')[2]}"
        for line in text[card:].splitlines(keepends=True)
    )
    take_in(marked=text)
    assert (Photo.objects.count(), ContactCard.objects.count()) == (0, 0)
    take_in(WITH_NEWS)
    assert (Photo.objects.count(), ContactCard.objects.count()) == (0, 0)


def test_an_article_that_only_the_editor_saw_is_not_missed_by_the_rules() -> None:
    text = marks().replace("【正文】“白天", "【标题】窗口以外\n【正文】“白天")
    take_in(marked=text)
    assert Article.objects.count() == 3
    report = take_in(WITH_NEWS)
    assert Article.objects.count() == 3
    assert report.records.absent == []
    assert not Reading.objects.filter(absent=True).exists()


def test_an_article_that_a_correction_leaves_out_stays_and_is_reported() -> None:
    take_in()
    report = take_in(marked=joined())
    assert report.records.absent == [FERRY[0]]
    assert Article.objects.count() == 2


def test_a_page_in_print_is_published_with_its_corrections() -> None:
    take_in(marked=divided(), publish=True)
    assert set(Article.objects.values_list("status", flat=True)) == {Status.PUBLISHED}


def test_defects_of_a_corrected_reading_stand_at_lines_of_the_raw_text() -> None:
    text = "法治望川\n\n渠水进村\n\n渠水到了地头。\n\n树荫下的课堂\n\n孩子们在树下听讲，"
    take_in(text, marks(text).replace("【标题】渠水", "【标体】渠水"))
    lines = dict(Defect.objects.values_list("code", "line"))
    assert (lines["unknown-mark"], lines["sentence-cut-off"]) == (3, 9)


def test_defects_of_a_corrected_reading_stand_at_their_articles() -> None:
    text = "法治望川\n\n渠水进村\n\n渠水到了地头。\n\n树荫下的课堂\n\n孩子们在树下听讲，"
    take_in(text, marks(text).replace("【小标题】树荫", "【标题】树荫"))
    assert [str(one.article) for one in Defect.objects.filter(code="sentence-cut-off")] == ["树荫下的课堂"]
