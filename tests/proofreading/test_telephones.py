"""Telephone numbers that cannot be: by their digits, in texts and on the card."""

import pytest

from articles.models import ContactEntry
from articles.proofreading import proofread_edition
from articles.proofreading.telephones import can_be_called
from tests.factories import ContactCardFactory, ContactEntryFactory
from tests.proofreading.papers import words_found

pytestmark = pytest.mark.django_db
CODE = "impossible-telephone"


@pytest.mark.parametrize(
    "number",
    [
        "110",
        "12345",
        "96123",
        "0399-0123456",
        "0399—01234567",
        "(0399)0123456",
        "010-01234567",
        "010 0123 4567",
        "0399-0123456-801",
        "0399-0123456转801",
        "400-012-3456",
        "4000123456",
        "10012345678",
        "100 1234 5678",
        "+86 10012345678",
        "+86-399-0123456",
        "0123456",
        "555-0123",
        "(212) 555-0123",
        "1-212-555-0123 ext. 12",
        "+49 30 0123456",
    ],
)
def test_a_number_that_can_be(number: str) -> None:
    assert can_be_called(number)


@pytest.mark.parametrize(
    "number",
    [
        "0399-012345",
        "0399-012345678",
        "010-0123456",
        "1001234567",
        "100123456789",
        "400-012-34",
        "62345",
        "555-012",
        "0399-",
    ],
)
def test_a_number_that_cannot_be(number: str) -> None:
    assert not can_be_called(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("咨询电话：0399-012345。", "0399-012345"),
        ("请拨打100123456789报名。", "100123456789"),
        ("（热线：0399—012345678）", "0399—012345678"),
        ("办公室在渠边，0399-012345。", "0399-012345"),
        ("Tel. 555-012 55", "555-012 55"),
    ],
)
def test_it_is_found_in_a_text(text: str, number: str) -> None:
    assert words_found(CODE, text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "咨询电话：0399-0123456、0399-0123457，手机10012345678。",
        "市民热线12345，火警119。",
        "热线2021年开通，接到电话12345个，电话打了20260次。",
        "国内刊号CN99-0012，邮编053000，第0301-00128号判决书。",
        "比分是025-12，长0.399—0.412米。",
        "电话里他说了3个数字。",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert words_found(CODE, text) == []


def test_the_card_is_read_too_number_by_number() -> None:
    card = ContactCardFactory()
    ContactEntryFactory(card=card, position=1)
    ContactEntryFactory(card=card, position=2, value="0399-0123456（传真）、0399-012345（传真）")
    ContactEntryFactory(card=card, position=3, kind=ContactEntry.Kind.ADDRESS, value="渠边路12号")
    (finding,) = proofread_edition(card.page.edition).findings
    assert (finding.kind, finding.record, finding.paragraph) == ("card", card.pk, 2)
    assert finding.words == "0399-012345（传真）"
    assert card.entries.all()[1].value[finding.start : finding.end] == finding.words
