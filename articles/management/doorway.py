"""What the operator's commands have in common: their language is the terminal's."""

import os
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation


def terminal_language() -> str:
    """Chinese where the terminal is set to Chinese, English elsewhere, as programs on it do."""
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "zh-hans" if locale.lower().startswith("zh") else "en"


class Doorway(BaseCommand):
    """A command: arguments, one call, printing, exit status."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        with translation.override(terminal_language()):
            return super().execute(*args, **options)
