"""Two editors save over each other, again and again, over everything that is edited: no word is lost, nothing breaks.

CONFLICTS says how many saves (1,000 for the whole measure; a few in every run). On PostgreSQL the two save at the same
time, from two connections.
"""

import itertools
import os
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection, connections
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from articles.models import HouseWord, Status
from tests.desk.forms import filled_in
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    AuthorshipFactory,
    ContactEntryFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
)

ROUNDS = int(os.environ.get("CONFLICTS", "40")) // 2
DRAFT = Status.DRAFT
NUMBERS = itertools.count(1)

# A record, and the inputs of its form that take words; "#" stands where a number is asked for.
RECORDS: dict[str, tuple[Callable[[], Model], tuple[str, ...]]] = {
    "edition": (EditionFactory, ("#issue_number",)),
    "pages of an edition": (lambda: PageFactory().edition, ("pages-0-title",)),
    "page": (lambda: StaffFactory().page, ("title", "staff-0-name", "staff-0-role")),
    "article": (lambda: ArticleFactory(status=DRAFT), ("headline", "body", "byline")),
    "authors of an article": (
        lambda: AuthorshipFactory(article__status=DRAFT).article,
        ("authorships-0-role",),
    ),
    "photo": (lambda: PhotoFactory(status=DRAFT), ("caption", "credit")),
    "card": (lambda: ContactEntryFactory(card__status=DRAFT).card, ("title", "entries-0-value")),
    "author": (AuthorFactory, ("name",)),
    "house word": (lambda: HouseWord.objects.create(word=f"渡口{next(NUMBERS)}"), ("word", "note")),
    "account": (lambda: User.objects.create_user(f"程渡{next(NUMBERS)}"), ("first_name", "last_name")),
    "group": (lambda: Group.objects.create(name=f"夜班{next(NUMBERS)}"), ("name",)),
}


def change_address(record: Model) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def two_editors() -> list[Client]:
    clients = []
    for name in ("林一苇", "苏禾"):
        client = Client(headers={"accept-language": "en"}, raise_request_exception=False)
        client.force_login(User.objects.create_user(name, is_staff=True, is_superuser=True))
        clients.append(client)
    return clients


def on_two_forms(turns: random.Random) -> list[tuple[str, str]]:
    """A row on its own form, and on the form of the record it belongs to."""
    if turns.random() < 0.5:
        page = PageFactory()
        return [(change_address(page), "title"), (change_address(page.edition), "pages-0-title")]
    article = ArticleFactory(status=DRAFT)
    photo = PhotoFactory(page=article.page, article=article, status=DRAFT)
    return [(change_address(photo), "caption"), (change_address(article), "photos-0-caption")]


def meeting(turns: random.Random) -> list[tuple[str, str]]:
    """Where the two save: an address and an input for each, of one record."""
    if turns.random() < 0.15:
        places = on_two_forms(turns)
        turns.shuffle(places)
        return places
    make, inputs = turns.choice(list(RECORDS.values()))
    url = change_address(make())
    return [(url, turns.choice(inputs)), (url, turns.choice(inputs))]


def stands(client: Client, url: str, name: str) -> str:
    return str(filled_in(client, url)[name]).replace("\r\n", "\n")


def check(client: Client, places: list[tuple[str, str]], words: list[str], answers: list[Any]) -> None:
    """Every save that was taken stands there; every one that was refused is on its editor's screen."""
    assert [answer.status_code for answer in answers if answer.status_code not in (200, 302)] == []
    for (url, name), word, answer in zip(places, words, answers, strict=True):
        if answer.status_code == 302:
            assert stands(client, url, name) == word, (url, name)
        else:
            assert word in answer.content.decode(), (url, name)


def typed(turns: random.Random, serial: int, name: str) -> tuple[str, str]:
    bare = name.removeprefix("#")
    return bare, str(serial + 1000) if name.startswith("#") else f"第{serial}次改{turns.choice('渡桥岸舟')}"


def opened_by_both(
    clients: list[Client], turns: random.Random, serial: "itertools.count[int]"
) -> tuple[list[tuple[str, str]], list[str], list[dict[str, Any]]]:
    chosen = [(url, *typed(turns, next(serial), name)) for url, name in meeting(turns)]
    forms = [
        filled_in(client, url) | {name: word}
        for client, (url, name, word) in zip(clients, chosen, strict=True)
    ]
    return [(url, name) for url, name, _ in chosen], [word for *_, word in chosen], forms


@pytest.mark.django_db
def test_of_two_saves_one_after_the_other_no_word_is_lost() -> None:
    clients, turns, serial = two_editors(), random.Random(3), itertools.count(1)
    for _ in range(ROUNDS):
        places, words, forms = opened_by_both(clients, turns, serial)
        answers = [
            client.post(url, form) for client, (url, _), form in zip(clients, places, forms, strict=True)
        ]
        assert [answer.status_code for answer in answers] == [302, 200], places
        check(clients[0], places, words, answers)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection alone sees a database in memory")
def test_of_two_saves_at_the_same_time_no_word_is_lost() -> None:
    clients, turns, serial = two_editors(), random.Random(4), itertools.count(1)

    def send(client: Client, url: str, form: dict[str, Any]) -> Any:
        try:
            return client.post(url, form)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        for _ in range(ROUNDS):
            places, words, forms = opened_by_both(clients, turns, serial)
            sent = [
                both.submit(send, client, url, form)
                for client, (url, _), form in zip(clients, places, forms, strict=True)
            ]
            answers = [one.result() for one in sent]
            assert sorted(answer.status_code for answer in answers) == [200, 302], places
            check(clients[0], places, words, answers)
