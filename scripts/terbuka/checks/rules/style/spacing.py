"""Spaces stand behind punctuation, not before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import own_words, prose
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "spacing"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Punctuation follows its word without a space, and is not repeated.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.Spasi", "Terbuka.TandaGanda", "TerbukaEn.Spacing")

check_library = prose.findings_of(ID, CHECKS)

_GAPLESS = re.compile(r"[,;.](?<=[a-z].)(?:(?<!\.)[a-z]{3}|(?<=\.)[A-Z][a-z]{2})")
_WHOLE = re.compile(r"(?<![\w./@,;&=-])\w?[a-z]{2,30}[,;.]\w{3,30}(?![\w./@,;&=-])")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield words with punctuation but no space between them; addresses and names of files have no such words."""
    del context
    for words in own_words.of(document):
        for gap in _GAPLESS.finditer(words.text):
            start = max(words.text.rfind(" ", 0, gap.start()), words.text.rfind("\n", 0, gap.start())) + 1
            whole = _WHOLE.match(words.text, max(start, gap.start() - 31))
            if whole and whole.end() >= gap.end():
                yield Finding(
                    ID,
                    Severity.WARNING,
                    words.place(whole.start()),
                    text("A space is missing in “{words}”.", words=whole[0]),
                    text("Put a space behind the punctuation mark."),
                    SOURCE,
                )
