"""Policy explainers: whom the rule concerns and since when."""

from __future__ import annotations

from typing import Any

from terbuka.portal import formats
from terbuka.portal.site import Site
from terbuka.words.document import Document
from terbuka.words.kinds.kebijakan import Explainer


def extras(_site: Site, document: Document, meta: Explainer) -> dict[str, Any]:
    """Return what the template shows of an explainer."""
    since = formats.day(meta.in_force_from, document.language) if meta.in_force_from else ""
    return {"explainer": {"affects": meta.affects, "in_force_from": since}}
