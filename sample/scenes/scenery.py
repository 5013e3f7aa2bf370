"""Colours, light and things that stand in more than one scene."""

from __future__ import annotations

import math

from engraving import BARE, SOLID, Block, Colour, Point, Stencil, chance, curve, hatch, shifted
from PIL import ImageChops

MIST: Colour = (222, 219, 208)
DAWN: Colour = (247, 213, 158)
RIVER: Colour = (168, 188, 190)
STONE: Colour = (212, 203, 184)
HILL: Colour = (178, 190, 186)
DUSK: Colour = (120, 144, 168)
MOON: Colour = (252, 241, 208)
BLOSSOM: Colour = (246, 205, 200)
LAMP: Colour = (248, 204, 122)
WOOD: Colour = (196, 160, 120)
LEAF: Colour = (150, 172, 140)
GREEN: Colour = (120, 186, 146)
PALE: Colour = (240, 233, 216)


def ridge(points: list[Point], floor: float) -> Stencil:
    """Land under a smooth skyline, down to `floor`."""
    return Stencil().polygon([*curve(points), (points[-1][0], floor), (points[0][0], floor)])


def foliage(centre: Point, size: float, seed: int) -> Stencil:
    """The crown of a tree: many small discs inside a round."""
    dice = chance(seed)
    crown = Stencil().disc(centre, size * 0.8, size * 0.66)
    for _ in range(46):
        turn, reach = dice.uniform(0, math.tau), dice.uniform(0.5, 1.0) * size
        crown.disc((centre[0] + math.cos(turn) * reach, centre[1] + math.sin(turn) * reach * 0.8), size * 0.2)
    return crown


def glitter(centre: Point, spread: float, top: float, bottom: float, seed: int) -> Stencil:
    """Short bright strokes on water under a light, wider the nearer they are."""
    dice = chance(seed)
    strokes = Stencil()
    y = top
    while y < bottom:
        near = (y - top) / (bottom - top)
        for _ in range(3):
            x = centre[0] + dice.gauss(0, spread * (0.25 + 0.75 * near))
            length = dice.uniform(14, 40) * (0.5 + near)
            strokes.line([(x - length, y), (x, y - 2), (x + length, y)], 3 + 5 * near)
        y += 10 + 12 * near
    return strokes


def willow(block: Block, root: Point, reach: float, seed: int) -> None:
    """Hanging branches with narrow leaves, in plain ink."""
    dice = chance(seed)
    strands = Stencil()
    for number in range(10):
        x, y = root[0] - (number + dice.uniform(0, 0.5)) * reach / 10, root[1]
        length, sway = dice.uniform(110, 330), dice.uniform(-70, -40)
        strand = curve([(x, y), (x + sway * 0.15, y + length * 0.4), (x + sway, y + length)], steps=5)
        strands.line(strand, 3)
        for turn, (leaf_x, leaf_y) in enumerate(strand[1:]):
            side = 1 if turn % 2 else -1
            strands.branch(
                [(leaf_x, leaf_y), (leaf_x + side * 6, leaf_y + 16), (leaf_x + side * 8 - 6, leaf_y + 40)],
                9,
                2,
            )
    block.lay(strands, SOLID)


def lit_figure(block: Block, figure: Stencil, light: Point, *, tint: Colour = DAWN, width: int = 6) -> None:
    """A dark figure with a rim of light on the side where the light comes from."""
    shape = figure.mask()
    across, down = light
    block.lay(shifted(shape, round(across * width), round(down * width)), BARE, tint=tint)
    block.lay(shape, SOLID)


def lit_cloth(block: Block, figure: Stencil, light: Point, tint: Colour, *, depth: float = 30) -> None:
    """Hatch the half of a dark figure that faces the light, so that it turns round."""
    shape = figure.mask()
    far_half = shifted(shape, round(-light[0] * depth), round(-light[1] * depth))
    block.lay(ImageChops.subtract(shape, far_half), 150, hatch(8, 38, 1), tint)
