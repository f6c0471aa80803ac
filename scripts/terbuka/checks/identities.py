"""What gives away a person whose identity is secret: a child in a case, a victim of sexual violence, a reporter.

A paragraph is looked at as a whole: it speaks of a case, of a child or a victim, and then names, parents, schools
and addresses in it tell who that is. Prevention at a school, or a prize, is no case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from terbuka.checks import persons, sentences, wording
from terbuka.checks.vocabulary import mentions, vocabulary

GROWN = 18
"""The age from which nobody is a child: UU 11/2012 Pasal 1."""


class Protected(Enum):
    """Whose identity is secret."""

    CHILD = "child"
    VICTIM = "victim"
    REPORTER = "reporter"


@dataclass(frozen=True, slots=True)
class Clue:
    """What tells who somebody is.

    Attributes:
        start: where it begins.
        words: the name, the school or the address.
        who: whom it gives away.
        sure: True for a name; others have to be looked at.
    """

    start: int
    words: str
    who: Protected
    sure: bool


CASE_WORDS = wording.triggers(
    """
    aborsi begal cabul dicabuli dianiaya diculik diperkosa dilecehkan dirundung disetubuhi berhadapan
    eksploitasi hamil inses kekerasan mencabuli memerkosa memperkosa menyetubuhi narkoba pelecehan pembunuhan
    pencabulan pencurian penculikan penganiayaan pemerkosaan perkosaan persetubuhan perundungan prostitusi
    pidana sodomi tawuran tersangka terdakwa terlapor perdagangan abuse abused assault assaulted bullied
    bullying kidnapped rape raped robbery suspect suspects murder
    """
)
"""A text without any of these words speaks of no case."""

REPORTERS = wording.triggers("pelapor pengadu informan whistleblower peniup saksi witness")
"""A text without any of these words names no reporter or witness."""

_CASE = re.compile(
    r"\b(?:aborsi|begal|cabul|dicabuli|dianiaya|diculik|diperkosa|dilecehkan|dirundung|disetubuhi"
    r"|berhadapan dengan hukum|eksploitasi|hamil di luar nikah|inses|kekerasan|mencabuli|meme?rkosa|memperkosa"
    r"|menyetubuhi|narkoba|pelecehan|pembunuhan|pencabulan|pencurian|penculikan|penganiayaan|pemerkosaan"
    r"|perkosaan|persetubuhan|perundungan|prostitusi|(?:tindak|perkara) pidana|sodomi|tawuran|tersangka|terdakwa"
    r"|terlapor|perdagangan (?:orang|anak)|abused?|assault(?:ed)?|bull(?:ied|ying)|kidnapped|raped?|robbery"
    r"|suspects?|murder)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:korban|tersangka|terdakwa|terlapor|dicabuli|dianiaya|diculik|diperkosa|dilecehkan|dirundung|disetubuhi"
    r"|mencabuli|meme?rkosa|memperkosa|menyetubuhi|ditangkap|diamankan|ditahan|hamil|berinisial"
    r"|victim|suspect|abused|assaulted|raped|arrested)\b",
    re.I,
)
"""Something has been done to somebody."""

_NO_CASE = re.compile(
    r"\b(?:sosialisasi|pencegahan|mencegah|cegah|penyuluhan|edukasi|deklarasi|lomba|juara|medali|prestasi|satgas"
    r"|satuan tugas|pelatihan|seminar|duta|antinarkoba|antikekerasan|antiperundungan|prevention|prize|medal"
    r"|contest)\b",
    re.I,
)
_SEXUAL = re.compile(
    r"\b(?:cabul|dicabuli|diperkosa|dilecehkan|disetubuhi|inses|mencabuli|meme?rkosa|memperkosa|menyetubuhi"
    r"|(?:pelecehan|kekerasan) seksual|pencabulan|pemerkosaan|perkosaan|persetubuhan|prostitusi|sodomi"
    r"|sexual(?:ly)?|raped?)\b",
    re.I,
)
_CHILD_WORD = (
    r"(?:anak|balita|bayi|bocah|murid|pelajar|remaja|santri|santriwati|siswa|siswi"
    r"|child|pupil|schoolgirl|schoolboy|teenager|minor|student|boy|girl)"
)
_CHILD = re.compile(
    rf"\b(?:{_CHILD_WORD}|di bawah umur|(?:berusia|berumur|umur|usia|aged) (?:1[0-7]|[1-9])\b)", re.I
)

_NAME = rf"(?P<name>{persons.ADDRESSED}|{persons.ANY})"
_FULL = rf"(?P<name>{persons.ADDRESSED}|{persons.FULL})"
_VICTIM = r"(?i:korban|penyintas|victim|survivor)"
_CALLED = r"(?i:bernama|yang bernama|atas nama|named|called)"
_IS = r"(?i:bernama |yang bernama |atas nama |yakni |yaitu |ialah |adalah |named )"

_WITH_AGE = re.compile(
    rf"\b{_FULL},? ?(?:\((?P<age>\d{{1,2}})(?: (?i:tahun|thn|years))?\)|(?P<years>\d{{1,2}}) (?i:tahun)"
    r"|aged (?P<aged>\d{1,2}))"
)
_CHILD_NAMED = re.compile(
    rf"\b(?i:{_CHILD_WORD}|korban|putri|putra|victim)(?: [a-z]{{2,20}}){{0,3}},? {_CALLED} {_NAME}"
)
_CHILD_CALLED = re.compile(
    rf"\b(?i:siswa|siswi|murid|pelajar|santri|santriwati|bocah|korban|pupil|student),? {_FULL}"
)
_PARENT = re.compile(
    r"\b(?:(?i:ibu|ayah|bapak|orang tua|wali|kakek|nenek|paman|kakak|mother|father)(?i: kandung| tiri)?"
    rf"(?i: korban| anak| siswi| siswa| bocah| of the victim)?(?i: itu| tersebut)?,? {_IS}?{_FULL}|(?i:anak"
    rf"|putra|putri|child|son|daughter) (?i:dari|pasangan|of) (?P<other>{persons.ADDRESSED}|{persons.FULL}))"
)
_SCHOOL = re.compile(
    r"\b(?P<name>(?:SDN|SMPN|SMAN|SMKN|MTsN|MAN|MIN) ?\d{1,3}(?: [A-Z][a-z]{2,15})?|(?:SD|SMP|SMA|SMK|TK|PAUD"
    r"|MTs|MI|MA|SLB)(?: (?:Negeri|Swasta|Islam|Kristen|Katolik))? (?:\d{1,3}"
    r"|[A-Z][a-z]{2,15})(?: [A-Z][a-z]{2,15})?|(?:Pondok Pesantren|Ponpes|Pesantren|Panti Asuhan"
    r"|Sekolah (?:Dasar|Menengah (?:Pertama|Atas))) [A-Z0-9][\w’'-]{0,20})"
)
_ADDRESS = re.compile(
    r"\b(?P<name>(?:Jalan|Jl\.|Gang|Gg\.|Dusun|Kampung|Perumahan"
    r"|RT) ?[A-Z0-9][\w/’'-]{0,20}(?: [A-Z0-9][\w/’'-]{0,20}){0,3})"
)
_WHERE_HELP_IS = re.compile(
    r"\b(?:lapor(?:kan)?|melapor|hubungi|datang|kantor|layanan|UPTD|posko|rumah aman|puskesmas|nomor|report|call"
    r"|office)\b",
    re.I,
)
_VICTIM_NAMED = re.compile(
    rf"\b{_VICTIM}(?: [a-z]{{2,20}}){{0,3}},? {_IS}?{_FULL}|\b(?P<other>{persons.ADDRESSED}"
    rf"|{persons.FULL}),? (?i:selaku |sebagai |adalah |menjadi ){_VICTIM}\b"
)
_REPORTER_NAMED = re.compile(
    r"\b(?i:pelapor|pengadu|informan|whistleblower|peniup peluit|the witness|saksi(?: korban| mata| kunci"
    r"| pelapor)?)"
    rf"(?i:(?: dalam)? (?:kasus|perkara|laporan)(?: ini| itu| tersebut)?| itu| tersebut)?,? {_IS}?{_FULL}"
)
_LABEL = re.compile(
    r"\b(?i:nama (?:lengkap )?(?P<label>anak korban|anak saksi|korban|saksi|pelapor|pengadu)) ?[:|] ?" + _NAME
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?i:tersangka|terdakwa|terpidana|terduga|terlapor|pelaku|pendamping|psikolog|pengacara|kuasa hukum|dokter"
    r"|konselor|juru bicara|penasihat hukum|lembaga|perlindungan|dan|hak)(?: [a-z]{2,20}){0,2},? \Z"
)
"""Who stands before the clue is no victim: “pendamping korban, Ibu Siti”, “perlindungan saksi dan korban”."""

_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>#]\s|\d{1,3}[.)]\s))")
_BEFORE = 60


def clues(words: str) -> Iterator[Clue]:
    """Yield what tells who a protected person is; one clue for each place."""
    case, reporters = CASE_WORDS & vocabulary(words), mentions(words, REPORTERS)
    found = list(_names(_REPORTER_NAMED, words, 0, Protected.REPORTER, sure=False)) if reporters else []
    start = 0
    for end in [*(match.start() for match in _PARAGRAPH.finditer(words)), len(words)] if case else ():
        paragraph = words[start:end]
        lower = paragraph.lower()
        if any(word in lower for word in case):
            found += _in_paragraph(words, paragraph, start)
        start = end
    if case or reporters:
        found += _labelled(words)
    seen: set[int] = set()
    for clue in found:
        if clue.start not in seen:
            seen.add(clue.start)
            yield clue


def _in_paragraph(words: str, paragraph: str, offset: int) -> Iterator[Clue]:
    if not _CASE.search(paragraph) or (_NO_CASE.search(paragraph) and not _DONE.search(paragraph)):
        return
    yield from _children_by_age(paragraph, offset)
    if _CHILD.search(paragraph):
        for pattern in (_CHILD_NAMED, _CHILD_CALLED, _PARENT):
            yield from _names(pattern, paragraph, offset, Protected.CHILD)
        if _DONE.search(paragraph):
            yield from _surroundings(words, paragraph, offset)
    if _SEXUAL.search(paragraph):
        yield from _names(_VICTIM_NAMED, paragraph, offset, Protected.VICTIM)


def _names(
    pattern: re.Pattern[str], paragraph: str, offset: int, who: Protected, *, sure: bool = True
) -> Iterator[Clue]:
    for match in pattern.finditer(paragraph):
        group = "other" if match.groupdict().get("other") else "name"
        before = paragraph[max(0, match.start() - _BEFORE) : match.start()]
        if persons.is_person(match[group]) and not _SOMEBODY_ELSE.search(before):
            yield Clue(offset + match.start(group), match[group], who, sure)


def _children_by_age(paragraph: str, offset: int) -> Iterator[Clue]:
    for match in _WITH_AGE.finditer(paragraph):
        age = int(match["age"] or match["years"] or match["aged"])
        if age < GROWN and persons.is_person(match["name"]):
            yield Clue(offset + match.start("name"), match["name"], Protected.CHILD, sure=True)


def _surroundings(words: str, paragraph: str, offset: int) -> Iterator[Clue]:
    """Yield schools and addresses in a sentence about the child; not where one can get help."""
    for pattern in (_SCHOOL, _ADDRESS):
        for match in pattern.finditer(paragraph):
            sentence = sentences.at(words, offset + match.start(), offset + match.end())
            about = _CHILD.search(sentence) or _DONE.search(sentence)
            if about and not _WHERE_HELP_IS.search(sentence) and not _NO_CASE.search(sentence):
                yield Clue(offset + match.start("name"), match["name"], Protected.CHILD, sure=False)


def _labelled(words: str) -> Iterator[Clue]:
    """Yield names in forms and tables: “Nama korban: …”."""
    labels = [match for match in _LABEL.finditer(words) if persons.is_person(match["name"])]
    if not labels or not _CASE.search(words):
        return
    about = (Protected.VICTIM if _SEXUAL.search(words) else Protected.CHILD) if _CHILD.search(words) else None
    about = Protected.VICTIM if _SEXUAL.search(words) else about
    for match in labels:
        label = match["label"].lower()
        who = Protected.CHILD if label.startswith("anak") else about if label == "korban" else Protected.REPORTER
        if who is not None:
            yield Clue(match.start("name"), match["name"], who, sure=who is not Protected.REPORTER)
