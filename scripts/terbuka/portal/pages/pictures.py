"""Pictures and attachments: only those that a public document shows or links to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from terbuka.errors import BuildError, Place
from terbuka.portal.links import files_of, staged_file
from terbuka.portal.site import Site, Staged
from terbuka.text import text


def files(site: Site) -> Iterable[Staged]:
    """Copy each picture and attachment once.

    Raises:
        BuildError: a picture is not there, or lies outside content/.
    """
    found: dict[PurePosixPath, Place] = {}
    for document in site.documents:
        if document.valid.image:
            src = PurePosixPath("content") / document.valid.image.src
            found.setdefault(src, document.place("image", "src"))
        for path, place in files_of(site, document):
            found.setdefault(path, place)
    for path, place in sorted(found.items()):
        yield Staged(staged_file(path), _read(site, path, place))


def _read(site: Site, path: PurePosixPath, place: Place) -> bytes:
    file = site.root / path
    inside = ".." not in path.parts and file.resolve().is_relative_to(site.root.resolve())
    if not inside or not file.is_file():
        raise BuildError(
            text("The picture “{path}” does not exist.", path=str(path)),
            text("Put it into content/gambar/, or correct the path; it counts from content/."),
            place,
        )
    return file.read_bytes()
