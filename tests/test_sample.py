"""The sample edition is what `make demo` shows: whole, invented, and there in one step."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from articles.models import Article, ContactCard, Page, Photo
from articles.pagetext import parse_page
from articles.sample import ACCOUNTS, load_sample
from articles.story import read_public_story

SAMPLE = Path(__file__).resolve().parents[1] / "sample"
pytestmark = pytest.mark.django_db

# The titles of each page (kicker, headline, subtitle), and the subheads of each story.
TITLES = {
    "01": [
        ((None, "三张凳子一壶茶", "——青石县白鹭渡村调解室的一个上午"), ["一棵枇杷树 拱歪一堵墙"]),
        (("一审案件平均用时缩短七天", "望川中院发布2025年度 审判白皮书", None), []),
        ((None, "湄水河上游积雪消融 水文部门提示注意春汛", None), []),
        ((None, "夜班公交末班车 今起推迟到零点一刻", None), []),
    ],
    "02": [
        ((None, "Night bus to run until a quarter past midnight", None), []),
        ((None, "Six more seconds to cross the road", None), []),
    ],
    "05": [
        ((None, "云湄区法院把开庭时间 挪到下班以后", None), []),
        ((None, "三张凳子一壶茶", None), ["账算到墙脚 话说到心里"]),
        (("量过步子再调灯", "桂柏路口的绿灯 多亮了六秒", None), []),
        (
            (None, "八十七张工资条和一间临时律师室", "——云湄区法律援助中心帮装修工人讨薪纪实"),
            ["没有书面合同 证据在工装口袋里"],
        ),
        ((None, "六秒的分寸", None), []),
    ],
    "06": [
        ((None, "老纱厂里的阅览室 晚上九点半才熄灯", None), ["一万三千册书 多半是邻居送的"]),
        ((None, "八十七张工资条", None), ["工资到了账 律师室不急着关门"]),
        ((None, "竹影里小区加装电梯 一楼住户先签了字", None), []),
    ],
    "08": [
        (
            ("记者跟着巡河船走了一趟发现——", "岸上的账要在水里对", "——湄水河春季清漂行动侧记"),
            ["一本账簿 十二段河"],
        ),
        ((None, "三张凳子一壶茶", None), ["十一本簿子 四百一十二件事"]),
        ((None, "青石县三所山村小学 迎来法治副校长", None), []),
    ],
}


@pytest.fixture
def loaded():
    return list(load_sample(folder=SAMPLE))


def test_demo_accounts_are_refused_where_others_could_log_in(settings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("load_sample")
    assert not get_user_model().objects.exists()


def test_it_goes_in_whole_and_in_public(loaded) -> None:
    assert not [outcome for outcome in loaded if outcome.failure]
    assert Page.objects.public().count() == len(loaded) >= 4
    assert ContactCard.objects.public().get().entries.count() == 5


def test_every_caption_has_a_credit_and_a_picture(loaded) -> None:
    assert Photo.objects.count() >= 4
    for photo in Photo.objects.all():
        assert photo.credit
        assert (photo.picture.width, photo.picture.height) == (1600, 1067)


def test_one_story_runs_over_three_pages_one_over_two_and_one_waits(loaded) -> None:
    lengths = sorted(
        len(read_public_story(a).parts) for a in Article.objects.filter(previous=None) if a.continues_on
    )
    assert lengths == [1, 2, 3]
    assert [a.continues_on for a in Article.objects.waiting()] == ["7"]


def test_it_is_read_without_a_defect_that_an_editor_would_have_to_mend(loaded) -> None:
    found = {defect.code for outcome in loaded for defect in outcome.parsed.defects}
    assert found <= {"doubtful-title-split"}


@pytest.mark.parametrize("name", TITLES)
def test_titles_and_subheads_are_told_apart(name: str) -> None:
    page = parse_page((SAMPLE / "2026-03-06" / f"{name}.txt").read_text(encoding="utf-8"))
    read = [
        ((a.kicker, a.headline, a.subtitle), [block.text for block in a.body if block.kind == "subhead"])
        for a in page.articles
    ]
    assert read == TITLES[name]


def test_every_sample_page_is_pinned() -> None:
    assert {path.stem for path in (SAMPLE / "2026-03-06").glob("*.txt")} == set(TITLES)


def test_a_second_start_changes_nothing(loaded) -> None:
    before = list(Article.objects.values()), list(Photo.objects.values())
    assert all(outcome.report.unchanged for outcome in load_sample(folder=SAMPLE))
    assert (list(Article.objects.values()), list(Photo.objects.values())) == before


def test_the_accounts_can_log_in(loaded, client) -> None:
    for account in ACCOUNTS:
        assert client.login(username=account.name, password=account.password)


def test_the_command_prints_the_accounts(capsys, settings) -> None:
    settings.DEBUG = True
    call_command("load_sample")
    printed = capsys.readouterr().out
    assert all(account.name in printed and account.password in printed for account in ACCOUNTS)
