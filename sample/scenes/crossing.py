"""The crossing whose light is six seconds longer (page 5)."""

from __future__ import annotations

from engraving import (
    BARE,
    EVERYWHERE,
    HEIGHT,
    SOLID,
    WIDTH,
    Block,
    Point,
    Stencil,
    curve,
    fade,
    glow,
    hatch,
    shifted,
    soft,
    stipple,
    weaker,
)
from people import arm, bust, walker

from scenes.scenery import DAWN, GREEN, LAMP, LEAF, MIST, PALE, STONE, WOOD, foliage

VANISHING: Point = (840, 470)
SEGMENTS: dict[str, str] = {"2": "abged", "9": "abcdfg"}


def crossing() -> Block:
    block = Block()
    _street(block)
    _waiting_bus(block)
    _zebra(block)
    _people_crossing(block)
    _signal(block)
    return block


def _street(block: Block) -> None:
    block.lay(EVERYWHERE, fade(130, 255, top=-60, bottom=420), hatch(14, 0, 4), MIST)
    block.lighten(glow(VANISHING, 640, 480), DAWN)
    block.lay(Stencil().disc((VANISHING[0], 400), 66), BARE, tint=(253, 236, 190))
    _houses(block, side=-1)
    _houses(block, side=1)
    road = Stencil().polygon([(800, 520), (880, 520), (1900, 1067), (-420, 1067)])
    block.lay(
        Stencil().box(0, 700, WIDTH, HEIGHT), fade(170, 110, top=700, bottom=HEIGHT), hatch(12, 0, 2), STONE
    )
    block.lay(road, fade(215, 52, top=520, bottom=1000), hatch(14, 0, 2), (186, 186, 182))
    block.lay(Stencil().polygon([(836, 540), (844, 540), (858, 700), (822, 700)]), BARE, tint=(253, 236, 190))


def _houses(block: Block, side: int) -> None:
    """A row of houses along the street, each a step nearer, darker and higher."""
    edges = (70, 130, 220, 350, 540, 900)
    for depth, (near, far) in enumerate(zip(edges[1:], edges, strict=False)):
        x_near, x_far = VANISHING[0] + side * near, VANISHING[0] + side * far
        height_far, height_near = far * (1.15 + 0.12 * (depth % 2)), near * (1.15 + 0.12 * (depth % 2))
        wall = [
            (x_far, 480 - height_far),
            (x_near, 480 - height_near),
            (x_near, 500 + near * 0.42),
            (x_far, 500 + far * 0.42),
        ]
        tone = 190 - depth * 32
        block.lay(Stencil().polygon(wall), tone, hatch(13, 90 - side * 3, 1), STONE if depth % 2 else PALE)
        block.lay(Stencil().line(wall, 4), 20)
        _windows(block, (x_far, x_near), (height_far, height_near), rows=5)


def _windows(block: Block, xs: tuple[float, float], heights: tuple[float, float], rows: int) -> None:
    panes = Stencil()
    for column in range(3):
        shares = (column / 3 + 0.09, column / 3 + 0.25)
        left, right = (xs[0] + (xs[1] - xs[0]) * share for share in shares)
        tall_left, tall_right = (heights[0] + (heights[1] - heights[0]) * share for share in shares)
        for row in range(rows):
            up, down = 0.9 - row * 0.2, 0.79 - row * 0.2
            panes.polygon(
                [
                    (left, 480 - tall_left * up),
                    (right, 480 - tall_right * up),
                    (right, 480 - tall_right * down),
                    (left, 480 - tall_left * down),
                ]
            )
    block.lay(panes, 10)


def _waiting_bus(block: Block) -> None:
    block.darken(weaker(soft(Stencil().disc((505, 742), 190, 22).mask(), 7), 0.9))
    block.lay(
        Stencil().polygon([(352, 430), (372, 404), (640, 404), (660, 430), (664, 722), (348, 722)]),
        120,
        hatch(10, 90),
        GREEN,
    )
    block.lay(Stencil().polygon([(370, 462), (642, 462), (648, 590), (364, 590)]), 22)
    block.lay(Stencil().polygon([(380, 470), (470, 470), (414, 584), (372, 584)]), 170, hatch(9, 24), MIST)
    block.lay(Stencil().box(420, 414, 592, 448), SOLID)
    block.lay(
        Stencil().box(438, 424, 470, 438).box(480, 424, 504, 438).box(514, 424, 574, 438), BARE, tint=LAMP
    )
    block.lay(Stencil().disc((392, 654), 20).disc((620, 654), 20), BARE, tint=LAMP)
    dark = (
        Stencil()
        .box(448, 632, 566, 672)
        .box(340, 700, 672, 724)
        .box(366, 720, 420, 752)
        .box(594, 720, 648, 752)
    )
    dark.line([(352, 480), (326, 500), (326, 560)], 9).line([(660, 480), (688, 500), (688, 560)], 9)
    block.lay(dark, SOLID)
    driver = bust(Stencil(), (584, 588), 92)
    block.lay(driver, 150)


