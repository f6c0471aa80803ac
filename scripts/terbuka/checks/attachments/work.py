"""What is left in a file of the work on it, whatever program it was made with."""

from __future__ import annotations

from terbuka.checks.attachments.reading import Remark
from terbuka.checks.finding import Severity
from terbuka.text import text


def comments_left(count: int) -> Remark:
    """Return the remark on comments that were not deleted."""
    return Remark(
        Severity.WARNING,
        text("Comments that people left while they worked are still in “{file}”: {count}.", count=count),
        text("Delete the comments, or publish the text as a page or a PDF without them."),
    )


def tracked_changes() -> Remark:
    """Return the remark on deleted words that can be brought back."""
    return Remark(
        Severity.WARNING,
        text(
            "“{file}” remembers its changes: deleted words can be read, with the names of those who deleted them."
        ),
        text("Accept all changes, switch the recording off, and save it anew."),
    )


def hidden_words() -> Remark:
    """Return the remark on words that are formatted as hidden."""
    return Remark(
        Severity.WARNING,
        text("Some words or slides of “{file}” are hidden, and everybody can show them."),
        text("Delete what readers are not meant to get; hiding is no protection."),
    )
