"""No link makes a reader start a program, open a file that can do so, or run a script."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote

from terbuka.checks import addresses, rule
from terbuka.checks.addresses import Address
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "dangerous-file"
FAMILY = Family.LINKS
DEPENDS = Depends.REPOSITORY
SUMMARY = text("No link leads to a program, a macro, a script or a container that may hold one.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

# fmt: off
_PROGRAMS = frozenset({
    ".apk", ".apkm", ".appimage", ".bat", ".cmd", ".cpl", ".deb", ".dll", ".dmg", ".exe", ".hta", ".img", ".iso",
    ".jar", ".js", ".jse", ".lnk", ".mjs", ".msi", ".msix", ".pif", ".pkg", ".ps1", ".reg", ".rpm", ".scr", ".vbe",
    ".vbs", ".wsf", ".wsh", ".xapk",
})
_MACROS = frozenset({
    ".docm", ".dotm", ".potm", ".ppam", ".ppsm", ".pptm", ".sldm", ".xlam", ".xlsb", ".xlsm", ".xltm",
})
_PACKED = frozenset({".7z", ".ace", ".cab", ".gz", ".rar", ".tar", ".tgz", ".zip"})
# fmt: on
_SCRIPTS = frozenset({"javascript", "vbscript", "data", "blob", "file", "filesystem"})
_SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]{1,20}):", re.I)

Wrong = tuple[Text, Text, Severity]

_INSTEAD = text("Offer the information on a page, or the program in an official app store with its name.")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield addresses that run something on the reader's device, or may."""
    for address in addresses.of(document):
        found = _wrong(address, document, context)
        if found:
            wrong, about = found
            yield Finding(ID, wrong[2], address.place(document), wrong[0], wrong[1], SOURCE, about=about)


def _wrong(address: Address, document: Document, context: Context) -> tuple[Wrong, PurePosixPath | None] | None:
    """Return what is wrong, and which of the office's own files it is about."""
    clean = address.clean
    scheme = _SCHEME.match(clean)
    if scheme and scheme["name"].lower() in _SCRIPTS:
        return _script(scheme["name"].lower()), None
    parts = address.parts
    name = unquote(parts.path).rpartition("/")[2] if parts else ""
    ending = posixpath.splitext(name)[1].lower() if "." in name else ""
    if parts is None or not ending or _is_no_file(parts, ending):
        return None
    if ending in _PROGRAMS:
        return _program(name, ending, parts), None
    if ending in _MACROS:
        return _macro(name), None
    if ending in _PACKED:
        return _packed(name, parts, document, context)
    return None


def _is_no_file(parts: SplitResult, ending: str) -> bool:
    """Tell whether it is a place such as github.com/vuejs/core.js, or a program that runs on the site itself."""
    if "/cgi-bin/" in parts.path:
        return True
    return ending == ".js" and bool(parts.netloc) and len(parts.path.strip("/").split("/")) <= 2  # noqa: PLR2004


def _program(name: str, ending: str, parts: SplitResult) -> Wrong:
    what = text("“{name}” is a program; criminals spread theirs in the same way.", name=name)
    # Browsers show such a file of another site, and only people who write programs read it.
    shown_only = ending in (".js", ".mjs") and bool(parts.netloc)
    return what, _INSTEAD, Severity.WARNING if shown_only else SEVERITY


def _script(scheme: str) -> Wrong:
    return (
        text(
            "An address that begins with {scheme}: runs or opens something on the reader's device.", scheme=scheme
        ),
        text("Begin it with https://, mailto: or tel:, or link to a file of the repository."),
        SEVERITY,
    )


def _macro(name: str) -> Wrong:
    return (
        text("“{name}” can hold macros, which office programs refuse for good reason.", name=name),
        text("Save it without macros, such as .docx or .xlsx; better as a page, or as .csv for figures."),
        SEVERITY,
    )


def _packed(
    name: str, parts: SplitResult, document: Document, context: Context
) -> tuple[Wrong, PurePosixPath | None] | None:
    if parts.scheme or parts.netloc:
        return _unseen(name), None
    path = PurePosixPath(posixpath.normpath(document.path.parent / unquote(parts.path)))
    file = context.root / path
    if ".." in path.parts or not file.is_file():
        return None  # told by internal-link
    bad = _bad_member(file) if name.lower().endswith(".zip") else ""
    if bad is None:
        return None
    if not bad:
        return _unseen(name), path
    wrong = text("“{name}” holds “{member}”, which runs something on the reader's device.", name=name, member=bad)
    return (wrong, _INSTEAD, SEVERITY), path


def _unseen(name: str) -> Wrong:
    return (
        text("Nobody sees what is in “{name}” before opening it, and many phones cannot.", name=name),
        text("Link to the files one by one."),
        Severity.WARNING,
    )


def _bad_member(file: Path) -> str | None:
    """Return the first dangerous file in an archive; "" if it cannot be looked into; None if all is well."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        return ""
    if any(member.flag_bits & 1 for member in members):
        return ""  # locked with a password
    dangerous = _PROGRAMS | _MACROS | _PACKED
    names = (member.filename for member in members if not member.is_dir())
    return next((name for name in names if posixpath.splitext(name)[1].lower() in dangerous), None)
