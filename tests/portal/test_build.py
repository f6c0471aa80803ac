"""The whole build with the real MkDocs, Material, Pagefind and lychee."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich_words import HOSTILE, SECRET, WORDS, document, dress
from small_site import NOW

from chromium import write
from conftest import OFFICE
from terbuka import office
from terbuka.checks.registry import RULES
from terbuka.errors import BuildError
from terbuka.portal.build import PORTAL, BuildReport, build
from terbuka.record.posted import Posted
from terbuka.text import Text
from terbuka.words import library, register

MakeRepo = Callable[[dict[str, str]], Path]

BASE = "https://uji.example/portal/"


def make_portal(root: Path, posted: tuple[Posted, ...] = ()) -> tuple[BuildReport, list[str]]:
    settings = office.load(root)
    steps: list[Text] = []
    words = library.load(root, settings)
    report = build(root, settings, words, register.load(root), posted, NOW, BASE, steps.append)
    return report, [str(step) for step in steps]


class Html(HTMLParser):
    """The tags of a page, and the words that readers see."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, str] = {}
        self._open = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        self.words[self._open] = self.words.get(self._open, "") + data

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.tags if name == tag and wanted.items() <= found.items()]


@dataclass(frozen=True)
class Portal:
    root: Path
    folder: Path
    report: BuildReport
    steps: list[str]

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, path: str) -> Html:
        return Html(self.text(path))


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    root = write(tmp_path_factory.mktemp("kantor"), {"office.yml": OFFICE, **WORDS})
    dress(root)
    report, steps = make_portal(root)
    return Portal(root, root / PORTAL, report, steps)


def test_the_report_counts_what_was_built(portal: Portal) -> None:
    handbook = len(RULES) + 2  # the list, a page a rule, and one about silencing
    assert portal.report == BuildReport(
        portal.folder, documents=11, hidden=1, pages=38 + handbook, indexed=13 + handbook
    )
    assert portal.steps == [
        "Reading the documents",
        "Putting the pages together",
        "Making HTML",
        "Making the search index",
        "Verifying links, embargoes and hashes",
    ]


def test_each_page_speaks_its_own_language(portal: Portal) -> None:
    expected = {
        "index.html": "id",
        "en/index.html": "en",
        "en/berita/2026/loket/index.html": "en",
        "404.html": "id",
    }
    found = {path: portal.page(path).all("html")[0]["lang"] for path in expected}
    assert found == expected
    assert [
        tag["href"] for tag in portal.page("en/index.html").all("a") if "tool" in (tag.get("class") or "")
    ] == [
        "..",
        "#menu",
    ]


def test_a_page_tells_machines_who_it_is(portal: Portal) -> None:
    page = portal.page("berita/2026/loket/index.html")
    digest = next(
        d.hash
        for d in library.load(portal.root, office.load(portal.root)).documents
        if str(d.path) == "content/berita/2026/loket.md"
    )
    named = {
        str(tag.get("name") or tag.get("property")): tag["content"] for tag in page.all("meta") if "content" in tag
    }
    assert named == {
        "viewport": "width=device-width,initial-scale=1",
        "description": "Ringkasan ini cukup panjang untuk lolos dari batas empat puluh huruf.",
        "terbuka:hash": digest,
        "theme-color": "#0b4a43",
        "og:type": "article",
        "og:site_name": "Pemerintah Kota Uji",
        "og:title": "Loket buka hari Sabtu",
        "og:description": "Ringkasan ini cukup panjang untuk lolos dari batas empat puluh huruf.",
        "og:url": f"{BASE}berita/2026/loket/",
        "og:locale": "id_ID",
        "og:image": f"{BASE}gambar/loket.png",
        "og:image:alt": "Warga dilayani di loket kelurahan",
        "article:published_time": "2026-11-20",
        "article:modified_time": "2026-11-22",
        "twitter:card": "summary_large_image",
        "twitter:title": "Loket buka hari Sabtu",
        "twitter:description": "Ringkasan ini cukup panjang untuk lolos dari batas empat puluh huruf.",
        "twitter:image": f"{BASE}gambar/loket.png",
        "twitter:image:alt": "Warga dilayani di loket kelurahan",
    }
    assert page.words["title"].strip() == "Loket buka hari Sabtu – Pemerintah Kota Uji"
    links = [(tag["rel"], tag.get("hreflang"), tag["href"]) for tag in page.all("link")]
    assert [link for link in links if link[0] in ("canonical", "alternate")] == [
        ("canonical", None, f"{BASE}berita/2026/loket/"),
        ("alternate", "id", f"{BASE}berita/2026/loket/"),
        ("alternate", "x-default", f"{BASE}berita/2026/loket/"),
        ("alternate", "en", f"{BASE}en/berita/2026/loket/"),
        ("alternate", None, "../../../feed.atom.xml"),
        ("alternate", None, "../../../feed.rss.xml"),
        ("alternate", None, "../../../feed.json"),
        ("alternate", None, f"{BASE}berita/2026/loket/index.json"),
    ]


