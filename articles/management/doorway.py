"""What the operator's commands have in common: their language is the terminal's."""

import io
import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _


def terminal_language() -> str:
    """Chinese where the terminal is set to Chinese, English elsewhere, as programs on it do."""
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "zh-hans" if locale.lower().startswith("zh") else "en"


class Doorway(BaseCommand):
    """A command: arguments, one call, printing, exit status."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(
                    errors="backslashreplace"
                )  # a terminal that has no Chinese is no reason to fail
        with translation.override(terminal_language()):
            try:
                return super().execute(*args, **options)
            except KeyboardInterrupt:
                raise CommandError(_("Stopped. What was finished before is kept."), returncode=130) from None
            except BrokenPipeError:  # the reader of our output has gone, as in `… | head`
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                sys.exit(1)
