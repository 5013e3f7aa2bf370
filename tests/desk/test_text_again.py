"""Editors work while the text comes again and again: no word of theirs is lost, and all that is new is offered.

HYPOTHESIS_PROFILE=long does 200 edits and 100 imports twenty times, as before a release.
"""

import datetime
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.importing import RawText, import_page
from articles.importing.forms import FORMS
from articles.models import (
    Article,
    Authorship,
    ContactCard,
    ContactEntry,
    Edition,
    Page,
    Photo,
    Reading,
    RecordKind,
    Staff,
    Status,
)
from articles.pagetext import parse_page
from articles.publishing import publish_articles, withdraw_article
from tests.desk.changing_pages import Press
from tests.desk.forms import address as form_address
from tests.desk.forms import delete, do, filled_in, save
from tests.desk.test_pictures import picture
from tests.factories import AuthorFactory, UserFactory, signed
from tests.test_importing import snapshot

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 6)
NUMBERS = ["2", "5", "6", "8"]
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
EDITS, IMPORTS = (200, 100) if LONG else (80, 40)
SEEDS = range(20) if LONG else range(1)

HANGING: dict[RecordKind, Callable[[], Any]] = {
    RecordKind.PAGE: lambda: Staff.objects.values_list("page", "role", "name"),
    RecordKind.ARTICLE: lambda: Authorship.objects.values_list("article", "author__name"),
    RecordKind.CARD: lambda: ContactEntry.objects.values_list("card", "kind", "label", "value"),
}

Key = tuple[str, int]  # kind, primary key
Place = tuple[str, int, str]  # kind, primary key, field


def records() -> dict[Key, Any]:
    found: list[Any] = [*Page.objects.all(), *Article.objects.select_related("page")]
    found += [*Photo.objects.select_related("article"), *ContactCard.objects.all()]
    return {(kind_of(record), record.pk): record for record in found}


def kind_of(record: Any) -> str:
    kinds = {Page: RecordKind.PAGE, Article: RecordKind.ARTICLE, Photo: RecordKind.PHOTO}
    return kinds.get(type(record), RecordKind.CARD).value


def present() -> dict[Place, Any]:
    """All that an import writes, read in a few queries."""
    found: dict[Place, Any] = {}
    for kind, form in FORMS.items():
        for row in form.model._default_manager.values("pk", *form.columns):
            found |= {(kind.value, row["pk"], name): row[name] for name in form.columns}
            if form.rows:
                found[kind.value, row["pk"], form.rows.name] = []
    for kind, rows in HANGING.items():
        for key, *values in rows():
            found[kind.value, key, FORMS[kind].rows.name].append(values[0] if len(values) == 1 else values)
    return found


def is_locked(record: Any) -> bool:
    """As the contract says it: signed, public or taken back; a page, once anything on it is."""
    if isinstance(record, Page):
        return any(one.status != Status.DRAFT for one in [*record.articles.all(), *record.photos.all()])
    article = record.article if isinstance(record, Photo) else record
    return record.status != Status.DRAFT or bool(getattr(article, "signed_stage", 0))


