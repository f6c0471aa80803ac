"""Links between files of the repository → links between pages of the staged tree.

A document that is not public keeps no link: an address would tell of an embargo. A link that leads
nowhere stops the build.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from terbuka.errors import BuildError, Place
from terbuka.portal.markdown import CODE, is_safe, outside_code
from terbuka.portal.site import Site
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.kinds.registry import KINDS, kind_of

_TARGET = (
    r"\(\s*(?P<target><[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
    r"(?P<title>\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
_WORDS = r"(?P<words>(?:\\.|[^\[\]\\]|!?\[(?:\\.|[^\[\]\\])*\](?:\([^()]*\))?)*)"
_LINK = re.compile(
    rf"(?P<code>{CODE})|(?P<image>!?)\[{_WORDS}\]{_TARGET}"
    r"|^(?P<label> {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*)(?P<address><[^<>\n]*>|\S+)",
    re.MULTILINE | re.DOTALL,
)
_SCRIPT = re.compile(r"(?:\(|<|\]:)[\s<]*(?P<target>(?:javascript|vbscript|data):[^\s)>]*)", re.IGNORECASE)


def staged_path(document: Document, default_language: str) -> PurePosixPath:
    """Return where a document lies in the staged tree: ``en/berita/2026/judul.md``."""
    return PurePosixPath(document.url_path(default_language).rstrip("/") + ".md")


def staged_file(path: PurePosixPath) -> PurePosixPath:
    """Return where a picture or attachment lies in the staged tree.

    `path` is from the repository's root and lies in ``content/`` or ``policies/``.
    """
    if path.is_relative_to("content"):
        return path.relative_to("content")
    return KINDS["kebijakan"].url / path.relative_to("policies")


def staged_body(site: Site, document: Document) -> str:
    """Return the Markdown of `document` with links that work in the staged tree.

    Raises:
        BuildError: a link leads to no file, out of the words, or runs a script; names its line.
    """
    here = staged_path(document, site.office.language).parent

    def move(target: str) -> str | None:
        found = destination(site, document, target)
        if found is None or isinstance(found, str):
            return found
        return quote(posixpath.relpath(found, here)) + _ending(target)

    _refuse_scripts(document)
    return rewrite(document.text, move)


def destination(site: Site, document: Document, target: str) -> PurePosixPath | str | None:
    """Return the staged file that `target` leads to; a whole address comes back as it is.

    None means that it leads to a document that is not public.

    Raises:
        BuildError: it leads nowhere, or is not an address we allow.
    """
    if not is_safe(target):
        raise _not_allowed(document, target)
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return target
    path = PurePosixPath(posixpath.normpath(document.path.parent / unquote(parts.path)))
    public = site.by_path.get(path)
    if public is not None:
        return staged_path(public, site.office.language)
    if not _is_ours(site, path):
        raise BuildError(
            text("The link “{target}” leads to no file.", target=target),
            text("Correct the path; it counts from this document's folder."),
            _place(document, target),
        )
    return None if path.suffix == ".md" and kind_of(path) else staged_file(path)


def files_of(site: Site, document: Document) -> Iterator[tuple[PurePosixPath, Place]]:
    """Yield pictures and attachments that the body of a public document shows or links to."""
    for target in _targets(document.text):
        found = destination(site, document, target)
        if isinstance(found, PurePosixPath) and found.suffix != ".md":
            path = posixpath.normpath(document.path.parent / unquote(urlsplit(target).path))
            yield PurePosixPath(path), _place(document, target)


def _targets(source: str) -> list[str]:
    targets: list[str] = []

    def note(target: str) -> str:
        targets.append(target)
        return target

    rewrite(source, note)
    return targets


def rewrite(source: str, move: Callable[[str], str | None]) -> str:
    """Return Markdown with each link's target replaced by ``move(target)``; None leaves only its words."""

    def replace(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        if match["label"]:
            return f"{match['label']}{move(match['address'].strip('<>')) or '#'}"
        words = rewrite(match["words"], move)
        target = move(match["target"].strip("<>"))
        return words if target is None else f"{match['image']}[{words}]({target}{match['title'] or ''})"

    return _LINK.sub(replace, source)


def _refuse_scripts(document: Document) -> None:
    """Refuse scripts wherever a builder might see a link, also where `rewrite` sees none."""

    def refuse(part: str) -> str:
        for match in _SCRIPT.finditer(part):
            raise _not_allowed(document, match["target"])
        return part

    outside_code(document.text, refuse)


def _not_allowed(document: Document, target: str) -> BuildError:
    return BuildError(
        text("The link “{target}” is not allowed.", target=target),
        text("Begin it with https://, mailto: or tel:, or link to a file of the repository."),
        _place(document, target),
    )


def _ending(target: str) -> str:
    parts = urlsplit(target)
    return (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")


def _is_ours(site: Site, path: PurePosixPath) -> bool:
    """Tell whether `path` is a file among the office's words, and no link that leads out of them."""
    if not (path.is_relative_to("content") or path.is_relative_to("policies")):
        return False
    file = site.root / path
    return file.is_file() and file.resolve().is_relative_to(site.root.resolve())


def _place(document: Document, target: str) -> Place:
    """Return where the link stands; a link from a shared block is shown where the body begins."""
    return document.body_place(max(document.body.find(target), 0))
