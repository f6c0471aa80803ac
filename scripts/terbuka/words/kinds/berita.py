"""News: something has happened or will happen."""

from __future__ import annotations

from pydantic import Field

from terbuka.text import text
from terbuka.words.fields import Common, hint
from terbuka.words.kinds.kind import Kind


class News(Common):
    """The fields of a news post."""

    location: str | None = Field(
        default=None, max_length=80, description=hint("Name the district or place that the news is about.")
    )


KIND = Kind(
    id="berita",
    folder="content/berita",
    url="berita",
    name=text("News post"),
    plural=text("News"),
    introduction=text("What happens, changes or is about to, told by the office itself."),
    use_for=text("Something has happened, changes or is about to: a service, a decision, a warning."),
    not_for=text("A false claim going round (klarifikasi), or how a rule works (kebijakan)."),
    model=News,
    by_year=True,
    body="""\
Tulis faktanya lebih dahulu: siapa, apa, kapan, di mana.

## Yang perlu Anda ketahui

Terangkan apa yang berubah bagi warga.

## Informasi lebih lanjut

Sebutkan kantor, alamat, dan jam layanan.
""",
    body_en="""\
Give the facts first: who, what, when, where.

## What you need to know

Explain what changes for residents.

## More information

Name the office, its address and its opening hours.
""",
)
