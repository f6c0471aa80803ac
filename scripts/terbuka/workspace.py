"""The repository that a command works in: found, opened, loaded."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from terbuka import clock, office
from terbuka.errors import OfficeError, Place, UsageError
from terbuka.office import Account, Office
from terbuka.social.registry import NAMES
from terbuka.text import text

if TYPE_CHECKING:
    from terbuka.words.library import Library
    from terbuka.words.register import Register


@dataclass(frozen=True)
class Workspace:
    """An office's repository.

    Attributes:
        root: its folder.
        office: who publishes.
        now: the moment for which the command works, with the office's time zone.
    """

    root: Path
    office: Office
    now: datetime

    def library(self) -> Library:
        """Load every document."""
        from terbuka.words import library  # noqa: PLC0415  whoever reads no documents need not wait for their kinds

        return library.load(self.root, self.office)

    def register(self) -> Register:
        """Load the register of regulations."""
        from terbuka.words import register  # noqa: PLC0415  as above

        return register.load(self.root)

    def inside(self, path: Path) -> PurePosixPath:
        """Return `path`, as typed by a person, from the repository's root.

        Raises:
            UsageError: it lies elsewhere.
        """
        full = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow the links that we refuse
        if not full.is_relative_to(self.root):
            raise UsageError(
                text("{path} lies outside {root}.", path=str(path), root=str(self.root)),
                text("Name a file or folder of this repository."),
            )
        return PurePosixPath(full.relative_to(self.root).as_posix())


def find_root(start: Path) -> Path:
    """Return the nearest folder upwards from `start` that holds office.yml, or `start` itself."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / office.FILE).is_file()), start)


def open_workspace(start: Path, at: str | None) -> Workspace:
    """Open the repository around the folder `start`, at the moment `at` or now.

    Raises:
        OfficeError: office.yml is missing or wrong.
        UsageError: `at` is not a moment.
    """
    root = find_root(start)
    settings = office.load(root)
    _require_known_platforms(settings)
    return Workspace(root, settings, clock.now(settings.zone, at))


def secret_of(account: Account) -> str | None:
    """Return an account's secret from the environment."""
    return os.environ.get(account.token) if account.token else None


def _require_known_platforms(settings: Office) -> None:
    for account in settings.accounts:
        if account.platform not in NAMES:
            raise OfficeError(
                text(
                    "The account “{id}” is on an unknown platform, “{name}”.", id=account.id, name=account.platform
                ),
                text("Choose one of: {names}.", names=", ".join(NAMES)),
                Place(PurePosixPath(office.FILE)),
            )
