"""The one place that runs Vale, the prose linter: found, started once, its answer as values."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from terbuka.errors import Place, RuleBroken, ToolMissing
from terbuka.text import quoted, text

CONFIG = ".vale.ini"
STYLES = "styles"
PASSED_OVER = ("node_modules", ".git")
"""Folders that Vale does not enter."""

MEMORY = {"GOGC": "400", "GOMEMLIMIT": "400MiB"}
"""How Vale, which is written in Go, uses memory: left to itself it spends a third of its time on saving some."""

OLDEST = (3, 17)
"""What the styles were written for and tested with, and later."""

IN_REPOSITORY = PurePosixPath("build/tools/vale")
HOUSE = Path(__file__).parents[3]
"""Where scripts/setup puts it."""

_FRAME = re.compile(r"^E\d+ \[\w+\] Runtime error\s+|\s*Execution stopped with code \d+\.?\s*$")
"""What some of Vale's errors are wrapped in."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that Vale found.

    Attributes:
        file: as it was named to Vale.
        line: from 1.
        column: in characters, from 1.
        match: the words it is about.
        check: style and rule, such as ``Terbuka.Rupiah``.
        message: in the words of the style.
        description: what the style says there is to do, and why; "" if it says nothing.
        severity: error, warning or suggestion.
        replacements: what the style offers instead; () if nothing.
    """

    file: str
    line: int
    column: int
    match: str
    check: str
    message: str
    description: str
    severity: str
    replacements: tuple[str, ...] = ()


def find(root: Path, path: str | None = None) -> Path:
    """Return Vale: the one that scripts/setup installed below `root`, else the one on PATH.

    Args:
        root: the repository's folder.
        path: folders to search instead of the environment variable PATH and the house of this code.

    Raises:
        ToolMissing: there is none, or only ones that are too old.
    """
    for candidate in candidates(root, path):
        if candidate.is_file() and _version(candidate) >= OLDEST:
            return candidate
    raise ToolMissing("Vale {}.{}".format(*OLDEST))


def candidates(root: Path, path: str | None = None) -> list[Path]:
    """Return where Vale may be, the best place first; see `find`."""
    on_path = shutil.which("vale", path=path)
    # A copy of a repository, as in the demo, has no tools of its own: those beside this code serve it too.
    homes = (root, HOUSE) if path is None else (root,)
    return [*(home / IN_REPOSITORY for home in homes), *([Path(on_path)] if on_path else [])]


def _version(vale: Path) -> tuple[int, ...]:
    """Return what ``vale --version`` says; () if that is no number, as in builds of its own source."""
    try:
        done = subprocess.run([str(vale), "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return ()
    number = re.search(r"(\d+)\.(\d+)(?:\.\d+)?", done.stdout)
    return (int(number[1]), int(number[2])) if number else ()


def run(vale: Path, root: Path, folder: Path) -> list[Alert]:
    """Return what `vale` finds in all files below `folder`, named from there, with the settings below `root`.

    It is given the folder, not the files: those it would read one after the other, with one core.

    Raises:
        RuleBroken: Vale cannot read its settings, a style or a file.
    """
    if not (root / CONFIG).is_file():
        raise RuleBroken(
            text("There is no {file} in this repository.", file=CONFIG),
            text("Copy {file} and the folder styles from the example office.", file=CONFIG),
        )
    unread = next(iter(sorted((root / STYLES).glob("*/*.yaml"))), None)
    if unread:
        raise RuleBroken(
            text("Vale does not read this style, because its name does not end with .yml."),
            text("Rename it, or remove it."),
            Place(PurePosixPath(unread.relative_to(root).as_posix())),
        )
    settings = f"--config={(root / CONFIG).absolute()}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VALE_")}
    environment = {**MEMORY, **environment}
    done = subprocess.run(
        [str(vale.absolute()), "--no-global", settings, "--output=JSON", "--no-exit", "."],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    try:
        answer: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    except ValueError:
        raise _broken(done.stderr.strip() or done.stdout.strip(), root) from None
    return [_alert(file, alert) for file in sorted(answer) for alert in answer[file]]


def _alert(file: str, alert: dict[str, Any]) -> Alert:
    return Alert(
        file,
        alert["Line"],
        alert["Span"][0],
        alert["Match"],
        alert["Check"],
        alert["Message"],
        alert["Description"],
        alert["Severity"],
        tuple(alert["Action"]["Params"] or ()) if alert["Action"]["Name"] == "replace" else (),
    )


def _broken(said: str, root: Path) -> RuleBroken:
    """Return the error that Vale wrote as JSON, or as it stands."""
    place, what = None, said
    try:
        error = json.loads(said)
        what = f"{error['Code']}: {_FRAME.sub('', error['Text'])}"
        named = Path(error["Path"])
        if named.is_relative_to(root.absolute()):
            place = Place(PurePosixPath(named.relative_to(root.absolute()).as_posix()), max(1, error["Line"]))
    except (ValueError, KeyError, TypeError):
        pass  # older versions and crashes write plain text
    return RuleBroken(
        quoted(f"Vale: {' '.join(what.split()).rstrip('.')}."),
        text("Correct the style or the setting that Vale names; no style was checked."),
        place,
    )
