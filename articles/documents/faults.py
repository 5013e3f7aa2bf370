"""Files that no text can be taken from."""

from articles.pagetext import UnreadableText
from articles.pagetext.defects import gettext_noop as _

LOCKED = _("the Word file is locked with a password; save it without one")


class UnreadableDocument(UnreadableText):
    """A document that cannot be read; the template is one sentence that names the way out."""

    def __init__(self, template: str) -> None:
        super().__init__(template, {})
