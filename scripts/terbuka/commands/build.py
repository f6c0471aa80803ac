"""``terbuka build`` and ``terbuka serve``: the portal."""

from __future__ import annotations

from terbuka.console import Console
from terbuka.portal.build import BuildReport, build
from terbuka.portal.serve import serve
from terbuka.record.ledger import Ledger
from terbuka.record.outbox import posted
from terbuka.text import text
from terbuka.workspace import Workspace, open_workspace

STEPS = 5


def run_build(space: Workspace, console: Console, base: str | None) -> int:
    """Build the portal into build/portal and say what is in it."""
    report = make_portal(space, console, base)
    console.good(
        text(
            "The portal is built: {pages} pages, {indexed} of them in the search index, in {folder}.",
            pages=report.pages,
            indexed=report.indexed,
            folder="build/portal",
        )
    )
    return 0


def make_portal(space: Workspace, console: Console, base: str | None) -> BuildReport:
    """Assemble, build, index and verify, with progress."""
    with console.progress(text("Building the portal"), STEPS) as advance:
        return build(
            space.root,
            space.office,
            space.library(),
            space.register(),
            posted(Ledger(space.root).peek()),
            space.now,
            base or space.office.base,
            advance,
        )


def run_serve(space: Workspace, console: Console, port: int, at: str | None) -> int:
    """Build, serve on this machine, rebuild on save, reload the browser, until Ctrl-C."""
    base = f"http://127.0.0.1:{port}/"

    def rebuild() -> None:
        make_portal(open_workspace(space.root, at), console, base)

    console.say(text("Press Ctrl-C to stop."))
    serve(space.root, rebuild, port, console.good, console.error, console.language)
    return 0
