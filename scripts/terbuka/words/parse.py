"""A file → a document: front matter and body, with true line numbers past the front matter."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from frontmatter.default_handlers import YAMLHandler
from pydantic import ValidationError

from terbuka import marked_yaml, schema, settings_file
from terbuka.errors import Place, WordsError
from terbuka.marked_yaml import MarkedYaml, Problem
from terbuka.text import text
from terbuka.words import include
from terbuka.words.document import Document, content_hash
from terbuka.words.fields import Common
from terbuka.words.kinds.kind import Kind

_YAML = YAMLHandler()


def parse(root: Path, path: PurePosixPath, kind: Kind, language: str) -> Document:
    """Read the file `path` below `root`. A document that cannot be read is a document with problems."""
    whole = ""
    try:
        whole = settings_file.read_text(root / path, path)
        header, body, body_line = split(whole, path)
        expanded = include.expand(body, path, body_line, root)
    except WordsError as error:
        problem = Problem(error.place or Place(path), error.what, error.to_do)
        empty = MarkedYaml({}, {(): Place(path)})
        return Document(path, language, kind, None, (problem,), empty, whole, "", 1, "", content_hash(""))
    source = marked_yaml.parse(header, path, first_line=2)
    meta, problems, marked = _validate(source, kind, path)
    above = whole[: len(whole) - len(body)]
    digest = content_hash(above + expanded)
    return Document(path, language, kind, meta, problems, marked, above, body, body_line, expanded, digest)


def split(whole: str, path: PurePosixPath) -> tuple[str, str, int]:
    """Return front matter, body, and the line on which the body begins.

    Raises:
        WordsError: there is no front matter, or its end is missing.
    """
    if not whole.startswith("---\n"):
        raise WordsError(
            text("The file does not begin with front matter."),
            text("Put a line --- first, then the fields, then another line ---; or use terbuka new."),
            Place(path),
        )
    try:
        header, body = _YAML.split(whole)
    except ValueError:
        raise WordsError(
            text("The front matter has no end."),
            text("Put a line --- below the last field."),
            Place(path),
        ) from None
    body = body.removeprefix("\n")
    return header.removeprefix("\n"), body, whole[: len(whole) - len(body)].count("\n") + 1


def _validate(
    source: MarkedYaml | Problem, kind: Kind, path: PurePosixPath
) -> tuple[Common | None, tuple[Problem, ...], MarkedYaml]:
    if isinstance(source, Problem):
        return None, (source,), MarkedYaml({}, {(): source.place})
    if not isinstance(source.value, dict):
        problem = Problem(
            Place(path, 2),
            text("The front matter is not a list of fields."),
            text("Write each field as “name: value” on a line of its own."),
        )
        return None, (problem,), source
    try:
        return kind.model.model_validate(source.value), (), source
    except ValidationError as error:
        return None, tuple(schema.problems(error, kind.model, source)), source
