"""Silhouettes of people for the engravings, one unit high, around the point they stand or sit on."""

from __future__ import annotations

from collections.abc import Sequence

from engraving import Point, Stencil, placed

COAT: Sequence[Point] = (
    (-0.035, -0.875), (0.04, -0.875), (0.092, -0.825), (0.10, -0.70), (0.085, -0.56), (0.112, -0.40),
    (0.0, -0.375), (-0.112, -0.40), (-0.085, -0.56), (-0.10, -0.70), (-0.092, -0.825),
)  # fmt: skip
SEATED_TRUNK: Sequence[Point] = (
    (-0.05, -0.86), (0.04, -0.87), (0.10, -0.78), (0.115, -0.60), (0.11, -0.42), (0.24, -0.385),
    (0.34, -0.35), (0.34, -0.27), (0.12, -0.24), (-0.10, -0.25), (-0.14, -0.40),
    (-0.135, -0.66), (-0.11, -0.80),
)  # fmt: skip
BUST: Sequence[Point] = (
    (-0.08, -0.61), (0.08, -0.61), (0.22, -0.54), (0.30, -0.36), (0.34, 0.0), (-0.34, 0.0),
    (-0.30, -0.36), (-0.22, -0.54),
)  # fmt: skip


def walker(
    stencil: Stencil, at: Point, height: float, *, stride: float = 0.13, mirrored: bool = False
) -> Stencil:
    """Somebody walking to the right (or, mirrored, to the left), feet at `at`."""

    def put(points: Sequence[Point]) -> list[Point]:
        return placed(points, at, height, mirrored=mirrored)

    stencil.disc(put([(0.015, -0.935)])[0], height * 0.052, height * 0.064)
    stencil.line(put([(0.0, -0.9), (0.0, -0.84)]), height * 0.055)
    stencil.blob(put(COAT))
    stencil.branch(
        put([(0.08, -0.80), (0.15, -0.64), (0.15 + stride * 0.5, -0.50)]), height * 0.062, height * 0.04
    )
    stencil.branch(
        put([(-0.08, -0.80), (-0.14, -0.63), (-0.13 - stride * 0.4, -0.47)]), height * 0.062, height * 0.04
    )
    stencil.branch(
        put([(0.04, -0.45), (stride * 0.75, -0.24), (stride, -0.02)]), height * 0.095, height * 0.05
    )
    stencil.branch(
        put([(-0.04, -0.45), (-stride * 0.45, -0.22), (-stride * 1.1, -0.03)]), height * 0.095, height * 0.05
    )
    stencil.line(put([(stride - 0.02, -0.012), (stride + 0.055, -0.012)]), height * 0.03)
    stencil.line(put([(-stride * 1.1 - 0.01, -0.02), (-stride * 1.1 + 0.055, -0.005)]), height * 0.03)
    return stencil


def arm(stencil: Stencil, shoulder: Point, elbow: Point, hand: Point, thickness: float) -> Stencil:
    stencil.branch([shoulder, elbow, hand], thickness, thickness * 0.62)
    return stencil.disc(hand, thickness * 0.42)


def sitter(stencil: Stencil, at: Point, height: float, *, mirrored: bool = False) -> Stencil:
    """Somebody on a stool, facing right (or, mirrored, left); `at` is on the floor under the seat."""

    def put(points: Sequence[Point]) -> list[Point]:
        return placed(points, at, height, mirrored=mirrored)

    stencil.disc(put([(0.055, -0.965)])[0], height * 0.075, height * 0.088)
    stencil.blob(put([(0.10, -1.0), (0.142, -0.95), (0.12, -0.92), (0.10, -0.89), (0.06, -0.9)]))
    stencil.line(put([(0.02, -0.92), (0.0, -0.82)]), height * 0.08)
    stencil.blob(put(SEATED_TRUNK))
    stencil.branch(put([(0.29, -0.31), (0.30, -0.16), (0.27, -0.02)]), height * 0.11, height * 0.07)
    stencil.line(put([(0.24, -0.015), (0.37, -0.015)]), height * 0.035)
    shoulder, elbow, hand = put([(0.0, -0.74), (0.08, -0.52), (0.28, -0.47)])
    return arm(stencil, shoulder, elbow, hand, height * 0.085)


def stool(stencil: Stencil, at: Point, height: float, width: float) -> Stencil:
    x, y = at
    stencil.box(x - width / 2, y - height, x + width / 2, y - height + 13)
    for side in (-1, 1):
        stencil.line([(x + side * width * 0.34, y - height), (x + side * width * 0.46, y)], 11)
    return stencil.line([(x - width * 0.38, y - height * 0.4), (x + width * 0.38, y - height * 0.4)], 7)


def bust(stencil: Stencil, at: Point, height: float, *, bow: float = 0.0) -> Stencil:
    """Head and shoulders, seen from the front or from behind; `bow` moves the head sideways."""
    stencil.blob(placed(BUST, at, height))
    stencil.line(placed([(0.0, -0.55), (bow * 0.6, -0.72)], at, height), height * 0.12)
    return stencil.disc(placed([(bow, -0.8)], at, height)[0], height * 0.105, height * 0.135)
