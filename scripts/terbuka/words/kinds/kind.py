"""What every kind of document has to say about itself."""

from __future__ import annotations

from dataclasses import dataclass

from terbuka.text import Text
from terbuka.words.fields import Common


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of document.

    Attributes:
        id: what staff type: ``terbuka new <id> "Judul"``.
        folder: where its files live, from the repository's root.
        url: where its pages live on the portal; "" for the top.
        name: what readers call it, one and many.
        introduction: what stands above the list of all of them on the portal.
        use_for: when to choose it.
        not_for: when to choose another, and which.
        model: its fields.
        by_year: True puts new files into a folder for the year.
        body: the Markdown that a new document starts with, in Indonesian.
        body_en: the same in English.
        fields: front matter lines of its own for a new document.
    """

    id: str
    folder: str
    url: str
    name: Text
    plural: Text
    introduction: Text
    use_for: Text
    not_for: Text
    model: type[Common]
    body: str
    body_en: str
    fields: str = ""
    by_year: bool = False
