"""The mediation room in the old ferry house (page 5)."""

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
    curve,
    fade,
    glow,
    hatch,
    ripples,
    soft,
    stipple,
    weaker,
)
from people import bust, sitter, stool

from scenes.scenery import DUSK, HILL, LEAF, PALE, RIVER, STONE, WOOD, lit_cloth, lit_figure, ridge


def mediation_room() -> Block:
    block = Block()
    _room(block)
    _door_to_the_ferry(block)
    _lattice_window(block, (250, 250, 520, 500))
    _table_and_people(block)
    return block


def _room(block: Block) -> None:
    block.lay(EVERYWHERE, fade(40, 130, top=60, bottom=760), hatch(14, 90, 2), STONE)
    block.lighten(weaker(glow((1260, 480), 760, 620), 0.6), PALE)
    block.lay(
        Stencil().box(0, 770, WIDTH, HEIGHT), fade(105, 28, top=770, bottom=HEIGHT), hatch(14, 0, 2), WOOD
    )
    light = Stencil().polygon([(1110, 776), (1420, 776), (1260, 1067), (640, 1067)])
    block.lay(soft(light.mask(), 6), fade(255, 190, top=770, bottom=1067), tint=(250, 226, 178))
    beams = Stencil().box(0, 0, WIDTH, 58).box(0, 118, WIDTH, 146)
    for x in range(70, WIDTH, 190):
        beams.polygon([(x, 0), (x + 40, 0), (x + 34, 120), (x + 6, 120)])
    block.lay(beams, SOLID)
    block.lay(Stencil().box(0, 64, WIDTH, 70).box(0, 150, WIDTH, 154), 230)
    block.lay(Stencil().box(0, 756, WIDTH, 774), 12)


def _door_to_the_ferry(block: Block) -> None:
    opening = Stencil().box(1120, 236, 1420, 770)
    block.lay(opening, fade(235, 255, top=236, bottom=420), hatch(11, 0, 3), (250, 233, 196))
    far = ridge([(1100, 440), (1200, 400), (1320, 430), (1440, 385)], 500)
    block.lay(_inside_door(far), fade(130, 235, top=390, bottom=500), hatch(10, 12), HILL)
    block.lay(Stencil().box(1120, 490, 1420, 640), fade(240, 160, top=490, bottom=640), ripples(12), RIVER)
    boat = Stencil().blob([(1132, 532), (1156, 552), (1214, 553), (1240, 530), (1210, 540), (1160, 541)])
    block.lay(boat.line([(1172, 542), (1172, 486)], 4), SOLID)
    steps = Stencil()
    for step in range(5):
        steps.box(1120, 644 + 26 * step, 1420, 650 + 26 * step + step)
    block.lay(steps, 30)
    block.lay(_inside_door(_loquat_leaves()), SOLID)
    frame = Stencil().box(1094, 206, 1122, 772).box(1418, 206, 1446, 772).box(1080, 190, 1460, 238)
    block.lay(frame, SOLID)
    leaf = [(1446, 236), (1530, 262), (1530, 810), (1446, 772)]
    block.lay(Stencil().polygon(leaf), 88, hatch(10, 90), WOOD)
    block.lay(Stencil().line([*leaf, leaf[0]], 7), SOLID)


def _inside_door(shape: Stencil) -> Stencil:
    return shape.box(0, 0, 1120, HEIGHT, fill=0).box(1420, 0, WIDTH, HEIGHT, fill=0)


def _loquat_leaves() -> Stencil:
    """Long leaves around the ends of two twigs, as a loquat carries them."""
    leaves = (
        Stencil()
        .branch([(1440, 250), (1390, 262), (1330, 300)], 10, 4)
        .branch([(1440, 330), (1410, 340), (1385, 372)], 8, 4)
    )
    for x, y, reach in ((1330, 300, 74), (1385, 372, 58), (1400, 262, 60)):
        for turn in (0.5, 1.25, 2.0, 2.7, 3.4):
            middle = (x + math.cos(turn) * reach * 0.5, y + math.sin(turn) * reach * 0.5)
            tip = (x + math.cos(turn + 0.15) * reach, y + math.sin(turn + 0.15) * reach + 8)
            leaves.branch([(x, y), middle], 5, 15).branch([middle, tip], 15, 2)
    return leaves


