"""The only place that prints: sentences, tables, progress; on the error stream all that is not a result."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any

from rich.console import Console as RichConsole
from rich.markup import escape

from terbuka.errors import TerbukaError
from terbuka.text import Text, text

Advance = Callable[[Text], None]
"""Tell that one more step is done, and what comes now."""


class Console:
    """Speaks to the person at the terminal, in one language.

    Attributes:
        language: ``id`` or ``en``.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._out = RichConsole(file=sys.stdout, highlight=False, soft_wrap=True)
        self._err = RichConsole(file=sys.stderr, highlight=False, soft_wrap=True)

    @property
    def colour(self) -> bool:
        """Whether results go to a terminal whose reader has not asked for plain ones (NO_COLOR)."""
        return self._out.color_system is not None and not self._out.no_color

    def result(self, words: str) -> None:
        """Print a result as it is: it may be read by another program."""
        sys.stdout.write(words if words.endswith("\n") or not words else words + "\n")

    def encoded(self, words: bytes) -> None:
        """Print a result that is UTF-8 already; it may be long."""
        if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.encoding.lower() == "utf-8":
            sys.stdout.flush()
            sys.stdout.buffer.write(words)
        else:
            sys.stdout.write(words.decode(errors="surrogateescape"))

    def json(self, value: Any) -> None:  # noqa: ANN401  whatever JSON can hold
        """Print a result as JSON."""
        self.result(json.dumps(value, ensure_ascii=False, indent=2, default=str))

    def say(self, sentence: Text) -> None:
        """Say a sentence to the person."""
        self._err.print(escape(sentence.say(self.language)))

    def good(self, sentence: Text) -> None:
        """Say that something is done."""
        self._err.print(f"[green]✓[/green] {escape(sentence.say(self.language))}")

    def bad(self, sentence: Text) -> None:
        """Say that something is not as it should be."""
        self._err.print(f"[yellow]![/yellow] {escape(sentence.say(self.language))}")

    def error(self, error: TerbukaError) -> None:
        """Say what went wrong, where, and what to do: one line."""
        label = text("Error").say(self.language)
        self._err.print(f"[bold red]{label}:[/bold red] {escape(error.say(self.language))}")

    def table(self, title: Text | None, columns: Sequence[Text], rows: Sequence[Sequence[str]]) -> None:
        """Print a table of results."""
        from rich.table import Table  # noqa: PLC0415  most commands print none

        heading = title.say(self.language) if title else None
        table = Table(title=heading, title_justify="left", title_style="bold", header_style="bold")
        for column in columns:
            table.add_column(column.say(self.language), overflow="fold")
        for row in rows:
            table.add_row(*(escape(cell) for cell in row))
        self._out.print(table, soft_wrap=False)

    @contextmanager
    def progress(self, title: Text, total: int | None) -> Iterator[Advance]:
        """Show progress while the block runs; on a terminal as a bar, elsewhere as lines."""
        if not self._err.is_terminal:
            yield self.say
            return
        from rich.progress import (  # noqa: PLC0415  most commands show none
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
        )

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self._err, transient=True) as bar:
            task = bar.add_task(escape(title.say(self.language)), total=total)

            def advance(sentence: Text) -> None:
                bar.update(task, advance=1, description=escape(sentence.say(self.language)))

            yield advance
