"""The real Pagefind indexes pages, knows Indonesian, and says what is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from chromium import chromium, write
from terbuka.errors import BuildError
from terbuka.portal import search
from terbuka.portal.serve import PortalServer

PAGE = (
    '<!doctype html><html lang="{language}"><head><title>{title}</title></head>'
    "<body><main data-pagefind-body><h1>{title}</h1><p>{words}</p></main></body></html>"
)

PAGES = {
    "index.html": "<!doctype html><html lang=id><head><title>Uji</title></head><body><p>Beranda</p></body></html>",
    "jadwal/index.html": PAGE.format(language="id", title="Jadwal", words="Layanan diumumkan setiap hari Senin."),
    "pasar/index.html": PAGE.format(language="id", title="Pasar", words="Pedagang menempati kios baru."),
    "en/jadwal/index.html": PAGE.format(language="en", title="Hours", words="Hours are announced on Mondays."),
}

ASK = """async (words) => {
    const pagefind = await import('/pagefind/pagefind.js');
    const found = await pagefind.search(words);
    const pages = await Promise.all(found.results.map((result) => result.data()));
    return pages.map((page) => page.url);
}"""


def test_pages_are_counted_for_each_language(tmp_path: Path) -> None:
    site_dir = write(tmp_path, PAGES)
    assert search.index(site_dir) == 3
    entry = json.loads((site_dir / "pagefind/pagefind-entry.json").read_text())
    assert {language: part["page_count"] for language, part in entry["languages"].items()} == {"id": 2, "en": 1}
    assert {language: part["wasm"] for language, part in entry["languages"].items()} == {"id": "id", "en": "en"}


def test_an_index_keeps_nothing_of_the_one_before(tmp_path: Path) -> None:
    site_dir = write(tmp_path, PAGES)
    search.index(site_dir)
    (site_dir / "pasar/index.html").unlink()
    assert search.index(site_dir) == 2
    assert len(list((site_dir / "pagefind/fragment").iterdir())) == 2


def test_a_portal_without_pages_is_an_error(tmp_path: Path) -> None:
    words = (
        "Error: Pagefind was not able to build an index. "
        "Most likely, the directory passed to Pagefind was empty or did not contain any html files."
    )
    with pytest.raises(BuildError) as caught:
        search.index(tmp_path)
    assert caught.value.say("en") == (
        f"Pagefind: {words} {words} Read Pagefind's message; nothing can be searched until it finds pages."
    )


def test_a_missing_pagefind_is_named(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['pagefind_bin'] = None\n"
        "from pathlib import Path\nfrom terbuka.errors import ToolMissing\nfrom terbuka.portal import search\n"
        f"try: search.index(Path({str(tmp_path)!r}))\n"
        "except ToolMissing as error: sys.stdout.write(error.say('en'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "Pagefind is not installed, or is too old. Run scripts/setup, then try again."


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    site_dir = write(tmp_path_factory.mktemp("portal"), PAGES)
    search.index(site_dir)
    with chromium() as browser, PortalServer(site_dir) as portal:
        page = browser.new_page()
        page.goto(portal.url)
        yield page


@pytest.mark.browser
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pengumuman", ["/jadwal/"]),
        ("mengumumkan", ["/jadwal/"]),
        ("layanan", ["/jadwal/"]),
        ("melayani", ["/jadwal/"]),
        ("announced", []),
    ],
)
def test_an_indonesian_word_finds_its_other_forms(page: Page, words: str, found: list[str]) -> None:
    assert page.evaluate(ASK, words) == found
