"""The court house and the stone bridge at dawn (page 1)."""

from __future__ import annotations

import math

from engraving import (
    BARE,
    EVERYWHERE,
    HEIGHT,
    SOLID,
    WIDTH,
    Block,
    Point,
    Stencil,
    fade,
    glow,
    hatch,
    ripples,
    soft,
    weaker,
)
from people import sitter, walker

from scenes.scenery import DAWN, HILL, MIST, PALE, RIVER, STONE, glitter, lit_figure, ridge, willow

ARCHES: tuple[tuple[float, float], ...] = ((170, 96), (460, 132), (810, 158), (1160, 132), (1450, 96))
WATERLINE = 852.0


def court_and_bridge() -> Block:
    block = Block()
    _dawn_sky(block, sun=(1190, 330))
    _far_shore(block)
    _court_house(block)
    _river(block, top=WATERLINE)
    _stone_bridge(block)
    _rowing_boat(block, (1150, 978))
    willow(block, (1620, -10), 430, seed=5)
    return block


def _dawn_sky(block: Block, sun: Point) -> None:
    block.lay(EVERYWHERE, fade(95, 255, top=-40, bottom=500), hatch(14, 0, 4), MIST)
    block.lighten(glow(sun, 620, 430), DAWN)
    block.lay(Stencil().disc(sun, 58), BARE, tint=(252, 232, 184))
    far = ridge([(0, 430), (240, 380), (520, 450), (830, 380), (1090, 440), (1330, 360), (1600, 430)], 660)
    block.lay(far, fade(120, 255, top=380, bottom=600), hatch(13, 14, 2), HILL)
    near = ridge([(700, 590), (960, 500), (1210, 545), (1430, 470), (1600, 520)], 800)
    block.lay(near, fade(40, 235, top=480, bottom=690), hatch(13, -12, 2), HILL)


def _far_shore(block: Block) -> None:
    """What is seen through the arches: pale water and the foot of the other bank."""
    block.lay(Stencil().box(0, 620, WIDTH, 700), 60, hatch(10, 0, 2), HILL)
    block.lay(
        Stencil().box(0, 690, WIDTH, WATERLINE), fade(246, 205, top=690, bottom=WATERLINE), ripples(13), RIVER
    )


def _court_house(block: Block) -> None:
    block.lay(Stencil().box(52, 372, 960, 640), fade(150, 110, top=372, bottom=640), hatch(12, 90), STONE)
    for left in (*range(84, 190, 40), *range(838, 940, 40)):
        block.lay(Stencil().box(left, 420, left + 20, 480).box(left, 520, left + 20, 590), 20)
    block.lay(Stencil().box(196, 250, 816, 640), 74, hatch(9, 90), STONE)
    _colonnade(block, range(222, 800, 72))
    block.lay(Stencil().box(172, 236, 840, 292), 222, hatch(11, 0), PALE)
    block.lay(Stencil().box(172, 286, 840, 296).box(52, 366, 196, 374).box(816, 366, 960, 374), SOLID)
    block.lay(Stencil().polygon([(180, 236), (506, 150), (832, 236)]), 196, hatch(10, 0), PALE)
    block.lay(Stencil().line([(166, 238), (506, 146), (846, 238), (166, 238)], 9), SOLID)
    block.lay(_balance((506, 196), 30), SOLID)
    for step in range(4):
        block.lay(
            Stencil().box(160 - 22 * step, 596 + 16 * step, 852 + 22 * step, 607 + 16 * step), BARE, tint=PALE
        )
        block.lay(Stencil().box(160 - 22 * step, 607 + 16 * step, 852 + 22 * step, 612 + 16 * step), SOLID)


def _colonnade(block: Block, lefts: range) -> None:
    block.lay(Stencil().box(478, 360, 534, 600), SOLID)
    for left in lefts:
        block.lay(Stencil().box(left, 296, left + 34, 600), BARE, tint=PALE)
        block.lay(Stencil().box(left, 296, left + 9, 600), SOLID)
        block.lay(
            Stencil().box(left - 6, 296, left + 40, 310).box(left - 6, 588, left + 40, 600), BARE, tint=PALE
        )


def _balance(centre: Point, size: float) -> Stencil:
    x, y = centre
    scales = (
        Stencil()
        .line([(x, y - size), (x, y + size)], 5)
        .line([(x - size * 1.3, y - size * 0.7), (x + size * 1.3, y - size * 0.7)], 5)
    )
    scales.line([(x - size * 0.6, y + size), (x + size * 0.6, y + size)], 6)
    for side in (-1.3, 1.3):
        pan = x + size * side
        scales.line(
            [
                (pan, y - size * 0.7),
                (pan - size * 0.5, y + size * 0.2),
                (pan + size * 0.5, y + size * 0.2),
                (pan, y - size * 0.7),
            ],
            3,
        )
    return scales


