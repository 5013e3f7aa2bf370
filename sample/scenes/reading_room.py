"""The reading room in the old cotton mill (page 6)."""

from __future__ import annotations

from random import Random

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
    weaker,
)
from people import arm, bust

from scenes.scenery import DUSK, GREEN, LAMP, LEAF, MOON, PALE, STONE, WOOD, lit_cloth, lit_figure

HALL_EYE: Point = (800, 470)
TABLE_HEIGHT = 330.0
ROWS = tuple(0.3 * 1.36**row for row in range(6))


def reading_room() -> Block:
    block = Block()
    _mill_hall(block)
    _book_wall(block, side=-1)
    _book_wall(block, side=1)
    _long_table(block)
    for nearness in ROWS:
        for side in (-1, 1):
            _lamp_light(block, side, nearness)
    for number, nearness in enumerate(ROWS):
        for side in (-1, 1):
            _lamp(block, side, nearness)
            _reader(block, side, nearness, seed=number * 2 + side)
    return block


def _mill_hall(block: Block) -> None:
    block.lay(EVERYWHERE, 30, hatch(12, 0, 3), (150, 150, 150))
    for far in (0.82, 0.54, 0.36, 0.24):
        glass = [
            _hall(-860, -560, far),
            _hall(860, -560, far),
            _hall(860, -330, far * 1.12),
            _hall(-860, -330, far * 1.12),
        ]
        block.lay(Stencil().polygon(glass), fade(70, 190, top=0, bottom=430), hatch(12, 8, 3), DUSK)
        bars = Stencil().line([*glass, glass[0]], 22 * far)
        for x in range(-860, 861, 215):
            bars.line([_hall(x, -560, far), _hall(x, -330, far * 1.12)], 12 * far)
        block.lay(bars, SOLID)
        block.lay(
            Stencil().polygon(
                [
                    _hall(-900, -330, far * 1.12),
                    _hall(900, -330, far * 1.12),
                    _hall(900, -300, far * 1.16),
                    _hall(-900, -300, far * 1.16),
                ]
            ),
            SOLID,
        )
    block.lay(Stencil().disc((1064, 96), 40), BARE, tint=MOON)
    block.lay(
        Stencil().polygon(
            [_hall(-900, 640, 1.2), _hall(900, 640, 1.2), _hall(900, 640, 0.2), _hall(-900, 640, 0.2)]
        ),
        fade(90, 20, top=600, bottom=HEIGHT),
        hatch(13, 0, 2),
        WOOD,
    )
    end = Stencil().polygon(
        [_hall(-900, -300, 0.24), _hall(900, -300, 0.24), _hall(900, 640, 0.2), _hall(-900, 640, 0.2)]
    )
    block.lay(end, 120, hatch(9, 90), (220, 196, 156))


def _hall(x: float, y: float, nearness: float) -> Point:
    """A point of the hall: x and y as at the very front; nearness is 1 there and 0 at the far end."""
    return HALL_EYE[0] + x * nearness, HALL_EYE[1] + y * nearness


def _book_wall(block: Block, side: int) -> None:
    x = 860.0 * side
    wall = [_hall(x, -330, 0.22), _hall(x, -330, 1.2), _hall(x, 640, 1.2), _hall(x, 640, 0.22)]
    block.lay(Stencil().polygon(wall), SOLID)
    dice = chance(30 + side)
    for shelf in range(5):
        floor = 560.0 - shelf * 180
        nearness = 0.22
        while nearness < 1.1:
            width = nearness * dice.uniform(0.028, 0.055)
            _book(block, x, floor, (nearness, nearness + width * 0.8), dice)
            nearness += width


def _book(block: Block, x: float, floor: float, depth: tuple[float, float], dice: Random) -> None:
    height = dice.uniform(104, 146)
    near, far = depth
    spine = [
        _hall(x, floor - height, near),
        _hall(x, floor - height, far),
        _hall(x, floor, far),
        _hall(x, floor, near),
    ]
    colour = dice.choice((WOOD, STONE, LEAF, DUSK, (206, 148, 124), PALE))
    block.lay(Stencil().polygon(spine), dice.choice((110, 150, 190, 236)), hatch(9, 90), colour)


