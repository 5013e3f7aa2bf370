"""Who signs an English story in more than one line, or over its headline."""

import pytest

from articles.pagetext import parse_page

HEAD = "THE ASHBY COURIER\nThursday, March 6, 2031   Page A3\nCOUNTY NEWS\n\n"
TEXT = "The wheel of the Ashby mill turned before two hundred people and a dog, and nobody fell in.\n"


@pytest.mark.parametrize(
    ("second", "authors"),
    [
        ("and TOM REED in Port Marl", ("ADA STONE", "TOM REED")),
        ("with TOM REED and MIA COLE in Marl", ("ADA STONE", "TOM REED", "MIA COLE")),
        ("Courier-Star staff writer", ("ADA STONE",)),
    ],
)
def test_the_second_line_of_a_byline_is_no_headline(second: str, authors: tuple[str, ...]):
    page = parse_page(f"{HEAD}Mill wheel turns again\n\nBy ADA STONE in Ashby\n{second}\n\n{TEXT}")
    (article,) = page.articles
    assert article.headline == "Mill wheel turns again"
    assert article.byline == f"By ADA STONE in Ashby {second}"
    assert article.authors == authors


def test_a_column_stands_under_its_name_and_its_authors_and_ends_the_briefs_above():
    briefs = f"COUNTY BRIEFS\n\nWheel turns\n\n{TEXT}\nRoad shut\n\nThe mill road is shut until Friday.\n\n"
    page = parse_page(f"{HEAD}{briefs}ON THE CORNER\nRICK DANE\n\nThe last pay phone\nstill rings\n\n{TEXT}")
    assert [article.column for article in page.articles] == [
        "COUNTY BRIEFS",
        "COUNTY BRIEFS",
        "ON THE CORNER",
    ]
    assert page.articles[-1].headline == "The last pay phone still rings"
    assert page.articles[-1].authors == ("RICK DANE",)


def test_an_agency_that_signs_is_no_person():
    page = parse_page(f"{HEAD}Judge tosses suit over rooster\n\nASSOCIATED WIRE\n\n{TEXT}")
    assert page.articles[0].byline == "ASSOCIATED WIRE"
    assert page.articles[0].authors == ()


@pytest.mark.parametrize("first", ["A four-day school week?", "Try the mill first,"])
def test_a_headline_may_break_after_a_mark_under_its_label(first: str):
    page = parse_page(f"{HEAD}GUEST COLUMN\n\n{first}\nAsk the children\n\nA deck\n\nBy Ada Stone\n\n{TEXT}")
    assert [article.headline for article in page.articles] == [f"{first} Ask the children"]
    assert page.articles[0].column == "GUEST COLUMN"


def test_a_letter_of_one_word_is_its_text():
    page = parse_page(
        f"{HEAD}LETTERS TO THE EDITOR\n\nLeaf blowers\n\nTo the Editor: No.\n\nAda Stone, Ashby"
    )
    (letter,) = page.articles
    assert [block.text for block in letter.body] == ["To the Editor: No."]
    assert letter.byline == "Ada Stone, Ashby"
