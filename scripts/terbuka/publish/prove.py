"""Publish, prove, then post: a page must be live with the expected content before anybody is sent to it."""

from __future__ import annotations

import re
from collections.abc import Generator

import httpx

from terbuka.text import Text, text

_HASH = re.compile(r'<meta\s+name="terbuka:hash"\s+content="([^"]+)"')

OK = 200


def prove(url: str, digest: str) -> Generator[httpx.Request, httpx.Response, Text | None]:
    """Fetch the page at `url`; return None if it carries `digest`, otherwise why it does not."""
    response = yield httpx.Request("GET", url, headers={"Accept": "text/html", "Cache-Control": "no-cache"})
    if response.status_code != OK:
        return text("Its page answers {status}, not 200: {url}", status=response.status_code, url=url)
    found = _HASH.search(response.text)
    if found is None:
        return text("Its page carries no content hash: {url}", url=url)
    if found[1] != digest:
        return text("Its page shows another version than the repository: {url}", url=url)
    return None
