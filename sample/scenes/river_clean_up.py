"""The clean-up boat on the river (page 8)."""

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
    chance,
    fade,
    glow,
    hatch,
    placed,
    ripples,
    soft,
    stipple,
    weaker,
)
from people import arm, bust, walker
from PIL import ImageFilter

from scenes.scenery import DAWN, HILL, LEAF, MIST, PALE, RIVER, STONE, foliage, glitter, lit_figure


def river_clean_up() -> Block:
    block = Block()
    _hazy_city(block)
    _wide_water(block)
    _work_boat(block)
    _flotsam(block)
    _egrets(block)
    return block


def _hazy_city(block: Block) -> None:
    block.lay(EVERYWHERE, fade(140, 255, top=-60, bottom=430), hatch(12, 0, 4), MIST)
    block.lighten(glow((330, 260), 560, 420), DAWN)
    block.lay(Stencil().disc((330, 250), 62), BARE, tint=(253, 234, 188))
    dice = chance(44)
    x = -20.0
    while x < WIDTH:
        width, height = dice.uniform(44, 110), dice.uniform(60, 240) * (0.6 + x / WIDTH * 0.7)
        block.lay(
            Stencil().box(x, 520 - height, x + width, 540),
            fade(150, 245, top=300, bottom=530),
            hatch(10, 90),
            HILL,
        )
        x += width + dice.uniform(4, 30)
    trees = Stencil().box(0, 516, WIDTH, 548)
    for tree in range(0, WIDTH + 30, 34):
        trees.disc((tree, 514 + 6 * math.sin(tree)), 28, 24)
    block.lay(trees, 56, stipple(11), LEAF)
    block.lay(Stencil().box(0, 538, WIDTH, 556), 236, tint=PALE)


def _wide_water(block: Block) -> None:
    block.lay(Stencil().box(0, 556, WIDTH, HEIGHT), fade(228, 78, top=556, bottom=HEIGHT), ripples(15), RIVER)
    block.lay(Stencil().box(0, 554, WIDTH, 560), SOLID)
    block.lay(glitter((330, 0), 120, 574, 900, seed=18), BARE, tint=DAWN)


def _work_boat(block: Block) -> None:
    block.darken(
        weaker(soft(Stencil().polygon([(470, 806), (1420, 806), (1330, 910), (560, 890)]).mask(), 14), 0.8)
    )
    hull = [(392, 690), (1430, 690), (1396, 800), (1350, 822), (520, 822), (446, 770)]
    block.lay(Stencil().polygon(hull), fade(120, 20, top=690, bottom=822), hatch(11, 0, 1), (150, 176, 178))
    block.lay(Stencil().line([*hull, hull[0]], 9).box(400, 716, 1424, 724), SOLID)
    block.lay(Stencil().box(410, 700, 1416, 708), BARE, tint=PALE)
    _wheel_house(block)
    _crew(block)
    _catch(block)


def _wheel_house(block: Block) -> None:
    block.lay(Stencil().box(1130, 486, 1350, 690), 232, hatch(11, 90), PALE)
    block.lay(Stencil().box(1270, 486, 1350, 690), 90, hatch(10, 90), STONE)
    block.lay(
        Stencil().polygon([(1104, 470), (1376, 470), (1360, 492), (1120, 492)]).box(1150, 516, 1254, 594),
        SOLID,
    )
    block.lay(Stencil().box(1157, 523, 1247, 587), BARE, tint=DAWN)
    driver = bust(Stencil(), (1208, 610), 96).box(0, 587, WIDTH, HEIGHT, fill=0)
    block.lay(driver.box(1288, 520, 1336, 590), SOLID)
    outline = (
        Stencil()
        .line([(1130, 486), (1130, 690), (1350, 690), (1350, 486)], 6)
        .line([(1240, 470), (1240, 340)], 7)
    )
    block.lay(outline, SOLID)
    pennant = [(1243, 344), (1344, 362), (1322, 378), (1346, 396), (1243, 404)]
    block.lay(Stencil().polygon(pennant), BARE, tint=(222, 128, 98))
    block.lay(Stencil().line([*pennant, pennant[0]], 4), SOLID)


def _crew(block: Block) -> None:
    _deck_hand(block, (590, 692), 330, net=(262, 806), share=(0.34, 0.6))
    _deck_hand(block, (800, 692), 318, net=(716, 330), share=(0.72, 0.5))
    keeper = walker(Stencil(), (992, 692), 306, stride=0.05)
    lit_figure(block, arm(keeper, (1006, 452), (1040, 516), (1058, 474), 22), (-1, -0.5), width=5)
    _account_book(block)
    for x, feet, height in ((590, 692, 330), (800, 692, 318), (992, 692, 306)):
        _vest(block, (x, feet), height)


def _deck_hand(block: Block, at: Point, height: float, net: Point, share: tuple[float, float]) -> None:
    x, y = at
    figure = walker(Stencil(), at, height, stride=0.11, mirrored=True)
    figure.blob(
        [
            (x - height * 0.15, y - height * 0.945),
            (x, y - height * 1.03),
            (x + height * 0.12, y - height * 0.945),
        ]
    )
    end = (x + height * 0.28, y - height * 0.86) if net[1] > y else (x - height * 0.1, y - height * 0.1)
    left, right = ((end[0] + (net[0] - end[0]) * part, end[1] + (net[1] - end[1]) * part) for part in share)
    arm(figure, (x + 6, y - height * 0.77), (x + height * 0.06, y - height * 0.58), left, height * 0.07)
    arm(
        figure,
        (x - height * 0.06, y - height * 0.77),
        (x - height * 0.17, y - height * 0.64),
        right,
        height * 0.07,
    )
    lit_figure(block, figure.line([end, net], 8), (-1, -0.5), width=5)
    _net(block, net, 52, 26 if net[1] > y else 46)


