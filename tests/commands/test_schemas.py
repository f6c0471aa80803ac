"""The schemas that editors use are in step with the code, and accept what the repository holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from terbuka import office
from terbuka.words import library
from terbuka.words.json_schema import all_schemas, dump

ROOT = Path(__file__).parents[2]
SCHEMAS = all_schemas(office.load(ROOT))


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_file_is_in_step(name: str) -> None:
    """If this fails: terbuka schema --write .vscode/schemas."""
    assert (ROOT / ".vscode" / "schemas" / f"{name}.json").read_text(encoding="utf-8") == dump(SCHEMAS[name])


def test_every_document_is_valid_for_editors_too() -> None:
    for document in library.load(ROOT, office.load(ROOT)).documents:
        source = (ROOT / document.path).read_text(encoding="utf-8").split("---\n", 2)[1]
        fields = json.loads(json.dumps(yaml.load(source, yaml.BaseLoader)))  # noqa: S506  it makes text of everything
        schema = SCHEMAS[document.kind.id]
        keys = {error.path[0] for error in Draft202012Validator(schema).iter_errors(fields) if error.path}
        # BaseLoader leaves numbers and truth values as text; only these fields hold them.
        assert keys <= {"asked", "budget", "changes", "order", "results", "spending"}, document.path


def test_the_settings_are_valid_for_editors_too() -> None:
    settings = yaml.safe_load((ROOT / "office.yml").read_text(encoding="utf-8"))
    settings = json.loads(json.dumps(settings, default=str))  # days are text for editors
    assert [error.message for error in Draft202012Validator(SCHEMAS["office"]).iter_errors(settings)] == []
