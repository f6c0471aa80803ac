"""What every kind of document has to say about itself."""

from __future__ import annotations

from dataclasses import dataclass

from terbuka.text import Text
from terbuka.words.fields import Common, InformationClass


@dataclass(frozen=True, slots=True)
class Variant:
    """A special form of a kind, with a template of its own.

    Attributes:
        id: what staff type: ``terbuka new berita --as <id> "Judul"``.
        information_class: the class that a new document has.
        body: the Markdown that a new document starts with, in Indonesian.
        body_en: the same in English.
        fields: front matter lines of its own, beside those of its kind.
    """

    id: str
    information_class: InformationClass
    body: str
    body_en: str
    fields: str = ""


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
        body: the Markdown that a new document starts with, in Indonesian.
        body_en: the same in English.
        fields: front matter lines of its own for a new document.
        by_year: True puts new files into a folder for the year.
        variants: its special forms.
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
    variants: tuple[Variant, ...] = ()
