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
    node: yaml.Node | None = None
    try:
        node = loader.get_single_node()
        if node is None:
            return MarkedYaml({}, {(): start})
        marks = dict(_marks(node, (), path, first_line, set()))
        twice = next(_duplicates(node, path, first_line), None)
        return twice or MarkedYaml(loader.construct_document(node), {(): start} | marks)
    except yaml.MarkedYAMLError as error:
        return _broken(error, source, path, first_line)
    except ValueError:
        # YAML itself makes a date of what looks like one, and 2026-02-30 is no date.
        return _no_such_day(node, path, first_line)
    except (yaml.YAMLError, RecursionError):
        return _unreadable(source, path, first_line)
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


_TIMESTAMP = "tag:yaml.org,2002:timestamp"


def _no_such_day(root: yaml.Node | None, path: PurePosixPath, first_line: int) -> Problem:
    """Return the first value that looks like a date and is none."""
    queue, seen = [root], set[int]()
    while queue:
        node = queue.pop(0)
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            queue.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            queue.extend(node.value)
        elif isinstance(node, yaml.ScalarNode) and node.tag == _TIMESTAMP and not _is_timestamp(node):
            place = Place(path, node.start_mark.line + first_line, node.start_mark.column + 1)
            return Problem(
                place,
                text("“{value}” is not in the calendar.", value=node.value),
                text("Write a day that exists, like 2026-11-20."),
            )
    return Problem(
        Place(path, first_line),
        text("A number in the YAML cannot be read."),
        text("Put numbers with unusual characters in quotes."),
    )


def _is_timestamp(node: yaml.ScalarNode) -> bool:
    try:
        yaml.constructor.SafeConstructor().construct_yaml_timestamp(node)
    except ValueError:
        return False
    return True


def _unreadable(source: str, path: PurePosixPath, first_line: int) -> Problem:
    """Return the first character that YAML forbids; or say that the whole is built too deep."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(source)
    if found is None:
        return Problem(
            Place(path, first_line),
            text("The YAML is nested too deeply."),
            text("Write the fields as “terbuka new” does."),
        )
    before = source[: found.start()]
    return Problem(
        Place(path, before.count("\n") + first_line, found.start() - before.rfind("\n")),
        text("There is a character that must not stand in YAML: {code}.", code=f"U+{ord(found[0]):04X}"),
        text("Delete it; it may be invisible."),
    )


_EXPLAINED: Mapping[str, tuple[Text, Text]] = {
    "mapping values are not allowed in this context": (
        text("There is a colon where none may stand."),
        text("Put the whole value in quotes, or correct the indent."),
    ),
    "found unexpected end of stream": (
        text("The quote that is opened here is never closed."),
        text("Close it at the end of the value."),
    ),
    "did not find expected ',' or ']'": (
        text("The list that begins here is never closed."),
        text("Write ] behind its last item."),
    ),
    "did not find expected ',' or '}'": (
        text("The group that begins here is never closed."),
        text("Write } behind its last part."),
    ),
    "could not find expected ':'": (
        text("This line is not of the form “name: value”."),
        text("Write a name, a colon and a space before the value."),
    ),
    "found character that cannot start any token": (
        text("The value begins with a character that means something else in YAML."),
        text("Put the whole value in quotes."),
    ),
    "found undefined alias": (
        text("The value begins with a character that means something else in YAML."),
        text("Put the whole value in quotes."),
    ),
    "did not find expected node content": (
        text("A value is missing here, or a bracket is never closed."),
        text("Write the value, and close every [ with ] and every { with }."),
    ),
    "did not find expected key": (
        text("Something stands here that belongs to no field."),
        text("Put the whole value in quotes, or correct the indent."),
    ),
}
"""What libyaml says, in words of ours."""

_BEGINS_EARLIER = frozenset(
    {
        "could not find expected ':'",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "found unexpected end of stream",
    }
)
"""Where the mistake stands at the beginning of what libyaml was reading, not at its end."""


def _broken(error: yaml.MarkedYAMLError, source: str, path: PurePosixPath, first_line: int) -> Problem:
    reason = str(error.problem or error.context)
    mark = error.problem_mark or error.context_mark
    if reason in _BEGINS_EARLIER and error.context_mark:
        mark = error.context_mark
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
    unexplained = (
        text("The YAML is broken here: {reason}.", reason=reason),
        text("Look for a missing quote, colon or indent; put text with a colon in quotes."),
    )
    return Problem(place, *_EXPLAINED.get(reason, unexplained))
