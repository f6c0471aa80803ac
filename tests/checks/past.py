"""A past for a sample: its commits have the same names and days wherever the tests run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

WHO = {"NAME": "Uji", "EMAIL": "uji@uji.example"}


def tell(folder: Path, steps: Iterable[Path]) -> None:
    """Commit the files of each step on top of the last one's, one day after the other from 1 November 2026."""
    for day, step in enumerate(steps, start=1):
        shutil.copytree(step, folder, dirs_exist_ok=True)
        moment = f"2026-11-{day:02}T09:00:00+0700"
        said = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO.items()}
        said |= {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        for words in (["add", "content"], ["commit", "-q", "--no-gpg-sign", "-m", f"Langkah {day}"]):
            subprocess.run(
                ["git", "-c", "core.autocrlf=false", *words], cwd=folder, check=True, env=os.environ | said
            )
