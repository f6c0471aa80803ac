"""Nothing is published that bears the mark of a classified, internal or unfinished document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from terbuka.checks import markdown, quotations, rule, sentences, speech, voice, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import vocabulary
from terbuka.checks.wording import Fault
from terbuka.errors import Place
from terbuka.text import text
from terbuka.words.document import Document

ID = "classified-markings"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Nothing is published that bears the mark of a classified, internal or unfinished document.")
SOURCE = "UU 14/2008 Pasal 17"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

EXPLAINING = frozenset({"panduan", "kebijakan"})
"""Kinds of documents that explain such marks; what looks like one is only asked about."""

PUBLISHED = "published"

_STAMP_WORDS = wording.triggers("rahasia terbatas konfidensial confidential secret restricted")
_MEMO_WORDS = wording.triggers("nota nd memo memorandum disposisi telaahan")
_UNFINISHED_WORDS = wording.triggers("konsep draf draft final")
_NOT_FOR_YOU_WORDS = {
    "id": wording.triggers(
        "disebarluaskan disebarkan dipublikasikan dipublikasi publikasi diedarkan dikutip konsumsi internal"
        " kalangan keperluan penggunaan kepentingan"
    ),
    "en": wording.triggers("distribution circulation publication release use"),
}

_FRAME = r"[ \t>*_#\-\[({=~.:]{0,12}"
_FRAME_END = r"[ \t]{0,3}[*_\])}=~.:!#\-]{0,12}[ \t]*+"
_GRADE = (
    r"SANGAT RAHASIA|AMAT RAHASIA|RAHASIA NEGARA|RAHASIA JABATAN|RAHASIA|TERBATAS|KONFIDENSIAL"
    r"|TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED"
)
_STAMP = re.compile(
    rf"^{_FRAME}(?P<mark>{_GRADE}){_FRAME_END}$"
    r"|^[ \t>*_\-|]{0,8}(?i:sifat(?: surat)?|klasifikasi(?: keamanan| surat| informasi)?|derajat"
    r"|tingkat keamanan|classification)[ \t*_]{0,4}[:|][ \t*_|]{0,6}(?P<grade>(?i:sangat rahasia|amat rahasia"
    r"|rahasia|terbatas|konfidensial|secret|confidential|restricted))\b",
    re.M,
)
_TITLE_STAMP = re.compile(
    rf"[\[(](?P<mark>{_GRADE}|(?i:sangat rahasia|rahasia|konfidensial|confidential))[\])]"
    rf"|^(?P<first>{_GRADE})\s?[:\u2013-]"
)
_NOT_FOR_YOU = re.compile(
    r"\b(?i:(?:tidak|bukan) (?:untuk|boleh) (?:di|untuk )?(?:sebarluaskan|sebarkan|publikasikan|publikasi"
    r"|edarkan|kutip|konsumsi publik|konsumsi umum|umum)|(?:hanya )?untuk (?:kalangan|keperluan|penggunaan"
    r"|kepentingan) (?:sendiri|internal|terbatas|dinas)(?: saja)?|khusus (?:untuk )?(?:kalangan )?(?:internal"
    r"|sendiri)|not for (?:distribution|circulation|publication|release)|for (?:internal|official) use only)\b"
)
_THIS_DOCUMENT = re.compile(
    r"\b(?:dokumen|naskah|surat|berkas|lampiran|informasi|data|laporan|salinan|halaman|tulisan) ini\b"
    r"|\bthis (?:document|page|report|file)\b",
    re.I,
)
_UNFINISHED = re.compile(rf"^{_FRAME}(?P<mark>KONSEP(?: SURAT)?|DRAFT?|BELUM FINAL|NOT FINAL){_FRAME_END}$", re.M)
_TITLE_UNFINISHED = re.compile(
    r"[\[(](?P<mark>(?i:konsep|draft?|belum final))[\])]|^(?P<first>KONSEP|DRAFT?)\s?[:\u2013-]"
)
_MEMO = re.compile(
    rf"^{_FRAME}(?P<mark>NOTA DINAS|MEMO INTERNAL|MEMORANDUM|LEMBAR DISPOSISI|TELAAHAN STAF){_FRAME_END}$"
    r"|^[ \t>*_]{0,6}(?P<number>Nomor[ \t*_]{0,4}:[ \t*_]{0,4}(?:ND|MEMO)[-/ ]\S{1,40})",
    re.M,
)
_FILE = re.compile(
    r"(?:^|[-_/. ])(?:sangat[-_ ]rahasia|rahasia(?![-_ ](?:dagang|pribadi|bank|medis|sukses))|confidential"
    r"|nota[-_ ]dinas|memo[-_ ]internal|lembar[-_ ]disposisi)(?=[-_. ])[^/]{0,80}\.(?:pdf|docx?|odt|xlsx?|ods"
    r"|pptx?|zip|png|jpe?g)$",
    re.I,
)
_FILES = (
    *(".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods"),
    *(".ppt", ".pptx", ".zip", ".png", ".jpg", ".jpeg"),
)
"""What such names end with."""

_CLASSIFIED = Fault(
    text("“{words}” marks this document as classified.", words=""),
    text("Do not publish it; ask the PPID whether it may be opened, then publish a version without the mark."),
    SEVERITY,
    SOURCE,
)
_INTERNAL = Fault(
    text("“{words}” says that this document is not for the public.", words=""),
    text("Do not publish it, or remove the note if the PPID has opened the document."),
    SEVERITY,
    SOURCE,
)
_DRAFT = Fault(
    text("“{words}” marks this document as unfinished.", words=""),
    text("Finish it, or say in a sentence that it is a draft, who may comment and until when."),
    Severity.WARNING,
    "UU 14/2008 Pasal 7 ayat (2)",
)
_MEMORANDUM = Fault(
    text("“{words}” is the head of an internal memorandum.", words=""),
    text("Write for the public instead of copying the memorandum, or ask the PPID whether it may be opened."),
    Severity.WARNING,
    "UU 14/2008 Pasal 17 huruf i",
)
_ATTACHMENT = Fault(
    text("The name of the file “{words}” says that it is classified or internal.", words=""),
    text("Remove the link, or give the file another name if the PPID has opened it."),
    Severity.WARNING,
    SOURCE,
)

_STAMPS = (
    (_CLASSIFIED, _STAMP_WORDS, _STAMP),
    (_MEMORANDUM, _MEMO_WORDS, _MEMO),
    (_DRAFT, _UNFINISHED_WORDS, _UNFINISHED),
)

Spot = tuple[Fault, Place, str]


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the marks in the title and the text, and the names of linked files."""
    del context
    for fault, place, words in (*_in_title(document), *_in_body(document), *_in_links(document)):
        asked = fault.severity is SEVERITY and document.kind.id in EXPLAINING
        shown = replace(fault, severity=Severity.WARNING) if asked else fault
        yield shown.finding(ID, place, words)


