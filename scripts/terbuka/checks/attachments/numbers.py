"""Numbers of persons in the words of a file: one remark a kind, with the place of the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from terbuka.checks.attachments.reading import Part, Reading, Remark
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers import labels
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.kinds import KINDS
from terbuka.checks.personal_numbers.labels import Label
from terbuka.checks.personal_numbers.page import Page
from terbuka.office import Office
from terbuka.text import Text, text

SIGNATURES = 2
"""Letters and decrees name so many people by their NIP, because they sign; more are a list."""

_REMOVE = text(
    "Take them out of the original and export the file anew; black boxes and hidden cells only cover them."
)

_SURE: Mapping[str, Text] = MappingProxyType(
    {
        "family-card": text("Numbers of family cards (KK) stand in “{file}”: {count}, the first at {where}."),
        "mobile-number": text(
            "Mobile numbers that are not the office's stand in “{file}”: {count}, the first at {where}."
        ),
        "nik": text("Residents' numbers (NIK) stand in “{file}”: {count}, the first at {where}."),
        "npwp": text("Taxpayer numbers (NPWP) of persons stand in “{file}”: {count}, the first at {where}."),
        "payment-card": text("Numbers of payment cards stand in “{file}”: {count}, the first at {where}."),
    }
)
"""Of kinds whose build and label leave no doubt."""

_DOUBTFUL: Mapping[str, Text] = MappingProxyType(
    {
        "bank-account": text("“{file}” seems to hold bank accounts of persons: {count}, the first at {where}."),
        "bpjs": text("“{file}” seems to hold numbers of members of BPJS: {count}, the first at {where}."),
        "driving-licence": text(
            "“{file}” seems to hold numbers of driving licences (SIM): {count}, the first at {where}."
        ),
        "family-card": text("“{file}” seems to hold numbers of family cards (KK): {count}, the first at {where}."),
        "home-address": text("“{file}” seems to hold addresses of homes: {count}, the first at {where}."),
        "nik": text("“{file}” seems to hold residents' numbers (NIK): {count}, the first at {where}."),
        "nip": text("“{file}” lists numbers of civil servants (NIP): {count}, the first at {where}."),
        "npwp": text("“{file}” seems to hold taxpayer numbers (NPWP) of persons: {count}, the first at {where}."),
        "number-plate": text("“{file}” seems to hold number plates: {count}, the first at {where}."),
        "passport": text("“{file}” seems to hold numbers of passports: {count}, the first at {where}."),
        "payment-card": text("“{file}” seems to hold numbers of payment cards: {count}, the first at {where}."),
        "private-email": text("“{file}” holds private e-mail addresses: {count}, the first at {where}."),
    }
)


def remarks(file: str, reading: Reading, office: Office) -> Iterator[Remark]:
    """Yield one remark for each kind of number that `reading` holds.

    Args:
        file: the name of the file.
        reading: what a reader got out of it.
        office: whose own numbers may stand in it.
    """
    pages = [(part, Page(part.words)) for part in reading.parts]
    for kind, find in KINDS.items():
        spots = [(part, found) for part, page in pages for found in find(page, office)]
        if not spots or (kind == "nip" and reading.signed and _different(spots) <= SIGNATURES):
            continue
        sure = [spot for spot in spots if spot[1].sure]
        if kind == "nik" and not sure and _mentions(Label.RESIDENT, reading.parts):
            sure = [spot for spot in spots if not spot[1].masked]  # the label heads a table far above
        if sure and kind in _SURE:
            yield _remark(Severity.ERROR, _SURE[kind], file, sure)
        else:
            yield _remark(Severity.WARNING, _DOUBTFUL[kind], file, spots)


def _remark(severity: Severity, sentence: Text, file: str, spots: list[tuple[Part, Found]]) -> Remark:
    part, found = spots[0]
    inside = part.where(found.start)
    where = f"{file}#{inside}" if inside else file
    return Remark(severity, text(sentence.key, count=_different(spots), where=where), _REMOVE)


def _different(spots: Iterable[tuple[Part, Found]]) -> int:
    return len({found.value for _, found in spots})


def _mentions(label: Label, parts: Iterable[Part]) -> bool:
    return any(
        labels.of(match) is label for part in parts for match in labels.find(part.words, 0, len(part.words))
    )
