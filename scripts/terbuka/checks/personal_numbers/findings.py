"""Numbers and addresses of people as findings of the rules about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from terbuka.checks.finding import Finding, Severity
from terbuka.checks.personal_numbers import page
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.kinds import KINDS
from terbuka.checks.rule import Context
from terbuka.text import Text
from terbuka.words.document import Document

DocumentCheck = Callable[[Document, Context], Iterator[Finding]]
Remark = tuple[Severity, Text, Text]
"""How much it matters, what is wrong, and what to do."""


def findings_of(rule_id: str, source: str, say: Callable[[Found], Remark]) -> DocumentCheck:
    """Return the ``check_document`` of a rule: it looks at the whole file, with code, comments and front matter.

    Args:
        rule_id: the id of the rule, and of the kind of number that it is about.
        source: the law behind it.
        say: tells what is wrong with a number that was found.
    """
    find = KINDS[rule_id]

    def check_document(document: Document, context: Context) -> Iterator[Finding]:
        words = page.of(document)
        for found in find(words, context.office):
            severity, what, to_do = say(found)
            yield Finding(rule_id, severity, words.place(document.path, found.start), what, to_do, source)

    return check_document
