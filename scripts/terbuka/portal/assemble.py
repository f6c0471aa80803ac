"""The site's material → a staged tree of plain Markdown and data that any builder can build."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from terbuka.errors import BuildError
from terbuka.portal.pages.registry import PAGES
from terbuka.portal.site import Site, Staged
from terbuka.text import text


def assemble(site: Site, folder: Path) -> int:
    """Write the staged tree to `folder`, in place of the one before; return how many files it has.

    The tree is first written elsewhere and then moved, so a failure leaves the old one as it was.

    Raises:
        BuildError: two pages want the same address, or a document cannot be shown.
    """
    files = gather(site)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        write(files.values(), fresh)
        replace(folder, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return len(files)


def gather(site: Site) -> Mapping[PurePosixPath, Staged]:
    """Return every file of the staged tree under its path.

    Raises:
        BuildError: two families of pages make the same address.
    """
    files: dict[PurePosixPath, Staged] = {}
    addresses: dict[PurePosixPath, str] = {}
    for family, make in PAGES.items():
        for staged in make(site):
            address = _address(staged.path)
            if address in addresses:
                raise BuildError(
                    text(
                        "Two pages have the address “{address}” ({first}, {second}).",
                        address=str(address),
                        first=addresses[address],
                        second=family,
                    ),
                    text("Give the document another file name."),
                )
            addresses[address] = family
            files[staged.path] = staged
    return files


def write(files: Iterable[Staged], folder: Path) -> None:
    """Write `files` below `folder`."""
    for staged in files:
        path = folder / staged.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(staged.content)


def replace(folder: Path, fresh: Path) -> None:
    """Put the folder `fresh` in the place of `folder`, and remove what was there."""
    fresh.chmod(0o755)
    old = folder.with_name(f"{fresh.name}.old")
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _address(path: PurePosixPath) -> PurePosixPath:
    """Return what a file is read as: ``judul.md`` and ``judul/index.md`` are one address."""
    if path.suffix != ".md":
        return path
    return path.parent if path.stem == "index" else path.with_suffix("")
