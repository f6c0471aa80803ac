"""No words make a rule break, and none keep it busy for ever."""

from __future__ import annotations

from pathlib import PurePosixPath

import hostile
import pytest
from checking import context_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import OFFICE, news
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context, Family, Rule
from terbuka.checks.run import run
from terbuka.words import library
from terbuka.words.document import Document

NAME = PurePosixPath("content/berita/2026/uji.md")
HOSTILE = 100_000
"""Characters. A document may have ten times as many; what is not linear shows long before."""

IN_PYTHON: dict[str, Rule] = {name: rule for name, rule in RULES.items() if rule.FAMILY is not Family.STYLE}
"""The rules of style are mostly Vale's; `test_vale.py` gives them hostile texts."""

words = st.lists(st.sampled_from([*hostile.PIECES, *hostile.guilty_lines()]) | st.text(max_size=20), max_size=40)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """What rules may know of a small office with one document."""
    root = tmp_path_factory.mktemp("kantor")
    (root / "office.yml").write_text(OFFICE, encoding="utf-8")
    (root / NAME).parent.mkdir(parents=True)
    (root / NAME).write_text(news(), encoding="utf-8")
    return context_of(root)


def written(context: Context, whole: str) -> Document:
    """The document with this text."""
    (context.root / NAME).write_text(whole, encoding="utf-8", errors="replace")
    (document,) = library.load(context.root, context.office).documents
    return document


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(words, min_size=1, max_size=3))
def test_no_body_breaks_a_rule(context: Context, parts: list[list[str]]) -> None:
    body = "\n\n".join("".join(pieces) for pieces in parts)
    assert run([written(context, news(body=body))], context, IN_PYTHON).broken == ()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words)
def test_no_title_breaks_a_rule(context: Context, pieces: list[str]) -> None:
    title = "".join(pieces).replace("'", "''").replace("\n", " ")
    assert run([written(context, news(title=f"'{title}'"))], context, IN_PYTHON).broken == ()


@pytest.mark.parametrize("body", [*hostile.texts(HOSTILE)], ids=[repr(piece) for piece in hostile.PIECES])
def test_a_long_hostile_text_comes_to_an_end(context: Context, body: str) -> None:
    assert run([written(context, news(body=body))], context, IN_PYTHON).broken == ()
