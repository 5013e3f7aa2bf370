"""The text in the bytes of a page, whatever program saved them: plain text, Word, InDesign tagged text.

`read_text(content)` gives a text for `parse_page()`. Where the styles of a document say what a paragraph is, the
text says it in marks: 【标题】…
"""

from articles.documents.faults import UnreadableDocument
from articles.documents.reading import read_text

__all__ = ["UnreadableDocument", "read_text"]
