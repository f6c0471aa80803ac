"""The office takes no side: it calls nobody to vote for one, and near an election praises no officials by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import elections, persons, rule, sentences, speech, voice, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.speech import Speech
from terbuka.checks.wording import Fault
from terbuka.office import Period
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "neutrality"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The office takes no side; near an election it praises no officials by name.")
SOURCE = "UU 20/2023 Pasal 9 ayat (2); PP 94/2021 Pasal 5 huruf n"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_SEATS = (
    r"(?:wali kota|wakil wali kota|bupati|wakil bupati|gubernur|wakil gubernur|presiden|wakil presiden|legislatif"
    r"|anggota (?:DPR|DPRD|DPD)|kepala desa)"
)
_RULES = re.compile(
    r"\b(?:dilarang|tidak boleh|larangan|melarang|melanggar|pelanggaran|jangan|netral|netralitas|Bawaslu|laporkan"
    r"|forbidden|must not|neutral)\b",
    re.I,
)
"""The sentence tells the rules."""
_BY_KPU = re.compile(rf"{_RULES.pattern}|\b(?:KPU|Komisi Pemilihan Umum)\b", re.I)

_CALL = Fault(
    text("“{words}” calls on people to vote for one side.", words=""),
    text("Remove it; an official account may only tell how, when and where to vote."),
    SEVERITY,
    SOURCE,
)
_SIGN = Fault(
    text("“{words}” is a sign or slogan of one side.", words=""),
    text("Remove it, also from pictures and hashtags."),
    Severity.WARNING,
    "PP 94/2021 Pasal 5 huruf n; SKB Netralitas 2022",
)
_ATTENDANCE = Fault(
    text("“{words}” shows the office at a campaign.", words=""),
    text("Do not report on campaigns; official news is about services and decisions."),
    Severity.WARNING,
    "UU 10/2016 Pasal 71 ayat (1); PP 94/2021 Pasal 5 huruf n",
)
_PRAISE = Fault(
    text(
        "“{words}” praises an official or links a programme to a person in an election period ({period}).",
        words="",
        period="",
    ),
    text("Write “Pemerintah Kota” or the name of the unit instead of the person, and leave the praise out."),
    Severity.WARNING,
    "UU 10/2016 Pasal 71 ayat (1) dan ayat (3)",
)
_CANDIDATE = Fault(
    text("“{words}” is a candidate or a slogan of one in an election period ({period}).", words="", period=""),
    text("Leave it out, or name all candidates alike with KPU's decision as the source."),
    Severity.WARNING,
    "UU 10/2016 Pasal 71 ayat (1) dan ayat (3)",
)

ALWAYS = (
    wording.form(
        _CALL,
        "coblos pilih pilihlah dukung dukunglah menangkan mencoblos vote & urut nomor no pasangan paslon calon"
        " kandidat for",
        r"(?i:(?:coblos|mencoblos|pilih|pilihlah|dukung|dukunglah|menangkan) (?:pasangan |paslon "
        r"|calon )?(?:nomor|no\.?) urut \d{1,2}|coblos (?:nomor|no\.?) \d{1,2}|menangkan (?:pasangan(?: calon)?"
        r"|paslon|calon|kandidat)"
        rf"|(?:dukung|dukunglah|pilihlah) (?:pasangan calon|paslon|calon {_SEATS}|kandidat)"
        r"|vote for (?:candidate|number|pair) (?:number )?\d)\b(?! sesuai)",
        excused=_RULES,
    ),
    wording.form(
        _SIGN,
        "jari jempol metal periode & salam pose gaya acungkan mengacungkan acungan dua 2",
        r"(?i:salam (?:satu|dua|tiga|empat|\d|metal|jempol)(?: jari)?|(?:pose|gaya|mengacungkan|acungkan"
        r"|acungan) (?:satu|dua|tiga|\d) jari|(?:lanjutkan|tuntaskan|menuju) (?:dua|2|dua) periode|(?:dua"
        r"|2) periode (?:untuk|bersama))\b",
        excused=_RULES,
    ),
    wording.form(
        _ATTENDANCE,
        "kampanye deklarasi & hadiri hadir menghadiri mengikuti memeriahkan mendampingi ikut",
        r"(?i:(?:hadir(?:i| di| dalam)|menghadiri|mengikuti|memeriahkan|mendampingi|ikut) (?:acara )?(?:kampanye"
        r" (?:akbar|terbuka|calon|pasangan|paslon|partai)|deklarasi (?:dukungan|calon|pasangan"
        rf"|paslon)(?: {_SEATS})?))\b",
        excused=_RULES,
    ),
)

_HASHTAG = re.compile(
    r"#\w{0,20}(?:2periode|duaperiode|ganti(?:bupati|gubernur|presiden|walikota)|salam(?:[123]|satu|dua"
    r"|tiga)jari)\w{0,20}",
    re.I,
)

_OFFICIAL = (
    r"(?:(?:Plt\.|Pj\.|Pjs\.) )?(?:Presiden|Wakil Presiden|Gubernur|Wakil Gubernur|Bupati|Wakil Bupati|Wali Kota"
    r"|Wakil Wali Kota|Walikota|Kepala Desa)(?: [A-Z][a-z]{2,15})?"
)
_GIFT_WORDS = """
    bantuan bansos hadiah santunan sembako membagikan membagi meresmikan peresmian diresmikan menyerahkan
    penyerahan menyalurkan prestasi berprestasi keberhasilan berhasil sukses kesuksesan capaian berjanji
    menjanjikan terobosan gebrakan berkat
