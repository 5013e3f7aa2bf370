"""Words that stand twice in a row where the language does not double them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from articles.pagetext.characters import HAN
from articles.proofreading.proofs import Hit, Issue, Proof

# ── One character twice: particles alone. Nouns, verbs and adverbs double by grammar: 天天 看看 渐渐 ────────────


@dataclass(frozen=True, slots=True)
class Particle:
    """A particle that is not doubled, but where a word before it ends or one behind it begins with it."""

    character: str
    ends: str  # 目的的结构: the first 的 is of 目的
    begins: str  # 对的的士: the second 的 is of 的士


PARTICLES = (
    Particle("的", "目标别有似是真总好众之中端无", "确士哥姐当卢黎里喀"),
    Particle("了", "为除算罢不甚时明小未终公私结末", "解结断却不无然悟事望如若得心愿一"),
    Particle(
        "在",
        "现存正实内所潜自外健好还旨意贵同",
        "乎线场意建校岗职册编读即于家内此逃世案任途望座位野押京华地外",
    ),
    Particle(
        "和",
        "暖温谐平缓柔随饱总调中共亲融祥说讲议媾谦",
        "平谐睦气美解缓谈好约顺风煦善田县林龙静硕政声弦衷尚蔼盘棋稀局面乐服会",
    ),
    Particle("是", "但可还就于总只而若要正凡国历倒老不都也便既即硬实自由", "否非不是以日的"),
    Particle("与", "参给赠付授赐", "会其否此共时"),
    Particle("被", "棉植覆雨毛", "子告害褥动迫捕单服面套窝"),
    Particle(
        "于", "对由关至属位处等终善便在基居忠勇敢归限甘急乐易难利低高大小出过勤", "是今此某家先先生女士洪谦右"
    ),
    Particle("也", "", "许"),
    Particle("或", "", "许多者"),
    Particle("及", "以普涉埃顾危波提触殃推企", "时其格早第至"),
    Particle("着", "沉执附衣", "重力手陆急落火色想装迷眼实凉"),
    Particle("把", "一火拖大车掌", "握关手脉守控持柄玩式子戏门"),
    Particle("将", "大上中少名老即必行武麻虎干健主战强", "军来近士领要令会在于从相"),
)
_SINGLE = re.compile(
    "|".join(
        rf"(?<![{p.ends}{p.character}]){p.character}{p.character}(?![{p.begins}{p.character}])"
        for p in PARTICLES
    )
)

# ── A word twice ──────────────────────────────────────────────────────────────────────────────────────────

_REPEATED = re.compile(rf"(?P<word>[{HAN}]{{2,20}}?)(?P=word)")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两半几")
# 研究研究: to do it a little. Verbs that newspapers double, and words before which any verb may be doubled.
_VERBS = frozenset(
    "研究 讨论 商量 考虑 学习 了解 休息 打听 介绍 表示 意思 教育 锻炼 活动 放松 收拾 打扫 整理 琢磨 合计 算计 掂量 打量 观察 体验 体会 感受 "
    "交流 沟通 切磋 分析 总结 检查 调查 调研 走动 溜达 转悠 散步 聊天 热闹 高兴 快活 轻松 凉快 暖和 痛快 清静 安静 庆祝 祝贺 照顾 照应 关心 帮助 "
    "支持 指点 指导 提醒 批评 表扬 鼓励 安慰 劝说 解释 说明 比较 比划 对照 核对 推敲 斟酌 修改 修理 修补 布置 安排 准备 熟悉 认识 练习 复习 "
    "温习 尝试 试验 实验 参观 游览 欣赏 品尝 见识 反省 反思 回忆 回味 打扮 装扮 梳洗 洗刷 擦拭 按摩 揉搓 敲打 拍打 翻动 晃悠 摇晃 摆弄 鼓捣 "
    "折腾 拾掇 张罗 忙活 招呼 应付 糊弄 吓唬 教训 惩罚 历练 磨炼 磨练 考察 考验 调理 调剂 调整 调节 调解 化解 舒展 活络 运动 娱乐 欢迎 恭喜 辛苦 "
    "谢谢 再见 加油 小心 慢点 快点 知道 明白 好的 救命 来了 走了 对了 够了 算了 行了 是的 没有 不是 不要 不用 不行 等等 哪里 那里 这里 规定 组织 年度".split()
)
# 雪白雪白, 咕噜咕噜, 永远永远: doubled for the sound or the stress of it
_SOUNDS = "哗啦叮当咚咕噜滴答嘀嗒扑通噗哧嘎吱呀轰隆嗡呼哐咣铛噼啪嘟哇哈呵嘻嘿咯哎哟嗯啊唉喂咔嚓沙叽喳呜哼咿唧嗖锵砰乒乓丁零突吭喔汪喵咩哞"
_STRESSED = re.compile(
    rf"[很好最太真多大老超整成满半][{HAN}]{{1,2}}|[{HAN}][着不]|得多|非常|特别|十分|永远|许多|无数|慢慢|仅仅|[雪洁花煞惨][白亮]|[通鲜火血绯]红|[碧翠油嫩]绿|"
    r"[金焦蜡][黄灿]|[乌漆黝墨][黑亮]|[湛蔚]蓝|笔[直挺]|[冰透拔][凉冷]|滚[烫圆热]|[崭簇]新|喷香|稀[烂碎巴软]|死[沉板]|精[光瘦湿]|"
    rf"贼[亮冷]|飞快|溜[光圆]|透[明亮]|瓦蓝|[{_SOUNDS}]{{2}}"
)
_COAXED = re.compile(rf"(?:好好|来|去|要|再|先|想|起|多|得|该|帮|可以|大家|互相|给[{HAN}]{{1,3}})$")
_SUFFIXES = frozenset("者员团物组长会所站室部化性证法权力量局厅院馆场队")  # 工作|工作组

_ENGLISH = re.compile(
    r"\b(the|a|an|of|to|in|and|for|with|at|by|as|it|was|are|be|from|this|or|we|they|he|she|his|her|their|our|your|has|will|were|would|about|into|but|is|if|than|when|which|who)\s+\1\b",
    re.IGNORECASE,
)


def doubled_word(proof: Proof) -> Iterator[Hit]:
    """斗争斗争, 的的, the the; not 高高兴兴, 研究研究, 一步一步."""
    for text in proof.texts:
        for found in _SINGLE.finditer(text.words):
            if not _beside_a_pair(found):
                yield Hit(text, *found.span(), {"once": found[0][0]})
        for found in _REPEATED.finditer(text.words):
            if not (_is_meant(found) or _crosses_words(found, proof.issue.once(_pairs_of_characters))):
                yield Hit(text, *found.span(), {"once": found["word"]})
        for found in _ENGLISH.finditer(text.words):
            yield Hit(text, *found.span(), {"once": found[1]})


def _beside_a_pair(found: re.Match[str]) -> bool:
    """实实在在, 和和气气: two doubled characters are a word."""
    words, start, end = found.string, *found.span()
    before, behind = words[max(0, start - 2) : start], words[end : end + 2]
    return any(len(pair) == 2 and pair[0] == pair[1] for pair in (before, behind))


def _pairs_of_characters(issue: Issue) -> Counter[str]:
    """How often each two characters stand together in the edition."""
    pairs: Counter[str] = Counter()
    for proof in issue.proofs:
        for text in proof.texts:
            pairs.update(map("".join, pairwise(text.words)))
    return pairs


def _crosses_words(found: re.Match[str], pairs: Counter[str]) -> bool:
    """企业创业创新: of two characters the inner pair is the word, as the rest of the edition tells."""
    first, second = found["word"][0], found["word"][-1]
    return len(found["word"]) == 2 and pairs[second + first] - 1 > pairs[first + second] - 2


def _is_meant(found: re.Match[str]) -> bool:
    word, before, behind = found["word"], found.string[: found.start()][-6:], found.string[found.end() :][:20]
    if word[0] == "的":  # 直管的市的市区
        return True
    if len(set(word)) == 1 or _NUMERALS.issuperset(word) or behind.startswith(word):
        return True
    if len(word) > 3:
        return False
    return (
        word[0] == "一"
        or bool(_STRESSED.fullmatch(word))
        or (len(word) == 2 and (word in _VERBS or bool(_COAXED.search(before)) or behind[:1] in _SUFFIXES))
    )
