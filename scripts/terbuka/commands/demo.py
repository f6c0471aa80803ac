"""``terbuka demo``: the whole loop on a copy of this repository, with nothing leaving the machine."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from terbuka.checks import report
from terbuka.checks.session import look
from terbuka.commands.build import make_portal
from terbuka.commands.check import summarise
from terbuka.commands.plan import make_plan
from terbuka.commands.publish import Rehearsal, deliver
from terbuka.commands.verify import verify
from terbuka.console import Console
from terbuka.errors import BuildError, UsageError
from terbuka.git import Git
from terbuka.portal.serve import PortalServer
from terbuka.record.ledger import Ledger
from terbuka.record.outbox import posted
from terbuka.sandbox.server import start
from terbuka.sandbox.settings import Settings
from terbuka.text import Text, text
from terbuka.words.document import public_since
from terbuka.workspace import Workspace

PORTAL_PORT = 8800
SANDBOX_PORT = 8900


@dataclass
class Tour:
    """What the demo tells at its end: a row a step."""

    console: Console
    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def step(self, name: Text, work: Callable[[], Text]) -> None:
        """Do one step, and note what came of it and how many seconds it took."""
        self.console.say(text("— {step}", step=name.say(self.console.language)))
        begun = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - begun
        self.rows.append((name.say(self.console.language), result.say(self.console.language), f"{seconds:.1f}"))

    def table(self) -> None:
        """Print the closing table."""
        self.console.table(None, (text("Step"), text("Result"), text("Seconds")), self.rows)


def demo(space: Workspace, console: Console, *, once: bool) -> int:
    """Walk the loop; return 1 if a check, a page, a message or the record is not as it should be.

    The copy and what was sent stay in build/demo, so that a second run publishes nothing twice.
    """
    home = space.root / "build" / "demo"
    copy = copy_repository(space, home / "repo")
    copy = Workspace(copy.root, copy.office, moment_of(copy))
    console.say(
        text(
            "In this demo it is {moment}. Everything happens on this machine.",
            moment=copy.now.strftime("%Y-%m-%d %H.%M %Z"),
        )
    )
    tour = Tour(console)
    site = copy.root / "build" / "portal"
    settings = Settings(copy.office.short_name, language=console.language, zone=copy.office.zone)
    with start(SANDBOX_PORT, home / "sandbox", settings) as sandbox, _portal(site) as portal:
        rehearsal = Rehearsal(sandbox=sandbox.url, portal=portal.url)
        good = _walk(copy, tour, rehearsal)
        tour.table()
        console.good(text("The portal: {url}", url=portal.url))
        console.good(text("The timelines: {url}", url=sandbox.url))
        if not once:
            console.say(text("Both stay up until you press Ctrl-C."))
            _wait()
    return 0 if good else 1


def _walk(copy: Workspace, tour: Tour, rehearsal: Rehearsal) -> bool:
    """Take the five steps; tell whether all of them went well."""
    console, good = tour.console, True

    def checked() -> Text:
        nonlocal good
        session = look(copy)
        documents, result = session.documents, session.result
        summarise(console, report.count(result.findings, len(documents)))
        for failure in result.broken:
            raise failure
        good = good and result.status == 0
        found = len(result.findings)
        return text("{documents} documents, {findings} findings", documents=len(documents), findings=found)

    def built() -> Text:
        report = make_portal(copy, console, rehearsal.portal)
        return text("{pages} pages", pages=report.pages)

    def planned() -> Text:
        plan = make_plan(copy, rehearsal.portal)
        return text("{due} messages due, {held} not due", due=len(plan.due), held=len(plan.held))

    def published() -> Text:
        nonlocal good
        outcomes = deliver(copy, console, rehearsal)
        good = good and all(outcome.live for outcome in outcomes)
        return text("{count} receipts", count=sum(outcome.live for outcome in outcomes))

    def verified() -> Text:
        verify(copy, console)
        live = len(posted(Ledger(copy.root).read()))
        make_portal(copy, console, rehearsal.portal)  # the public record now shows what was posted
        return text("record whole, {live} posts live", live=live)

    tour.step(text("Check"), checked)
    tour.step(text("Build"), built)
    tour.step(text("Plan"), planned)
    tour.step(text("Publish"), published)
    tour.step(text("Verify"), verified)
    return good


def copy_repository(space: Workspace, target: Path) -> Workspace:
    """Bring the copy up to date with this repository's words, keeping the copy's own record."""
    target.mkdir(parents=True, exist_ok=True)
    source = Git(space.root)
    source.require()
    listing = source.run("ls-files", "--cached", "--others", "--exclude-standard", "-z")
    wanted = {PurePosixPath(name) for name in listing.split("\0") if name and (space.root / name).is_file()}
    for path in wanted:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(space.root / path, target / path, follow_symlinks=False)
    git = Git(target)
    if not (target / ".git").is_dir():
        git.run("init", "--quiet", "--initial-branch=main")
    for name in git.run("ls-files", "-z").split("\0"):
        if name and PurePosixPath(name) not in wanted:
            (target / name).unlink(missing_ok=True)
    git.run("add", "--all")
    author = ("-c", "user.name=Terbuka", "-c", "user.email=terbuka@localhost")
    git.run(*author, "commit", "--quiet", "--allow-empty", "--message", "Copy for the demo")
    return Workspace(target, space.office, space.now)


def moment_of(space: Workspace) -> datetime:
    """Return the moment of the demo: one hour after all but the last document became public.

    So there is news to post and one document still under embargo, whenever the demo is run.

    Raises:
        BuildError: there are too few published documents for a demo.
    """
    zone = space.office.zone
    moments = sorted({public_since(d, zone) for d in space.library().valid() if d.valid.status == "published"})
    if len(moments) < 2:  # noqa: PLR2004  one public, one under embargo
        raise BuildError(
            text("The demo needs published documents of at least two dates."),
            text("Write some with terbuka new, or run the demo in the example office."),
        )
    return moments[-2].astimezone(zone) + timedelta(hours=1)


def _portal(site: Path) -> PortalServer:
    """Serve the portal at the usual port, so that links from an earlier run still lead there, or at a free one."""
    try:
        return PortalServer(site, PORTAL_PORT)
    except UsageError:
        return PortalServer(site)


def _wait() -> None:
    """Do nothing until Ctrl-C."""
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        return
