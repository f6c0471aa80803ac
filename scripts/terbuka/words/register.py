"""The register of regulations that documents may cite: ``policies/regulations.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from terbuka import settings_file
from terbuka.words import places

FILE = places.REGISTER

Status = Literal["berlaku", "berlaku_diubah", "dicabut", "ditetapkan_menjadi_uu", "belum_pasti"]
Confidence = Literal["high", "medium", "low"]


class Gazette(BaseModel):
    """Where a regulation was promulgated: Lembaran Negara, Tambahan Lembaran Negara."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ln: str | None = None
    tln: str | None = None


class Regulation(BaseModel):
    """One regulation, its status, and how sure the register is of either."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    type: str
    type_full: str
    number: str
    year: int
    title: str
    citation: str
    short: str | None = None
    gazette: Gazette | None = None
    status: Status
    in_force_from: str | int | date | None = None
    amended_by: tuple[str, ...] = ()
    revoked_by: str | None = None
    revoked_on: str | int | date | None = None
    confidence: Confidence
    status_confidence: Confidence
    source: str
    notes: str | None = None


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: str | date
    regulations: tuple[Regulation, ...]


@dataclass(frozen=True)
class Register:
    """The regulations, by id and by number and year."""

    regulations: tuple[Regulation, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Regulation]:
        """Every regulation under its id, such as ``uu-14-2008``."""
        return {regulation.id: regulation for regulation in self.regulations}

    @cached_property
    def by_number(self) -> Mapping[tuple[str, str, int], Regulation]:
        """Every regulation under type, number and year: ``("UU", "14", 2008)``."""
        return {(r.type, r.number, r.year): r for r in self.regulations}


def load(root: Path) -> Register:
    """Read the register below `root`; a repository without one has an empty register.

    Raises:
        WordsError: the file is broken; names line and key.
    """
    path = root / FILE
    if not path.is_file():
        return Register(())
    return Register(settings_file.load(path, FILE, _File).regulations)
