"""What a newer text proposes is taken over or declined by a person, field by field and paragraph by paragraph."""

import pytest

from articles.importing import AnswerReport, answer_proposals, open_proposals, seen_digest
from articles.models import Article, ContactCard, Page, Photo, Reading, Stage, Status
from articles.models.body import write_body
from articles.pagetext import parse_page
from articles.publishing import return_to_draft, withdraw_article
from articles.reviewing import ActRefused, standing
from tests.factories import signed
from tests.test_corrected_readings import divided
from tests.test_corrected_readings import take_in as take_in_corrected
from tests.test_importing import PAGE_5, court, take_in

pytestmark = pytest.mark.django_db

OPENING = (
    "3月4日晚七时，云湄区法院的灯还亮着。这是夜间法庭开庭的第一晚，三起劳务纠纷在两个小时里全部调解成功。"
)
QUOTE = "“白天请假要扣工钱。”当事人说，晚上来，心里踏实。"
NEWER = (
    PAGE_5.replace("三起劳务纠纷", "四起劳务纠纷")
    .replace("要扣工钱", "要扣一天工钱")
    .replace("心里踏实。", "心里踏实。\n\n法庭今后每周二、周四晚上开门，不用预约。")
)


def answer(reading: Reading, *chosen: str, **kwargs: bool) -> AnswerReport:
    fresh = Reading.objects.get(pk=reading.pk)
    return answer_proposals(reading=fresh, digest=seen_digest(fresh), chosen=chosen, **kwargs)


def edited() -> Reading:
    """The court with its first paragraph rewritten by a person, and a newer text come in since."""
    take_in()
    article = court()
    article.body = article.body.replace("灯还亮着", "灯火通明")
    article.save()
    take_in(NEWER)
    return Reading.objects.get(article=article)


def offered(reading: Reading) -> dict[str, str]:
    """The paragraphs on offer: key -> the newer text's."""
    (text,) = (one for one in open_proposals(reading) if one.name == "body")
    return {row.key: row.row.new_text for row in text.offered}


def lines() -> list[str]:
    return court().body.split("\n")


def test_paragraphs_are_offered_beside_what_stands_there_and_what_was_imported() -> None:
    (text,) = open_proposals(edited())
    first = text.paragraphs[0]
    assert "灯火通明" in first.row.old_text
    assert "四起" in first.row.new_text
    assert "灯还亮着" in first.imported
    assert [row.row.change.value for row in text.offered] == ["changed", "changed", "inserted"]


def test_a_single_paragraph_is_taken_over_and_the_rest_stays_open() -> None:
    reading = edited()
    report = answer(reading, "body:1")
    assert "灯火通明" in lines()[0]
    assert "要扣一天工钱" in lines()[1]
    assert len(lines()) == 2
    assert report.left == ["body"]
    reading.refresh_from_db()
    assert len(offered(reading)) == 2


def test_an_inserted_paragraph_takes_its_place_in_the_text() -> None:
    answer(edited(), "body:2")
    assert lines()[2].startswith("法庭今后")


def test_a_paragraph_that_the_newer_text_dropped_is_deleted_only_when_chosen() -> None:
    take_in()
    Article.objects.filter(pk=court().pk).update(body=court().body.replace("灯还亮着", "灯火通明"))
    take_in(PAGE_5.replace(f"{QUOTE}\n", ""))
    reading = court().reading
    assert len(lines()) == 2
    answer(reading, *offered(reading))
    assert len(lines()) == 1
    assert "灯火通明" in lines()[0]


def test_what_a_person_added_or_rewrote_in_an_unchanged_text_is_not_offered() -> None:
    take_in()
    article = court()
    article.body = "编者按：夜间法庭值得一看。\n" + article.body.replace("心里踏实", "心里有底")
    article.save()
    take_in(PAGE_5.replace("三起劳务纠纷", "四起劳务纠纷"))
    reading = Reading.objects.get(article=article)
    assert [text[:8] for text in offered(reading).values()] == ["3月4日晚七时，"]
    answer(reading, *offered(reading))
    assert lines()[0].startswith("编者按")
    assert "四起劳务纠纷" in lines()[1]
    assert "心里有底" in lines()[2]
    assert not open_proposals(Reading.objects.get(article=article))


def test_a_whole_field_is_taken_over() -> None:
    reading = edited()
    report = answer(reading, "body")
    assert [one.field for one in report.taken] == ["body"]
    assert "四起" in court().body
    assert "灯火通明" not in court().body
    reading.refresh_from_db()
    assert reading.proposed == {}


