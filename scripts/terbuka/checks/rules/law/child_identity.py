"""Nothing tells who a child in a case is, nor a victim of sexual violence, nor a reporter or witness."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import identities, rule, speech
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.identities import Protected
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.wording import Fault
from terbuka.text import text
from terbuka.words.document import Document

ID = "child-identity"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text(
    "Nothing tells who a child in a case is, nor a victim of sexual violence, nor a reporter or witness."
)
SOURCE = "UU 11/2012 Pasal 19; UU 12/2022 Pasal 69; UU 31/2014 Pasal 5"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_CHILD = "UU 11/2012 Pasal 19 dan Pasal 97; UU 35/2014 Pasal 64 huruf i"

FAULTS = {
    (Protected.CHILD, True): Fault(
        text("“{words}” tells who the child in this case is.", words=""),
        text("Remove it, and all else by which neighbours know the child; write “seorang anak”."),
        SEVERITY,
        _CHILD,
    ),
    (Protected.CHILD, False): Fault(
        text("“{words}” may tell who the child in this case is.", words=""),
        text("Remove the school and the address; the case can be told without them."),
        Severity.WARNING,
        _CHILD,
    ),
    (Protected.VICTIM, True): Fault(
        text("“{words}” tells who the victim of sexual violence is.", words=""),
        text("Remove it, and all else by which neighbours know the victim; write “korban”."),
        SEVERITY,
        "UU 12/2022 Pasal 69",
    ),
    (Protected.REPORTER, False): Fault(
        text("“{words}” tells who reported or witnessed a case.", words=""),
        text("Remove it, unless the person has agreed in writing and is in no danger."),
        Severity.WARNING,
        "UU 31/2014 Pasal 5; UU 1/2023 Pasal 292",
    ),
}


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what tells who a protected person is."""
    del context
    said = speech.of(document)
    for clue in identities.clues(said.words):
        yield FAULTS[clue.who, clue.sure].finding(ID, said.place(clue.start), clue.words)
