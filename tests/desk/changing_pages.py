"""The raw pages of an invented edition, whose texts change at random, as a paper's do until it goes to press."""

import copy
import random
from dataclasses import dataclass, field

from articles.importing.forms import Fields, printed_fields
from articles.models import RecordKind
from articles.pagetext import parse_page

WORDS = "渡口 灯火 调解 夜船 河堤 村民 窗口 法庭 账本 水渠 晒场 桥头 集市 秋收 钟声 石阶 柳树 邮差 茶馆 车站".split()
PEOPLE = ["苏禾", "程渡", "林一苇", "宋知秋"]


@dataclass
class PrintedArticle:
    """An article as the paper prints it now. `token` never changes: it tells the test which article it is."""

    token: str
    headline: str
    authors: list[str]
    paragraphs: list[str]
    continues_on: str = ""

    def lines(self) -> list[str]:
        jump = [f"【下转】{self.continues_on}"] if self.continues_on else []
        byline = f"【署名】望川日报讯（记者 {' '.join(self.authors)}）"
        return [f"【标题】{self.headline}", byline, *(f"【正文】{one}" for one in self.paragraphs), *jump, ""]


@dataclass
class PrintedPage:
    """A page as the paper prints it now."""

    title: str
    staff: str
    telephone: str
    articles: list[PrintedArticle]
    captions: dict[str, str]  # token -> what follows it

    def text(self) -> str:
        lines = [f"【版名】{self.title}", ""]
        for article in self.articles:
            lines += article.lines()
        for token, words in self.captions.items():
            lines += [f"【图】{token}{words}。", "【摄】程渡", ""]
        lines += [
            "【名片】法治望川名片",
            f"【电话】编辑部：{self.telephone}",
            "",
            f"【责编】{self.staff}",
            "",
        ]
        return "\n".join(lines)

    def read(self) -> dict[str, tuple[RecordKind, Fields]]:
        """What the text says, record by record: token -> its kind and fields."""
        printed = printed_fields(parse_page(self.text()))
        tokens = {
            RecordKind.PAGE: ["page"],
            RecordKind.ARTICLE: [one.token for one in self.articles],
            RecordKind.PHOTO: list(self.captions),
            RecordKind.CARD: ["card"],
        }
        return {
            token: (kind, fields)
            for kind, records in printed.items()
            for token, fields in zip(tokens[kind], records, strict=True)
        }


@dataclass
class Press:
    """Makes pages, and changes them."""

    chance: random.Random
    pages: dict[str, PrintedPage] = field(default_factory=dict)
    older: dict[str, list[PrintedPage]] = field(default_factory=dict)
    made: int = 0

    def words(self, count: int) -> str:
        return "".join(self.chance.choices(WORDS, k=count)) + str(self.chance.randrange(1000))

    def token(self) -> str:
        """A passage by which a record is known through all changes of the rest."""
        self.made += 1
        return f"第{self.made}号稿" + "".join(self.chance.choices(WORDS, k=40))

    def article(self) -> PrintedArticle:
        token = self.token()
        return PrintedArticle(
            token, self.words(4), [self.chance.choice(PEOPLE)], [f"{token}。", f"{self.words(6)}。"]
        )

    def start(self, numbers: list[str]) -> None:
        for number in numbers:
            self.pages[number] = PrintedPage(
                title=f"法治{self.words(1)}",
                staff="林一苇",
                telephone="0399-0123456",
                articles=[self.article() for _ in range(3)],
                captions={self.token(): self.words(3) for _ in range(2)},
            )
            self.older[number] = []

    def change(self, number: str) -> None:
        """A new version of a page: some changes at random, or an older version again."""
        self.older[number].append(copy.deepcopy(self.pages[number]))
        if self.chance.random() < 0.1:
            self.pages[number] = copy.deepcopy(self.chance.choice(self.older[number]))
            return
        for _ in range(self.chance.randint(1, 3)):
            self.chance.choice(
                [
                    self._rewrite,
                    self._rewrite,
                    self._insert,
                    self._cut,
                    self._retitle,
                    self._sign,
                    self._jump,
                    self._add,
                    self._drop,
                    self._reorder,
                    self._recaption,
                    self._refit,
                ]
            )(self.pages[number])

    def _any(self, page: PrintedPage) -> PrintedArticle:
        return self.chance.choice(page.articles)

    def _rewrite(self, page: PrintedPage) -> None:
        article = self._any(page)
        spare = [at for at, one in enumerate(article.paragraphs) if article.token not in one]
        if spare:
            article.paragraphs[self.chance.choice(spare)] = f"{self.words(6)}。"

    def _insert(self, page: PrintedPage) -> None:
        paragraphs = self._any(page).paragraphs
        if len(paragraphs) < 4:
            paragraphs.insert(self.chance.randint(0, len(paragraphs)), f"{self.words(6)}。")

    def _cut(self, page: PrintedPage) -> None:
        article = self._any(page)
        spare = [one for one in article.paragraphs if article.token not in one]
        if spare:
            article.paragraphs.remove(self.chance.choice(spare))

    def _retitle(self, page: PrintedPage) -> None:
        self._any(page).headline = self.words(4)

    def _sign(self, page: PrintedPage) -> None:
        self._any(page).authors = self.chance.sample(PEOPLE, self.chance.randint(1, 3))

    def _jump(self, page: PrintedPage) -> None:
        self._any(page).continues_on = self.chance.choice(["", "2", "8"])

    def _add(self, page: PrintedPage) -> None:
        if len(page.articles) < 6:
            page.articles.insert(self.chance.randint(0, len(page.articles)), self.article())

    def _drop(self, page: PrintedPage) -> None:
        if len(page.articles) > 2:
            page.articles.remove(self._any(page))

    def _reorder(self, page: PrintedPage) -> None:
        self.chance.shuffle(page.articles)

    def _recaption(self, page: PrintedPage) -> None:
        page.captions[self.chance.choice(list(page.captions))] = self.words(3)

    def _refit(self, page: PrintedPage) -> None:
        page.title = f"法治{self.words(1)}"
        page.staff = self.chance.choice(PEOPLE)
        page.telephone = f"0399-01234{self.chance.randrange(10, 99)}"