def test_what_was_taken_over_goes_on_with_later_imports() -> None:
    answer(edited(), "body")
    take_in(NEWER.replace("四起", "五起"))
    assert "五起" in court().body


def test_what_was_declined_does_not_come_back_with_the_same_text() -> None:
    reading = edited()
    before = court().body
    report = answer(reading, decline_rest=True)
    assert report.declined == ["body"]
    assert court().body == before
    take_in(PAGE_5)
    take_in(NEWER)
    reading.refresh_from_db()
    assert court().body == before
    assert reading.proposed == {}


def test_a_newer_text_than_the_declined_one_offers_only_its_news() -> None:
    reading = edited()
    answer(reading, decline_rest=True)
    take_in(NEWER.replace("不用预约", "无需预约"))
    reading.refresh_from_db()
    assert [text[-6:] for text in offered(reading).values()] == ["，无需预约。"]


def test_the_chosen_is_taken_over_and_the_rest_declined_at_once() -> None:
    reading = edited()
    answer(reading, "body:1", decline_rest=True)
    assert "要扣一天工钱" in lines()[1]
    reading.refresh_from_db()
    assert reading.proposed == {}


def test_nothing_chosen_is_refused() -> None:
    with pytest.raises(ActRefused, match=r"选|chosen"):
        answer(edited())


def test_a_record_that_changed_since_the_person_looked_is_left_as_it_is() -> None:
    reading = edited()
    digest = seen_digest(reading)
    Article.objects.filter(pk=court().pk).update(body="别人刚写的。")
    with pytest.raises(ActRefused):
        answer_proposals(reading=reading, digest=digest, chosen=["body"])
    assert court().body == "别人刚写的。"


def test_a_proposal_that_changed_since_the_person_looked_is_not_taken_over() -> None:
    reading = edited()
    digest = seen_digest(reading)
    take_in(NEWER.replace("四起", "五起"))
    with pytest.raises(ActRefused):
        answer_proposals(reading=reading, digest=digest, chosen=["body"])


def test_a_key_that_is_not_on_offer_is_refused() -> None:
    with pytest.raises(ActRefused):
        answer(edited(), "headline")


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.WITHDRAWN])
def test_words_of_an_article_that_is_out_are_not_taken_over_but_may_be_declined(status: Status) -> None:
    take_in(publish=True)
    if status == Status.WITHDRAWN:
        withdraw_article(article=court())
    take_in(NEWER)
    reading = court().reading
    with pytest.raises(ActRefused):
        answer(reading, "body")
    answer(reading, decline_rest=True)
    assert "三起" in court().body
    assert not Reading.objects.get(pk=reading.pk).proposed


def test_back_in_draft_it_is_taken_over() -> None:
    take_in(publish=True)
    take_in(NEWER)
    return_to_draft(records=[court()])
    answer(court().reading, "body")
    assert "四起" in court().body


def test_a_signed_text_changes_only_when_the_person_gives_up_its_signatures() -> None:
    take_in()
    signed(court(), up_to=Stage.SECOND)
    take_in(NEWER)
    reading = court().reading
    with pytest.raises(ActRefused):
        answer(reading, "body")
    assert standing(court()).signed_stage == Stage.SECOND
    answer(reading, "body", void_signatures=True)
    assert "四起" in court().body
    assert (court().signed_stage, standing(court()).signed_stage) == (0, 0)


def test_authors_photos_cards_and_pages_take_over_too() -> None:
    take_in()
    court().authorships.all().delete()
    Photo.objects.update(caption="编辑写的说明。")
    ContactCard.objects.get().entries.all().delete()
    Page.objects.update(title="编辑改的版名")
    take_in(
        PAGE_5.replace("苏禾）", "苏禾 程渡）")
        .replace("首次开庭", "第一次开庭")
        .replace("0399-0123456", "0399-0123457")
        .replace("法治望川\n\n云", "民生望川\n\n云")
    )
    for reading in Reading.objects.exclude(proposed={}):
        answer(reading, *reading.proposed)
    assert [str(row) for row in court().authorships.all()] == ["苏禾", "程渡"]
    assert "第一次开庭" in Photo.objects.get().caption
    assert "0399-0123457" in {row.value for row in ContactCard.objects.get().entries.all()}
    assert Page.objects.get().title == "民生望川"
    assert not Reading.objects.exclude(proposed={}).exists()


