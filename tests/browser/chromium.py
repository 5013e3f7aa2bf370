"""The system's own Chromium: nothing is downloaded for the tests in this folder. Standard library only."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NOT_RUN = """\
!!! THE TESTS IN A BROWSER DID NOT RUN: no Chromium on this machine.
!!! Install it (Debian: apt install chromium)."""


def find_chromium() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def may_be_left_out() -> bool:
    """A build machine runs everything or fails."""
    return os.environ.get("CI", "").lower() in ("", "0", "false")
