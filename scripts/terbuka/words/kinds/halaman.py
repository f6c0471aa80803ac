"""Standing pages: about, contact, accounts, privacy."""

from __future__ import annotations

from terbuka.text import text
from terbuka.words.fields import Common
from terbuka.words.kinds.kind import Kind

KIND = Kind(
    id="halaman",
    folder="content/halaman",
    url="",
    name=text("Page"),
    plural=text("Pages"),
    introduction=text("Who we are, how to reach us, and what we owe you."),
    use_for=text("What stays: who we are, how to reach us, our duties and statements."),
    not_for=text("Anything with a date that matters (berita)."),
    model=Common,
    body="Tulis isi halaman ini.\n",
    body_en="Write this page.\n",
)