def _lattice_window(block: Block, frame: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = frame
    block.lay(Stencil().box(left - 22, top - 22, right + 22, bottom + 22), SOLID)
    block.lay(
        Stencil().box(left, top, right, bottom),
        fade(222, 255, top=top, bottom=bottom),
        hatch(11, 20, 2),
        (247, 230, 192),
    )
    bars = Stencil()
    for third in (1, 2):
        x, y = left + (right - left) * third / 3, top + (bottom - top) * third / 3
        bars.box(x - 5, top, x + 5, bottom).box(left, y - 5, right, y + 5)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    bars.line([(middle_x, top), (right, middle_y), (middle_x, bottom), (left, middle_y), (middle_x, top)], 8)
    block.lay(bars, SOLID)


def _table_and_people(block: Block) -> None:
    _mediator(block, (742, 716))
    block.lay(_long_shadow(), SOLID)
    _guest(block, (388, 968), 440, mirrored=False)
    _guest(block, (1080, 968), 430, mirrored=True)
    _square_table(block)
    _guest(block, (1290, 842), 336, mirrored=True)


def _mediator(block: Block, at: Point) -> None:
    x, y = at
    figure = bust(Stencil(), at, 270).disc((x - 4, y - 262), 17, 14)
    lit_figure(block, figure, (1, -0.4))
    lit_cloth(block, bust(Stencil(), at, 270), (1, 0.1), LEAF, depth=34)
    hair = (
        Stencil()
        .disc((x, y - 226), 31, 32)
        .disc((x - 4, y - 258), 17, 14)
        .disc((x + 3, y - 208), 22, 30, fill=0)
    )
    block.lay(Stencil().disc((x + 3, y - 209), 23, 31), 205, hatch(8, 60), (238, 206, 176))
    block.lay(hair, SOLID)
    face = (
        Stencil().line([(x - 9, y - 214), (x - 2, y - 214)], 3).line([(x + 8, y - 214), (x + 15, y - 214)], 3)
    )
    block.lay(face.line([(x - 2, y - 193), (x + 8, y - 193)], 3), SOLID)
    block.lay(Stencil().line([(x - 30, y - 162), (x + 2, y - 132), (x + 32, y - 162)], 7), BARE, tint=PALE)


def _long_shadow() -> Stencil:
    cast = Stencil().polygon([(1000, 968), (1150, 960), (1010, 1067), (780, 1067)])
    return cast.polygon([(560, 990), (900, 990), (760, 1067), (330, 1067)]).polygon(
        [(1240, 842), (1330, 842), (1230, 912), (1110, 912)]
    )


def _guest(block: Block, at: Point, height: float, *, mirrored: bool) -> None:
    """A man on his stool. The light comes from the door, on the right."""
    figure = stool(sitter(Stencil(), at, height, mirrored=mirrored), at, height * 0.28, height * 0.27)
    lit_figure(block, figure, (1, -0.4))
    cloth = sitter(Stencil(), at, height, mirrored=mirrored).box(0, 0, WIDTH, at[1] - height * 0.86, fill=0)
    cloth.box(0, at[1] - height * 0.3, WIDTH, HEIGHT, fill=0)
    lit_cloth(block, cloth, (1, 0), DUSK if mirrored else WOOD, depth=height * 0.085)


def _square_table(block: Block) -> None:
    block.lay(Stencil().polygon([(548, 708), (938, 708), (998, 798), (486, 798)]), SOLID)
    block.lay(
        Stencil().polygon([(556, 716), (930, 716), (986, 770), (498, 770)]),
        236,
        hatch(12, 2, 2),
        (244, 216, 170),
    )
    block.lay(Stencil().box(500, 798, 984, 838), 60, hatch(9, 0), WOOD)
    legs = (
        Stencil()
        .box(506, 798, 530, 1010)
        .box(954, 798, 978, 1010)
        .box(590, 838, 604, 940)
        .box(880, 838, 894, 940)
    )
    block.lay(legs.box(500, 834, 984, 844), SOLID)
    lit_figure(block, _tea_things(), (1, -0.6), width=4)
    _hourglass(block, (748, 752))
    _notebook(block)


def _tea_things() -> Stencil:
    pot = Stencil().blob([(600, 752), (594, 706), (630, 686), (666, 706), (660, 752)]).disc((630, 680), 9)
    pot.branch([(660, 732), (686, 718), (694, 694)], 12, 6).line(
        curve([(600, 708), (570, 706), (576, 742), (602, 742)]), 6
    )
    for x, y in ((548, 758), (926, 758)):
        pot.polygon([(x - 17, y - 24), (x + 17, y - 24), (x + 11, y), (x - 11, y)])
    return pot


def _hourglass(block: Block, foot: Point) -> None:
    x, y = foot
    block.lay(Stencil().box(x - 30, y - 96, x + 30, y + 4), SOLID)
    glass = Stencil().polygon(
        [
            (x - 21, y - 84),
            (x + 21, y - 84),
            (x + 3, y - 46),
            (x + 21, y - 8),
            (x - 21, y - 8),
            (x - 3, y - 46),
        ]
    )
    block.lay(glass, BARE, tint=PALE)
    block.lay(
        Stencil()
        .polygon([(x - 19, y - 8), (x + 19, y - 8), (x, y - 30)])
        .polygon([(x - 11, y - 64), (x + 11, y - 64), (x, y - 46)]),
        60,
        stipple(7),
        WOOD,
    )


def _notebook(block: Block) -> None:
    block.lay(Stencil().polygon([(798, 726), (880, 726), (908, 760), (806, 760)]), SOLID)
    block.lay(Stencil().polygon([(801, 726), (876, 726), (900, 756), (808, 756)]), BARE, tint=PALE)
    lines = Stencil().line([(838, 726), (854, 756)], 3)
    for row in range(3):
        lines.line([(810, 734 + row * 8), (834, 734 + row * 8)], 2).line(
            [(852, 734 + row * 8), (880, 734 + row * 8)], 2
        )
    block.lay(lines, SOLID)