def test_a_caption_of_a_signed_article_voids_its_signatures_only_when_agreed() -> None:
    take_in()
    Photo.objects.update(article=court())
    signed(court(), up_to=Stage.FIRST)
    take_in(PAGE_5.replace("首次开庭", "第一次开庭"))
    reading = Photo.objects.get().reading
    with pytest.raises(ActRefused):
        answer(reading, "caption")
    answer(reading, "caption", void_signatures=True)
    assert court().signed_stage == 0


def test_a_text_too_long_is_refused_in_a_sentence_and_nothing_is_written() -> None:
    reading = edited()
    reading.proposed = {"headline": "长" * 600}
    reading.save()
    with pytest.raises(ActRefused, match="500"):
        answer(reading, "headline")
    assert Reading.objects.get(pk=reading.pk).proposed


def test_what_a_person_wrote_just_as_proposed_is_no_proposal_any_more() -> None:
    reading = edited()
    (text,) = open_proposals(reading)
    Article.objects.filter(pk=court().pk).update(body=text.proposed)
    reading.refresh_from_db()
    assert open_proposals(Reading.objects.get(pk=reading.pk)) == []
    answer(reading, decline_rest=True)
    assert Reading.objects.get(pk=reading.pk).proposed == {}


def test_a_correction_that_was_taken_over_outlives_later_imports_of_the_rules() -> None:
    take_in_corrected()
    article = court()
    article.headline = "夜间法庭亮灯"
    article.save()
    take_in_corrected(marked=divided())
    answer(Reading.objects.get(article=article), "headline")
    take_in(NEWER)
    article.refresh_from_db()
    assert (article.headline, article.subtitle) == ("云湄区开通夜间法庭", "让务工者不再请假打官司")
    assert not Reading.objects.get(article=article).proposed


def test_a_moved_article_stays_where_it_is_and_is_offered_its_news() -> None:
    take_in()
    article = court()
    article.page = Page.objects.create(edition=article.page.edition, number="6")
    article.number = article.page.take_article_number()
    article.save()
    report = take_in(NEWER)
    assert report.records.left_alone
    reading = Reading.objects.get(article=article)
    answer(reading, "body")
    article.refresh_from_db()
    assert ("四起" in article.body, article.page.number) == (True, "6")


def test_the_page_it_was_moved_to_does_not_print_it_twice() -> None:
    take_in()
    article = court()
    article.page = Page.objects.create(edition=article.page.edition, number="6")
    article.number = article.page.take_article_number()
    article.save()
    take_in(NEWER, number="6")
    assert Article.objects.filter(headline=article.headline).count() == 1
    article.refresh_from_db()
    assert "四起" in article.body


def test_a_deleted_article_is_known_through_many_small_changes_of_its_text() -> None:
    take_in()
    court().delete()
    start, end = PAGE_5.index("望川日报讯"), PAGE_5.index("3月4日，云湄区法院夜间")
    text = PAGE_5.replace("云湄区开通夜间法庭\n让务工者不再请假打官司", "夜间法庭")
    for step in range(6):
        words = "".join(f"第{step}到{n}号窗口" for n in range(step * 4))
        body = PAGE_5[start:end]
        cut = len(body) * step // 8
        take_in(text.replace(body, body[:20] + words + body[20 + cut :]))
    assert not Article.objects.filter(headline="夜间法庭").exists()


def test_an_article_inserted_into_a_page_that_is_out_is_a_draft_in_its_place() -> None:
    take_in(publish=True)
    addresses = dict(Article.objects.values_list("headline", "number"))
    news = "青石县渡口加开夜班船\n\n望川日报讯（记者 程渡）3月5日起，青石县老渡口加开两班夜船，最后一班晚上十点离岸。\n\n"
    take_in(PAGE_5.replace("老渡口装上了", f"{news}老渡口装上了", 1))
    titles = list(Article.objects.order_by("position", "number").values_list("headline", "status"))
    assert [status for _, status in titles] == [Status.PUBLISHED, Status.DRAFT, Status.PUBLISHED]
    assert titles[1][0] == "青石县渡口加开夜班船"
    assert len({*Article.objects.values_list("position", flat=True)}) == 3
    assert addresses.items() <= dict(Article.objects.values_list("headline", "number")).items()
    assert not Reading.objects.exclude(proposed={}).exists()


def test_the_text_is_stored_as_an_import_stores_it() -> None:
    answer(edited(), "body")
    (parsed, *_) = parse_page(NEWER).articles
    assert court().body == write_body(parsed.body)
