"""Every kind of document, alphabetically. A new kind is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from terbuka.words.kinds import berita, halaman, kampanye, kebijakan, klarifikasi, panduan, tanya_jawab
from terbuka.words.kinds.kind import Kind

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "berita": berita.KIND,
        "halaman": halaman.KIND,
        "kampanye": kampanye.KIND,
        "kebijakan": kebijakan.KIND,
        "klarifikasi": klarifikasi.KIND,
        "panduan": panduan.KIND,
        "tanya-jawab": tanya_jawab.KIND,
    }
)


def kind_of(path: PurePosixPath) -> Kind | None:
    """Return the kind whose folder `path` lies in, or None."""
    return next((kind for kind in KINDS.values() if path.is_relative_to(kind.folder)), None)
