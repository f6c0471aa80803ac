"""The door: one function a verb, no logic; the one error boundary.

Exit status: 0 done; 1 something to mend; 2 called wrongly; 3 our bug or a broken rule; 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.exceptions import Abort, Exit, TyperException

from terbuka import __version__
from terbuka.console import Console
from terbuka.errors import TerbukaError, UsageError
from terbuka.help import LANGUAGE, say
from terbuka.text import text
from terbuka.workspace import Workspace, find_root, open_workspace

OUR_BUG = 3
STOPPED = 130

GARBAGE = 100_000
"""New objects before Python looks for garbage. At its own 700 a command spends a tenth of its time on that, and
finds next to none: what it reads, it keeps."""

# Each verb imports what it needs when it is called: `terbuka new` must not wait for the portal's builder.
app = typer.Typer(
    help=say("Write, check, publish, post and prove: an office's words, from Markdown to the public."),
    epilog=say("Start with: terbuka new berita “Judul”, then terbuka check, then terbuka serve."),
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

At = Annotated[
    str | None,
    typer.Option("--at", metavar="MOMENT", help=say("Pretend it is this moment, such as 2026-11-20T09:00.")),
]
Draft = Annotated[
    bool,
    typer.Option("--draft", envvar="TERBUKA_DRAFT", help=say("The pull request is a draft: nothing is urgent.")),
]
Json = Annotated[bool, typer.Option("--json", help=say("Print data for programs instead of a table."))]
Base = Annotated[
    str | None,
    typer.Option("--base", metavar="URL", help=say("The portal's address, if it is not the office's own.")),
]


def _open(at: str | None = None) -> Workspace:
    return open_workspace(Path.cwd(), at)


def _leave(status: int) -> NoReturn:
    raise Exit(status)


@app.command(
    "new", help=say("Start a new document: a ready file with every field, its hint and a body to fill in.")
)
def _new(
    kind: Annotated[
        str, typer.Argument(help=say("berita, klarifikasi, tanya-jawab, kampanye, halaman, panduan, kebijakan"))
    ],
    title: Annotated[str, typer.Argument(help=say("The title, in quotes."))],
    language: Annotated[
        str | None, typer.Option("--lang", help=say("The language of the document: id or en."))
    ] = None,
    variant: Annotated[
        str | None,
        typer.Option("--as", help=say("A special form: serta-merta (berita), layanan (halaman).")),
    ] = None,
) -> None:
    from terbuka.commands.new import new

    _leave(new(_open(), CONSOLE, kind, title, language, variant))


@app.command("kinds", help=say("List the kinds of document, and what each is for."))
def _kinds() -> None:
    from terbuka.commands.new import kinds

    _leave(kinds(_open(), CONSOLE))


@app.command("schema", help=say("Print JSON Schema for editors, or write it for VS Code."))
def _schema(
    kind: Annotated[str | None, typer.Argument(help=say("One kind; all kinds if left out."))] = None,
    folder: Annotated[
        Path | None, typer.Option("--write", help=say("Write one file a kind into this folder."))
    ] = None,
) -> None:
    from terbuka.commands.schema import schema

    _leave(schema(_open(), CONSOLE, kind, folder))


@app.command(
    "check", help=say("Check documents for style, law, privacy and links. Exit status 1 if there are errors.")
)
def _check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help=say("Files or folders; everything if left out."))
    ] = None,
    output: Annotated[
        str, typer.Option("--format", help=say("text, json, sarif, github, gitlab or markdown."))
    ] = "text",
    rule: Annotated[
        list[str] | None, typer.Option("--rule", metavar="ID", help=say("Only this rule; may be repeated."))
    ] = None,
    changed: Annotated[
        str | None,
        typer.Option("--changed", metavar="BASE", help=say("Only what has changed since this commit or branch.")),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help=say("Make the safe replacements, and show them."))] = False,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help=say("Write what is found now into baseline.yml, as old."))
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help=say("Use no results of earlier runs, and random order: for the night."))
    ] = False,
    draft: Draft = False,
    at: At = None,
) -> None:
    from terbuka.commands.check import Wishes, check

    space = _open(at)
    wishes = Wishes(
        paths=tuple(space.inside(path) for path in paths or ()),
        output=output,
        rules=tuple(rule or ()),
        changed=changed,
        fix=fix,
        write_baseline=write_baseline,
        fresh=fresh,
        draft=draft,
    )
    _leave(check(space, CONSOLE, wishes))


@app.command("readability", help=say("Rank texts by how hard they are to read, among the office's own."))
def _readability(
    paths: Annotated[
        list[Path] | None, typer.Argument(help=say("Files or folders; everything if left out."))
    ] = None,
    at: At = None,
) -> None:
    from terbuka.commands.readability import readability

    space = _open(at)
    _leave(readability(space, CONSOLE, tuple(space.inside(path) for path in paths or ())))


rules_app = typer.Typer(invoke_without_command=True, pretty_exceptions_enable=False)
app.add_typer(rules_app, name="rules", help=say("List the rules; or show one; or try one on what is public."))


@rules_app.callback()
def _rules(context: typer.Context) -> None:
    from terbuka.commands.rules import list_rules

    if context.invoked_subcommand is None:
        _leave(list_rules(_open(), CONSOLE))


@rules_app.command("show", help=say("Show the page of a rule: why, legal basis, wrong, right, how to silence."))
def _rules_show(rule: Annotated[str, typer.Argument(metavar="ID", help=say("The rule's id."))]) -> None:
    from terbuka.commands.rules import show_rule

    _leave(show_rule(CONSOLE, rule))


@rules_app.command("try", help=say("Say how many public documents a new or changed rule would flag, and which."))
def _rules_try(
    rule: Annotated[str, typer.Argument(metavar="ID", help=say("The rule's id."))],
    at: At = None,
) -> None:
    from terbuka.commands.rules import try_rule

    _leave(try_rule(_open(at), CONSOLE, rule))


@app.command("build", help=say("Build the portal into build/portal, index it and verify it."))
def _build(base: Base = None, at: At = None) -> None:
    from terbuka.commands.build import run_build

    _leave(run_build(_open(at), CONSOLE, base))


@app.command("serve", help=say("Show the portal on this machine; it rebuilds and reloads when you save."))
def _serve(
    port: Annotated[int, typer.Option(help=say("The port on this machine."))] = 8000,
    at: At = None,
) -> None:
    from terbuka.commands.build import run_serve

    _leave(run_serve(_open(at), CONSOLE, port, at))


@app.command("plan", help=say("Say what is due on social media, and why the rest is not."))
def _plan(
    output: Json = False,
    texts: Annotated[bool, typer.Option("--texts", help=say("Show what each post would say."))] = False,
    at: At = None,
) -> None:
    from terbuka.commands.plan import show_plan

    _leave(show_plan(_open(at), CONSOLE, "json" if output else "table", texts=texts))


@app.command("publish", help=say("Send what is due and record it. Running it again sends nothing twice."))
def _publish(
    sandbox_url: Annotated[
        str | None, typer.Option("--sandbox", metavar="URL", help=say("Rehearse: send to this sandbox only."))
    ] = None,
    portal: Base = None,
    at: At = None,
) -> None:
    from terbuka.commands.publish import Rehearsal, run_publish

    rehearsal = Rehearsal(sandbox=sandbox_url, portal=portal)
    _leave(run_publish(_open(at), CONSOLE, rehearsal, moment_given=at is not None))


@app.command(
    "links", help=say("Ask other sites for every address that readers are given, and say what broke since when.")
)
def _links(
    output: Annotated[
        str, typer.Option("--format", help=say("text, json, sarif, github, gitlab or markdown."))
    ] = "text",
    at: At = None,
) -> None:
    from terbuka.commands.links import links

    _leave(links(_open(at), CONSOLE, output))


@app.command("verify", help=say("Check that the record is whole; name the first entry that is not."))
def _verify() -> None:
    from terbuka.commands.verify import verify

    _leave(verify(_open(), CONSOLE))


@app.command(
    "settle", help=say("Record what a person saw, where a platform cannot be asked what became of a post.")
)
def _settle(
    document: Annotated[str, typer.Argument(help=say("The document's id, such as content/berita/2026/judul."))],
    account: Annotated[str, typer.Argument(help=say("The account's id in office.yml."))],
    language: Annotated[str, typer.Option("--lang", help=say("The language of the document: id or en."))] = "id",
    part: Annotated[int, typer.Option(min=1, help=say("Which part of a thread, from 1."))] = 1,
    url: Annotated[str | None, typer.Option(help=say("Where the post is."))] = None,
    absent: Annotated[bool, typer.Option("--absent", help=say("It is not there."))] = False,
) -> None:
    from terbuka.commands.settle import run_settle
    from terbuka.record.entry import Subject

    subject = Subject(document=document, language=language, account=account, part=part - 1)
    _leave(run_settle(_open(), CONSOLE, subject, url, absent=absent))


@app.command(
    "sandbox", help=say("Play Mastodon, Bluesky and Telegram on this machine, with a timeline to look at.")
)
def _sandbox(
    port: Annotated[int, typer.Option(help=say("The port on this machine."))] = 8900,
    state: Annotated[Path | None, typer.Option(help=say("Keep posts in this folder between runs."))] = None,
) -> None:
    from terbuka.commands.sandbox import sandbox

    _leave(sandbox(CONSOLE, port, state))


@app.command(
    "demo", help=say("Walk the whole loop on a copy of this repository: check, build, plan, publish, verify.")
)
def _demo(
    once: Annotated[
        bool, typer.Option("--once", help=say("Stop at the end instead of leaving the pages up."))
    ] = False,
) -> None:
    from terbuka.commands.demo import demo

    _leave(demo(_open(), CONSOLE, once=once))


@app.command("summary", help=say("Write the comment for a pull request: findings, pages and posts, as Markdown."))
def _summary(
    base: Annotated[
        str | None, typer.Option("--changed", metavar="BASE", help=say("Only documents changed since."))
    ] = None,
    draft: Draft = False,
    at: At = None,
) -> None:
    from terbuka.commands.summary import summary

    _leave(summary(_open(at), CONSOLE, base, draft=draft))


CONSOLE = Console(LANGUAGE)


def run(words: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(GARBAGE)
    sys.exit(_status(words))


def _status(words: Sequence[str] | None) -> int:
    try:
        status = app(args=words, standalone_mode=False)
    except TerbukaError as error:
        CONSOLE.error(error)
        return error.status
    except TyperException as error:
        CONSOLE.error(
            UsageError(
                text("The command is not right: {reason}", reason=error.format_message()),
                text("See terbuka --help, or add --help to the command."),
            )
        )
        return UsageError.status
    except (Abort, KeyboardInterrupt):
        return STOPPED
    except Exit as done:
        return done.exit_code
    except Exception:  # the one boundary: whatever comes here is our bug
        return _report_bug()
    return status if isinstance(status, int) else 0


def _report_bug() -> int:
    """Keep the traceback in a file; the person gets one line."""
    log = find_root(Path.cwd()) / "build" / "terbuka-error.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(f"terbuka {__version__}\n{' '.join(sys.argv[1:])}\n{traceback.format_exc()}", encoding="utf-8")
    CONSOLE.bad(text("Terbuka itself has failed. Please report it with the file {log}.", log=os.path.relpath(log)))
    return OUR_BUG


if __name__ == "__main__":
    run()
