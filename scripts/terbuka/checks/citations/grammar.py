"""The parts that citations are built of.

Every expression is bounded: a hostile text must not cost more than one of its length.
"""

from __future__ import annotations

import re

TRIGGERS = frozenset(
    {
        "circular",
        "decree",
        "inpres",
        "instruction",
        "instruksi",
        "kepmen",
        "keppres",
        "keputusan",
        "ketetapan",
        "law",
        "pbi",
        "penetapan",
        "peraturan",
        "perbup",
        "perda",
        "perdes",
        "pergub",
        "perki",
        "perma",
        "perppu",
        "perpres",
        "perpu",
        "perwako",
        "perwal",
        "perwali",
        "pkpu",
        "pmk",
        "pojk",
        "pp",
        "qanun",
        "regulation",
        "se",
        "sema",
        "surat",
        "tap",
        "undang",
        "undangundang",
        "uu",
        "uud",
    }
)
"""One of these, or an abbreviation like ``Permendagri``, is in every text with a citation."""

YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d)")
BEFORE_YEAR = re.compile(
    r"(?:\w\s{0,3}/|tahun|thn\.?|th\.?|\d\s{1,3}of|dasar|indonesia|uud|nri)[\s*_]{0,5}\Z", re.I
)
WINDOW = 320
"""Characters. The name of a type stands at most so far before the year."""

