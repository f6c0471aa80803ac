"""The staged tree → HTML, by MkDocs with Material. Whatever it warns of stops the build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from terbuka.errors import BuildError, Place, ToolMissing
from terbuka.portal import menu
from terbuka.portal.formats import in_language
from terbuka.portal.labels import labels
from terbuka.portal.links import staged_path
from terbuka.portal.pages import assets, record, search
from terbuka.portal.pages.page import prefix
from terbuka.portal.site import Site
from terbuka.text import quoted, text
from terbuka.words.document import Document, content_hash

CONFIG = "mkdocs.yml"
OVERRIDES = PurePosixPath("site/overrides")

LANGUAGE_NAMES = {"en": "English", "id": "Bahasa Indonesia"}
"""Each language in its own words, as people look for it."""

_COMPLAINT = re.compile(r"^(?:WARNING|ERROR) +- +(?P<words>.+)$", re.MULTILINE)
_QUOTED = re.compile(r"'([^']+)'")


def render(site: Site, staged: Path, folder: Path) -> int:
    """Build the tree `staged` into the empty folder `folder`; return how many pages it has.

    Raises:
        ToolMissing: MkDocs is not installed.
        BuildError: the repository has no ``mkdocs.yml``, or MkDocs warns; names file and line.
    """
    if find_spec("mkdocs") is None or find_spec("material") is None:
        raise ToolMissing("MkDocs (mkdocs-material)")
    if not (site.root / CONFIG).is_file():
        raise BuildError(
            text("There is no {file} in {folder}.", file=CONFIG, folder=str(site.root)),
            text("Copy mkdocs.yml and the folder site/ from the example office."),
        )
    config = staged.parent / CONFIG
    config.write_text(
        yaml.safe_dump(_settings(site, staged, folder), allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    # The time of the build goes into the sitemap: the same moment gives the same bytes.
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(site.now.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    complaints = [match["words"] for match in _COMPLAINT.finditer(done.stderr)]
    if done.returncode or complaints:
        raise _failure(site, complaints or done.stderr.strip().splitlines()[-1:])
    return sum(1 for _ in folder.rglob("index.html"))


def _settings(site: Site, staged: Path, folder: Path) -> dict[str, Any]:
    """Return what MkDocs has to know and no person should have to write."""
    office = site.office
    return {
        "INHERIT": str(site.root / CONFIG),
        "site_name": in_language(office.name, office.language),
        "site_url": site.base,
        "site_description": in_language(office.tagline, office.language),
        "docs_dir": str(staged),
        "site_dir": str(folder),
        "theme": {"name": "material", "custom_dir": str(site.root / OVERRIDES), "language": office.language},
        "extra": {
            "default_language": office.language,
            "languages": {language: _language(site, language) for language in office.languages},
            "short_name": office.short_name,
            "emails": list(office.contacts.emails),
            "phones": list(office.contacts.phones),
            "assets": dict(assets.names(site.root)),
            "base": site.base,
            "year": site.now.year,
            "not_found_hash": content_hash(_not_found(site)),
        },
    }


def _language(site: Site, language: str) -> dict[str, Any]:
    return {
        "name": LANGUAGE_NAMES[language],
        "office": in_language(site.office.name, language),
        "tagline": in_language(site.office.tagline, language),
        "home": prefix(site, language),
        "search": search.address(site, language),
        "record": record.address(site, language),
        "feed": f"{prefix(site, language)}feed.atom.xml",
        "feed_rss": f"{prefix(site, language)}feed.rss.xml",
        "feed_json": f"{prefix(site, language)}feed.json",
        "menu": menu.main(site, language),
        "pages": menu.pages(site, language),
        "labels": labels(language),
        "notice": _notice(site, language),
    }


def _notice(site: Site, language: str) -> str:
    """Return what an example has to say on every page, so that nobody takes it for a real office."""
    if not site.office.example:
        return ""
    return text(
        "This is an example. {office} does not exist; all names and figures are invented.",
        office=site.office.short_name,
    ).say(language)


def _not_found(site: Site) -> str:
    template = site.root / OVERRIDES / "404.html"
    return template.read_text(encoding="utf-8") if template.is_file() else ""


def _failure(site: Site, complaints: list[str]) -> BuildError:
    """Return what MkDocs complains of, with the file and line that a person can mend."""
    places = [_place(site, complaint) for complaint in complaints]
    told = "; ".join(
        f"{place}: {words}" if place else words for place, words in zip(places, complaints, strict=True)
    )
    return BuildError(
        quoted(f"MkDocs: {told}"),
        text("Correct these places, then build again; the portal is as it was."),
        next((place for place in places if place), None),
    )


def _place(site: Site, complaint: str) -> Place | None:
    """Return where the words that MkDocs quotes stand in the document that it names."""
    names = _QUOTED.findall(complaint)
    documents: dict[str, Document] = {
        str(staged_path(document, site.office.language)): document for document in site.documents
    }
    document = next((documents[name] for name in names if name in documents), None)
    if document is None:
        return None
    tails = (name.rsplit("/", 1)[-1] for name in names if name not in documents)
    found = next((at for tail in tails if (at := document.body.find(tail)) >= 0), 0)
    return document.body_place(found)
