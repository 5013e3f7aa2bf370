"""Plum trees at the embankment, the night of the lanterns (page 1)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from engraving import (
    BARE,
    EVERYWHERE,
    SOLID,
    WIDTH,
    Block,
    Point,
    Stencil,
    chance,
    curve,
    fade,
    glow,
    hatch,
    ripples,
    soft,
    weaker,
)
from people import arm, walker

from scenes.scenery import BLOSSOM, DUSK, LAMP, MOON, glitter, lit_figure, ridge

PLUM_BRANCHES: tuple[tuple[list[Point], float, float], ...] = (
    ([(60, 1100), (150, 900), (110, 730), (230, 560), (215, 400)], 104, 46),
    ([(225, 580), (360, 470), (520, 430), (640, 330), (800, 300)], 46, 9),
    ([(216, 420), (170, 270), (250, 150), (220, -20)], 44, 22),
    ([(200, 330), (330, 220), (470, 190), (600, 90), (740, 70)], 30, 6),
    ([(120, 740), (40, 620), (-20, 600)], 40, 26),
    ([(520, 430), (600, 470), (720, 455)], 14, 4),
    ([(400, 455), (450, 560), (560, 600)], 17, 4),
    ([(470, 190), (540, 250), (640, 240)], 12, 4),
    ([(245, 160), (370, 80), (430, -10)], 18, 8),
    ([(640, 330), (680, 240), (770, 190)], 12, 4),
)


def plum_embankment() -> Block:
    block = Block()
    _moonlit_sky(block, moon=(1085, 255))
    _far_bank(block)
    _moonlit_river(block)
    _promenade(block)
    _plum_tree(block)
    return block


def _moonlit_sky(block: Block, moon: Point) -> None:
    block.lay(EVERYWHERE, fade(8, 160, top=0, bottom=640), hatch(13, 0, 5, 300), DUSK)
    block.lighten(weaker(glow(moon, 640, 560), 0.82), (176, 190, 196))
    block.lighten(glow(moon, 250), (222, 220, 200))
    block.lay(Stencil().disc(moon, 104), BARE, tint=MOON)
    seas = (
        Stencil()
        .blob([(1040, 222), (1084, 200), (1116, 236), (1070, 268)])
        .disc((1124, 300), 26, 17)
        .disc((1050, 310), 14, 10)
    )
    block.lay(soft(seas.mask(), 3), tint=(236, 222, 184))


def _far_bank(block: Block) -> None:
    hills = ridge([(0, 560), (300, 505), (620, 560), (930, 500), (1260, 548), (1600, 490)], 660)
    block.lay(hills, 60, hatch(11, 10, 2), DUSK)
    block.lay(Stencil().box(0, 606, WIDTH, 648), 6)
    dice = chance(12)
    windows = Stencil()
    for _ in range(58):
        x, y = dice.uniform(520, 1590), dice.uniform(596, 638)
        windows.box(x, y, x + 7, y + 8)
    block.lay(windows, BARE, tint=LAMP)


def _moonlit_river(block: Block) -> None:
    block.lay(Stencil().box(0, 648, WIDTH, 900), fade(60, 130, top=648, bottom=880), ripples(12), DUSK)
    block.lay(glitter((1085, 0), 92, 662, 850, seed=3), BARE, tint=MOON)


def _promenade(block: Block) -> None:
    path = Stencil().polygon([(1600, 800), (620, 862), (180, 1067), (1600, 1067)])
    block.lay(path, fade(215, 120, top=800, bottom=1067), hatch(14, -4, 3), (206, 200, 190))
    block.lay(
        Stencil().polygon([(1600, 794), (620, 854), (140, 1067), (190, 1067), (640, 868), (1600, 808)]), SOLID
    )
    rail = Stencil().line([(1600, 718), (700, 772)], 6).line([(1600, 756), (700, 806)], 4)
    for x in range(730, 1600, 62):
        rail.box(x, 770 - (x - 700) * 0.06, x + 8, 852 - (x - 660) * 0.06)
    lit_figure(block, rail, (0, -1), tint=MOON, width=4)
    for x, y, height, side in (
        (790, 906, 136, 1),
        (1370, 950, 206, -1),
        (1010, 1014, 270, -1),
        (1092, 1018, 166, 1),
    ):
        _lantern_walker(block, (x, y), height, side)


def _lantern_walker(block: Block, at: Point, height: float, side: int) -> None:
    x, y = at
    hand = (x + side * height * 0.24, y - height * 0.52)
    lantern = (hand[0] + side * height * 0.07, hand[1] + height * 0.19)
    block.lighten(glow(lantern, height * 0.66), LAMP)
    block.darken(
        weaker(soft(Stencil().disc((x - side * 18, y + 4), height * 0.34, height * 0.05).mask(), 5), 0.9)
    )
    shape = walker(Stencil(), at, height, stride=0.08, mirrored=side < 0)
    arm(
        shape,
        (x + side * height * 0.06, y - height * 0.78),
        (x + side * height * 0.15, y - height * 0.62),
        hand,
        height * 0.06,
    )
    lit_figure(block, shape, (side, -0.5), tint=LAMP, width=5)
    _lantern(block, hand, lantern, height)


def _lantern(block: Block, hand: Point, centre: Point, height: float) -> None:
    x, y = centre
    block.lay(Stencil().line([hand, (x, hand[1] - height * 0.03), (x, y + height * 0.2)], 3), SOLID)
    block.lay(Stencil().disc(centre, height * 0.105, height * 0.118), SOLID)
    block.lay(Stencil().disc(centre, height * 0.09, height * 0.105), BARE, tint=(250, 170, 88))
    caps = Stencil().box(x - height * 0.05, y - height * 0.13, x + height * 0.05, y - height * 0.1)
    caps.box(x - height * 0.05, y + height * 0.1, x + height * 0.05, y + height * 0.13)
    block.lay(caps.line([(x, y - height * 0.1), (x, y + height * 0.1)], 2), SOLID)


def _plum_tree(block: Block) -> None:
    wood = Stencil()
    for points, start, end in PLUM_BRANCHES:
        wood.branch(points, start, end)
    _twigs(wood)
    block.lay(wood, SOLID)
    rim = Stencil()
    for points, start, end in PLUM_BRANCHES[:3]:
        rim.branch([(x + start * 0.24, y - start * 0.1) for x, y in points], start * 0.26, end * 0.16)
    block.lay(rim, 96, hatch(11, -34, 4, 60), (176, 184, 190))
    for x, y, size in _blossoms():
        _blossom(block, (x, y), size)


def _twigs(wood: Stencil) -> None:
    """Thin shoots that stand straight up from the branches, each with its buds."""
    dice = chance(77)
    for points, _, _ in PLUM_BRANCHES[1:]:
        for x, y in curve(points)[8::7]:
            length, lean = dice.uniform(50, 120), dice.uniform(-26, 30)
            wood.branch([(x, y), (x + lean * 0.4, y - length * 0.5), (x + lean, y - length)], 7, 2)
            for share in (0.45, 0.7, 1.0):
                wood.disc((x + lean * share + dice.choice((-5, 5)), y - length * share), 6, 7)


def _blossoms() -> Iterator[tuple[float, float, float]]:
    dice = chance(21)
    for points, start, _ in PLUM_BRANCHES[1:]:
        for x, y in curve(points)[6 if start < 45 else 14 :: 2]:
            if dice.random() < 0.8:
                yield x + dice.uniform(-38, 38), y + dice.uniform(-38, 30), dice.uniform(10, 25)


def _blossom(block: Block, at: Point, size: float) -> None:
    x, y = at
    turns = [math.tau * petal / 5 + size for petal in range(5)]
    petals = [(x + math.cos(turn) * size * 0.72, y + math.sin(turn) * size * 0.72) for turn in turns]
    edge, flower, heart = Stencil(), Stencil(), Stencil().disc(at, size * 0.16)
    for petal, turn in zip(petals, turns, strict=True):
        edge.disc(petal, size * 0.66)
        flower.disc(petal, size * 0.52)
        heart.line([at, (x + math.cos(turn + 0.6) * size * 0.5, y + math.sin(turn + 0.6) * size * 0.5)], 2)
    block.lay(edge, SOLID)
    block.lay(flower, BARE, tint=BLOSSOM)
    block.lay(heart, SOLID)
