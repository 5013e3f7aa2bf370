"""English stories: where they begin, what stands in them, and what an unsure reader does not do."""

import pytest

from articles.pagetext import ParsedArticle, ParsedPage, parse_page
from articles.pagetext.records import BodyKind

from .conservation import assert_nothing_is_lost

HEAD = "THE ASHBY COURIER\nThursday, March 6, 2031   Page A3\nCOUNTY NEWS\n\n"
STORY = (
    "Mill wheel turns for the first time in a century\n"
    "By Ada Stone\n\n"
    "The wheel of the Ashby mill turned before two hundred people and a dog, and nobody fell in.\n\n"
    "“It turns,” said Bram Tilley, who has kept the mill since he was a boy.\n\n"
)


def read(text: str) -> ParsedPage:
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    return page


def headlines(page: ParsedPage) -> list[str | None]:
    return [article.headline for article in page.articles]


def subheads(article: ParsedArticle) -> list[str]:
    return [block.text for block in article.body if block.kind is BodyKind.SUBHEAD]


def unplaced(page: ParsedPage) -> list[str]:
    return [piece.text for piece in page.set_aside if piece.kind == "unplaced"]


# headline or subhead


@pytest.mark.parametrize(
    "line", ["A cold bargain", "What the bill would do", "THE DRIVERS’ VIEW", "No way back", "Who pays?"]
)
def test_a_few_words_between_paragraphs_are_a_subhead(line: str):
    page = read(HEAD + STORY + f"{line}\n\nHe paid for the oak himself, and for the nails.\n")
    assert subheads(page.articles[0]) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Valley bus to run on Sundays from Easter",
        "Pie auction raises $1,140",
        "Zoo names its new tapir",
        "Sheriff’s log",
        "Edna Sorley",
    ],
)
def test_a_headline_without_a_byline_begins_a_story(line: str):
    text = {
        "Zoo names its new tapir": "The tapir born at the Marl Zoo will be called Gravy.",
        "Edna Sorley": "Edna Sorley, who taught first grade for 44 years, died on Friday.",
    }.get(line, "Nothing more was said of it on Tuesday.")
    page = read(HEAD + STORY + f"{line}\n\n{text}\n")
    assert headlines(page) == ["Mill wheel turns for the first time in a century", line]


def test_a_surname_alone_tells_that_the_story_above_goes_on():
    below = "On Tuesday Tilley swam the mill pond, as he had promised, and was seen to enjoy it."
    page = read(HEAD + STORY + f"Pond swim draws crowd\n\n{below}\n")
    assert len(page.articles) == 1
    assert all(below not in block.text or block.kind is BodyKind.PARAGRAPH for block in page.articles[0].body)


def test_what_nothing_tells_is_set_aside_with_a_defect_and_not_put_into_a_story():
    page = read(HEAD + STORY + "Garden club supper\n\nThe club will hold its supper on Saturday.\n")
    assert len(page.articles) == 1
    assert unplaced(page) == ["Garden club supper", "The club will hold its supper on Saturday."]
    assert [defect.code for defect in page.defects] == ["unplaced-text", "unplaced-text"]


def test_under_a_jump_notice_a_short_line_is_the_next_headline():
    page = read(HEAD + STORY + "See MILL, page 4\n\nA cold bargain\n\nHe paid for it himself.\n")
    assert headlines(page)[1] == "A cold bargain"


# title blocks


def test_a_deck_may_end_its_lines_in_any_mark():
    page = read(
        HEAD + "City will buy back\nits own water company\n\nCouncil approves deal after 19 hours;\n"
        "bills to stay where they are\nBy Carl Oye\n\nAshby sold its waterworks in 1994.\n"
    )
    article = page.articles[0]
    assert article.headline == "City will buy back its own water company"
    assert article.subtitle == "Council approves deal after 19 hours; bills to stay where they are"


def test_a_second_line_with_a_verb_of_its_own_is_a_deck():
    article = read(
        HEAD + "County votes to close Miller bridge\nDetour adds nine miles for north-end farmers\n"
        "By Ada Stone\n\nThe county voted on Monday.\n"
    ).articles[0]
    assert (article.headline, article.subtitle) == (
        "County votes to close Miller bridge",
        "Detour adds nine miles for north-end farmers",
    )


def test_a_few_words_in_capitals_over_a_title_are_its_label():
    article = read(
        HEAD + "FROM THE BACK PEW\nThe year I gave up being early\nBy Ada Stone\n\nI have waited for weeks.\n"
    ).articles[0]
    assert (article.column, article.headline) == ("FROM THE BACK PEW", "The year I gave up being early")


def test_three_lines_in_capitals_are_one_headline():
    article = read(
        HEAD + "FARMERS ASK\nLOWER RATES\nON RAILROADS\n\n"
        "HARROW, June 5.—Two hundred farmers of the lower valley met here today.\n"
    ).articles[0]
    assert article.headline == "FARMERS ASK LOWER RATES ON RAILROADS"
    assert article.dateline == "HARROW, June 5"


