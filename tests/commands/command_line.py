"""Run the command line for real."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def terbuka(root: Path, *words: str, language: str = "id", **environment: str) -> tuple[int, str, str]:
    """Run ``terbuka <words>`` in the folder `root`; return exit status, output and errors."""
    done = subprocess.run(
        [sys.executable, "-m", "terbuka.main", *words],
        cwd=root,
        env={**os.environ, "TERBUKA_LANG": language, "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
