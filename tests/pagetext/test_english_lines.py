"""What an English line is by its form: who signs, who is meant by it, where it was written."""

import pytest

from articles.pagetext.english_boxes import NAMES_AND_ROLES
from articles.pagetext.english_bylines import agency_of, is_byline, is_name_in_capitals, is_role
from articles.pagetext.english_lines import is_agate, is_label, is_rule
from articles.pagetext.leads import byline_says, cut_lead
from articles.pagetext.names import authors_of
from articles.pagetext.passage import Passage
from articles.pagetext.photocredits import cut_credit
from articles.pagetext.seams import is_hyphenated


def passage(text: str) -> Passage:
    return Passage(text, text, ((0, len(text)),), 1)


@pytest.mark.parametrize(
    ("printed", "people", "source"),
    [
        ("By Ada Stone", ("Ada Stone",), None),
        ("BY ADA STONE", ("ADA STONE",), None),
        ("By Ada Stone and Tom Reed", ("Ada Stone", "Tom Reed"), None),
        ("By ADA STONE, TOM REED and MARA LIND", ("ADA STONE", "TOM REED", "MARA LIND"), None),
        ("By Ada Stone, Sports Writer", ("Ada Stone",), None),
        ("By Ada Stone, Special Correspondent", ("Ada Stone",), None),
        ("By Staff Writer Ada Stone", ("Ada Stone",), None),
        ("By Ada Stone, of the Courier staff", ("Ada Stone",), None),
        ("By Ada Stone for The Courier", ("Ada Stone",), None),
        ("By Ada Stone / Orient Press", ("Ada Stone",), "Orient Press"),
        ("By Ada Stone, Continental News Service", ("Ada Stone",), "Continental News Service"),
        ("By the Orient Press", (), "Orient Press"),
        ("By LIN SUYIN in Pingsha", ("LIN SUYIN",), None),
        ("By ZHOU MIN (周敏) in Yunxi and LIN KE (林可) in Haizhou", ("ZHOU MIN", "LIN KE"), None),
        ("By Ada Stone in Ashby and Marl", ("Ada Stone",), None),
        ("Story and photos by Ada Stone", ("Ada Stone",), None),
        ("From our own correspondent", (), None),
        ("From staff and wire reports", (), None),
        ("Courier staff report", (), None),
    ],
)
def test_a_byline_names_its_people_and_its_agency(printed: str, people: tuple[str, ...], source: str | None):
    assert is_byline(printed)
    said = byline_says(printed)
    assert (said.authors, said.source) == (people, source)


@pytest.mark.parametrize(
    "text",
    [
        "By noon the canal was full",
        "By the river they sat down and wept over the bill",
        "Staff report a theft",
        "From the staff he heard nothing",
    ],
)
def test_a_sentence_that_begins_like_a_byline_is_none(text: str):
    assert not is_byline(text)


@pytest.mark.parametrize(
    ("signature", "people"),
    [
        ("Ada Merriman, Upper Briar", ("Ada Merriman",)),
        ("Gwendolyn Achebe (Mrs.), Tanner's Row", ("Gwendolyn Achebe",)),
        ("— Lois Hartwell, Marl", ("Lois Hartwell",)),
        ("Name and address supplied", ()),
        ("— Name withheld by request", ()),
    ],
)
def test_a_signature_under_a_letter_names_one_person_and_no_place(signature: str, people: tuple[str, ...]):
    assert authors_of(signature) == people


def test_a_role_stands_under_a_byline_and_a_headline_does_not():
    assert all(
        map(is_role, ("Staff Writer", "Tribune Courts Reporter", "Special to The Courier", "and TOM REED"))
    )
    assert not any(map(is_role, ("Staff cuts at the mill", "Reporter finds the lost canal")))


def test_an_agency_is_told_from_the_press_in_a_headline():
    assert agency_of("Continental News Service") == "Continental News Service"
    assert agency_of("ORIENT PRESS—NORTHERN SEA DAILY") == "ORIENT PRESS"
    assert agency_of("Mayor meets the press") is None


