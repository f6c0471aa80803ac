"""What people call a number: one expression that finds every label, and says which number it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum


class Label(StrEnum):
    """What a number is said to be."""

    ACCOUNT = "account"
    CARD = "card"
    FAMILY_CARD = "family_card"
    HEALTH = "health"
    LICENCE = "licence"
    OTHER = "other"
    """An invoice, a code, a book: nobody's number."""
    PASSPORT = "passport"
    PHONE = "phone"
    RESIDENT = "resident"
    STAFF = "staff"
    TAX = "tax"
    WORK = "work"


_WORDS = {
    Label.OTHER: (
        r"invoice|faktur|resi|kwitansi|kuitansi|tiket|ISBN|ISSN|DOI|ORCID|RUP|SIRUP|LPSE|NTPN|NIB|NISN|NPSN|NOP|IMEI"
        r"|(?-i:VA)|virtual account|akun virtual|kode (?:billing|bayar|booking|akun|rekening|anggaran|kegiatan)"
        r"|rekening (?:belanja|anggaran|pendapatan|pembiayaan)|serial(?: number)?|barcode|hash"
        r"|nomor (?:seri|perkara|kontrak|izin|registrasi|meter|pelanggan)"
    ),
    Label.WORK: r"KPJ|BPJS[ -](?:ketenagakerjaan|TK)|BPJSTK|jamsostek",
    Label.HEALTH: (
        r"BPJS(?:[ -]kesehatan)?|(?-i:JKN(?:-KIS)?|KIS)|kartu indonesia sehat|kartu peserta jaminan kesehatan"
    ),
    Label.FAMILY_CARD: r"(?-i:KK)|(?:nomor|no\.?) kk|kartu keluarga|family card",
    Label.TAX: r"NPWP(?:16)?|NITKU|nomor pokok wajib pajak|tax(?:payer)? (?:id|number)",
    Label.RESIDENT: (
        r"NIK|e-?KTP|KTP(?:-el)?|nomor induk kependudukan|kartu tanda penduduk|no(?:mor|\.)? ?identitas"
        r"|population (?:id|number)|identity (?:card|number)"
    ),
    Label.CARD: r"kartu (?:kredit|debit|ATM)|(?:credit|debit|payment) card|card number|visa|mastercard|CVV|CVC",
    Label.ACCOUNT: (
        r"(?:no(?:mor|\.)? ?)?rek(?:ening|\.)?|norek|bank account|account (?:number|no\.?)"
        r"|(?:bank )?(?-i:BCA|BNI|BRI|BSI|BTN|BJB|CIMB|BPD)"
        r"|bank (?:mandiri|syariah indonesia|permata|danamon|jago|negara indonesia|rakyat indonesia|central asia"
        r"|tabungan negara|pembangunan daerah)"
    ),
    Label.PASSPORT: r"paspor|passport",
    Label.LICENCE: (
        r"(?<!kartu )(?-i:SIM)(?! ?card)(?:[ -](?-i:A|B1|B2|BI|BII|C|D))?(?:[ -]umum)?|surat izin mengemudi"
        r"|driv(?:ing|er'?s) licen[cs]e"
    ),
    Label.STAFF: r"(?-i:NIP|NRP)|NI ?PPPK|nomor induk (?:pegawai|PPPK)",
    Label.PHONE: (
        r"telepon|telp|telpon|tlp|ponsel|(?-i:HP|WA)|whatsapp|hubungi|hotline|call ?cent(?:er|re)|faks(?:imile)?"
        r"|fax|phone|mobile"
    ),
}

_LABEL = re.compile(
    "(?:" + "|".join(f"(?P<{label}>{words})" for label, words in _WORDS.items()) + r")(?![^\W\d_])", re.I
)
"""Any label. What is more special stands first."""

_FIRST = frozenset(
    re.findall(
        r"\w+",
        """
        account akun atm bank barcode bca bjb bni bpd bpjs bpjstk bri bsi btn call callcenter callcentre
        card cimb credit cvc cvv debit doi driver driving e ektp faks faksimile faktur family fax hash
        hotline hp hubungi identity imei invoice isbn issn jamsostek jkn kartu kis kk kode kpj ktp
        kuitansi kwitansi lpse mastercard mobile ni nib nik nip nipppk nisn nitku no noidentitas nomor
        nomoridentitas nomorrek nomorrekening nop norek norekening npsn npwp nrp ntpn orcid paspor
        passport payment phone ponsel population rek rekening resi rup serial sim sirup surat tax
        taxpayer telepon telp telpon tiket tlp va virtual visa wa whatsapp
        """,
    )
)
"""The first word of every label: only there the long expression is tried."""

_WORD = re.compile(r"[^\W\d_]+")


def find(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the labels in `text` from `start` to `end`, in order and apart; none that `start` cuts."""
    done = start
    for word in _WORD.finditer(text, start, end):
        whole = word.start() > start or not text[start - 1 : start].isalpha()
        if word.start() >= done and whole and word[0].lower() in _FIRST:
            match = _LABEL.match(text, word.start())
            if match and match.end() <= end:
                done = match.end()
                yield match


def of(match: re.Match[str]) -> Label:
    """Return which label `LABEL` has matched."""
    return Label(str(match.lastgroup))