def _long_table(block: Block) -> None:
    top = Stencil().polygon(
        [
            _hall(-330, TABLE_HEIGHT, 0.24),
            _hall(330, TABLE_HEIGHT, 0.24),
            _hall(330, TABLE_HEIGHT, 2.0),
            _hall(-330, TABLE_HEIGHT, 2.0),
        ]
    )
    block.lay(top, fade(255, 200, top=560, bottom=1067), hatch(13, 0, 2), (250, 222, 164))
    block.lay(
        Stencil()
        .line([_hall(-330, TABLE_HEIGHT, 0.24), _hall(-330, TABLE_HEIGHT, 2.0)], 9)
        .line([_hall(330, TABLE_HEIGHT, 0.24), _hall(330, TABLE_HEIGHT, 2.0)], 9),
        SOLID,
    )


def _lamp_light(block: Block, side: int, nearness: float) -> None:
    x, y = _hall(96.0 * side, TABLE_HEIGHT, nearness)
    size = 190 * nearness
    block.lighten(weaker(glow((x + side * size * 0.3, y - size * 0.2), size * 1.7, size * 1.1), 0.8), LAMP)


def _lamp(block: Block, side: int, nearness: float) -> None:
    x, y = _hall(96.0 * side, TABLE_HEIGHT, nearness)
    size = 190 * nearness
    stand = (
        Stencil()
        .line([(x, y), (x, y - size * 0.9)], max(4, size * 0.05))
        .disc((x, y), size * 0.17, size * 0.05)
    )
    block.lay(stand.polygon(_lamp_shade((x, y), size, 1.0)), SOLID)
    block.lay(
        Stencil().polygon(_lamp_shade((x, y - size * 0.016), size, 0.84)),
        196,
        hatch(9, 90 - 20 * side),
        GREEN,
    )
    block.lay(Stencil().disc((x, y - size * 0.77), size * 0.31, size * 0.05), BARE, tint=(255, 238, 186))


def _reader(block: Block, side: int, nearness: float, seed: int) -> None:
    x, y = _hall(430.0 * side, TABLE_HEIGHT + 60, nearness)
    height = (330 + 30 * (seed % 3)) * nearness
    book = _hall(235.0 * side, TABLE_HEIGHT, nearness)
    _open_book(block, book, nearness)
    figure = bust(Stencil(), (x, y + height * 0.16), height, bow=-0.09 * side)
    shoulder, elbow = (
        (x - side * height * 0.2, y - height * 0.3),
        (x - side * height * 0.36, y - height * 0.04),
    )
    arm(figure, shoulder, elbow, (book[0] + side * 62 * nearness, book[1] + 8 * nearness), height * 0.12)
    lit_figure(block, figure, (-side, -0.3), tint=LAMP, width=max(2, round(7 * nearness)))
    cloth = bust(Stencil(), (x, y + height * 0.16), height).box(0, 0, WIDTH, y - height * 0.45, fill=0)
    lit_cloth(block, cloth, (-side, 0.0), (DUSK, WOOD, LEAF)[seed % 3], depth=height * 0.12)


def _open_book(block: Block, at: Point, nearness: float) -> None:
    x, y = at
    wide, deep = 92 * nearness, 26 * nearness
    left, right, fold = (x - wide, y + deep), (x + wide, y + deep), (x, y + deep * 1.3)
    pages = [left, (x - wide * 0.8, y - deep), (x, y - deep * 0.6), (x + wide * 0.8, y - deep), right, fold]
    block.lay(Stencil().polygon(pages), BARE, tint=PALE)
    block.lay(Stencil().line([(x, y - deep * 0.6), fold], 3).line([left, fold, right], 5), SOLID)


def _lamp_shade(foot: Point, size: float, share: float) -> list[Point]:
    x, y = foot
    top, bottom = y - size * (0.95 + 0.17 * share), y - size * (0.95 - 0.17 * share)
    narrow, wide = size * 0.12 * share, size * 0.36 * share
    return [(x - narrow, top), (x + narrow, top), (x + wide, bottom), (x - wide, bottom)]