def _in_title(document: Document) -> Iterator[Spot]:
    meta = document.meta
    if meta is None:
        return
    for fault, pattern in ((_CLASSIFIED, _TITLE_STAMP), (_DRAFT, _TITLE_UNFINISHED)):
        match = pattern.search(meta.title)
        if match and (fault is not _DRAFT or _finished(document)):
            yield fault, document.place("title"), _mark(match)


def _in_body(document: Document) -> Iterator[Spot]:
    body = markdown.prose(document.body)
    used = vocabulary(speech.of(document).words)
    for fault, triggers, pattern in _STAMPS:
        if triggers.isdisjoint(used) or (fault is _DRAFT and not _finished(document)):
            continue
        for match in pattern.finditer(body):
            if match.start() not in quotations.spans(body):
                yield fault, document.body_place(match.start(match.lastgroup or 0)), _mark(match)
    if _NOT_FOR_YOU_WORDS[document.language].isdisjoint(used):
        return
    for match in _NOT_FOR_YOU.finditer(body):
        sentence = sentences.at(body, *match.span())
        alone = sentence.strip(" \t\n*_#()[].!-") == match[0]
        if (alone or _THIS_DOCUMENT.search(sentence)) and voice.said(body, *match.span()):
            yield _INTERNAL, document.body_place(match.start()), match[0]


def _finished(document: Document) -> bool:
    return document.meta is None or document.meta.status == PUBLISHED


def _in_links(document: Document) -> Iterator[Spot]:
    for link in markdown.links(document.body):
        name = unquote((link.target or "").split("#")[0].split("?")[0])
        if name.lower().endswith(_FILES) and _FILE.search(name):
            yield _ATTACHMENT, document.body_place(link.offset), name.rsplit("/", 1)[-1]


def _mark(match: re.Match[str]) -> str:
    return match[match.lastgroup or 0]
