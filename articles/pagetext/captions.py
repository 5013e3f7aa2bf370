"""Captions that no credit closes, and the titles of photos: told by the white around them and by what they cut."""

from collections.abc import Sequence

from .characters import is_latin
from .english_captions import cuts_a_sentence as cuts_an_english_sentence
from .english_captions import stands_where_a_photo_was
from .marks import LineKind, Marked
from .photographers import names_a_photographer
from .rules import compiled, rule, table
from .seams import is_finished

WIDE_GAP = 2  # blank lines: where the photo was
_LONGEST = 120
_LONGEST_BARE = 40
_MOST_LINES = 40  # of a story that are looked through for its pictures
_TELLS = compiled(r"[了过“：？！我]|[说着]，|^(?:[他她它这那可但而]|于是|后来)")
_SPEAKS = compiled(r"[“”：？！我你]|[说道]|^(?:[他她它这那可但而]|于是|后来)")
_LONGEST_LIKELY = 24
_PARAGRAPHS = (LineKind.TEXT, LineKind.LABELLED)
_LONGEST_TITLE_THAT_TOUCHES = 12
_LONGEST_TITLE_APART = 8
_TITLE_KINDS = (LineKind.SHORT, LineKind.SUBTITLE, LineKind.COLUMN)

# what stands above a picture and says of which kind it is
KINDS_OF_PICTURE = table(
    rule(
        "kind of picture",
        r"^[【（(]?(?:漫画|摄影|书法|国画|水墨|油画|版画|木刻|剪纸|速写|篆刻|图片新闻|图片故事|新闻图片|画里有话|一图|组图|图说\S{0,4}|镜头|光影)[】）)]?$",
        "漫画",
        "漫画家进村",
    ),
)
ONE_SENTENCE = table(
    rule("one", r"^[^。！？]{6,120}[。！？]”?$", "村民在渠边修补水闸。", "渠通了。村民来看水。"),
)


def bare_captions(lines: Sequence[Marked]) -> frozenset[int]:
    """The indexes of texts without a credit that can only be captions."""
    cuts = {
        at
        for at in range(1, len(lines))
        if _cuts_a_sentence(lines, at) or stands_where_a_photo_was(lines, at)
    }
    return frozenset(cuts.union(*(_promised(lines, at) for at in range(len(lines)) if _promises(lines[at]))))


_FRAGMENT = compiled(r"(?![我你他她它这那咱您]|[一二三两]人|没有|于是|可是|但)[^“”，。！？：、]{2,9}。")


# of 1,074 paragraphs eight begin so
_GOES_ON = compiled(
    r"按(?!照)|由(?!于)|并(?!非)|被|将|才|就|也(?!正是)|都|还|再|及|则|便|却|仍(?!旧)|可以|能|不能|的|着|所"
)


def _cuts_off_a_fragment(lines: Sequence[Marked], at: int) -> bool:
    """秒针颤了一颤， / (a sentence) / 走了起来。: what is left below is too little to stand alone."""
    line, above = lines[at], lines[at - 1]
    below = lines[at + 1] if at + 1 < len(lines) else None
    return (
        below is not None
        and line.gap == below.gap == 1
        and _is_open(above)
        and above.text.endswith(("，", "、"))
        and is_one_sentence(line)
        and len(line.text) <= _LONGEST_BARE
        and not _TELLS.search(line.text)
        and below.kind is LineKind.TEXT
        and (
            _FRAGMENT.fullmatch(below.text) is not None
            or (_GOES_ON.match(below.text) is not None and "，" not in line.text)
        )
    )


def _cuts_a_sentence(lines: Sequence[Marked], at: int) -> bool:
    """It stands where a photo was, between the halves of a sentence."""
    if cuts_an_english_sentence(lines, at) or _cuts_off_a_fragment(lines, at):
        return True
    return (
        lines[at].gap >= WIDE_GAP
        and _is_open(lines[at - 1])
        and is_one_sentence(lines[at])
        and _goes_on_below(lines, at)
    )


def _promises(line: Marked) -> bool:
    """A byline that says 文/图, or whose the pictures are."""
    if line.kind is LineKind.BYLINE:
        return names_a_photographer(line.text)
    return line.lead is not None and names_a_photographer(line.lead.passage.text)


def _promised(lines: Sequence[Marked], byline: int) -> list[int]:
    """The first text of the story that looks like a caption, where its byline promises pictures and none is marked as one."""
    if _is_under_a_signature(lines, byline + 1):
        return [byline + 1]
    found: list[int] = []
    likely: list[int] = []
    has_picture = False
    for at in range(byline + 1, min(byline + _MOST_LINES, len(lines))):
        line = lines[at]
        if line.lead or (line.kind is LineKind.BYLINE and at > byline + 2):
            break
        if line.kind is LineKind.CAPTION and not line.credit:
            return []
        has_picture = has_picture or line.kind is LineKind.CAPTION
        if not found and byline + 2 < at < len(lines) - 1 and _looks_like_a_caption(lines, at):
            found = [at]
        elif byline + 2 < at < len(lines) - 1 and _may_be_a_caption(lines, at):
            likely.append(at)
    return found or (likely if len(likely) == 1 and not has_picture else [])


