"""The severities that the office has chosen in ``office.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from terbuka import marked_yaml, office, settings_file
from terbuka.checks import rule_names
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Family, Rule
from terbuka.errors import OfficeError, Place
from terbuka.marked_yaml import MarkedYaml
from terbuka.office import Office, RuleSetting
from terbuka.text import Text, text

GUARDED = (Family.LAW, Family.PRIVACY)
"""Families whose errors are not weakened without a reason and a name."""


LEVELS = ("off", "suggestion", "warning", "error")
"""What a rule may be set to, the weakest first."""


def active(rules: Mapping[str, Rule], settings: Office) -> dict[str, Rule]:
    """Return `rules` without those that the office has switched off."""
    return {name: rule for name, rule in rules.items() if not _is_off(settings.checks.rules.get(name))}


def apply(findings: Iterable[Finding], settings: Office) -> list[Finding]:
    """Return `findings` with the severities of the office."""
    return [_apply(finding, settings.checks.rules.get(finding.rule)) for finding in findings]


def require_sound(root: Path, settings: Office) -> None:
    """Look at the settings of all rules.

    Raises:
        OfficeError: there is no such rule, or a rule of law or privacy is weakened without a reason and a name.
    """
    for name, setting in settings.checks.rules.items():
        problem = _problem(name, setting)
        if problem:
            raise OfficeError(*problem, _place(root, name))


def _is_off(setting: RuleSetting | None) -> bool:
    return setting is not None and setting.level == "off"


def _apply(finding: Finding, setting: RuleSetting | None) -> Finding:
    if setting is None or setting.level == "off":
        return finding
    return replace(finding, severity=Severity(setting.level))


def _problem(name: str, setting: RuleSetting) -> tuple[Text, Text] | None:
    if name not in RULES:
        return rule_names.unknown(name)
    rule = RULES[name]
    weaker = LEVELS.index(setting.level) < LEVELS.index(rule.SEVERITY)
    if rule.FAMILY in GUARDED and weaker and not (setting.reason and setting.by):
        return (
            text(
                "The rule “{name}” guards law or privacy; it is weakened without a reason and a name.", name=name
            ),
            text("Write reason and by below level: why, and who decided it."),
        )
    return None


def _place(root: Path, name: str) -> Place:
    path = PurePosixPath(office.FILE)
    source = marked_yaml.parse(settings_file.read_text(root / path, path), path)
    return source.place(("checks", "rules", name)) if isinstance(source, MarkedYaml) else Place(path)