def _river(block: Block, top: float) -> None:
    block.lay(
        Stencil().box(0, top, WIDTH, HEIGHT), fade(225, 112, top=top, bottom=HEIGHT), ripples(15), RIVER
    )


def _stone_bridge(block: Block) -> None:
    top: list[Point] = [(x, _deck(x)) for x in range(-20, WIDTH + 21, 20)]
    wall = Stencil().polygon([*top, (WIDTH + 20, WATERLINE), (-20, WATERLINE)])
    for centre, half in ARCHES:
        wall.disc((centre, WATERLINE), half, half * 0.95, fill=0)
    stones = wall.mask()
    block.lay(stones, fade(160, 84, top=590, bottom=WATERLINE), hatch(12, 4, 2), STONE)
    for centre, half in ARCHES:
        block.lay(_arch_ring(centre, half), 238, tint=PALE)
        block.lay(_vault(centre, half), SOLID)
    _parapet(block, top)
    _reflection(block)


def _deck(x: float) -> float:
    return 722 - 78 * math.cos((x - 810) / 900 * math.pi / 2)


def _arch_ring(centre: float, half: float) -> Stencil:
    ring = (
        Stencil()
        .disc((centre, WATERLINE), half + 19, half * 0.95 + 19)
        .disc((centre, WATERLINE), half + 3, half * 0.95 + 3, fill=0)
    )
    for spoke in range(1, 14):
        turn = math.pi * spoke / 14
        outer = (centre + math.cos(turn) * (half + 24), WATERLINE - math.sin(turn) * (half * 0.95 + 24))
        ring.line([(centre, WATERLINE), outer], 3, fill=0)
    return ring.box(0, WATERLINE, WIDTH, HEIGHT, fill=0)


def _vault(centre: float, half: float) -> Stencil:
    """The shaded inside of an arch, seen from the right."""
    inside = Stencil().disc((centre, WATERLINE), half, half * 0.95)
    inside.disc((centre + half * 0.2, WATERLINE + 6), half * 0.92, half * 0.9, fill=0)
    return inside.box(0, WATERLINE, WIDTH, HEIGHT, fill=0)


def _parapet(block: Block, top: list[Point]) -> None:
    block.lay(Stencil().line([(x, y + 5) for x, y in top], 13), BARE, tint=PALE)
    block.lay(Stencil().line([(x, y + 14) for x, y in top], 4), SOLID)
    for x, height, mirrored in (
        (250, 104, False),
        (640, 108, False),
        (694, 74, False),
        (1010, 110, True),
        (1325, 104, True),
    ):
        crowd = walker(Stencil(), (x, _deck(x) - 4), height, mirrored=mirrored)
        lit_figure(block, crowd, (1, -0.4), width=4)
    posts = Stencil().line([(x, y - 34) for x, y in top], 8)
    for x in range(-10, WIDTH, 38):
        posts.box(x, _deck(x) - 36, x + 7, _deck(x))
    lit_figure(block, posts, (0, -1), tint=PALE, width=4)


def _reflection(block: Block) -> None:
    shade = Stencil().box(0, WATERLINE, WIDTH, WATERLINE + 96)
    for centre, half in ARCHES:
        shade.disc((centre, WATERLINE), half * 0.97, half * 0.62, fill=0)
    block.darken(weaker(soft(shade.mask(), 7), 0.6))
    block.lay(Stencil().line([(0, WATERLINE), (WIDTH, WATERLINE)], 6), SOLID)
    block.lay(glitter((1190, 0), 110, WATERLINE + 20, 1045, seed=8), BARE, tint=DAWN)


def _rowing_boat(block: Block, at: Point) -> None:
    x, y = at
    block.lighten(weaker(glow((x, y - 30), 260, 120), 0.85), DAWN)
    block.darken(weaker(soft(Stencil().disc((x, y + 34), 150, 14).mask(), 6), 0.8))
    hull = [
        (x - 160, y - 20),
        (x - 100, y + 18),
        (x + 60, y + 22),
        (x + 160, y - 22),
        (x + 60, y),
        (x - 80, y + 2),
    ]
    boat = Stencil().blob(hull).line([(x + 20, y - 48), (x + 128, y + 46)], 6)
    sitter(boat, (x - 20, y + 26), 136)
    boat.blob([(x - 58, y - 100), (x - 12, y - 130), (x + 34, y - 98), (x - 12, y - 104)])
    block.lay(boat, SOLID)