def _is_under_a_signature(lines: Sequence[Marked], at: int) -> bool:
    """One sentence between who signs a text below it and the next title."""
    return (
        at > 1
        and lines[at - 2].is_prose
        and at < len(lines)
        and is_one_sentence(lines[at])
        and (at + 1 == len(lines) or lines[at + 1].kind in _TITLE_KINDS)
    )


def _may_be_a_caption(lines: Sequence[Marked], at: int) -> bool:
    """A short sentence between paragraphs in which nobody speaks: the only one of its story."""
    return (
        is_one_sentence(lines[at])
        and len(lines[at].text) <= _LONGEST_LIKELY
        and not _SPEAKS.search(lines[at].text)
        and not _is_open(lines[at - 1])
        and all(around.kind in _PARAGRAPHS for around in (lines[at - 1], lines[at + 1]))
    )


def _looks_like_a_caption(lines: Sequence[Marked], at: int) -> bool:
    """White of a photo above it; a photo's title that touches it; or a sentence that tells of nothing past, between long texts."""
    line, above, below = lines[at], lines[at - 1], lines[at + 1]
    if not is_one_sentence(line) or below.gap == 0:
        return False
    if line.gap >= WIDE_GAP:
        return True
    if above.kind is LineKind.SHORT and line.gap == 0:
        return above.gap > 0 and len(above.text) <= _LONGEST_TITLE_THAT_TOUCHES
    return (
        len(line.text) <= _LONGEST_BARE
        and not _TELLS.search(line.text)
        and all(
            around.kind is LineKind.TEXT and len(around.text) > _LONGEST_BARE for around in (above, below)
        )
    )


def is_photo_title(lines: Sequence[Marked], at: int, bare: frozenset[int]) -> bool:
    """A few characters right above a caption: they touch it, or have the white of the photo above them."""
    title = lines[at]
    if title.kind not in (LineKind.SHORT, LineKind.NAME) or at + 1 == len(lines):
        return False
    caption = lines[at + 1]
    if caption.kind is not LineKind.CAPTION and at + 1 not in bare:
        return False
    if caption.gap == 0:
        return len(title.text) <= _LONGEST_TITLE_THAT_TOUCHES
    return (
        caption.gap == 1
        and len(title.text) <= _LONGEST_TITLE_APART
        and (title.gap >= WIDE_GAP or (at > 0 and _is_open(lines[at - 1])) or _heads_nothing_else(lines, at))
        and not (at > 1 and lines[at - 1].kind in _TITLE_KINDS)
    )


def _heads_nothing_else(lines: Sequence[Marked], title: int) -> bool:
    """Under its caption stands the title of other news; a single line above it is the page's own title."""
    below = lines[title + 2] if title + 2 < len(lines) else None
    return (
        title > 0
        and lines[title].gap > 0
        and lines[title + 1].credit is not None
        and (below is None or not _can_stand_under_a_title(below))
        and not (lines[title - 1].kind in _TITLE_KINDS and title != 1)
    )


def _can_stand_under_a_title(line: Marked) -> bool:
    return (
        line.lead is not None
        or line.jump_in is not None
        or line.gap == 0
        or line.kind in (LineKind.BYLINE, LineKind.SUBTITLE, LineKind.NAME, LineKind.LABELLED)
        or (line.kind is LineKind.TEXT and len(line.text) > _LONGEST_TITLE_APART)
    )


def is_kind_of_picture(line: Marked) -> bool:
    return line.kind in (LineKind.SHORT, LineKind.COLUMN) and KINDS_OF_PICTURE.matches(line.text)


def is_one_sentence(line: Marked) -> bool:
    return (
        line.kind is LineKind.TEXT
        and len(line.text) <= _LONGEST
        and not (line.lead or line.jump_in or line.jump_out or is_latin(line.text))
        and ONE_SENTENCE.matches(line.text)
    )


def _is_open(line: Marked) -> bool:
    return line.kind is LineKind.TEXT and not line.jump_out and not is_finished(line.text)


def _goes_on_below(lines: Sequence[Marked], at: int) -> bool:
    """Under the caption, or under other captions, stands more text."""
    below = next((line for line in lines[at + 1 : at + 5] if line.kind is not LineKind.CAPTION), None)
    return below is not None and below.kind in (LineKind.TEXT, LineKind.LABELLED) and not below.lead
