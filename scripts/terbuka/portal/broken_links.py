"""Links of the finished portal that lead nowhere, found by lychee without any network.

lychee reads pages, style sheets, feeds and the sitemap; data files are ours to read. The portal's own
address counts as its folder, so that canonical links are checked before anything is online.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from terbuka.errors import BuildError, Place, ToolMissing
from terbuka.portal.search import FOLDER as INDEX
from terbuka.text import quoted, text

NO_SUCH_ROOT = "/terbuka-no-such-root"
"""Where root-relative links would lead if the base's own path were not taken off them: nowhere."""

_WORKED = (0, 2)
"""lychee's exit states for “all sound” and “found broken links”; others are failures of its own."""


def find(site_dir: Path, base: str) -> Iterator[BuildError]:
    """Yield one failure for each broken link of the portal in `site_dir`, whose address is `base`.

    Raises:
        ToolMissing: lychee is not installed.
        BuildError: lychee itself fails; its own words are in the message.
    """
    top = site_dir.resolve()
    for name, links in _lychee(top, base)["error_map"].items():
        path = PurePosixPath(Path(name).relative_to(top).as_posix())
        for link in links:
            span = link.get("span") or {}
            place = Place(path, span.get("line", 1), span.get("column") or 1)
            yield _failure(place, _as_written(link, top), link["status"]["text"].split(".")[0])
    yield from _data(top, base)


def _lychee(top: Path, base: str) -> dict[str, Any]:
    folders = os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)))
    lychee = shutil.which("lychee", path=folders)
    if lychee is None:
        raise ToolMissing("lychee")
    below = re.escape(urlsplit(base).path.rstrip("/"))
    options = [
        "--offline",
        "--no-progress",
        "--format",
        "json",
        "--include-fragments",
        "--index-files",
        "index.html",
    ]
    # The portal is git-ignored, and lychee would pass over ignored files without a word.
    options += ["--no-ignore", "--extensions", "html,xml,css", "--root-dir", NO_SUCH_ROOT]
    # lychee takes the slash off the end of a root-relative link.
    for pattern in (f"^{re.escape(base)}", f"^file://{NO_SUCH_ROOT}{below}(/|$)"):
        options += ["--remap", f"{pattern} {top.as_uri()}/"]
    done = subprocess.run([lychee, *options, str(top)], cwd=top, capture_output=True, text=True, check=False)
    if done.returncode not in _WORKED:
        raise BuildError(
            quoted("lychee: " + " ".join(done.stderr.split())),
            text("Read lychee's message; the links have not been checked."),
        )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _as_written(link: dict[str, Any], top: Path) -> str:
    address: str = link.get("remap", {}).get("original", {}).get("url", link["url"])
    return unquote(address.removeprefix(top.as_uri()).removeprefix(f"file://{NO_SUCH_ROOT}"))


def _failure(place: Place, link: str, reason: str) -> BuildError:
    return BuildError(
        text("The link {link} leads nowhere ({reason}).", link=link, reason=reason),
        text("Correct the link in the document, or publish what it leads to."),
        place,
    )


def _data(top: Path, base: str) -> Iterator[BuildError]:
    """Yield the addresses in JSON files that are the portal's own and have no file."""
    for file in sorted(top.rglob("*.json")):
        path = PurePosixPath(file.relative_to(top).as_posix())
        if path.parts[0] == INDEX:
            continue
        addresses = {words for words in _strings(json.loads(file.read_bytes())) if words.startswith(base)}
        for address in sorted(address for address in addresses if not re.search(r"\s", address)):
            if not _leads_somewhere(top, urlsplit(address.removeprefix(base)).path):
                yield _failure(Place(path), address, "File not found")


def _leads_somewhere(top: Path, path: str) -> bool:
    target = top / unquote(path)
    return target.is_file() or (target / "index.html").is_file()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
