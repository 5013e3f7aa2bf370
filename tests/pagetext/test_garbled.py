"""A wrong encoding is told from a right one: refused for a whole page, a defect for a place, repaired never."""

from pathlib import Path

import pytest

from articles.pagetext import ParsedPage, decode, parse_page
from articles.pagetext.decoding import GarbledText, MistakenEncoding, UndecodableText

HERE = Path(__file__).parent
PAGES = sorted(
    [*HERE.glob("pages/*.txt"), *HERE.glob("newspapers/*.txt"), *HERE.parents[1].glob("sample/*/*.txt")]
)
CHINESE = "渠水进了村\n\n望川日报讯（记者 宋知秋）3月1日，青石县的渠水进了村，三百户人家喝上了清水。\n"
TRADITIONAL = "渠水進了村\n\n望川日報訊（記者 宋知秋）3月1日，青石縣的渠水進了村，三百戶人家喝上了清水。\n"
ENGLISH = "The canal is open\n\nBy Ada Stone\n\n“It’s a good day,” she said. The town’s café was full.\n"


def garbled(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.details["text"]) for one in parse_page(text).defects if one.code == "garbled-text"]


def as_shown(text: str, written: str, read: str) -> str:
    return text.encode(written).decode(read, "replace")


# no false alarms


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_page_of_a_newspaper_is_taken_for_garbled(path: Path):
    text, _ = decode(path.read_bytes())
    assert garbled(text) == []
    assert decode(text.encode("gb18030"))[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "他说：“什么？？？”真的???",
        "䶮先生和𬭎先生在洌水边遇见了堃、喆、玥、昇四位。",
        "元素锘的符号是No，锟的水文站在沅江和涑水之间。",
        "Ça va été à l’école, naïve façade, Ærø, Ålesund, CAFÉ»",
        "“But the cliché—” he said. “The fiancé—”",
        "Привет из Москвы",
        "어제 서울에서 열린 회의",
        "?? and ??",
        "－ ± × ÷ ° · ¥ £ § © ®",
    ],
)
def test_odd_text_is_no_garbled_text(text: str):
    assert garbled(text) == []
    assert decode(text.encode())[0] == text


def test_a_short_text_of_rare_characters_is_read():
    assert decode("䶮𬭎堃".encode("gb18030")) == ("䶮𬭎堃", "gb18030")


# a place


@pytest.mark.parametrize(
    ("shown", "place"),
    [
        ("望川日报ÏûÏ¢£º渠水进了村。", "ÏûÏ¢£º"),
        ("望川日报" + as_shown("渠水进了村庄", "utf-8", "gb18030") + "。", "娓犳按杩涗簡鏉戝簞"),
        ("望川日报" + as_shown("渠水进了村", "utf-8", "latin-1") + "。", None),
        ("望川日报" + as_shown("渠水進了村", "big5", "latin-1") + "。", None),
        ("????渠水进了村，家家有田。", "????"),
        ("渠水\ufffd\ufffd了村，家家有田。", "\ufffd\ufffd"),
        ("渠水锟斤拷了村，家家有田。", "锟斤拷"),
        ("Itâ€™s a good day for the town of Wickham.", "â€™"),
        ("It抯 a good day for the town of Wickham.", "抯"),
        ("The cafÃ© was full on the first day.", "Ã©"),
        ("锘挎笭水进了村，家家有田。", "锘挎"),
    ],
)
def test_a_garbled_place_is_a_defect_with_its_line(shown: str, place: str | None):
    head = "" if shown.startswith("锘") else "渠水进了村\n\n"
    ((line, text),) = garbled(f"{head}{shown}\n")
    assert line == (1 if not head else 3)
    assert place is None or text == place


def test_nothing_is_repaired():
    page = parse_page("渠水进了村\n\n望川日报ÏûÏ¢£º渠水进了村。\n")
    assert "ÏûÏ¢£º" in page.articles[0].body[0].text


def test_garbled_lines_that_follow_each_other_are_one_defect():
    text = "渠水\ufffd了村，\r\n家家\ufffd田。\r\n\r\n后来，\ufffd又来了。"
    assert [line for line, _ in garbled(text)] == [1, 4]


# a whole page


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TRADITIONAL, "big5"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "utf-16-be"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "cp1252"),
    ],
)
def test_an_encoding_that_was_not_meant_is_refused_with_the_one_that_was(text: str, encoding: str):
    with pytest.raises((MistakenEncoding, UndecodableText), match=f"--encoding {encoding}"):
        decode(text.encode(encoding))
    assert decode(text.encode(encoding), encoding)[0] == text


def test_bytes_that_make_no_sense_are_refused_without_a_guess():
    with pytest.raises(MistakenEncoding, match="name its encoding"):
        decode("きのう、ひろばで、おまつりがありました。".encode("shift_jis"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("gb18030", "latin-1"),
        ("utf-8", "latin-1"),
        ("utf-8", "cp1252"),
        ("utf-8", "gb18030"),
        ("gb18030", "utf-8"),
    ],
)
def test_a_page_that_was_garbled_before_is_refused(written: str, read: str):
    shown = as_shown(CHINESE, written, read)
    with pytest.raises(GarbledText, match="--encoding utf-8"):
        decode(shown.encode())
    assert decode(shown.encode(), "utf-8")[0] == shown


def test_a_page_of_question_marks_is_refused():
    with pytest.raises(GarbledText, match="export the page anew"):
        decode(CHINESE.encode("ascii", "replace"))


def test_a_page_with_a_garbled_paragraph_is_read():
    page: ParsedPage = parse_page(decode((CHINESE * 5 + "ÏûÏ¢£º渠水。\n").encode())[0])
    assert "garbled-text" in [defect.code.value for defect in page.defects]


@pytest.mark.parametrize(
    "text", ["é" * 200_000, "鏉" * 200_000, "\ufffd" * 200_000, "锟斤拷" * 100_000, "??渠\n" * 100_000]
)
def test_endless_garble_is_looked_through_once(text: str):
    assert isinstance(decode(text.encode(), "utf-8")[0], str)
    assert parse_page(text).defects
