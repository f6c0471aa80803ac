"""YAML with the line and column of every key and value.

PyYAML forgets where things stood; staff need to be told. One parse gives both the value and the marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml

from terbuka.errors import Place
from terbuka.text import Text, text

KeyPath = tuple[str | int, ...]

LARGEST = 1_000_000
"""Bytes. A larger document is almost always a picture or a table that belongs in an attachment."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that its author has to mend."""

    place: Place
    what: Text
    to_do: Text


@dataclass(frozen=True, slots=True)
class MarkedYaml:
    """A YAML value, and where each key stands."""

    value: Any
    marks: Mapping[KeyPath, Place]

    def place(self, keys: KeyPath) -> Place:
        """Return where `keys` stands, or the nearest thing around it."""
        while keys and keys not in self.marks:
            keys = keys[:-1]
        return self.marks[keys]


def parse(source: str, path: PurePosixPath, first_line: int = 1) -> MarkedYaml | Problem:
    """Read the YAML `source`, whose first line is line `first_line` of the file `path`."""
    loader = yaml.CSafeLoader(source)
    start = Place(path, first_line)
    try:
        node = loader.get_single_node()
        if node is None:
            return MarkedYaml({}, {(): start})
        marks = dict(_marks(node, (), path, first_line, set()))
        twice = next(_duplicates(node, path, first_line), None)
        return twice or MarkedYaml(loader.construct_document(node), {(): start} | marks)
    except yaml.MarkedYAMLError as error:
        return _broken(error, source, path, first_line)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # ValueError: YAML itself makes dates of what looks like one, and 2026-02-30 is no date.
        return Problem(
            start,
            text("The YAML cannot be read: {reason}.", reason=" ".join(str(error).split()).rstrip(".")),
            text("Correct the dates and characters in the front matter."),
        )
    finally:
        loader.dispose()


def _marks(
    node: yaml.Node, keys: KeyPath, path: PurePosixPath, first_line: int, seen: set[int]
) -> Iterator[tuple[KeyPath, Place]]:
    if id(node) in seen:  # an alias: its anchor has been walked, and a cycle must end
        return
    seen.add(id(node))
    children: list[tuple[str | int, yaml.Node, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        children = [(str(key.value), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        children = [(index, item, item) for index, item in enumerate(node.value)]
    for key, marked, value in children:
        mark = marked.start_mark
        yield (*keys, key), Place(path, mark.line + first_line, mark.column + 1)
        yield from _marks(value, (*keys, key), path, first_line, seen)


def _duplicates(node: yaml.Node, path: PurePosixPath, first_line: int) -> Iterator[Problem]:
    queue, seen = [node], set[int]()
    while queue:
        current = queue.pop()
        if id(current) in seen or not isinstance(current, yaml.CollectionNode):
            continue
        seen.add(id(current))
        if isinstance(current, yaml.SequenceNode):
            queue.extend(current.value)
            continue
        lines: dict[str, int] = {}
        for key, value in current.value:
            queue.append(value)
            name, line = str(key.value), key.start_mark.line + first_line
            if name in lines:
                yield Problem(
                    Place(path, line, key.start_mark.column + 1),
                    text("“{key}” is written twice; the first is on line {line}.", key=name, line=lines[name]),
                    text("Keep one of the two."),
                )
            lines[name] = line


def _broken(error: yaml.MarkedYAMLError, source: str, path: PurePosixPath, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = source.splitlines()
    place = Place(path, line + first_line, column + 1)
    around = lines[max(0, line - 1) : line + 1]
    if any(row[: len(row) - len(row.lstrip())].count("\t") for row in around):
        return Problem(
            place,
            text("There is a tab where YAML wants spaces."),
            text("Replace the tab with two spaces."),
        )
    return Problem(
        place,
        text("The YAML is broken here: {reason}.", reason=str(error.problem or error.context)),
        text("Look for a missing quote, colon or indent; put text with a colon in quotes."),
    )
