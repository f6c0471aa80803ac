"""The timeline as a person sees it: real Chromium and axe, on a phone and at a desk, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from stage import POST, Stage, png, stage

from chromium import Watch, chromium

pytestmark = pytest.mark.browser