HEAD = re.compile(
    r"(?<![A-Za-z0-9/@#&=?-])(?:"
    r"(?P<law>Undang\s{0,2}[-–‑\xad]?\s{0,2}undang|UU|U\.U\.|Law)"
    r"|(?P<uud>UUD)"
    r"|(?P<fixed>Perpp?u|PP|Perpres|Inpres|Keppres|Penpres|PMK|PBI|POJK|PKPU|Perma|SEMA|PerKI"
    r"|Penetapan[\s-]{1,3}Presiden|Ketetapan\s{1,3}(?:MPRS?|Majelis\s{1,3}Permusyawaratan\s{1,3}Rakyat"
    r"(?:\s{1,3}Sementara)?)|TAP\s{1,3}MPRS?)"
    r"|(?P<open>Peraturan(?:-peraturan)?|Keputusan|Instruksi|Surat\s{1,3}Edaran|SE|Qanun|Perda|Pergub|Perbup"
    r"|Perwa(?:li|l|ko)|Perdes|(?:Per|Kep)men\w{0,30}|(?-i:Per(?:ka|lem|ban)(?:[A-Z]\w{0,30})?))"
    r"|(?P<english>Regulation|Decree|Instruction|Circular)"
    r")(?!\w)",
    re.I,
)
UUD = re.compile(r"(?:\s+Negara)?(?:\s+Republik\s+Indonesia|\s+NRI)?(?:\s+Tahun)?\s+(?P<year>1945)(?!\d)", re.I)
STATE = re.compile(
    r"(?:\s{1,3}(?:Republik\s{1,3}Indonesia(?:\s{1,3}Serikat)?|R\.?I\.?(?:S\.?)?(?!\w)|Negara\s{1,3}Indonesia\s{1,3}Timur"
    r"|N\.?I\.?T\.?(?!\w)|\(?Republik\s{1,3}Indonesia\s{1,3}\(?[DJY]{1,2}og[jy]akarta\)?))?(?:\s{1,3}dahulu)?",
    re.I,
)
DAY = r"(?:,?\s{1,3}(?:ter)?tanggal\s{1,3}\d{1,2}\s{1,3}[A-Z]\w{2,9}\s{1,3}(?:19|20)\d\d,?)?"
ITEM = r"(?:(?:[a-z]|\d{1,2})[.)]\s{0,3})"
MARK = r"(?P<mark>Nomor|Nomer|Number|Nos?\.?|N°)(?:\s{0,3}:)?\s{0,3}"
NUMERAL = r"(?:[A-Z]{1,6}(?:\.\s?|\s|-))?[A-Za-z0-9](?:[\w.–-]{0,30}(?:/[\w.–-]{1,30}){0,6})"
BY_YEAR = (
    r"(?:\s{0,2}(?P<earlier>Prps?|Drt)\.?)?(?:\.?,?\s{0,3}(?P<link>Tahun|thn\.?|th\.?|of)\s{0,3}"
    r"|\s{0,2}(?P<slash>/)\s{0,2})"
    r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
)
NUMBERED = re.compile(rf"{DAY}(?:\s{{0,3}}:\s{{0,3}}{ITEM})?\s{{0,3}},?\s{{0,3}}{MARK}(?P<number>{NUMERAL})", re.I)
YEAR_FIRST = re.compile(
    r"\s{1,3}Tahun\s{1,3}(?P<year>19\d\d)\s{1,3}(?P<mark>Nomor|No\.?)\s{0,3}(?P<number>\d{1,3})(?!\w)", re.I
)
"""As in the first years of the Republic: “Peraturan Pemerintah Tahun 1948 Nomor 7”."""
BARE = re.compile(r"\s{1,3}(?P<number>\d{1,4}[A-Z]?)", re.I)
LINKED = re.compile(BY_YEAR, re.I)
MORE = re.compile(
    r"(?:\s{0,3}(?:,\s{0,3}dan|,|dan|serta|and|&)\s{1,3}(?:(?:Nomor|No\.?|Number)\s{0,3})?\d{1,4}(?![\d/])){1,8}",
    re.I,
)
ONE_MORE = re.compile(r"(?:(?:Nomor|No\.?|Number)\s{0,3})?(\d{1,4})", re.I)
FURTHER = re.compile(
    r"(?:\s{0,3}\((?:Lembaran|Berita|Tambahan)[^()]{0,200}\))?(?:\s{0,3}[,;])?\s{0,3}"
    rf"(?:(?:dan|serta|atau|dan/atau|jo\.?|juncto|and|or|&)\s{{1,3}})?{ITEM}?{MARK}(?P<number>{NUMERAL})",
    re.I,
)
FURTHER_SHORT = re.compile(
    r"(?:\s{0,3},)?\s{1,3}(?:(?:dan|serta|atau|jo\.?|juncto|and|or|&)\s{1,3})?(?P<number>\d{1,3})(?P<slash>/)"
    r"(?P<year>(?:19|20)\d\d)(?![\d/])",
    re.I,
)
OFFICE = re.compile(
    r"(?:[^\n.;:()\d|]|\.(?=\S)|\n(?!\s*\n)){1,170}?"
    rf"(?={DAY}\s{{0,3}},?\s{{0,3}}(?:Nomor|Nomer|Number|No\b))",
    re.I,
)
OFFICE_SHORT = re.compile(r"(?:\s{1,3}[A-Z][\w.-]{0,30}|\s{1,3}dan){0,8}?(?=\s{1,3}\d{1,4}/(?:19|20)\d\d)")
SMALL = frozenset(
    {"dan", "untuk", "dengan", "pada", "di", "dari", "bersama", "of", "and", "the", "for", "atau", "bidang"}
)
HEAD_INSIDE = re.compile(
    r"(?<!Pengganti )(?:Undang\s?[-–]\s?Undang|\b(?:UU|Peraturan|Keputusan|Pasal|Lembaran|Surat)\b)",
    re.I,
)
BEFORE_ENGLISH = re.compile(r"(?:(?:[A-Z][\w-]{0,30}|of|the|and|in)\s{1,3}){1,8}$")
CAPITAL = re.compile(r"\b[A-Z]")
IN_LIEU = re.compile(r"\s{1,3}in\s{1,3}Lieu\s{1,3}of\s{1,3}Law(?!\w)", re.I)
EMERGENCY = re.compile(r"\s{1,3}Darurat(?!\w)", re.I)
BASIC = re.compile(r"\s{1,3}Dasar(?!\w)", re.I)
KIND_OF_GOVERNMENT = re.compile(
    r"\s{1,3}(?:(?P<perppu>Pemerintah\s{1,3}Pengganti\s{1,3}Undang\s{0,2}[-–‑\xad]?\s{0,2}undang)"
    r"|(?P<pp>Pemerintah)|(?P<perpres>Presiden))(?!\w)",
    re.I,
)


LAW_TOGETHER = re.compile(r"\bundang ?undang\b")
HYPHEN = re.compile(r"\s*[-–‑\xad]\s*")
