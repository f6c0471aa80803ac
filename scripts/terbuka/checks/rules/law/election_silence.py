"""In the days of silence before a vote, and on voting day, nothing is said of candidates, surveys or counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import elections, rule, sentences, speech, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.wording import Fault
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "election-silence"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("In the days of silence before a vote, nothing is said of candidates, surveys or counts.")
SOURCE = "UU 1/2015 Pasal 67 ayat (2); UU 7/2017 Pasal 278 dan Pasal 287 ayat (5)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_SEATS = (
    r"(?:wali kota|wakil wali kota|bupati|wakil bupati|gubernur|wakil gubernur|presiden|wakil presiden"
    r"|kepala daerah|legislatif|anggota (?:DPR|DPRD|DPD)|kepala desa|perseorangan|independen)"
)
_SERVICE = re.compile(
    r"\b(?:dilarang|tidak boleh|larangan|melarang|tidak ada|tanpa|melanggar|pelanggaran|dihentikan|diturunkan"
    r"|Bawaslu|KPU|TPS|surat suara|hak pilih|daftar pemilih|netral|netralitas|forbidden|must not|polling station"
    r"|neutral)\b",
    re.I,
)
"""The sentence tells the rules, or how and where to vote."""
_FORBIDDEN = re.compile(r"\b(?:dilarang|tidak boleh|larangan|melarang|melanggar|forbidden|must not)\b", re.I)

_CANDIDATES = Fault(
    text("“{words}” speaks of candidates on a day without campaigning ({period}).", words="", period=""),
    text("Publish it before or after this time, or leave the candidates out; tell only how and where to vote."),
    SEVERITY,
    SOURCE,
)
_SURVEY = Fault(
    text(
        "“{words}” tells of a survey or a quick count on a day without campaigning ({period}).",
        words="",
        period="",
    ),
    text("Publish it only when the law allows it again; until then point to KPU."),
    SEVERITY,
    "UU 7/2017 Pasal 449",
)

FORMS = (
    wording.form(
        _CANDIDATES,
        "calon paslon kandidat cawalkot cabup cagub capres cawapres caleg kontestan peserta candidate candidates",
        rf"(?i:(?:pasangan )?calon {_SEATS}(?: nomor urut \d{{1,2}})?|pasangan calon|paslon|kandidat|cawalkot"
        r"|cabup|cagub|capres|cawapres|caleg|kontestan (?:pemilu|pilkada)|peserta (?:pemilu|pilkada|pemilihan)"
        r"|candidates? (?:for|number))\b",
        excused=_SERVICE,
    ),
    wording.form(
        _CANDIDATES,
        "kampanye urut visi partai campaign",
        r"(?i:kampanye (?:akbar|terbuka|pemilu|pilkada|pemilihan|calon|paslon|partai|terakhir)|(?:tim"
        r"|juru) kampanye|nomor urut \d{1,2}|visi(?: dan|-|,) ?misi (?:calon|pasangan|paslon|kandidat|partai)"
        r"|partai (?:pengusung|pendukung)|election campaign)\b",
        excused=_SERVICE,
    ),
    wording.form(
        _SURVEY,
        "elektabilitas survei jajak cepat quick exit popularitas poll polls",
        r"(?i:elektabilitas|popularitas (?:calon|paslon|kandidat)|(?:survei"
        r"|jajak pendapat)(?: [a-z]{2,15}){0,3} (?:calon|elektabilitas|paslon|pemilih|pemilu|pilkada)"
        r"|hasil (?:hitung cepat|sementara pemilihan)|hitung cepat|quick count|exit poll|opinion polls?)\b",
        excused=_FORBIDDEN,
    ),
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what a document says of candidates on days of silence; quotations count as well."""
    period = elections.of_kinds(elections.periods(document, context.office), elections.SILENT)
    if period is None:
        return
    name = elections.name(period, context.office)
    said = speech.of(document)
    found = [
        (match.start(), match[0], form.fault)
        for form, match in wording.find(FORMS, said.words, lambda match: True)
    ]
    for match in elections.minded(context).finditer(said.words):
        if not _FORBIDDEN.search(sentences.at(said.words, *match.span())):
            found.append((match.start(), match[0], _CANDIDATES))
    for start, words, fault in sorted(found, key=lambda item: item[:2]):
        what = Text(fault.what.key, (("period", name), ("words", words)))
        yield Finding(ID, fault.severity, said.place(start), what, fault.to_do, fault.source)