@dataclass
class Newsroom:
    """What the test remembers of a run, to hold the desk and the imports to it."""

    client: Client
    chance: random.Random
    press: Press
    words: dict[Place, Any] = field(default_factory=dict)  # what people wrote
    answered: dict[Place, Any] = field(default_factory=dict)  # what an import wrote, or was told
    declined: set[tuple[Place, str]] = field(default_factory=set)
    of_token: dict[tuple[str, str], Key] = field(default_factory=dict)  # page and token -> record
    gone: set[tuple[str, str]] = field(default_factory=set)
    offers: int = 0
    done: dict[str, int] = field(default_factory=dict)

    # ── people ──

    def edit(self) -> None:
        """One random act of an editor, through the desk or an act."""
        act = self.chance.choice(
            [
                self.retitle,
                self.rewrite,
                self.rewrite,
                self.sign_authors,
                self.label,
                self.place,
                self.recaption,
                self.attach,
                self.illustrate,
                self.refit_page,
                self.refit_card,
                self.delete,
                self.move,
                self.publish,
                self.withdraw,
                self.take_back,
                self.sign,
                self.write_new,
                self.answer,
                self.answer,
                self.answer,
            ]
        )
        before = present()
        name = act.__name__
        self.done[name] = self.done.get(name, 0) + bool(act())
        after = present()
        for place, value in after.items():
            if place not in before or before[place] != value:
                self.words[place] = value
            # what an import would have written there is not a person's word
            if self.words.get(place) == self.answered.get(place, self):
                del self.words[place]
        for place in set(before) - set(after):
            self.words.pop(place, None)

    def pick(self, model: Any, **conditions: Any) -> Any:
        rows = list(model.objects.filter(**conditions).order_by("pk"))
        return self.chance.choice(rows) if rows else None

    def draft(self) -> Any:
        return self.pick(Article, status=Status.DRAFT)

    def save(self, record: Any, **changes: Any) -> bool:
        if record is None:
            return False
        answer = save(self.client, record, changes)
        assert answer.status_code == 302, answer.context["adminform"].form.errors
        return True

    def retitle(self) -> bool:
        return self.save(self.draft(), headline=f"编辑拟题{self.press.words(2)}")

    def rewrite(self) -> bool:
        article = self.draft()
        if article is None:
            return False
        lines = article.body.split("\n")
        at = self.chance.randrange(len(lines))
        if "号稿" in lines[at] or self.chance.random() < 0.5:
            lines.insert(at, f"编辑添写{self.press.words(3)}。")
        elif self.chance.random() < 0.7:
            lines[at] = f"编辑改写{self.press.words(3)}。"
        else:
            del lines[at]
        return self.save(article, body="\n".join(lines))

    def sign_authors(self) -> bool:
        article = self.draft()
        if article is None:
            return False
        filled = filled_in(self.client, form_address(article))
        count = int(filled["authorships-TOTAL_FORMS"])
        author = AuthorFactory(name=f"通讯员{self.press.words(1)}{Article.objects.count()}")
        row = {"author": author.pk, "position": count, "role": "", "article": article.pk, "id": ""}
        new = {f"authorships-{count}-{name}": value for name, value in row.items()}
        return self.save(article, **new, **{"authorships-TOTAL_FORMS": count + 1})

    def label(self) -> bool:
        return self.save(self.draft(), continues_on=self.chance.choice(["", "2", "6", "11"]))

    def place(self) -> bool:
        return self.save(self.draft(), position=self.chance.randint(50, 90))

    def recaption(self) -> bool:
        return self.save(
            self.pick(Photo, status=Status.DRAFT, article=None), caption=f"编辑写的{self.press.words(3)}。"
        )

    def attach(self) -> bool:
        photo = self.pick(Photo, article=None)
        return self.save(photo, picture=SimpleUploadedFile("a.jpg", picture(size=(8, 8)), "image/jpeg"))

    def illustrate(self) -> bool:
        photo = self.pick(Photo, article=None, status=Status.DRAFT)
        article = photo and self.pick(Article, page=photo.page_id, status=Status.DRAFT)
        return self.save(photo if article else None, article=article and article.pk)

    def refit_page(self) -> bool:
        return self.save(self.pick(Page), title=f"编辑版名{self.press.words(1)}")

    def refit_card(self) -> bool:
        return self.save(self.pick(ContactCard, status=Status.DRAFT), title=f"名片{self.press.words(1)}")

    def delete(self) -> bool:
        record = self.pick(self.chance.choice([Article, Photo]))
        if record is None or self.chance.random() < 0.5:
            return False
        token = self.token_of(record)
        assert delete(self.client, record).status_code == 302
        self.gone |= {token} if token else set()
        return True

    def move(self) -> bool:
        article = self.draft()
        if article is None or self.chance.random() < 0.5:
            return False
        return self.save(article, page=self.pick(Page).pk)

    def publish(self) -> bool:
        article = self.draft()
        boss = UserFactory(is_superuser=True)
        return article is not None and bool(publish_articles(articles=[article], by=boss, reason="在版上"))

    def withdraw(self) -> bool:
        article = self.pick(Article, status=Status.PUBLISHED)
        if article is not None:
            withdraw_article(article=article, notice="本文已撤下。")
        return article is not None

    def take_back(self) -> bool:
        article = self.chance.choice([*Article.objects.exclude(status=Status.DRAFT), None])
        return article is not None and do(self.client, "back_to_draft", article).status_code == 302

    def sign(self) -> bool:
        article = self.pick(Article, status=Status.DRAFT, signed_stage=0)
        if article is not None:
            signed(article, up_to=self.chance.choice([1, 2, 3]))
        return article is not None

    def write_new(self) -> bool:
        page = self.pick(Page)
        if Article.objects.filter(reading=None).count() > 4:
            return False
        Article.objects.create(
            page=page, headline=self.press.words(3), body=f"编辑手记{self.press.words(9)}。"
        )
        return True

    def answer(self) -> bool:
        """Tick some boxes of what is proposed, and press one of the buttons."""
        reading = self.chance.choice([*Reading.objects.exclude(proposed={}), None])
        if reading is None or reading.record is None:
            return False
        url = reverse("admin:articles_reading_proposals", args=[reading.pk])
        (section,) = self.client.get(url).context["sections"]
        keys = [
            key
            for one in section.fields
            for key in [one.name, *(row.key for news, run in one.runs if news for row in run)]
        ]
        chosen = [] if section.refusal else [key for key in keys if self.chance.random() < 0.4]
        finish = self.chance.random() < 0.5 or not chosen
        button = "finish" if finish else "take"
        sent = {"seen": section.seen, "choose": chosen, "answer": button, "void": "yes"}
        key = (kind_of(reading.record), reading.record.pk)
        proposed = dict(reading.proposed)
        assert self.client.post(url, sent).status_code == 302
        after = Reading.objects.get(pk=reading.pk)
        for name, value in proposed.items():
            if name not in after.proposed:
                self.answered[*key, name] = value
                if finish and name not in chosen:
                    self.declined.add(((*key, name), repr(value)))
            else:
                self.answered[*key, name] = after.fields[name]
        return True

    # ── imports ──

    def token_of(self, record: Any) -> tuple[str, str] | None:
        key = (kind_of(record), record.pk)
        return next((token for token, of in self.of_token.items() if of == key), None)

    def take_in(self, number: str) -> None:
        """A page comes again; everything that must hold afterwards is held against what was before."""
        text = self.press.pages[number].text()
        before, records_before = present(), records()
        locked = {key for key, record in records_before.items() if is_locked(record)}
        stands = {key: state_of(record) for key, record in records_before.items()}
        raw = RawText(content=text.encode(), encoding="utf-8", text=text, source=f"{number}.txt")
        report = import_page(parsed=parse_page(text), raw=raw, day=DAY, number=number)
        if report.unchanged:  # what was offered while the record was closed to imports stays offered
            locked |= set(records_before)
        after, records_after = present(), records()
        assert {key: state_of(records_after[key]) for key in stands} == stands
        assert {place: after[place] for place in self.words} == self.words
        self.find_new(number, set(records_after) - set(records_before), records_after)
        self.check_offers(number, before, after, locked, records_after)

    def find_new(self, number: str, new: set[Key], records_after: dict[Key, Any]) -> None:
        """Every new record is in the text, was not known before, and is a draft."""
        for key in new:
            record = records_after[key]
            if isinstance(record, Page):
                self.of_token[number, "page"] = key
                continue
            words = getattr(record, "body", "") + getattr(record, "caption", "") or "card"
            printed = self.press.pages[number]
            tokens = [*(one.token for one in printed.articles), *printed.captions, "card"]
            (token,) = (one for one in tokens if one in words)
            assert (number, token) not in self.of_token, "what a person took out has come back"
            assert record.status == Status.DRAFT
            self.of_token[number, token] = key

    def check_offers(
        self,
        number: str,
        before: dict[Place, Any],
        after: dict[Place, Any],
        locked: set[Key],
        records_after: dict[Key, Any],
    ) -> None:
        for token, (kind, fields) in self.press.pages[number].read().items():
            if (number, token) in self.gone:
                continue
            key = self.of_token[number, token]
            record = records_after[key]
            reading = Reading.objects.get(page__number=number, kind=kind, **owner(kind, record))
            elsewhere = kind != RecordKind.PAGE and record.page.number != number
            for name, value in fields.items():
                place = (*key, name)
                if elsewhere:
                    assert after[place] == before[place], "what was moved away is left alone"
                if elsewhere and name == "position":
                    continue
                self.check_field(place, value, before, after, reading, is_locked=elsewhere or key in locked)

    def check_field(
        self,
        place: Place,
        value: Any,
        before: dict[Place, Any],
        after: dict[Place, Any],
        reading: Reading,
        *,
        is_locked: bool,
    ) -> None:
        """The text's value stands there, or is offered, unless it is what the import was answered with before."""
        name = place[2]
        old = self.answered.get(place, value)
        if after[place] == value:
            self.answered[place] = value
            assert name not in reading.proposed
        elif value == old or (place, repr(value)) in self.declined:
            assert name not in reading.proposed, "it is offered though nothing is new"
        else:
            assert reading.proposed.get(name) == value, "it is not offered"
            self.offers += 1
            # what nobody has touched is not left to people
            assert is_locked or before[place] != old


