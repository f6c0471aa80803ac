"""The portal's own search: Pagefind reads the finished pages and writes an index that the browser searches.

Pagefind stems each page by its language, so ``lang="id"`` on a page makes “pengumuman” find “diumumkan”.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from terbuka.errors import BuildError, ToolMissing
from terbuka.text import quoted, text

FOLDER = "pagefind"
"""Where the index lies in the portal."""

_PAGES = re.compile(r"^\s*Indexed (\d+) pages?$", re.MULTILINE)


def index(site_dir: Path) -> int:
    """Index the finished portal in `site_dir` and return how many pages can be found.

    Raises:
        ToolMissing: Pagefind is not installed.
        BuildError: Pagefind fails, or finds no page; its own words are in the message.
    """
    if find_spec("pagefind") is None or find_spec("pagefind_bin") is None:
        raise ToolMissing("Pagefind")
    # An old index would keep the words of pages that have been withdrawn since.
    shutil.rmtree(site_dir / FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site_dir)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    pages = _PAGES.search(done.stdout)
    if done.returncode or pages is None or not int(pages[1]):
        raise BuildError(
            quoted("Pagefind: " + " ".join((done.stderr.strip() or done.stdout.strip()).split())),
            text("Read Pagefind's message; nothing can be searched until it finds pages."),
        )
    return int(pages[1])