def test_a_name_in_capitals_is_told_from_a_label():
    assert is_name_in_capitals("LIONEL FRAYNE")
    assert not is_name_in_capitals("THE LONG VIEW")
    assert is_label("THE LONG VIEW")
    assert not is_label("TOWN SELLS ITS ONLY BRIDGE")


@pytest.mark.parametrize(
    ("text", "dateline", "source"),
    [
        ("PORT ARDEN — The canal is open, and the first barge came through on Monday.", "PORT ARDEN", None),
        ("NEW HARROW — Five years after the flood the people live on the hill.", "NEW HARROW", None),
        ("MARLOW PLAINS — Farmers here expect the smallest harvest in ten years.", "MARLOW PLAINS", None),
        ("HARROW, June 5.—Two hundred farmers of the lower valley met here today.", "HARROW, June 5", None),
        ("ASHBY, 3 May 2031 (Orient Press) - The canal is open.", "ASHBY, 3 May 2031", "Orient Press"),
        (
            "EKVIK, Norrland, April 25 (Northline Press) — The yard will close.",
            "EKVIK, Norrland, April 25",
            "Northline Press",
        ),
        ("PORT ELLERY, Sunday: Cane growers have asked for seed.", "PORT ELLERY, Sunday", None),
        ("Port Ellery, June 3 — Cane growers have asked for seed.", "Port Ellery, June 3", None),
        ("(Orient Press) — The canal is open.", None, "Orient Press"),
        ("PORT ELLERY, Thursday.", "PORT ELLERY, Thursday", None),
    ],
)
def test_a_dateline_is_cut_from_its_text(text: str, dateline: str | None, source: str | None):
    lead, rest = cut_lead(passage(text))
    assert lead is not None
    assert (lead.dateline, lead.source, lead.signs) == (dateline, source, False)
    assert rest.text == "" or rest.text[0].isupper()


@pytest.mark.parametrize(
    "text",
    [
        "MONDAY, 7:40 a.m. — A caller reported a strange noise in the wall of the old mill.",
        "FREE — kittens to a good home, with or without the basket they were born in.",
        "TALKS FAIL — Strike to go on",
        "TEACHERS: Talks resume",
        "QUESTION: What did you do when the water came over the wall of the garden that night?",
        "Thursday, May 15",
    ],
)
def test_what_looks_like_a_dateline_stays(text: str):
    assert cut_lead(passage(text))[0] is None


@pytest.mark.parametrize(
    ("printed", "caption", "who"),
    [
        ("The mill. Photo by Ada Stone", "The mill.", "Ada Stone"),
        ("The mill. (Courier photo by Ada Stone)", "The mill.", "Ada Stone"),
        ("The mill. Herald photo/Wes Rourke", "The mill.", "Wes Rourke"),
        ("The mill. Leader/Pat Wexler", "The mill.", "Leader/Pat Wexler"),
        ("The mill. ADA STONE / ORIENT PRESS", "The mill.", "ADA STONE / ORIENT PRESS"),
        ("The mill. (Ada Stone/The Tribune)", "The mill.", "Ada Stone/The Tribune"),
        ("Picture: Gareth Illingworth", "", "Gareth Illingworth"),
    ],
)
def test_a_credit_is_kept_as_printed_without_its_word(printed: str, caption: str, who: str):
    text, credit = cut_credit(passage(printed))
    assert credit is not None
    assert (text.text, credit.who) == (caption, who)


def test_results_are_told_from_headlines():
    assert all(map(is_agate, ("Ashby 21, Fenwick 20", "Marl 3 5 .375", "Calder 100 4,118.60 +22.14")))
    assert not any(
        map(is_agate, ("Bell wins in 1931 again", "THE LONG VIEW", "Ashby rallies to stun Fenwick, 21-20"))
    )


def test_a_line_of_stars_is_ornament():
    assert is_rule("★ ★ ★")
    assert not is_rule("★ Note")


def test_a_place_under_a_name_is_no_role():
    assert NAMES_AND_ROLES.matches("Sue Ann Birdwell, Advertising Manager")
    assert not NAMES_AND_ROLES.matches("Ada Stone, Upper Briar")


def test_a_compound_keeps_its_hyphen_at_the_end_of_a_line():
    assert not is_hyphenated("a self-", "employed diver")
    assert is_hyphenated("the hos-", "pital")
