"""The legal basis of a document, as the register knows it."""

from __future__ import annotations

from typing import Any

from terbuka.errors import BuildError
from terbuka.portal.site import Site
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.register import Regulation

_STATUS: dict[str, Text] = {
    "belum_pasti": text("Status uncertain"),
    "berlaku": text("In force"),
    "berlaku_diubah": text("In force, as amended"),
    "dicabut": text("Revoked"),
    "ditetapkan_menjadi_uu": text("Now a law (undang-undang)"),
}


def legal_basis(site: Site, document: Document) -> list[dict[str, Any]]:
    """Return what the template shows of each regulation: citation, place in it, status, notes.

    Raises:
        BuildError: the register does not know a regulation.
    """
    shown: list[dict[str, Any]] = []
    for index, basis in enumerate(document.valid.basis):
        regulation = site.register.by_id.get(basis.id)
        if regulation is None:
            raise BuildError(
                text("The register does not know the regulation “{id}”.", id=basis.id),
                text("Correct the id, or add the regulation to policies/regulations.yml."),
                document.place("legal_basis", index),
            )
        language = document.language
        notes = [note.say(language) for note in _notes(site, regulation)]
        shown.append(
            {
                "citation": regulation.citation,
                "article": basis.article,
                "status": _STATUS[regulation.status].say(language),
                "in_force": regulation.status in ("berlaku", "berlaku_diubah"),
                "notes": notes,
            }
        )
    return shown


def _notes(site: Site, regulation: Regulation) -> list[Text]:
    """Return what a reader has to know about the status, and how sure we are of it."""
    notes: list[Text] = []
    if regulation.amended_by:
        names = "; ".join(_name(site, id_) for id_ in regulation.amended_by)
        notes.append(text("Amended by {regulations}.", regulations=names))
    if regulation.revoked_by and regulation.status == "dicabut":
        notes.append(text("Revoked by {regulation}.", regulation=_name(site, regulation.revoked_by)))
    if regulation.revoked_by and regulation.status == "ditetapkan_menjadi_uu":
        notes.append(text("Made a law by {regulation}.", regulation=_name(site, regulation.revoked_by)))
    if regulation.status_confidence == "low":
        notes.append(
            text(
                "We have not confirmed this status. "
                "Check the official text at peraturan.bpk.go.id before you rely on it."
            )
        )
    return notes


def _name(site: Site, regulation_id: str) -> str:
    regulation = site.register.by_id.get(regulation_id)
    return (regulation.short or regulation.citation) if regulation else regulation_id
