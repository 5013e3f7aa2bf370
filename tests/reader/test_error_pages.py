"""What went wrong is said in the paper's own pages, in both languages."""

import pytest
from django.test import Client, RequestFactory

from articles.reader import errors, views
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_address_that_is_not_there(client: Client, prefix: str) -> None:
    answer = client.get(f"{prefix}/nowhere/")
    assert answer.status_code == 404
    assert "望川日报" in answer.content.decode()
    assert f'<html lang="{"en" if prefix else "zh-hans"}">' in answer.content.decode()


@pytest.mark.parametrize(
    ("answer_to", "status"), [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404)]
)
def test_refusals(answer_to, status: int) -> None:
    answer = answer_to(RequestFactory().get("/"), Exception())
    assert answer.status_code == status
    assert str(status) in answer.content.decode()


def test_a_host_that_is_not_ours_is_refused_in_a_page(client: Client, settings) -> None:
    settings.ALLOWED_HOSTS = ["paper.example"]
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()


def test_when_we_break_nothing_of_it_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(request: object) -> None:
        raise RuntimeError("secret of the house")

    monkeypatch.setattr(views, "_front", broken)
    client.raise_request_exception = False
    ArticleFactory()
    answer = client.get("/en/")
    assert answer.status_code == 500
    assert "Something broke on our side." in answer.content.decode()
    assert "secret" not in answer.content.decode()


def test_an_address_of_another_host_is_no_link(client: Client) -> None:
    assert 'href="//' not in client.get("//evil.example/").content.decode()


def test_a_form_that_has_grown_too_old_is_told_how_to_go_on() -> None:
    english = {"accept-language": "en"}
    answer = Client(enforce_csrf_checks=True, headers=english).post("/admin/login/")
    assert answer.status_code == 403
    assert "load the page again" in answer.content.decode()
