"""What was written for colleagues and not for readers."""

import re
from collections.abc import Iterator

from articles.pagetext.characters import HAN
from articles.pagetext.garbled import garbles
from articles.pagetext.jumps import JUMPS_OUT
from articles.pagetext.names import SURNAMES
from articles.proofreading.proofs import Hit, Proof

_TO_DO = "待补充?|待核实?|待查|待定稿?|待填|待确认|待配图|待改|未完待补|此处(?:缺|补|加|插|放|删)[^】）\\])]{0,12}|(?:请)?(?:编辑|美编|校对|版式)(?:注意|请)[^】）\\])]{0,20}|缺(?:图|标题|署名|数据)|补(?:图|数据|标题)|图待补|标题待定|字数待核|存疑"
NOTE = re.compile(
    rf"[【\[（(〔]\s?(?:{_TO_DO})[^】）\])〕]{{0,20}}[】\])）〕]"  # 【待补】
    rf"|(?<![有尚仍还正等亟需均都{HAN}])待(?:核|补|查)(?:实|充)?(?=[：:]|$)"
    r"|(?<![A-Za-z0-9])(?:TK(?:TK)*|TODO|FIXME|HOLD FOR|XXX TK)(?![A-Za-z0-9])"
    r"|\[(?:CQ|sic\?|TK[^\]]{0,40}|check[^\]]{0,40}|verify[^\]]{0,40}|insert[^\]]{0,40})\]|\b[Ll]orem ipsum\b"
)
# ×× and XX where a word is missing; not 139XXXX1234, 王××, XXL, 3×4, XX世纪
PLACEHOLDER = re.compile(
    r"(?<![A-Za-z0-9×✕ＸX*＊.&])(?:[×✕Ｘ]{2,}|X{2,}|x{2,}|[〇○]{3,}|[＊*]{3,}|_{3,}|＿{2,})(?![A-Za-z0-9×✕X*＊.]|世纪|型|号|码)"
)
GARBLED = re.compile(
    r"\ufffd+|[?？]{4,}|(?<=[一-鿿])\?{2,}(?=[一-鿿])|锟斤拷|烫烫烫|屯屯屯|ï»¿|â€[œ™]|Ã[©¨¤¶¼]|〖(?:HT|BT|JZ|ZK|WB)[^〗]{0,20}〗|&(?:nbsp|quot|amp|lt|gt|#\d{2,5});|</?(?:p|br|div|span|strong|b|i)\s?/?>"
)


def leftover_note(proof: Proof) -> Iterator[Hit]:
    """TK, 【待补】, （待核实）; not 有待核实, which is news."""
    for text in proof.texts:
        for found in NOTE.finditer(text.words):
            yield Hit(text, *found.span())


def placeholder(proof: Proof) -> Iterator[Hit]:
    """××× or XX; behind a surname it hides a name and is meant."""
    for text in proof.texts:
        for found in PLACEHOLDER.finditer(text.words):
            if text.words[max(0, found.start() - 1) : found.start()] not in SURNAMES or not found.start():
                yield Hit(text, *found.span())


def garbled(proof: Proof) -> Iterator[Hit]:
    """What a wrong encoding, a typesetter's code or a web page left behind: ????, 锟斤拷, &nbsp;"""
    for text in proof.texts:
        last = 0
        places = [*garbles(text.words), *(found.span() for found in GARBLED.finditer(text.words))]
        for start, end in sorted(places):
            is_placeholder = not text.words[start:end].strip("×")
            if start >= last and not is_placeholder:  # both may know it
                yield Hit(text, start, end)
                last = end


_REACH = 90  # characters at the end of a text in which a notice stands


def jump_notice_in_text(proof: Proof) -> Iterator[Hit]:
    """（下转第8版） that stands in a text instead of in the field for it."""
    for text in proof.texts:
        offset = max(0, len(text.words) - _REACH)
        if hit := JUMPS_OUT.search(text.words[offset:]):
            yield Hit(text, offset + hit[1].start(), offset + hit[1].end())
