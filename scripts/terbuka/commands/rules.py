"""``terbuka rules``: which rules there are, what each says, and what one would flag."""

from __future__ import annotations

from collections import Counter

from terbuka.checks import pages, severity
from terbuka.checks.finding import Severity
from terbuka.checks.formats.text import SEVERITIES
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context, Rule
from terbuka.checks.run import choose, run
from terbuka.console import Console
from terbuka.office import Office
from terbuka.text import Text, text
from terbuka.words.document import is_public
from terbuka.workspace import Workspace

SHOWN = 20
"""Documents named when a rule is tried."""


def list_rules(space: Workspace, console: Console) -> int:
    """Print every rule with its family, its severity in this office and what it looks for."""
    severity.require_sound(space.root, space.office)
    language = console.language
    listed = sorted(RULES.values(), key=lambda rule: (rule.FAMILY, rule.ID))
    rows = [
        (
            rule.ID,
            pages.FAMILIES[rule.FAMILY].say(language),
            _level(rule, space.office, language),
            rule.SUMMARY.say(language),
        )
        for rule in listed
    ]
    columns = (text("Rule"), text("About"), text("Severity"), text("What it looks for"))
    console.table(text("{count} rules", count=len(RULES)), columns, rows)
    return 0


def _level(rule: Rule, office: Office, language: str) -> str:
    setting = office.checks.rules.get(rule.ID)
    if setting is None:
        return SEVERITIES[rule.SEVERITY].say(language)
    chosen: Text = text("off") if setting.level == "off" else SEVERITIES[Severity(setting.level)]
    return text("{level}, by office.yml", level=chosen.say(language)).say(language)


def show_rule(console: Console, rule_id: str) -> int:
    """Print the page of a rule.

    Raises:
        UsageError: there is no such rule.
    """
    (rule,) = choose([rule_id]).values()
    console.result(pages.page_of(rule))
    return 0


def try_rule(space: Workspace, console: Console, rule_id: str) -> int:
    """Say how many public documents the rule flags; always 0, because nothing is to be mended yet.

    Raises:
        UsageError: there is no such rule.
    """
    chosen = choose([rule_id])
    context = Context(space.root, space.office, space.library(), space.register, space.now)
    zone = space.office.zone
    public = tuple(d for d in context.library.documents if is_public(d, space.now, zone))
    result = run(public, context, chosen)
    for failure in result.broken:
        raise failure
    flagged = Counter(str(finding.place.path) for finding in result.findings)
    rows = [(path, str(count)) for path, count in flagged.most_common(SHOWN)]
    title = text(
        "“{rule}” flags {flagged} of {public} public documents, {count} times.",
        rule=rule_id,
        flagged=len(flagged),
        public=len(public),
        count=sum(flagged.values()),
    )
    if not rows:
        console.good(title)
        return 0
    console.bad(title)
    console.table(None, (text("Document"), text("Findings")), rows)
    return 0
