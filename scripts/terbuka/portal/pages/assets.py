"""What the portal wears: style sheets, scripts and the logo from ``site/assets``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from terbuka.portal.site import Site, Staged

FOLDER = PurePosixPath("site/assets")
HASHED = (".css", ".js")
"""Kept by browsers for long: a new version has a new name."""


def files(site: Site) -> Iterable[Staged]:
    """Copy every file of ``site/assets``."""
    shown = names(site.root)
    for path in _paths(site.root):
        yield Staged(PurePosixPath(shown[path.name]), path.read_bytes())


def names(root: Path) -> Mapping[str, str]:
    """Return each file's address on the portal: ``terbuka.css`` → ``assets/terbuka.1a2b3c4d.css``."""
    return {path.name: _address(path) for path in _paths(root)}


def _address(path: Path) -> str:
    if path.suffix not in HASHED:
        return f"assets/{path.name}"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    return f"assets/{path.stem}.{digest}{path.suffix}"


def _paths(root: Path) -> list[Path]:
    folder = root / FOLDER
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