def _zebra(block: Block) -> None:
    """Stripes that run away from the eye, so that they narrow towards the vanishing point."""
    stripes = Stencil()
    for number in range(-9, 10):
        left, right = number * 190 - 52, number * 190 + 52
        stripes.polygon(
            [_towards(left, 0.60), _towards(right, 0.60), _towards(right, 0.93), _towards(left, 0.93)]
        )
    block.lay(stripes, 246, hatch(13, 0), (250, 243, 228))
    block.lay(
        Stencil().polygon(
            [_towards(-1700, 0.53), _towards(-40, 0.53), _towards(-40, 0.555), _towards(-1700, 0.555)]
        ),
        250,
        tint=PALE,
    )


def _towards(x: float, nearness: float) -> Point:
    return VANISHING[0] + x * nearness, VANISHING[1] + (HEIGHT - VANISHING[1]) * nearness


def _people_crossing(block: Block) -> None:
    people: tuple[tuple[Point, float, bool], ...] = (
        ((690, 950), 400, False), ((812, 958), 248, False), ((1080, 898), 352, True),
        ((300, 906), 350, False),
    )  # fmt: skip
    shadows = Stencil()
    for (x, y), height, _ in people:
        foot, lean = y + height * 0.42, (x - VANISHING[0]) * 0.22
        shadows.polygon([(x - 34, y - 4), (x + 36, y - 4), (x + lean + 56, foot), (x + lean - 60, foot)])
    block.lay(shadows, SOLID)
    for at, height, mirrored in people:
        _backlit(block, walker(Stencil(), at, height, mirrored=mirrored))
    _hand_in_hand(block)
    _shopping_cart(block)


def _backlit(block: Block, figure: Stencil) -> None:
    shape = figure.mask()
    block.lay(shifted(shape, 5, -4), BARE, tint=(253, 236, 190))
    block.lay(shifted(shape, -5, -3), BARE, tint=(253, 236, 190))
    block.lay(shape, SOLID)


def _hand_in_hand(block: Block) -> None:
    arms = arm(Stencil(), (722, 640), (764, 730), (776, 800), 24)
    block.lay(arm(arms, (802, 770), (786, 790), (776, 804), 16), SOLID)
    satchel = [(776, 772), (768, 838), (800, 852), (812, 800), (800, 766)]
    block.lay(Stencil().blob(satchel), BARE, tint=(222, 128, 98))
    block.lay(
        Stencil().line([*curve(satchel, closed=True), satchel[0]], 5).line([(772, 806), (806, 812)], 4), SOLID
    )
    scarf = Stencil().line([(664, 604), (722, 604)], 17).line([(672, 606), (650, 676)], 13)
    block.lay(scarf, BARE, tint=(222, 128, 98))
    block.lay(Stencil().blob([(262, 574), (300, 546), (338, 570), (352, 582), (300, 580)]), SOLID)
    block.lay(arm(Stencil(), (330, 640), (392, 724), (444, 750), 20), SOLID)


def _shopping_cart(block: Block) -> None:
    frame = (
        Stencil()
        .line([(440, 748), (470, 770), (486, 886)], 8)
        .line([(462, 884), (560, 884)], 9)
        .disc((486, 900), 17)
        .disc((548, 900), 17)
    )
    block.lay(frame, SOLID)
    block.lay(Stencil().polygon([(478, 792), (566, 792), (556, 880), (488, 880)]), 120, hatch(9, 45), WOOD)
    block.lay(Stencil().line([(478, 792), (566, 792), (556, 880), (488, 880), (478, 792)], 6), SOLID)
    block.lay(foliage((510, 772), 28, 4), SOLID)
    block.lay(foliage((542, 776), 22, 9), 60, stipple(8), LEAF)


def _signal(block: Block) -> None:
    block.lay(Stencil().box(1392, 90, 1422, HEIGHT).box(1376, 980, 1438, HEIGHT), SOLID)
    block.lay(Stencil().box(1418, 90, 1422, HEIGHT), 220)
    block.lay(
        Stencil()
        .polygon([(1250, 176), (1386, 176), (1386, 560), (1250, 560)])
        .box(1380, 240, 1400, 260)
        .box(1380, 480, 1400, 500),
        SOLID,
    )
    block.lay(Stencil().line([(1250, 560), (1250, 176), (1386, 176)], 5), 226)
    block.lay(Stencil().disc((1318, 246), 48), 44, stipple(9), (196, 150, 140))
    block.lighten(weaker(glow((1318, 372), 210), 0.55), GREEN)
    block.lay(Stencil().box(1256, 300, 1380, 554), SOLID)
    block.lay(Stencil().disc((1318, 372), 54), BARE, tint=GREEN)
    block.lay(walker(Stencil(), (1318, 416), 92, stride=0.2), SOLID)
    block.lay(_digit("2", (1276, 456)), BARE, tint=GREEN)
    block.lay(_digit("9", (1328, 456)), BARE, tint=GREEN)


def _digit(figure: str, at: Point) -> Stencil:
    x, y = at
    bars = {
        "a": (4, 0, 30, 9), "b": (25, 4, 34, 38), "c": (25, 42, 34, 76), "d": (4, 71, 30, 80),
        "e": (0, 42, 9, 76), "f": (0, 4, 9, 38), "g": (4, 35, 30, 45),
    }  # fmt: skip
    lit = Stencil()
    for segment in SEGMENTS[figure]:
        left, top, right, bottom = bars[segment]
        lit.box(x + left, y + top, x + right, y + bottom)
    return lit
