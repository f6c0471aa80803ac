"""The class of public information exists, fits the document, and is not one that may not be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.fields import Common

ID = "information-class"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.REPOSITORY
SUMMARY = text("The class of public information fits the document; excluded information is never published.")
SOURCE = "UU 14/2008 Pasal 9, 10, 11, 17"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_EXCLUDED = re.compile(
    r"\W*(?:di)?kecuali(?:kan)?\W*|\W*(?:sangat )?rahasia\W*|\W*terbatas\W*|\W*konfidensial\W*"
    r"|\W*(?:excluded|exempt(?:ed)?|confidential|secret|restricted|classified)\W*",
    re.I,
)

ANNOUNCING = frozenset({"berita", "klarifikasi"})
"""Kinds that go out at once; the others wait until somebody looks for them."""

_DANGER = re.compile(
    r"\b(?:peringatan dini|perintah evakuasi|segera mengungsi|wabah|kejadian luar biasa"
    r"|pemadaman (?:listrik|bergilir)"
    r"|(?:air|listrik|gas)\b.{0,40}\b(?:padam|berhenti mengalir|terputus)"
    r"|(?:flood|storm|tsunami|eruption|landslide) warning|evacuation order|disease outbreak)\b",
    re.I,
)
_NOT_NOW = re.compile(
    r"\b(?:simulasi|latihan|pelatihan|sosialisasi|berakhir|selesai|pulih|aman|cara|apa itu|sejarah|evaluasi"
    r"|anggaran|alat|sistem|aplikasi|pos|drill|training|simulation|ended|over|how|history|system)\b",
    re.I,
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield a finding where `class` says that nothing may be published, or something that cannot be."""
    values = document.front_matter.value
    written = values.get("class") if isinstance(values, dict) else None
    if isinstance(written, str) and _EXCLUDED.fullmatch(written[:60]):
        yield _finding(
            document,
            text("Excluded information is never published, and this repository is public."),
            text(
                "Take the file out of the repository and its history, and ask the PPID; if it may be public, "
                "write berkala, serta-merta or setiap-saat."
            ),
        )
    meta = document.meta
    if meta is None:
        return
    if meta.information_class == "serta-merta":
        yield from _urgent(document, meta)
    elif document.kind.id == "berita" and _DANGER.search(meta.title) and not _NOT_NOW.search(meta.title):
        yield _finding(
            document,
            text(
                "The title tells of a danger or an interruption, but the class is “{name}”.",
                name=meta.information_class,
            ),
            text("Write “class: serta-merta” if people have to know at once."),
            Severity.SUGGESTION,
        )
    original = context.library.translation(document, context.office.language)
    if original is not None and original.meta and original.meta.information_class != meta.information_class:
        yield _finding(
            document,
            text("The original has the class “{name}”.", name=original.meta.information_class),
            text("Give a text and its translation the same class."),
        )


def _urgent(document: Document, meta: Common) -> Iterator[Finding]:
    if document.kind.id not in ANNOUNCING:
        yield _finding(
            document,
            text(
                "A document of the kind “{kind}” is no announcement, so it cannot be serta-merta.",
                kind=document.kind.id,
            ),
            text("Announce it as berita, or write berkala or setiap-saat."),
            Severity.WARNING,
        )
    if meta.publish_at is not None and meta.status != "withdrawn":
        yield Finding(
            ID,
            Severity.SUGGESTION,
            document.place("publish_at"),
            text("What is serta-merta is announced without delay, but this text has an embargo."),
            text("Leave out “publish_at”, unless the notice is about something planned."),
            SOURCE,
        )


def _finding(document: Document, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, document.place("class"), what, to_do, SOURCE)
