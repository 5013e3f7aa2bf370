"""A page label has one form, however it is printed."""

import pytest

from articles.pagetext import normalise_label


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "0",
        "000",
        "²",
        "٣",
        "八版",
        "第8版",
        "A",
        "ABC1",
        "1A",
        "1000",
        "9" * 5_000,
        "-1",
        "1.5",
        "○○",
        "8\x00",
    ],
)
def test_what_is_no_label_is_none(printed: str):
    assert normalise_label(printed) is None


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("8", "8"),
        ("08", "8"),
        ("８", "8"),
        ("A08", "A8"),
        ("a8", "A8"),
        (" A 08 ", "A8"),
        ("Ａ０８", "A8"),
        ("AB12", "AB12"),
        ("八", "8"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("二〇", "20"),
        ("二十一", "21"),
        ("A八", "A8"),
        ("②", "2"),
        ("⑳", "20"),
        ("999", "999"),
        ("0" * 5_000 + "5", "5"),
    ],
)
def test_a_label_is_freed_of_its_dress(printed: str, label: str):
    assert normalise_label(printed) == label
