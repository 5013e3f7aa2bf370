"""Pages composed of blocks that newspapers print, Chinese, English and mixed, printed and marked, for property tests.

Composed by a `random.Random`: a property test draws from Hypothesis, which can shrink it, and `many_pages` from seeds.
"""

from collections.abc import Callable
from random import Random

from hypothesis import strategies as st

from articles.pagetext.markwords import MARKS

Block = Callable[[Random], str]

WORDS = "渠水 青石县 望川市 通水 老街 水牌 板凳 记录 春耕 闸门 邮路 柳树 三百户 2031年 “夜灯” 《水规》 12.5% 村民 法官 又 就 的 在 把".split()
NAMES = ("宋知秋", "许听澜", "何 雨", "白小川", "骆小满", "欧阳小文", "阿依·古丽", "何小燕郭小灿")
LABELS = ("8", "08", "八", "十二", "②", "A08", "a8", "99999999999")
ENGLISH_WORDS = (
    "the canal water town clerk 1931 opened slowly Bell bridge and of to a “night lamp” council Monday river's "
    "twenty-two ferry old mill was has 12.5% farmers St. Osyth"
).split()
PEOPLE = ("Ada Stone", "Tom Reed", "Mary Ann de Vries", "J. B. Hale", "IDA FROST")
MARK_HEADS = [f"【{mark.chinese}】" for mark in MARKS] + ["[HEADLINE]", "[text]", "【标体】", "\\【标题】"]
# what a parser stumbles over
AWKWARD_CHARACTERS = "\n \u3000\t\r\x00\x0b\x0c\x85\u2028\u202e\u200b\ufeff\ue000\ud800\u0301。，：；“”（）《》——□①②下转上接第版八8摄记者讯日报:/-见"


def _phrase(r: Random, least: int, most: int) -> str:
    return "".join(r.choices(WORDS, k=r.randint(least, most)))


def _title(r: Random) -> str:
    return _phrase(r, 2, 5)


def _paragraph(r: Random) -> str:
    ends = ("。", "！", "？", "，后来。", "：“好。”")
    return "".join(_phrase(r, 2, 12) + r.choice(ends) for _ in range(r.randint(1, 5)))


def _broken(r: Random) -> str:
    return f"{_paragraph(r)}{_phrase(r, 4, 12)}\n\n{_phrase(r, 1, 6)}。"


def _subhead(r: Random) -> str:
    return f"{_title(r)}\n{_title(r)}"


def _titles(r: Random) -> str:
    parts = [_title(r)]
    if gap := r.choice(("", "\n", "\n\n")):
        parts += [gap, _title(r)]
    if dash := r.choice(("", "\n——")):
        parts += [dash, _title(r)]
    return "".join(parts)


def _byline(r: Random) -> str:
    return r.choice(("□ 望川日报记者 {}", "文/{}", "■本报记者 {}", "{}", "记者 {} 文/图")).format(
        r.choice(NAMES)
    )


def _lead(r: Random) -> str:
    leads = ("望川日报讯（记者 {}）", "新华社望川3月3日电（记者 {}）", "本报讯（{}）", "本报讯 ")
    return r.choice(leads).format(r.choice(NAMES))


def _jump_out(r: Random) -> str:
    notices = ("（下转第{}版）", "下转{}版", "\n下转{}版 ▶", "(下转第{}版)")
    return r.choice(notices).format(r.choice(LABELS))


def _jump_in(r: Random) -> str:
    notices = ("（上接第{0}版）", "◀上接{0}版\n", "（上接{0}版《{0}渠》）", "上接第{0}版\n\n")
    return r.choice(notices).format(r.choice(LABELS))


def _body(r: Random) -> str:
    return "\n\n".join(r.choice((_paragraph, _broken, _subhead))(r) for _ in range(r.randint(1, 6)))


def _article(r: Random) -> str:
    end = _jump_out(r) if r.random() < 0.5 else ""
    match r.randrange(4):
        case 0:
            return f"{_titles(r)}\n\n{_lead(r)}{_body(r)}{end}"
        case 1:
            return f"{_titles(r)}\n\n{_byline(r)}\n\n{_body(r)}{end}"
        case 2:
            return _jump_in(r) + _body(r)
    return _title(r) + _jump_in(r) + _body(r)


