"""Load the sample edition and make the demo accounts: what `make demo` shows."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from articles.management.doorway import Doorway
from articles.sample import ACCOUNTS, load_sample


class Command(Doorway):
    help = "Load the sample edition and make the demo accounts. For a developer's own machine only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "sample")

    def handle(self, *, folder: Path, **options: object) -> None:
        if not settings.DEBUG:
            raise CommandError(_("Demo accounts have known passwords. Set DEBUG=1, or use createsuperuser."))
        failures = [f"{one.path}: {one.failure}" for one in load_sample(folder=folder) if one.failure]
        if failures:
            raise CommandError("\n".join(failures))
        for account in ACCOUNTS:
            self.stdout.write(
                _("account %(name)s, password %(password)s")
                % {"name": account.name, "password": account.password}
            )
