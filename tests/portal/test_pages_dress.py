"""What the templates show has words in every language, and those words are used."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rich_words import REPOSITORY, dress
from small_site import open_site

from terbuka.portal import formats
from terbuka.portal.labels import LABELS
from terbuka.portal.pages import assets

OVERRIDES = REPOSITORY / "site" / "overrides"
TEMPLATES = sorted(OVERRIDES.rglob("*.html"))


def test_templates_show_every_label_and_no_other() -> None:
    words = "".join(template.read_text(encoding="utf-8") for template in TEMPLATES)
    assert set(re.findall(r"\b(?:t|labels)\.(\w+)", words)) == set(LABELS)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_escape_what_they_show(template: Path) -> None:
    """MkDocs escapes nothing by itself: whatever shows a page's data has to stand inside autoescape."""
    words = template.read_text(encoding="utf-8")
    outside = re.sub(r"{% autoescape true %}.*?{% endautoescape %}", "", words, flags=re.DOTALL)
    assert re.findall(r"{{[^}]*\b(?:meta|page|item|here|t)\.[^}]*}}", outside) == []


def test_templates_fetch_nothing_from_elsewhere() -> None:
    dressed = [
        *TEMPLATES,
        *(REPOSITORY / "site" / "assets").glob("*.css"),
        *(REPOSITORY / "site/assets").glob("*.js"),
    ]
    found = {
        path.name: re.findall(r"(?:src|href|url\(|import)\W{1,3}(?:https?:)?//[^\s\"')]+", path.read_text("utf-8"))
        for path in dressed
    }
    assert {name: addresses for name, addresses in found.items() if addresses} == {}


def test_assets_are_named_after_their_content(make_repo: Callable[[dict[str, str]], Path]) -> None:
    root = make_repo({"site/assets/a.css": "b{}", "site/assets/logo.svg": "<svg/>"})
    site, _ = open_site(root)
    assert assets.names(root) == {"a.css": "assets/a.ef2a8754.css", "logo.svg": "assets/logo.svg"}
    assert [(str(file.path), file.content) for file in assets.files(site)] == [
        ("assets/a.ef2a8754.css", b"b{}"),
        ("assets/logo.svg", b"<svg/>"),
    ]


def test_an_office_without_assets_has_none(tmp_path: Path) -> None:
    assert assets.names(tmp_path) == {}


def test_dress_is_there(tmp_path: Path) -> None:
    dress(tmp_path)
    assert sorted(path.name for path in (tmp_path / "site" / "assets").iterdir()) == [
        "card.png",
        "logo.svg",
        "terbuka.css",
        "terbuka.js",
    ]


def test_dates_and_amounts() -> None:
    assert formats.day(date(2026, 8, 3), "id") == "3 Agustus 2026"
    assert formats.day(date(2026, 8, 3), "en") == "3 August 2026"
    assert formats.rupiah(1250000, "id") == "Rp1.250.000,00"
    assert formats.rupiah(1250000, "en") == "IDR 1,250,000"
    assert formats.in_language({"id": "Dinas"}, "en") == "Dinas"
