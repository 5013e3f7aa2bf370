"""The whole way of a page: pasted, corrected, illustrated, signed by three, published, read, corrected, withdrawn."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from articles.models import Article, Photo, Status
from tests.browser.conftest import Visitor, check_page

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

RAW = """\
望川日报 2026年3月9日 星期一 第5版

法治望川

调解员搬来三张凳子

渡口两家争了八年的墙
一个下午说开了

望川日报讯（记者 苏禾）3月8日下午，青石县白鹭渡村的调解室里，魏满仓和贺长水各坐一张凳子，中间那张空着。

空着的凳子是留给理的
谁有理谁坐过去

调解员姚桂枝说，墙是两家的墙，账也是两家的账。一个下午过去，两家人把空凳子搬到了院子中间。

3月8日，青石县白鹭渡村调解室里的三张凳子。 程渡 摄

责编：林一苇
"""


def paste(editor: Visitor) -> None:
    editor.go("/admin/")
    check_page(editor)
    editor.press("Import a page")
    check_page(editor)
    editor.page.fill("[name=text]", RAW)
    editor.press("Read the page")
    check_page(editor)


def correct_the_title(editor: Visitor) -> None:
    """The reader takes the first line for the kicker; the editor wants it for the headline."""
    marked = editor.page.input_value("[name=marked]")
    wrong = "[KICKER] 调解员搬来三张凳子\n[HEADLINE] 渡口两家争了八年的墙\n[HEADLINE] 一个下午说开了"
    right = "[HEADLINE] 调解员搬来三张凳子\n[SUBTITLE] 渡口两家争了八年的墙\n[SUBTITLE] 一个下午说开了"
    assert wrong in marked
    editor.page.fill("[name=marked]", marked.replace(wrong, right))
    editor.press("Read again")
    check_page(editor)
    assert not Article.objects.exists()
    editor.press("Go on")
    check_page(editor)
    assert not Article.objects.exists()
    editor.press("Import the page")
    article = Article.objects.get()
    assert article.headline == "调解员搬来三张凳子"
    assert article.status == Status.DRAFT


def attach_a_picture(editor: Visitor, folder: Path) -> None:
    photo = Photo.objects.get()
    Image.new("RGB", (1200, 800), "#8a7a5a").save(folder / "stools.jpg")
    editor.go(f"/admin/articles/photo/{photo.pk}/change/")
    check_page(editor)
    editor.page.set_input_files("[name=picture]", folder / "stools.jpg")
    editor.page.get_by_role("combobox", name="Article").click()
    editor.page.keyboard.type("三张凳子")
    editor.page.get_by_role("option", name="5 · 调解员搬来三张凳子").click()
    editor.press("Save")
    photo.refresh_from_db()
    assert photo.picture
    assert photo.article == Article.objects.get()


def act(person: Visitor, words: str, **answers: str) -> None:
    """Choose an action on the article's form, answer what is asked, and confirm."""
    person.go(f"/admin/articles/article/{Article.objects.get().pk}/change/")
    check_page(person)
    person.press(words)
    check_page(person)
    for name, value in answers.items():
        person.page.fill(f"[name={name}]", value)
    person.follow(person.page.locator(".submit-row [type=submit]"))
    assert person.page.locator(".messagelist .success").count() == 1, person.page.inner_text("main")


def test_a_page_goes_the_whole_way(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    first, second = visit("林一苇", "editor"), visit("程渡", "editor")
    chief = visit("苏禾", "final reviewer")
    paste(first)
    correct_the_title(first)
    attach_a_picture(first, tmp_path)

    for reviewer in (first, second, chief):
        act(reviewer, "Sign")
    act(chief, "Publish with photos")
    chief.go("/admin/articles/edition/")
    check_page(chief)
    chief.page.check("[name=_selected_action]")
    chief.page.select_option("[name=action]", "publish_now")
    chief.press("Go")
    check_page(chief)
    chief.press("Publish now")

    reader = visit(language="zh-CN")
    reader.go("/2026-03-09/5/1/")
    check_page(reader)
    assert reader.reads("调解员搬来三张凳子")
    assert reader.page.locator("main img").evaluate("img => img.decode().then(() => img.naturalWidth)") > 0

    body = Article.objects.get().body
    act(chief, "Correct", body=body.replace("魏满仓", "魏满囤"), text="文中魏满仓应为魏满囤。")
    reader.page.reload()
    check_page(reader)
    assert reader.reads("魏满囤和贺长水")
    assert reader.reads("文中魏满仓应为魏满囤。")

    act(chief, "Withdraw", notice="本文因当事人请求撤回。")
    reader.page.goto(reader.page.url)
    check_page(reader)
    assert reader.reads("本文因当事人请求撤回。")
    assert not reader.reads("魏满囤")
    reader.console.clear()  # the browser itself notes the 410