def test_each_life_under_one_label_is_an_article():
    page = read(
        HEAD + "OBITUARIES\nLorene Hatch\n\nLorene Hatch, 94, of Sand Hollow, died on Friday.\n\n"
        "Virgil “Bud” Stroud\n\nVirgil “Bud” Stroud, 81, died at home on Sunday.\n"
    )
    assert headlines(page) == ["Lorene Hatch", "Virgil “Bud” Stroud"]


# who signs


def test_an_agency_alone_under_a_headline_signs_the_story():
    article = read(
        HEAD + "Wheat harvest seen as smallest in a decade\n\nContinental News Service\n\n"
        "MARLOW PLAINS — Farmers here expect the smallest wheat harvest in ten years.\n"
    ).articles[0]
    assert (article.byline, article.authors) == ("Continental News Service", ())
    assert (article.source, article.dateline) == ("Continental News Service", "MARLOW PLAINS")


def test_a_letter_is_signed_with_name_and_place_below_it():
    page = read(
        HEAD + "YOUR LETTERS\n\nSwans on the bypass\n\nSir, I was one of those who removed them.\n\n"
        "D. R. Finch\nWeir Cottage, Nether Pell\n\nWho asked for a roundabout?\n\n"
        "Sir, I have seen no accident worse than a spilled pram.\n\nGwendolyn Achebe (Mrs.), Tanner's Row\n"
    )
    assert headlines(page) == ["Swans on the bypass", "Who asked for a roundabout?"]
    assert [article.byline for article in page.articles] == [
        "D. R. Finch Weir Cottage, Nether Pell",
        "Gwendolyn Achebe (Mrs.), Tanner's Row",
    ]
    assert [article.authors for article in page.articles] == [("D. R. Finch",), ("Gwendolyn Achebe",)]


def test_the_last_words_before_a_notice_are_text_however_short():
    article = read(
        HEAD + STORY + "What he had not foreseen is how much of the\n\nContinued on page 14\n"
    ).articles[0]
    assert article.body[-1].text == "What he had not foreseen is how much of the"
    assert article.continues_on == "14"


# marked pages


def test_unmarked_english_lines_of_a_marked_page_are_read_as_english():
    page = read(
        "[PAGE TITLE] TOWN\n" + STORY + "A cold bargain\n\nHe paid for it himself.\n\nSee MILL, page 4\n\n"
        "Post office to close\n\nIt will close on Friday.\n[HEADLINE] A marked one\nBy Tom Reed\n\nIts text.\n"
    )
    assert headlines(page) == [
        "Mill wheel turns for the first time in a century",
        "Post office to close",
        "A marked one",
    ]
    assert subheads(page.articles[0]) == ["A cold bargain"]
    assert page.articles[2].authors == ("Tom Reed",)
    assert page.defects == ()


def test_unmarked_titles_above_a_mark_belong_to_its_article():
    page = read(
        "[TEXT] The end of it.\nTwo lines of a title\nabove a mark\n[SUBTITLE] the deck\n[TEXT] Text here.\n"
    )
    assert page.articles[1].headline == "Two lines of a title above a mark"
    assert page.articles[1].subtitle == "the deck"


def test_a_jump_notice_ends_what_has_no_place():
    page = read(
        HEAD
        + STORY
        + "Garden club supper\n\nThe club will hold its supper on Saturday.\n\nPlease see page 4\n\n"
        "Post office closes\n\nIt closed.\n"
    )
    assert headlines(page)[1:] == ["Post office closes"]


def test_the_catchword_of_a_jump_notice_tells_whose_text_stands_above_it():
    text = "The club will hold its supper on Saturday.\n\nSee CLUB, page 4\n"
    assert headlines(read(f"{HEAD}{STORY}Garden club supper\n\n{text}"))[1:] == ["Garden club supper"]
    page = read(
        f"{HEAD}{STORY}Three hours a day\n\n{text.replace('CLUB', headlines(read(HEAD + STORY))[0].split()[0].upper())}"
    )
    assert subheads(page.articles[0]) == ["Three hours a day"]


def test_a_sentence_that_ends_in_a_short_word_with_a_capital_is_no_title():
    text = "State officials said they would draw the lake down before Labor Day."
    page = read(HEAD + STORY + f"{text}\n\nHOW IT HAPPENED\n\nThe cabinet was one of 40 sold at auction.\n")
    assert len(page.articles) == 1
    assert text in [block.text for block in page.articles[0].body]
    assert subheads(page.articles[0]) == ["HOW IT HAPPENED"]


