"""The portal's material from a small repository, at a fixed moment."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from terbuka import office
from terbuka.portal.build import site_of
from terbuka.portal.site import Site
from terbuka.words import library, register
from terbuka.words.document import Document

NOW = datetime.fromisoformat("2026-11-22T09:00:00+07:00")


def open_site(root: Path, base: str | None = None) -> tuple[Site, tuple[Document, ...]]:
    """Return what the portal of `root` shows at `NOW`, and what it hides."""
    settings = office.load(root)
    words = library.load(root, settings)
    return site_of(root, settings, words, register.load(root), (), NOW, base or settings.base)
