"""The types of regulation: how they are named, and what rank they have.

Source: UU 12/2011 Pasal 7 and 8 (the hierarchy); circulars, instructions and decisions are no regulations at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType


class Rank(IntEnum):
    """How high a type stands; the smaller the number, the more it can carry."""

    CONSTITUTION = 1
    ASSEMBLY = 2
    LAW = 3
    GOVERNMENT = 4
    PRESIDENT = 5
    REGION = 6
    """Regional regulations (perda), made together with the regional house."""
    OTHER = 7
    """Regulations of ministers, agencies and heads of regions (UU 12/2011 Pasal 8)."""
    POLICY = 8
    """Decisions, instructions and circulars: they bind offices, not citizens."""


@dataclass(frozen=True, slots=True)
class Type:
    """A type of regulation.

    Attributes:
        short: as in ``UU 14/2008``.
        full: as in ``Undang-Undang Nomor 14 Tahun 2008``.
        rank: how high it stands.
        other: other names of it, in lower case, English ones too.
        issuer: True if the name of an office or a place may follow: ``Peraturan Menteri Keuangan``.
    """

    short: str
    full: str
    rank: Rank
    other: tuple[str, ...] = ()
    issuer: bool = False


TYPES = (
    Type("Inpres", "Instruksi Presiden", Rank.POLICY, ("presidential instruction",)),
    Type("Instruksi", "Instruksi", Rank.POLICY, issuer=True),
    Type("Kepmen", "Keputusan Menteri", Rank.POLICY, issuer=True),
    Type("Keppres", "Keputusan Presiden", Rank.POLICY, ("presidential decree", "presidential decision")),
    Type("Keputusan", "Keputusan", Rank.POLICY, issuer=True),
    Type("PBI", "Peraturan Bank Indonesia", Rank.OTHER),
    Type("PKPU", "Peraturan Komisi Pemilihan Umum", Rank.OTHER),
    Type("PMK", "Peraturan Menteri Keuangan", Rank.OTHER, ("minister of finance regulation",)),
    Type("POJK", "Peraturan Otoritas Jasa Keuangan", Rank.OTHER),
    Type("PP", "Peraturan Pemerintah", Rank.GOVERNMENT, ("government regulation",)),
    Type("Penpres", "Penetapan Presiden", Rank.PRESIDENT),
    Type("PerKI", "Peraturan Komisi Informasi", Rank.OTHER, ("information commission regulation",)),
    Type("Peraturan", "Peraturan", Rank.OTHER, issuer=True),
    Type("Perbup", "Peraturan Bupati", Rank.OTHER, issuer=True),
    Type("Perda", "Peraturan Daerah", Rank.REGION, ("perdasi", "perdasus", "regional regulation"), issuer=True),
    Type("Perdes", "Peraturan Desa", Rank.OTHER, issuer=True),
    Type("Pergub", "Peraturan Gubernur", Rank.OTHER, issuer=True),
    Type("Perma", "Peraturan Mahkamah Agung", Rank.OTHER),
    Type("Permen", "Peraturan Menteri", Rank.OTHER, issuer=True),
    Type(
        "Perppu",
        "Peraturan Pemerintah Pengganti Undang-Undang",
        Rank.LAW,
        ("perpu", "government regulation in lieu of law"),
    ),
    Type("Perpres", "Peraturan Presiden", Rank.PRESIDENT, ("presidential regulation",)),
    Type("Perwali", "Peraturan Wali Kota", Rank.OTHER, ("peraturan walikota", "perwal", "perwako"), issuer=True),
    Type("Qanun", "Qanun", Rank.REGION, issuer=True),
    Type("SE", "Surat Edaran", Rank.POLICY, issuer=True),
    Type("SEMA", "Surat Edaran Mahkamah Agung", Rank.POLICY),
    Type(
        "TAP MPR",
        "Ketetapan Majelis Permusyawaratan Rakyat",
        Rank.ASSEMBLY,
        (
            "ketetapan majelis permusyawaratan rakyat sementara",
            "ketetapan mpr",
            "ketetapan mprs",
            "tap mprs",
        ),
    ),
    Type("UU", "Undang-Undang", Rank.LAW, ("law",)),
    Type("UU Drt", "Undang-Undang Darurat", Rank.LAW, ("uu darurat",)),
    Type("UUD", "Undang-Undang Dasar", Rank.CONSTITUTION),
)

BY_SHORT: Mapping[str, Type] = MappingProxyType({kind.short: kind for kind in TYPES})
"""Every type under its short name."""

BY_NAME: Mapping[str, Type] = MappingProxyType(
    {name: kind for kind in TYPES for name in (kind.short.lower(), kind.full.lower(), *kind.other)}
)
"""Every type under each of its names, in lower case."""

_BEGINNINGS = (
    ("perda", Rank.REGION),
    ("qanun", Rank.REGION),
    ("kep", Rank.POLICY),
    ("instruksi", Rank.POLICY),
    ("surat edaran", Rank.POLICY),
    ("peraturan daerah", Rank.REGION),
)


def rank_of(short: str, full: str = "") -> Rank:
    """Return the rank of a type, also of one that only the register knows, such as ``Permendagri``."""
    known = BY_NAME.get(short.lower()) or BY_NAME.get(full.lower())
    if known:
        return known.rank
    names = (short.lower(), full.lower())
    return next((rank for start, rank in _BEGINNINGS for name in names if name.startswith(start)), Rank.OTHER)
