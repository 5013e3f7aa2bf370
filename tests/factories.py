"""Real rows for tests: a published paper unless a test says otherwise."""

import datetime

import factory
from django.contrib.auth.models import User
from django.utils import timezone
from factory.django import DjangoModelFactory

from articles.models import (
    Article,
    Author,
    Authorship,
    ContactCard,
    ContactEntry,
    Edition,
    Page,
    Photo,
    Staff,
    Stage,
    Status,
)
from articles.reviewing import sign, stages, text_digest

AN_HOUR = datetime.timedelta(hours=1)


class EditionFactory(DjangoModelFactory[Edition]):
    class Meta:
        model = Edition

    date = factory.Sequence(lambda n: datetime.date(2026, 3, 6) + datetime.timedelta(days=n))
    public_from = factory.LazyFunction(lambda: timezone.now() - AN_HOUR)


class PageFactory(DjangoModelFactory[Page]):
    class Meta:
        model = Page

    edition = factory.SubFactory(EditionFactory)
    number = factory.Sequence(lambda n: str(n % 999 + 1))
    title = "法治望川"


class StaffFactory(DjangoModelFactory[Staff]):
    class Meta:
        model = Staff

    page = factory.SubFactory(PageFactory)
    role = "责编"
    name = "林一苇"


class ArticleFactory(DjangoModelFactory[Article]):
    class Meta:
        model = Article

    page = factory.SubFactory(PageFactory)
    headline = factory.Sequence(lambda n: f"青石县第{n}间调解室开门")
    byline = "望川日报讯（记者 苏禾）"
    source = "望川日报"
    body = "村口的调解室昨日开门。\n## 有事好商量\n当天就来了三户人家。"
    status = Status.PUBLISHED


class AuthorFactory(DjangoModelFactory[Author]):
    class Meta:
        model = Author

    name = factory.Sequence(lambda n: f"苏禾{n}")


class AuthorshipFactory(DjangoModelFactory[Authorship]):
    class Meta:
        model = Authorship

    article = factory.SubFactory(ArticleFactory)
    author = factory.SubFactory(AuthorFactory)


class PhotoFactory(DjangoModelFactory[Photo]):
    class Meta:
        model = Photo

    page = factory.SubFactory(PageFactory)
    caption = factory.Sequence(lambda n: f"3月{n % 28 + 1}日，市民走过新修的河堤。")
    credit = "程渡"
    status = Status.PUBLISHED


class ContactCardFactory(DjangoModelFactory[ContactCard]):
    class Meta:
        model = ContactCard

    page = factory.SubFactory(PageFactory)
    title = "法治望川名片"
    status = Status.PUBLISHED


class ContactEntryFactory(DjangoModelFactory[ContactEntry]):
    class Meta:
        model = ContactEntry

    card = factory.SubFactory(ContactCardFactory)
    kind = ContactEntry.Kind.PHONE
    label = "编辑部"
    value = "0399-0123456"


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"编辑{n}")
    is_staff = True


def signed(article: Article, *, up_to: Stage = Stage.FINAL) -> Article:
    """The article, signed by a different person at each stage."""
    for stage in stages():
        if stage <= up_to:
            person = UserFactory(is_superuser=True)
            sign(article=article, digest=text_digest(article), by=person)
    return article
