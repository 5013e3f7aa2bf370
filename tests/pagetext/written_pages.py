"""Pages composed of blocks that newspapers print, for property tests."""

from hypothesis import strategies as st

WORDS = "渠水 青石县 望川市 通水 老街 水牌 板凳 记录 春耕 闸门 邮路 柳树 三百户 2031年 “夜灯” 《水规》 12.5% 村民 法官 又 就 的 在 把".split()
NAMES = st.sampled_from(["宋知秋", "许听澜", "何 雨", "白小川", "骆小满", "欧阳小文", "阿依·古丽"])
LABELS = st.sampled_from(["8", "08", "八", "十二", "②", "A08", "a8", "99999999999"])


def phrase(least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=least, max_size=most).map("".join)


sentence = st.tuples(phrase(2, 12), st.sampled_from(["。", "！", "？", "，" + "后来。", "：“好。”"])).map(
    "".join
)
paragraph = st.lists(sentence, min_size=1, max_size=5).map("".join)
title = phrase(2, 5)
broken = st.tuples(paragraph, phrase(4, 12), phrase(1, 6)).map(lambda p: f"{p[0]}{p[1]}\n\n{p[2]}。")
byline = NAMES.flatmap(
    lambda name: st.sampled_from([f"□ 望川日报记者 {name}", f"文/{name}", f"■本报记者 {name}", name])
)
lead = NAMES.flatmap(
    lambda name: st.sampled_from(
        [f"望川日报讯（记者 {name}）", f"新华社望川3月3日电（记者 {name}）", f"本报讯（{name}）", "本报讯 "]
    )
)
jump_out = LABELS.flatmap(
    lambda label: st.sampled_from(
        [f"（下转第{label}版）", f"下转{label}版", f"\n下转{label}版 ▶", f"(下转第{label}版)"]
    )
)
jump_in = LABELS.flatmap(
    lambda label: st.sampled_from(
        [
            f"（上接第{label}版）",
            f"◀上接{label}版\n",
            f"（上接{label}版《{label}渠》）",
            f"上接第{label}版\n\n",
        ]
    )
)
titles = st.tuples(
    title, st.sampled_from(["", "\n", "\n\n"]), title, st.sampled_from(["", "\n——"]), title
).map(lambda p: p[0] + (p[1] + p[2] if p[1] else "") + (p[3] + p[4] if p[3] else ""))
subhead = st.tuples(title, title).map("\n".join)
body = st.lists(st.one_of(paragraph, broken, subhead), min_size=1, max_size=6).map("\n\n".join)
article = st.one_of(
    st.tuples(titles, lead, body, st.one_of(st.just(""), jump_out)).map(
        lambda p: f"{p[0]}\n\n{p[1]}{p[2]}{p[3]}"
    ),
    st.tuples(titles, byline, body, st.one_of(st.just(""), jump_out)).map(
        lambda p: f"{p[0]}\n\n{p[1]}\n\n{p[2]}{p[3]}"
    ),
    st.tuples(jump_in, body).map("".join),
    st.tuples(title, jump_in, body).map("".join),
)
photo = st.tuples(paragraph, NAMES, st.sampled_from([" 摄", "摄", " 供图"])).map(
    lambda p: f"\n\n{p[0]}{p[1]}{p[2]}"
)
furniture = st.sampled_from(
    [
        "责编：宋知秋  版式：何 雨",
        "第8版 综合 2031年3月4日 星期二",
        "法苑名片\n\n编辑部：0399—0123456\n何 雨：10012345678\n电子邮箱：fayuan@example.com",
        "春耕第一犁 ►第4版",
        "更正\n渠长应为三公里，特此更正。",
        "国内统一刊号：CN99-0001",
    ]
)


def pages() -> st.SearchStrategy[str]:
    return st.lists(st.one_of(article, article, photo, furniture), min_size=1, max_size=6).map("\n\n".join)