def owner(kind: RecordKind, record: Any) -> dict[str, Any]:
    return {} if kind == RecordKind.PAGE else {kind.value: record}


def state_of(record: Any) -> tuple[Any, ...]:
    """What no import may change: where a record stands, under which number, and whether it is out."""
    return (
        getattr(record, "number", None),
        getattr(record, "page_id", None),
        getattr(record, "status", None),
        getattr(record, "signed_stage", None),
        str(getattr(record, "picture", "")),
        getattr(record, "article_id", None),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_of_an_editor_is_lost_and_all_that_is_new_is_offered(chief: Client, seed: int) -> None:
    chance = random.Random(seed)
    press = Press(chance)
    press.start(NUMBERS)
    room = Newsroom(chief, chance, press)
    for number in NUMBERS:
        room.take_in(number)
    steps: list[Callable[[], None]] = [room.edit] * EDITS + [lambda: again(room)] * IMPORTS
    chance.shuffle(steps)
    for step in steps:
        step()
    assert room.offers > IMPORTS / 5
    assert all(room.done.get(name) for name in ("rewrite", "answer", "publish", "sign"))
    assert Edition.objects.count() == 1


def again(room: Newsroom) -> None:
    number = room.chance.choice(NUMBERS)
    room.press.change(number)
    room.take_in(number)
    before = snapshot()
    room.take_in(number)
    assert snapshot() == before, "the same text again changes something"