def _photo(r: Random) -> str:
    return f"\n\n{_paragraph(r)}{r.choice(NAMES)}{r.choice((' 摄', '摄', ' 供图'))}"


def _furniture(r: Random) -> str:
    return r.choice(
        (
            "责编：宋知秋  版式：何 雨",
            "第8版 综合 2031年3月4日 星期二",
            "法苑名片\n\n编辑部：0399—0123456\n何 雨：10012345678\n电子邮箱：fayuan@example.com",
            "春耕第一犁 ►第4版",
            "更正\n渠长应为三公里，特此更正。",
            "国内统一刊号：CN99-0001",
        )
    )


def _english_phrase(r: Random, least: int, most: int) -> str:
    words = " ".join(r.choices(ENGLISH_WORDS, k=r.randint(least, most)))
    return words[:1].upper() + words[1:]


def _english_title(r: Random) -> str:
    title = _english_phrase(r, 2, 9)
    return title.upper() if r.random() < 0.3 else title


def _english_paragraph(r: Random) -> str:
    ends = (".", "!", "?", ",” he said.", ":")
    return " ".join(_english_phrase(r, 4, 14) + r.choice(ends) for _ in range(r.randint(1, 4)))


def _english_broken(r: Random) -> str:
    end = r.choice((" wa-\n\nter came.", " and\n\n" + "the water came."))
    return _english_paragraph(r) + " " + _english_phrase(r, 3, 6) + end


def _english_wrapped(r: Random) -> str:
    words, lines = _english_paragraph(r).split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 40:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def _english_article(r: Random) -> str:
    title = "\n".join(_english_title(r) for _ in range(r.randint(1, 3)))
    by = r.choice(("By {}", "By {}, Sports Editor", "{}\nStaff Writer", "Photos by {}")).format(
        r.choice(PEOPLE)
    )
    lead = r.choice(("", "PORT ARDEN, Nov. 19 — ", "ASHBY (Coast News) — ", "From Page A1\n\n"))
    blocks = (_english_paragraph, _english_broken, _english_wrapped, _english_title)
    body = "\n\n".join(r.choice(blocks)(r) for _ in range(r.randint(1, 5)))
    end = r.choice(("", "", " See CANAL, Page A8", "\n\nContinued on Page 6", "\n\n— Ada Stone, Upper Briar"))
    return f"{title}\n\n{by}\n\n{lead}{body}{end}"


def _english_furniture(r: Random) -> str:
    return r.choice(
        (
            "The Larkmoor Clarion  Tuesday, March 4, 2031  Page A3",
            "LETTERS TO THE EDITOR",
            "CORRECTION: A report on page A2 gave the wrong age.",
            "INSIDE: Markets B6 · Shipping B7",
            "RIVERS, PAGE 6",
            "Contact us\nNewsroom: 555-0143\nEmail: desk@example.com\nAddress: 1 Mill Lane",
            "Editor: Ada Stone  Copy desk: Tom Reed",
            "-----",
            f"{_english_paragraph(r)} Photo by {r.choice(PEOPLE)}",
        )
    )


_CHINESE: tuple[Block, ...] = (_article, _article, _photo, _furniture)
_ENGLISH: tuple[Block, ...] = (_english_article, _english_article, _english_furniture)


def compose(r: Random) -> str:
    """A page as printed: seven in ten Chinese, two English, one mixed."""
    blocks = r.choices((_CHINESE, _ENGLISH, _CHINESE + _ENGLISH), (7, 2, 1))[0]
    return "\n\n".join(r.choice(blocks)(r) for _ in range(r.randint(1, 6)))


def compose_any(r: Random) -> str:
    """A page as printed, one that somebody has marked here and there, or one that was damaged."""
    text = compose(r)
    kind = r.randrange(4)
    if kind == 2:
        lines = text.split("\n")
        for _ in range(r.randint(1, 12)):
            at = r.randrange(len(lines))
            lines[at] = r.choice(MARK_HEADS) + lines[at]
        return "\n".join(lines)
    if kind == 3:
        for _ in range(r.randint(1, 12)):
            at = r.randint(0, len(text))
            text = text[:at] + r.choice(AWKWARD_CHARACTERS) + text[at + r.randint(0, 3) :]
    return text


def pages() -> st.SearchStrategy[str]:
    return st.randoms(use_true_random=False).map(compose)