"""
_GIFTS = re.compile(
    r"\b(?:bantuan|bansos|hadiah|santunan|sembako|membagikan|membagi-bagikan|meresmikan|peresmian|diresmikan"
    r"|menyerahkan|penyerahan|menyalurkan|prestasi|berprestasi|keberhasilan|berhasil|sukses|kesuksesan|capaian"
    r"|berjanji|menjanjikan|terobosan|gebrakan|berkat)\b",
    re.I,
)

IN_PERIOD = (
    wording.form(
        _PRAISE,
        f"presiden gubernur bupati wali walikota kepala & {_GIFT_WORDS}",
        rf"{_OFFICIAL},? (?P<person>{persons.ADDRESSED}|{persons.FULL})"
        rf"|{_OFFICIAL}, (?P<single>{persons.ANY})(?=,)|(?P<first>{persons.ADDRESSED}"
        rf"|{persons.FULL}),? (?i:selaku |sebagai ){_OFFICIAL}",
        needs=_GIFTS,
        excused=_BY_KPU,
    ),
    wording.form(
        _PRAISE,
        "kepemimpinan berkat keberhasilan prestasi kesuksesan kiprah",
        r"(?i:di bawah kepemimpinan|berkat (?:kepemimpinan|kerja keras|komitmen|perhatian) (?:bapak|ibu|bupati"
        r"|gubernur|presiden|wali kota)|(?:keberhasilan|prestasi|kesuksesan|kiprah) (?:bupati|gubernur|presiden"
        r"|wali kota|kepala daerah))\b",
        excused=_BY_KPU,
    ),
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield partisan words, and in election periods candidates and officials who are praised."""
    said = speech.of(document)
    for form, match in wording.find(ALWAYS, said.words, voice.said_in(said.words)):
        yield form.fault.finding(ID, said.place(match.start()), match[0])
    for tag in _HASHTAG.finditer(said.words) if "#" in said.words else ():
        if voice.said(said.words, *tag.span()):
            yield _SIGN.finding(ID, said.place(tag.start()), tag[0])
    found = elections.periods(document, context.office)
    if found:
        yield from _in_period(said, found[0], context)
        if elections.of_kinds(found, elections.SILENT) is None:  # then that rule tells of them
            yield from _candidates(said, found[0], context)


def _in_period(said: Speech, period: Period, context: Context) -> Iterator[Finding]:
    def praises(match: re.Match[str]) -> bool:
        return all(persons.is_person(name) for name in match.groupdict().values() if name)

    for form, match in wording.find(IN_PERIOD, said.words, praises):
        yield _finding(said, form.fault, match, period, context)


def _candidates(said: Speech, period: Period, context: Context) -> Iterator[Finding]:
    for match in elections.minded(context).finditer(said.words):
        if not _BY_KPU.search(sentences.at(said.words, *match.span())):
            yield _finding(said, _CANDIDATE, match, period, context)


def _finding(said: Speech, fault: Fault, match: re.Match[str], period: Period, context: Context) -> Finding:
    what = Text(fault.what.key, (("period", elections.name(period, context.office)), ("words", match[0])))
    return Finding(ID, fault.severity, said.place(match.start()), what, fault.to_do, fault.source)
