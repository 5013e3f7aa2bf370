"""What stands beside English stories: heads, notices, results, staff, cards, photos."""

import pytest

from articles.pagetext import ParsedPage, parse_page

from .conservation import assert_nothing_is_lost

STORY = "Mill wheel turns for the first time\nBy Ada Stone\n\nThe wheel turned before two hundred people.\n\n"


def read(text: str) -> ParsedPage:
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    return page


def body(page: ParsedPage) -> str:
    return " ".join(block.text for article in page.articles for block in article.body)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("THE WENLOCK HERON\nFriday, May 15, 2026     Page 2\n\nCAMPUS\n\n", "CAMPUS"),
        ("THE COLDWATER SPIRIT\nServing Marl County since 1889\nVol. 143 Friday, May 15, 2026 Page 2\n\nCOUNTY NEWS\n\n", "COUNTY NEWS"),
        ("FINAL EDITION\nTHE ASHGROVE COURIER\nFriday, May 15, 2026     Page 2\n\n", None),
        ("Friday, May 15, 2026\nTHE STENNIS ARGUS    Page 2\nDISTRICT NEWS\n\n", "DISTRICT NEWS"),
        ("2   NEWS     THE DALTON QUILL • MAY 15, 2026\n\n", "NEWS"),
        ("THE TOLLAND INTELLIGENCER\nTolland, Friday, May 15, 2026.  Page Two.\n\n", None),
    ],
)  # fmt: skip
def test_the_page_title_is_the_section_and_not_the_paper(head: str, title: str | None):
    page = read(head + STORY)
    assert (page.page_title, str(page.edition_date), page.page_number) == (title, "2026-05-15", "2")
    assert [article.headline for article in page.articles] == ["Mill wheel turns for the first time"]


@pytest.mark.parametrize(
    "notice",
    [
        "NOTICE: The Ledger will not be published on Monday.",
        "CORRECTION\nThe supper is on October 10.",
        "FOR SALE: Upright piano, two keys silent. Call 555-0142.",
        "CLASSIFIED ADS\n\nHELP WANTED\nFeed store needs strong back. 555-0171.\n\nFREE\nKittens. Please. 555-0150.",
        "CLASSIFIED\n\nFOR SALE: Hay. 555-0162.\n\nWANTED: Ride to Sand Hollow. 555-0128.\n\nLOST: Brown dog. 555-0139.",
        "INSIDE\nBUSINESS, PAGE B1\nWEATHER, PAGE A12",
        "INSIDE METRO\nObituaries B6\nWeather B8",
        "Coming tomorrow: Small towns bid for the big data barns",
        "Larkin County Courier is published every Thursday at 3 Depot Street, Larkin.",
        "Printed and published by the Argus Printing Company, 3 Wharf Road.",
        "The Valley News welcomes letters of up to 300 words.",
        "SCOREBOARD\n\nFOOTBALL\nAshby 21, Fenwick 20\nTolland 7, Marl 6\n\nVALLEY LEAGUE\n            W  L  Pct\nAshby       7  1  .875\nFenwick     6  2  .750",
        "MARKETS\nCalder 100   4,118.60   +22.14\nCrude oil, barrel   $71.05   -0.40",
    ],
)
def test_what_is_no_story_is_set_aside_whole(notice: str):
    page = read(STORY + notice + "\n")
    assert len(page.articles) == 1
    assert body(page) == "The wheel turned before two hundred people."
    assert " ".join(notice.split()) in " ".join(" ".join(piece.text for piece in page.set_aside).split())
    assert page.defects == ()


def test_a_box_between_the_halves_of_a_sentence_does_not_part_them():
    page = read(
        "Ferry sails\nBy Ada Stone\n\nThe president was met at the airport by\n\nWEATHER\nSunny. High 74.\n\n"
        "a crowd with flowers. He had $9,310 and\n\nMarl Symphony: Three concerts. Call 555-0174.\n\na bake sale.\n"
    )
    assert (
        body(page)
        == "The president was met at the airport by a crowd with flowers. He had $9,310 and a bake sale."
    )
    assert page.photos == ()


def test_one_credit_under_two_captions_is_of_both():
    page = read(
        "Ice cools town\nBy Ada Stone\n\nThe customers pay him half of what they\n\nBernard Osei checks the brine.\n\n"
        "One of the 96 tanks.\nPhotos by Mateo Granger\n\nsave, and he pays for the tanks.\n"
    )
    assert [(photo.caption, photo.credit) for photo in page.photos] == [
        ("Bernard Osei checks the brine.", "Mateo Granger"),
        ("One of the 96 tanks.", "Mateo Granger"),
    ]
    assert body(page) == "The customers pay him half of what they save, and he pays for the tanks."
    assert page.staff == ()


def test_a_name_in_capitals_under_a_caption_took_the_picture():
    page = read(
        STORY
        + "The pond on Thursday, from the north.\nIAN LOCKERBY\n\nThere remains the question of the moles.\n"
    )
    assert [(photo.caption, photo.credit) for photo in page.photos] == [
        ("The pond on Thursday, from the north.", "IAN LOCKERBY")
    ]


def test_a_credit_may_stand_above_its_caption():
    page = read(STORY + "PHOTO BY RHEA TULLY\nDean Clara Wen with her bicycle.\n\nShe rode it home.\n")
    assert [(photo.caption, photo.credit) for photo in page.photos] == [
        ("Dean Clara Wen with her bicycle.", "RHEA TULLY")
    ]


def test_staff_may_be_printed_name_first_under_the_name_of_the_paper():
    page = read(STORY + "THE MARL COUNTY LEDGER\nRoy Ketchum, Publisher\nMarla Tidwell, Editor\n")
    assert [(member.role, member.name) for member in page.staff] == [
        ("Publisher", "Roy Ketchum"),
        ("Editor", "Marla Tidwell"),
    ]
    assert page.defects == ()


def test_a_card_may_have_telephones_of_any_country():
    page = read(
        STORY
        + "WRITE TO US\nLetters desk: 01999-555-0181\nEmail: letters@echo.example\nPost: 3 Chandlers' Yard\n"
    )
    assert page.contact_card is not None
    assert [(entry.kind.value, entry.label) for entry in page.contact_card.entries] == [
        ("phone", "Letters desk"),
        ("email", "Email"),
        ("address", "Post"),
    ]