def test_hostile_words_are_only_words(portal: Portal) -> None:
    page = portal.page("berita/2026/jahat/index.html")
    assert page.words["h1"].strip() == HOSTILE
    assert page.all("meta", property="og:title")[0]["content"] == HOSTILE
    scripts = {
        str(path.relative_to(portal.folder)): Html(path.read_text("utf-8")).all("script")
        for path in portal.folder.rglob("*.html")
    }
    kinds = [{}, {"type": "application/ld+json"}]
    own = {"assets/terbuka"}
    strange = {
        path: tags
        for path, tags in scripts.items()
        if any(tag not in kinds and not any(name in (tag.get("src") or "") for name in own) for tag in tags)
    }
    assert strange == {}
    assert {path for path, tags in scripts.items() if len(tags) != 2} == {"klarifikasi/gratis/index.html"}
    dangerous = [
        path for path in scripts if re.search(r"(?:href|src)=\W*(?:javascript|data:text)", portal.text(path))
    ]
    assert dangerous == []


def test_the_claim_review_cannot_leave_its_script(portal: Portal) -> None:
    source = portal.text("klarifikasi/gratis/index.html")
    written = re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.DOTALL)
    assert len(written) == 1
    assert re.findall(r"[<>&]", written[0]) == []


def test_the_sitemap_lists_public_pages_only(portal: Portal) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", portal.text("sitemap.xml"))
    pages = {
        f"{BASE}{path.parent.relative_to(portal.folder).as_posix()}/".replace("/./", "/")
        for path in portal.folder.rglob("index.html")
    }
    assert sorted(listed) == sorted(pages)


def test_an_embargoed_word_is_nowhere(portal: Portal) -> None:
    produced = [path for path in portal.folder.rglob("*") if path.is_file()]
    assert [
        str(path) for path in produced if SECRET.lower() in path.read_bytes().decode(errors="replace").lower()
    ] == []


def test_templates_and_assets_are_untouched(portal: Portal) -> None:
    done = subprocess.run(
        ["diff", "-r", str(Path(__file__).parents[2] / "site"), str(portal.root / "site")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""


def test_the_same_moment_gives_the_same_pages(portal: Portal) -> None:
    def digests() -> dict[str, str]:
        return {
            str(path.relative_to(portal.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(portal.folder.rglob("*"))
            if path.is_file() and "pagefind" not in path.parts
        }

    before = digests()
    make_portal(portal.root)
    assert digests() == before


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {
                "content/halaman/kontak.md": document("Menghubungi kami", body="Satu.\n\n[Jam](jam.md#siang)"),
                "content/halaman/jam.md": document("Jam layanan kami", body="## Pagi\n\nBuka."),
            },
            "content/halaman/kontak.md:14:7: MkDocs: content/halaman/kontak.md:14:7: Doc file 'kontak.md' contains a "
            "link 'jam.md#siang', but the doc 'jam.md' does not contain an anchor '#siang'. "
            "Correct these places, then build again; the portal is as it was.",
        ),
        (
            {
                "content/halaman/kontak.md": document("Menghubungi kami").replace(
                    "class: berkala", "class: rahasia"
                )
            },
            "content/halaman/kontak.md:7:1: “class” must be one of: berkala, serta-merta, setiap-saat. "
            "Give the class of public information under UU 14/2008: berkala (Pasal 9), serta-merta (Pasal 10) "
            "or setiap-saat (Pasal 11).",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_old_portal_stays(
    make_repo: MakeRepo, files: dict[str, str], expected: str
) -> None:
    root = make_repo(files)
    dress(root)
    (root / PORTAL).mkdir(parents=True)
    (root / PORTAL / "index.html").write_text("Portal lama.")
    with pytest.raises(BuildError) as stopped:
        make_portal(root)
    assert str(stopped.value) == expected
    assert [path.name for path in (root / PORTAL).rglob("*")] == ["index.html"]
    assert [path.name for path in (root / "build").iterdir() if path.name.startswith("portal.")] == []


def test_a_repository_without_settings_for_its_portal(make_repo: MakeRepo) -> None:
    root = make_repo({"content/halaman/kontak.md": document("Menghubungi kami")})
    with pytest.raises(BuildError) as stopped:
        make_portal(root)
    assert stopped.value.say("id") == (
        f"Tidak ada mkdocs.yml di {root}. Salin mkdocs.yml dan folder site/ dari instansi contoh."
    )
