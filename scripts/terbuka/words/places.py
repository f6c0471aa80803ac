"""Where words lie, for whoever need not know how they are read."""

from __future__ import annotations

from pathlib import PurePosixPath

FOLDERS = ("content", "policies")
"""Where documents live, from the repository's root."""

REGISTER = PurePosixPath("policies/regulations.yml")
"""The register of regulations that documents may cite."""