def test_pages_may_have_their_letter_behind_the_number():
    page = read(
        "PAGE 4A • SUNDAY, AUGUST 3, 2031 • THE BAXTER DISPATCH\n\nDAM\nFROM 1A\n\nnotes were found.\n\n"
        "He read them.\n\nContinued on Page 5A\n\nSCHOOLS\nFROM 1A\n\nwould otherwise lose their bus.\n"
    )
    assert page.page_number == "A4"
    assert [(a.headline, a.continued_from, a.continues_on) for a in page.articles] == [
        ("DAM", "A1", "A5"),
        ("SCHOOLS", "A1", None),
    ]


# what one line is by the lines around it


def test_a_label_over_several_items_is_the_column_of_each():
    brief = "The hall is shut.\n"
    page = read(
        f"{HEAD}{STORY}COUNTY BRIEFS\nHall is shut\n\n{brief}\nMill wheel mended\n\nThe wheel turns again.\n"
    )
    assert [article.column for article in page.articles] == [None, "COUNTY BRIEFS", "COUNTY BRIEFS"]


def test_where_stories_open_in_capitals_a_text_that_does_so_opens_a_story():
    page = read(
        f"{HEAD}PARROT IN ROW AT TOWN HALL\nBy Ada Stone\n\nA TOWN clerk’s parrot was thrown out.\n\nIt swore.\n\n"
        "LADDER\n\nPolice think of a ladder.\n\nLoo with a view\n\nPLANNERS have passed a window.\n"
    )
    assert headlines(page) == ["PARROT IN ROW AT TOWN HALL", "Loo with a view"]
    assert subheads(page.articles[0]) == ["LADDER"]


def test_headlines_of_old_papers_are_in_capitals_and_end_in_a_full_stop():
    page = read(
        f"{HEAD}CARRIED AWAY BY ICE.\nThe Long Bridge Goes Out With a Roar.\n\nThe bridge at this place went out.\n\n"
        "BREVITIES.\n\nWheat is up two cents.\n"
    )
    assert headlines(page) == ["CARRIED AWAY BY ICE.", "BREVITIES."]
    assert page.articles[0].subtitle == "The Long Bridge Goes Out With a Roar."


def test_letters_may_stand_under_their_label_without_titles():
    page = read(
        f"{HEAD}LETTERS\n\nThe heron was right.\n\nIda Morse, Ashby\n\nIt was not.\n\nTom Reed, Marl\n"
    )
    assert [(article.headline, article.byline) for article in page.articles] == [
        (None, "Ida Morse, Ashby"),
        (None, "Tom Reed, Marl"),
    ]


def test_a_date_over_three_lines_is_one_date():
    page = read(f"THE ASHBY COURIER\nThursday,\nMarch 6,\n2031\nA3\nCOUNTY NEWS\n\n{STORY}")
    assert str(page.edition_date) == "2031-03-06"
    assert (page.page_title, page.page_number) == ("COUNTY NEWS", "A3")


def test_a_catchword_under_a_headline_is_of_the_notice():
    page = read(f"{HEAD}Hospital sale hinges\non one vote\nHOSPITAL, from A1\n\nShe has never cast it.\n")
    assert (page.articles[0].headline, page.articles[0].continued_from) == (
        "Hospital sale hinges on one vote",
        "A1",
    )


def test_a_headline_may_be_divided_at_a_comma():
    page = read(f"{HEAD}{STORY}Museum gives visitors gloves,\nasks them to touch\n\nThe owl has eyebrows.\n")
    assert headlines(page)[1:] == ["Museum gives visitors gloves, asks them to touch"]


def test_an_agency_under_a_byline_is_its_source():
    page = read(
        f"{HEAD}Senate keeps lights on\nBy SIMON TEAGUE\nAllied Wire\n\nPORT AVERY — Leaders reached a deal.\n"
    )
    assert len(page.articles) == 1
    assert (page.articles[0].source, page.articles[0].dateline) == ("Allied Wire", "PORT AVERY")


def test_answers_with_their_speakers_are_paragraphs():
    answers = ["“A parking ticket. We feared it.” — Dev Raman, senior", "“Nothing.” — S. Lund, philosophy"]
    page = read(f"{HEAD}{STORY}" + "\n\n".join(answers) + "\n")
    assert [block.text for block in page.articles[0].body][-2:] == answers


def test_a_text_in_the_white_of_a_photo_is_its_caption():
    page = read(
        f"{HEAD}{STORY}\n\nRowers carry a shell down the hill on Monday.\n\nChess team mates champions\nBy Tom Reed\n\nIt won.\n"
    )
    assert [photo.caption for photo in page.photos] == ["Rowers carry a shell down the hill on Monday."]


def test_a_short_headline_that_is_told_again_in_its_text_opens_a_story():
    show = "The Vale Flower Show will be held on Saturday in the hall."
    page = read(
        f"{HEAD}{STORY}Flower show\n{show}\n\nRoad to close\nMill Lane will be closed until Friday.\n"
    )
    assert headlines(page)[1:] == ["Flower show", "Road to close"]
