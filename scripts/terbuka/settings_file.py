"""A settings file in YAML → a frozen model, or an error that names file, line and key."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from terbuka import marked_yaml, schema
from terbuka.errors import Place, WordsError
from terbuka.marked_yaml import LARGEST, Problem
from terbuka.text import text

Model = TypeVar("Model", bound=BaseModel)


def load(path: Path, name: PurePosixPath, model: type[Model], error: type[WordsError] = WordsError) -> Model:
    """Read the file at `path`, called `name` in messages, as `model`.

    Raises:
        WordsError: or the class `error`; the first thing that is wrong, with its place.
    """
    source = marked_yaml.parse(read_text(path, name, error), name)
    if isinstance(source, Problem):
        raise error(source.what, source.to_do, source.place)
    try:
        return model.model_validate(source.value)
    except ValidationError as invalid:
        first = next(schema.problems(invalid, model, source))
        raise error(first.what, first.to_do, first.place) from None


def read_text(path: Path, name: PurePosixPath, error: type[WordsError] = WordsError) -> str:
    r"""Read a text file as UTF-8 with ``\\n`` line ends.

    Raises:
        WordsError: or the class `error`; it is too large, is not UTF-8 or cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as reason:
        raise error(
            text("The file cannot be read: {reason}.", reason=reason.strerror or str(reason)),
            text("Check that it exists and that you may read it."),
            Place(name),
        ) from None
    if len(data) > LARGEST:
        raise error(
            text(
                "The file is {size} kB; a document may be at most {limit} kB.",
                size=len(data) // 1000,
                limit=LARGEST // 1000,
            ),
            text("Move tables and pictures into attachments and link to them."),
            Place(name),
        )
    try:
        decoded = data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        line = data[: reason.start].count(b"\n") + 1
        column = reason.start - (data.rfind(b"\n", 0, reason.start) + 1) + 1
        raise error(
            text("The file is not UTF-8 text: byte {byte} does not fit.", byte=f"0x{data[reason.start]:02x}"),
            text("Save it again with the encoding UTF-8."),
            Place(name, line, column),
        ) from None
    return decoded.replace("\r\n", "\n").replace("\r", "\n")
