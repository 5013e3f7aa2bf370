"""A small press for two-colour engravings: cut a tone into lines, print it over flat tints.

A `Block` holds three things of the same size: how dark each spot is (`tone`, 0 is solid ink and 255 bare
paper), which pattern the graver cuts there (`cut`), and the flat colour under the lines (`tint`). Shapes come
from a `Stencil`. Nothing here is left to chance: the same drawing gives the same picture.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
SIZE = (WIDTH, HEIGHT)
OVERSAMPLING = 2

Point = tuple[float, float]
Colour = tuple[int, int, int]

INK: Colour = (34, 38, 46)
PAPER: Colour = (246, 240, 227)
SOLID, BARE = 0, 255


# Curves -------------------------------------------------------------------------------------------


def curve(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    count = len(points)
    spans = count if closed else count - 1

    def at(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    drawn = [
        _between(at(span - 1), at(span), at(span + 1), at(span + 2), step / steps)
        for span in range(spans)
        for step in range(steps)
    ]
    return drawn if closed else [*drawn, points[-1]]


def _between(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    def along(axis: int) -> float:
        a, b, c, d = before[axis], start[axis], end[axis], after[axis]
        return 0.5 * (
            2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        )

    return along(0), along(1)


def placed(points: Iterable[Point], at: Point, scale: float, *, mirrored: bool = False) -> list[Point]:
    """Points drawn around the origin, moved to their place on the block."""
    side = -scale if mirrored else scale
    return [(at[0] + x * side, at[1] + y * scale) for x, y in points]


# Shapes -------------------------------------------------------------------------------------------


class Stencil:
    """Shapes to be laid on a block together. Every method gives the stencil back, for the next shape."""

    def __init__(self) -> None:
        self._sheet = Image.new("L", (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING), 0)
        self._draw = ImageDraw.Draw(self._sheet)

    def polygon(self, points: Iterable[Point], fill: int = 255) -> Stencil:
        self._draw.polygon([_enlarged(point) for point in points], fill=fill)
        return self

    def blob(self, points: Sequence[Point], fill: int = 255) -> Stencil:
        return self.polygon(curve(points, closed=True), fill)

    def box(self, left: float, top: float, right: float, bottom: float, fill: int = 255) -> Stencil:
        return self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def disc(self, centre: Point, across: float, down: float | None = None, fill: int = 255) -> Stencil:
        x, y = centre
        ry = across if down is None else down
        self._draw.ellipse([_enlarged((x - across, y - ry)), _enlarged((x + across, y + ry))], fill=fill)
        return self

    def line(self, points: Sequence[Point], width: float, fill: int = 255) -> Stencil:
        thickness = max(1, round(width * OVERSAMPLING))
        self._draw.line([_enlarged(point) for point in points], fill=fill, width=thickness, joint="curve")
        return self

    def branch(self, points: Sequence[Point], start: float, end: float) -> Stencil:
        """A curved stroke that tapers from one width to another."""
        path = curve(points)
        for index, (x, y) in enumerate(path):
            self.disc((x, y), (start + (end - start) * index / len(path)) / 2)
        for index, (one, two) in enumerate(pairwise(path)):
            self.line([one, two], start + (end - start) * index / len(path))
        return self

    def mask(self) -> Image.Image:
        return self._sheet.resize(SIZE, Image.Resampling.BOX)


def _enlarged(point: Point) -> Point:
    return point[0] * OVERSAMPLING, point[1] * OVERSAMPLING


def soft(mask: Image.Image, radius: float) -> Image.Image:
    return mask.filter(ImageFilter.GaussianBlur(radius))


# Light --------------------------------------------------------------------------------------------


def fade(start: int, end: int, *, top: float = 0, bottom: float = HEIGHT) -> Image.Image:
    """A tone that runs from one value at `top` to another at `bottom`."""

    def tone(y: int) -> int:
        share = min(max((y - top) / (bottom - top), 0.0), 1.0)
        return round(start + (end - start) * share)

    column = Image.frombytes("L", (1, HEIGHT), bytes(tone(y) for y in range(HEIGHT)))
    return column.resize(SIZE)


def glow(centre: Point, across: float, down: float | None = None) -> Image.Image:
    """A mask, full at the centre and gone at the edge of the ellipse."""
    height = across if down is None else down
    disc = ImageChops.invert(Image.radial_gradient("L").resize((round(across * 2), round(height * 2))))
    inside = disc.point(lambda value: max(0, (value - 75) * 255 // 180))
    sheet = Image.new("L", SIZE, 0)
    sheet.paste(inside, (round(centre[0] - across), round(centre[1] - height)))
    return sheet


def chance(seed: int) -> random.Random:
    """Accidents that fall the same way every time."""
    return random.Random(seed)  # noqa: S311  a drawing keeps no secrets


def weaker(mask: Image.Image, share: float) -> Image.Image:
    return mask.point(lambda value: round(value * share))


@lru_cache
def grain(seed: int, spot: int) -> Image.Image:
    """Cloudy noise around 128, with spots about `spot` pixels wide."""
    width, height = WIDTH // spot + 2, HEIGHT // spot + 2
    noise = Image.frombytes("L", (width, height), chance(seed).randbytes(width * height))
    return noise.resize(SIZE, Image.Resampling.BICUBIC)


# Cuts: what the graver leaves standing ------------------------------------------------------------


@lru_cache
def hatch(pitch: float, angle: float = 0.0, swing: float = 0.0, wave: float = 170.0) -> Image.Image:
    """Parallel lines: `angle` in degrees (0 lies flat), swinging by `swing` pixels over `wave` pixels."""
    turn = math.radians(angle)
    along = [x * math.sin(turn) + swing * math.sin(x / wave * math.tau) for x in range(WIDTH)]
    across = [y * math.cos(turn) + swing * 0.6 * math.sin(y / wave * 2.3) for y in range(HEIGHT)]
    profile = bytes(_ridge(step / 1024) for step in range(1024))
    columns = [round(value / pitch * 1024) for value in along]
    rows = [round(value / pitch * 1024) for value in across]
    return Image.frombytes(
        "L", SIZE, b"".join(bytes(profile[(row + x) & 1023] for x in columns) for row in rows)
    )


def _ridge(phase: float) -> int:
    return round(24 + 207 * abs(2 * phase - 1))


@lru_cache
def stipple(pitch: float) -> Image.Image:
    """Dots on a slanted grid."""
    dots = Image.blend(hatch(pitch, 42, 2), hatch(pitch, -48, 2), 0.5)
    return dots.point(lambda value: min(max(round((value - 128) * 1.35 + 128), 24), 231))


@lru_cache
def ripples(pitch: float) -> Image.Image:
    """Water: flat lines that swell and close like small waves."""
    return Image.blend(hatch(pitch, 0, 5, 120), hatch(pitch * 1.9, 6, 9, 260), 0.36)


# The block and its print --------------------------------------------------------------------------


@dataclass(slots=True)
class Block:
    tone: Image.Image = field(default_factory=lambda: Image.new("L", SIZE, BARE))
    cut: Image.Image = field(default_factory=lambda: hatch(9).copy())
    tint: Image.Image = field(default_factory=lambda: Image.new("RGB", SIZE, PAPER))

    def lay(
        self,
        shape: Stencil | Image.Image,
        tone: int | Image.Image | None = None,
        cut: Image.Image | None = None,
        tint: Colour | None = None,
    ) -> None:
        """Lay a shape on the block; what is left out stays as it was."""
        mask = shape.mask() if isinstance(shape, Stencil) else shape
        if tone is not None:
            self.tone.paste(tone, (0, 0, *SIZE), mask)
        if cut is not None:
            self.cut.paste(cut, (0, 0), mask)
        if tint is not None:
            self.tint.paste(tint, (0, 0, *SIZE), mask)

    def lighten(self, light: Image.Image, tint: Colour | None = None) -> None:
        """Let light fall where the mask is bright."""
        self.tone.paste(BARE, (0, 0, *SIZE), light)
        if tint is not None:
            self.tint.paste(tint, (0, 0, *SIZE), light)

    def darken(self, shade: Image.Image) -> None:
        self.tone.paste(SOLID, (0, 0, *SIZE), shade)


def shifted(mask: Image.Image, across: int, down: int) -> Image.Image:
    moved = Image.new("L", SIZE, 0)
    moved.paste(mask, (across, down))
    return moved


EVERYWHERE = Image.new("L", SIZE, 255)


def pull(block: Block, *, seed: int) -> Image.Image:
    """Print the block: lines of ink over the tints, a little out of register, inside an uneven margin."""
    plate = _worn(_engraved(block, seed), seed)
    margin = _margin(seed)
    tints = ImageChops.offset(block.tint, 3, 2)
    paper = Image.new("RGB", SIZE, PAPER)
    sheet = Image.composite(tints, paper, margin)
    return Image.composite(Image.new("RGB", SIZE, INK), sheet, ImageChops.darker(plate, margin))


def _engraved(block: Block, seed: int) -> Image.Image:
    """Where ink stands: 255 is ink. The tone decides how wide each line of the cut becomes."""
    uneven = Image.blend(block.tone, ImageChops.add(block.tone, grain(seed, 14), 1, -128), 0.11)
    return ImageChops.subtract(block.cut, uneven, 1, 128).point(lambda value: _steep(value, 5))


def _worn(plate: Image.Image, seed: int) -> Image.Image:
    """Round the corners and roughen the edges, as a cut block prints."""
    rough = ImageChops.add(soft(plate, 1.3), weaker(grain(seed + 1, 7), 0.22), 1, -28)
    return rough.point(lambda value: _steep(value, 2.4))


def _steep(value: int, slope: float) -> int:
    return min(max(round((value - 128) * slope + 128), 0), 255)


def _margin(seed: int) -> Image.Image:
    frame = soft(Stencil().box(22, 22, WIDTH - 22, HEIGHT - 22).mask(), 5)
    ragged = ImageChops.add(frame, weaker(grain(seed + 2, 9), 0.26), 1, -33)
    return ragged.point(lambda value: _steep(value, 8))
