"""By what a finding is known again after lines have moved: its rule, its file and the words of its line."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from terbuka.checks import source
from terbuka.checks.finding import Finding


def fingerprints(findings: Iterable[Finding], root: Path) -> list[tuple[str, int]]:
    """Return a hash for each finding, and the how-manieth of that hash it is, from 1; the two together are unique.

    The hash holds no words: what stands on the line may be personal data.
    """
    read = lru_cache(maxsize=None)(source.lines)
    seen: Counter[str] = Counter()
    found: list[tuple[str, int]] = []
    for finding in findings:
        lines = read(root, finding.place.path)
        words = lines[finding.place.line - 1].strip() if finding.place.line <= len(lines) else ""
        whole = "\0".join((finding.rule, str(finding.place.path), words))
        digest = hashlib.sha256(whole.encode("utf-8", errors="surrogatepass")).hexdigest()[:32]
        seen[digest] += 1
        found.append((digest, seen[digest]))
    return found
