"""Mobile numbers belong to people; only the office's own may be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import rule, source
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import text
from terbuka.words.document import Document

ID = "mobile-number"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No mobile number is published, except the office's own.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2)"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

PREFIXES = frozenset(
    [f"{prefix}" for prefix in range(811, 820)]  # Telkomsel, Indosat, XL
    + ["821", "822", "823", "851", "852", "853"]  # Telkomsel
    + ["855", "856", "857", "858"]  # Indosat
    + ["859", "877", "878", "879", "831", "832", "833", "838"]  # XL, Axis
    + [f"{prefix}" for prefix in range(881, 890)]  # Smartfren
    + ["895", "896", "897", "898", "899"]  # Tri
)
"""The three digits behind the 0 that Indonesian mobile operators use."""

_GAP = "[ \u00a0.\u2010-\u2013-]"
# 10 to 13 digits with the leading 0. Not inside words, amounts, or longer numbers.
_NUMBER = re.compile(
    rf"(?<![\w+])(?<!\d[.,\-])(?:\(?(?:\+|00)?62\)?{_GAP}?(?:\(0\){_GAP}?)?|\(?0)(?P<rest>8\d\d\)?(?:{_GAP}?\d){{6,9}})"
    rf"(?!\w)(?![.,\-]\d)"
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the mobile numbers anywhere in the file: text, code, comments and front matter."""
    own = {_digits(phone) for phone in context.office.contacts.phones}
    for number, line in enumerate(source.lines(context.root, document.path), start=1):
        for match in _NUMBER.finditer(line):
            digits = _digits(match["rest"])
            if digits[:3] in PREFIXES and digits not in own:
                yield Finding(
                    ID,
                    SEVERITY,
                    Place(document.path, number, match.start() + 1),
                    text("This is a mobile number that the office has not published as its own."),
                    text("Remove it and name the office's contact; its own numbers are listed in office.yml."),
                    SOURCE,
                )


def _digits(number: str) -> str:
    """Return the digits without country code and leading zero."""
    return re.sub(r"\D", "", number).removeprefix("00").removeprefix("62").lstrip("0")
