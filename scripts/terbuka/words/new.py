"""``terbuka new``: a ready file with every field, its hint and a body to fill in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from terbuka.errors import UsageError
from terbuka.office import Office
from terbuka.text import Text, text
from terbuka.words.kinds.kind import Kind, Variant

REVIEW_AFTER = timedelta(days=182)
"""Half a year: public information of the class `berkala` is renewed at least that often (UU 14/2008 Pasal 9)."""

LONGEST_SLUG = 60

SUMMARY = "Ringkas isi tulisan ini dalam satu atau dua kalimat yang dapat berdiri sendiri."
SUMMARY_EN = "Sum up the text here in one or two sentences that stand alone."
"""What a new document says in place of its summary."""


def slugify(title: str) -> str:
    """Return `title` as the name of a file: ``Jalan Dibuka!`` → ``jalan-dibuka``."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    slug = ""
    for word in words:
        if len(slug) + len(word) + 1 > LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug


def create(
    root: Path,
    office: Office,
    kind: Kind,
    title: str,
    language: str,
    today: date,
    variant: Variant | None = None,
) -> PurePosixPath:
    """Write a new draft and return its path from `root`.

    Raises:
        UsageError: the title gives no file name, is too short, or the file is there already.
    """
    slug = slugify(title)
    if not slug:
        raise UsageError(
            text("The title “{title}” has no letters or digits to name the file after.", title=title),
            text("Give a title in words."),
        )
    folder = PurePosixPath(kind.folder) / (str(today.year) if kind.by_year else "")
    suffix = "" if language == office.language else f".{language}"
    path = folder / f"{slug}{suffix}.md"
    file = root / path
    if file.exists():
        raise UsageError(
            text("{path} is there already.", path=str(path)), text("Open it, or choose another title.")
        )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(template(office, kind, title, language, today, variant), encoding="utf-8")
    return path


def template(
    office: Office, kind: Kind, title: str, language: str, today: date, variant: Variant | None = None
) -> str:
    """Return a draft of `kind`, or of its `variant`, with its fields and hints in the office's language."""
    form = variant or kind
    owner, topic = next(iter(office.units)), next(iter(office.topics))
    english = language == "en"
    basis = "legal_basis: [uu-14-2008]\n" if kind.id == "kebijakan" else ""

    def note(key: str) -> str:
        field = kind.model.model_fields[key]
        return f"  # {Text(field.description or '').say(office.language)}"

    quoted_title = title.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f"---\n"
        f"# yaml-language-server: $schema={schema_path(kind)}\n"
        f'title: "{quoted_title}"{note("title")}\n'
        f'summary: "{SUMMARY_EN if english else SUMMARY}"{note("summary")}\n'
        f"date: {today}{note('date')}\n"
        f"owner: {owner}{note('owner')}\n"
        f"topics: [{topic}]{note('topics')}\n"
        f"class: {variant.information_class if variant else 'berkala'}{note('information_class')}\n"
        f"status: draft{note('status')}\n"
        f"review_by: {today + REVIEW_AFTER}{note('review_by')}\n"
        f"{basis}{kind.fields.format(date=today)}{variant.fields if variant else ''}"
        f"---\n\n"
        f"{form.body_en if english else form.body}"
    )


def schema_path(kind: Kind) -> str:
    """Return where editors find the JSON Schema of `kind`, seen from one of its files."""
    depth = kind.folder.count("/") + 1 + kind.by_year
    return "../" * depth + f".vscode/schemas/{kind.id}.json"
