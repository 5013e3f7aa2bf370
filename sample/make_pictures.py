"""Make the pictures of the sample edition: engravings of places that do not exist.

    python sample/make_pictures.py [FOLDER]

Needs Pillow; the same version of it makes the same files. Without FOLDER they go to `pictures/` beside this.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from engraving import Block, pull
from scenes.court_and_bridge import court_and_bridge
from scenes.crossing import crossing
from scenes.mediation_room import mediation_room
from scenes.plum_embankment import plum_embankment
from scenes.reading_room import reading_room
from scenes.river_clean_up import river_clean_up

SCENES: dict[str, Callable[[], Block]] = {
    "court-and-bridge.jpg": court_and_bridge,
    "plum-embankment.jpg": plum_embankment,
    "mediation-room.jpg": mediation_room,
    "crossing.jpg": crossing,
    "reading-room.jpg": reading_room,
    "river-clean-up.jpg": river_clean_up,
}
QUALITY = 34


def make_pictures(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for seed, (name, scene) in enumerate(SCENES.items()):
        pull(scene(), seed=seed).save(folder / name, quality=QUALITY, optimize=True, progressive=True)


if __name__ == "__main__":
    make_pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pictures")