def _net(block: Block, rim: Point, across: float, down: float) -> None:
    centre = (rim[0] - across * 0.65, rim[1] + 8) if down < 40 else (rim[0] - 8, rim[1] - down)
    block.lay(Stencil().disc(centre, across, down), 190, hatch(8, 45), MIST)
    block.lay(Stencil().disc(centre, across + 4, down + 4).disc(centre, across - 4, down - 4, fill=0), SOLID)


def _account_book(block: Block) -> None:
    cover = [(1040, 440), (1086, 434), (1092, 478), (1046, 484)]
    block.lay(Stencil().polygon(cover), BARE, tint=PALE)
    block.lay(
        Stencil()
        .line([(1050, 452), (1080, 448)], 3)
        .line([(1052, 464), (1082, 460)], 3)
        .line([*cover, cover[0]], 4),
        SOLID,
    )


def _vest(block: Block, at: Point, height: float) -> None:
    outline = [
        (-0.06, -0.83),
        (0.0, -0.74),
        (0.06, -0.83),
        (0.085, -0.8),
        (0.075, -0.54),
        (-0.075, -0.54),
        (-0.085, -0.8),
    ]
    block.lay(Stencil().polygon(placed(outline, at, height)), BARE, tint=(238, 150, 96))
    block.lay(Stencil().line(placed([(-0.08, -0.63), (0.08, -0.63)], at, height), 11), BARE, tint=PALE)
    seams = (
        Stencil()
        .line(placed([(-0.08, -0.61), (0.08, -0.61)], at, height), 3)
        .line(placed([(0.0, -0.74), (0.0, -0.54)], at, height), 3)
    )
    block.lay(seams.line(placed([(-0.08, -0.65), (0.08, -0.65)], at, height), 3), SOLID)


def _catch(block: Block) -> None:
    for x, seed in ((664, 2), (872, 7)):
        block.lay(foliage((x, 660), 40, seed), BARE, stipple(10), PALE)
        block.lay(foliage((x + 4, 664), 30, seed + 20), 120, stipple(10), (214, 190, 150))
        block.lay(Stencil().polygon([(x - 46, 650), (x + 46, 650), (x + 36, 694), (x - 36, 694)]), SOLID)
    stand = Stencil().line([(1112, 690), (1112, 520), (1062, 520)], 9).line([(1066, 520), (1066, 548)], 4)
    block.lay(stand.disc((1066, 570), 26).line([(1066, 596), (1066, 618)], 4), SOLID)
    block.lay(Stencil().disc((1066, 570), 19), BARE, tint=PALE)
    block.lay(Stencil().line([(1066, 570), (1076, 558)], 4), SOLID)
    block.lay(
        Stencil().polygon([(1032, 616), (1100, 616), (1090, 668), (1042, 668)]), BARE, tint=(150, 176, 178)
    )
    block.lay(Stencil().line([(1032, 616), (1100, 616), (1090, 668), (1042, 668), (1032, 616)], 6), SOLID)


def _flotsam(block: Block) -> None:
    for x, y, turn in (
        (196, 846, 0.3),
        (330, 930, -0.5),
        (868, 950, 0.2),
        (1120, 1000, -0.2),
        (1490, 900, 0.4),
    ):
        end = (x + math.cos(turn) * 66, y + math.sin(turn) * 22)
        block.lay(Stencil().line([(x, y), end], 26).disc((x, y), 13), SOLID)
        block.lay(Stencil().line([(x, y - 2), end], 16).disc((x, y - 2), 8), BARE, tint=MIST)
        block.lay(
            Stencil().line([end, (end[0] + math.cos(turn) * 18, end[1] + math.sin(turn) * 8)], 11), SOLID
        )
    box = [(560, 960), (650, 944), (668, 982), (580, 1000)]
    block.lay(Stencil().polygon(box), BARE, tint=PALE)
    block.lay(Stencil().line([*box, box[0]], 6).line([(560, 960), (566, 986), (580, 1000)], 6), SOLID)


def _egrets(block: Block) -> None:
    for x, y, size in ((860, 210, 1.0), (1000, 150, 0.7), (990, 272, 0.55)):
        bird = Stencil().branch(
            [(x - 96 * size, y - 40 * size), (x - 46 * size, y - 36 * size), (x, y)], 3 * size, 17 * size
        )
        bird.branch(
            [(x + 92 * size, y - 52 * size), (x + 44 * size, y - 40 * size), (x, y)], 3 * size, 17 * size
        )
        bird.branch([(x - 62 * size, y + 12 * size), (x, y + 3 * size)], 3 * size, 14 * size)
        bird.branch(
            [(x, y + 3 * size), (x + 30 * size, y + 6 * size), (x + 58 * size, y + 16 * size)],
            14 * size,
            3 * size,
        )
        shape = bird.mask()
        block.lay(shape.filter(ImageFilter.MaxFilter(7)), SOLID)
        block.lay(shape, BARE, tint=(252, 248, 238))
