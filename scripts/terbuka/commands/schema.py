"""``terbuka schema``: JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path

from terbuka.console import Console
from terbuka.errors import UsageError
from terbuka.text import text
from terbuka.words.json_schema import all_schemas, dump
from terbuka.workspace import Workspace


def schema(space: Workspace, console: Console, kind: str | None, folder: Path | None) -> int:
    """Print the schema of one kind, or of all; or write each into `folder`.

    Raises:
        UsageError: there is no such kind.
    """
    schemas = all_schemas(space.office)
    if kind is not None and kind not in schemas:
        raise UsageError(
            text("“{kind}” is no kind of document.", kind=kind),
            text("Choose one of: {kinds}.", kinds=", ".join(schemas)),
        )
    if folder is None:
        console.result(dump(schemas[kind] if kind else schemas))
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, one in schemas.items():
        (folder / f"{name}.json").write_text(dump(one), encoding="utf-8")
    console.good(text("{count} schemas are in {folder}.", count=len(schemas), folder=str(folder)))
    return 0
