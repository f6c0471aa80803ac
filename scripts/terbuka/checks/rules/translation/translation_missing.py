"""What readers of every language of the office need is there in every language, and as public as the original."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import PurePosixPath

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.kinds import halaman

ID = "translation-missing"
FAMILY = Family.TRANSLATION
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Standing pages and urgent notices exist in every language of the office, and are public together.")
SOURCE = "UU 14/2008 Pasal 10 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

URGENT_DAYS = 14
"""An urgent notice that is older than this warns of nothing any more."""

_PAGE_ONLY = {
    "en": text("This page does not exist in English, and the menu of the English portal lacks it."),
    "id": text("This page does not exist in Indonesian, and the menu of the Indonesian portal lacks it."),
}
_NOTICE_ONLY = {
    "en": text("This urgent notice does not exist in English."),
    "id": text("This urgent notice does not exist in Indonesian."),
}


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Look for the other languages of an original, and for the original of a translation."""
    if document.meta is None or document.meta.status != "published" or _expired(document, context):
        return
    if document.language != context.office.language:
        yield from _original(document, context)
        return
    for language in context.office.languages:
        if language != document.language:
            yield from _partner(document, language, context)


def _expired(document: Document, context: Context) -> bool:
    expires_at = document.valid.expires_at
    return expires_at is not None and expires_at <= context.now


def _partner(document: Document, language: str, context: Context) -> Iterator[Finding]:
    if document.kind is halaman.KIND:
        severity, missing = SEVERITY, _PAGE_ONLY[language]
    elif document.valid.information_class == "serta-merta" and _is_fresh(document, context):
        severity, missing = Severity.SUGGESTION, _NOTICE_ONLY[language]
    else:
        return
    partner = context.library.translation(document, language)
    if partner is None:
        path = _path(document, language)
        to_do = text("Translate it into {path}; terbuka new makes the file.", path=path)
        yield Finding(ID, severity, document.place("title"), missing, to_do, SOURCE)
    elif partner.meta is not None and partner.meta.status != "published":
        path = str(partner.path)
        told = text("This text is published, its translation {path} is not.", path=path)
        to_do = text("Finish the translation and publish it.")
        yield Finding(ID, severity, document.place("status"), told, to_do, SOURCE, about=partner.path)


def _is_fresh(document: Document, context: Context) -> bool:
    today = context.now.astimezone(context.office.zone).date()
    return today - document.valid.date <= timedelta(days=URGENT_DAYS)


def _path(document: Document, language: str) -> str:
    return str(PurePosixPath(f"{document.id}.{language}.md"))


def _original(document: Document, context: Context) -> Iterator[Finding]:
    """Tell of a translation that is public without its original: what was withdrawn lives on in it."""
    original = context.library.translation(document, context.office.language)
    if original is None or original.meta is None or original.meta.status == "published":
        return
    told, to_do = _early(original)
    yield Finding(ID, SEVERITY, document.place("status"), told, to_do, SOURCE, about=original.path)


def _early(original: Document) -> tuple[Text, Text]:
    path = str(original.path)
    if original.valid.status == "withdrawn":
        return (
            text("The original, {path}, has been withdrawn; this translation is still published.", path=path),
            text("Withdraw the translation too."),
        )
    return (
        text("This translation is published before its original, {path}.", path=path),
        text("Publish the original first, or both together."),
    )
