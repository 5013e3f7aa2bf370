"""What the operator's commands have in common: their language is the terminal's."""

import io
import os
import sys
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser
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

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Wrong usage is one sentence and where to look, instead of a block of options."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)

        def refuse(message: str) -> NoReturn:
            if not parser.called_from_command_line:
                raise CommandError(message)
            parser.exit(2, f"{parser.prog}: {message}; {_('see')} {parser.prog} --help\n")

        parser.error = refuse  # type: ignore[method-assign]
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(
                    errors="backslashreplace"
                )  # a terminal that has no Chinese is no reason to fail
        with translation.override(terminal_language()):
            try:
                if sys.stdout is None:
                    raise CommandError(_("There is no standard output to write to."))
                done = super().execute(*args, **options)
                sys.stdout.flush()
                return done
            except KeyboardInterrupt:
                raise CommandError(_("Stopped. What was finished before is kept."), returncode=130) from None
            except BrokenPipeError:  # the reader of our output has gone, as in `… | head`
                _let_go_of_output()
                sys.exit(1)
            except (
                OSError
            ) as error:  # what is wrong with a page's file was told with the page: this is our output
                _let_go_of_output()
                raise CommandError(_("The output cannot be written: %s.") % error.strerror) from None


def _let_go_of_output() -> None:
    """What could not be written would be tried once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
