"""The only place that runs git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from terbuka.errors import GitError, ToolMissing
from terbuka.text import quoted, text


class Git:
    """Git, run in one folder.

    Attributes:
        folder: the working tree or the bare repository that commands run in.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str, stdin: bytes | None = None) -> str:
        """Run ``git <words>`` and return what it printed, without the last newline.

        Raises:
            GitError: git exits with an error; its own words are in the message.
            ToolMissing: there is no git on this machine.
        """
        done = self._start(words, stdin)
        if done.returncode:
            raise GitError(
                quoted(f"git {words[0]}: {done.stderr.decode(errors='replace').strip()}"),
                text("Read git's message; nothing was changed."),
            )
        return done.stdout.decode("utf-8", errors="surrogateescape").rstrip("\n")

    def succeeds(self, *words: str) -> bool:
        """Tell whether ``git <words>`` exits without an error."""
        return self._start(words, None).returncode == 0

    def bytes_of(self, revision_path: str) -> bytes | None:
        """Return a file as git stores it (``branch:path``), or None if it is not there."""
        done = self._start(("cat-file", "blob", revision_path), None)
        return None if done.returncode else done.stdout

    def position(self) -> str:
        """Return the last commit, and where the history is cut off if it is; "" if there is none."""
        done = self._start(("rev-parse", "--git-path", "shallow", "HEAD"), None)
        if done.returncode:
            return ""
        shallow, _, head = done.stdout.decode("utf-8", errors="surrogateescape").strip().rpartition("\n")
        cut = self.folder / shallow
        return f"{head} {cut.read_text(encoding='ascii').split() if cut.is_file() else ''}"

    def fork_point(self, base: str) -> str:
        """Return the commit where this branch left `base`; `base` itself where they have no common past."""
        commit = self.run("rev-parse", "--verify", "--end-of-options", f"{base}^{{commit}}")
        return self.run("merge-base", commit, "HEAD") if self.succeeds("merge-base", commit, "HEAD") else commit

    def difference(self, commit: str) -> list[str]:
        """Return the lines of a diff without context from `commit` to the files as they are saved."""
        words = (
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            "--relative",
        )
        return self.run(*words, "--src-prefix=a/", "--dst-prefix=b/", commit, "--").split("\n")

    def history(self, paths: Sequence[str]) -> list[str]:
        """Return what happened to the files at `paths`, the oldest first, as a merge brought it in.

        The lines are those of patches without context, one after the other; before each stands a line
        ``commit <hash> <seconds>``, the time of the commit.
        """
        words = ("log", "--first-parent", "-m", "--reverse", "--format=commit %H %ct", "--no-show-signature")
        shape = (
            "--patch",
            "--unified=0",
            "--inter-hunk-context=0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
        )
        names = ("--no-renames", "--relative", "--src-prefix=a/", "--dst-prefix=b/")
        asked = "".join(f"{path}\n" for path in ("HEAD", "--", *paths))
        return self.run("--literal-pathspecs", *words, *shape, *names, "--stdin", stdin=os.fsencode(asked)).split(
            "\n"
        )

    def deleted_since(self, commit: str) -> list[str]:
        """Return the paths that `commit` has and that are gone."""
        return self._paths(
            "diff", "--name-only", "--no-renames", "--relative", "--diff-filter=D", "-z", commit, "--"
        )

    def untracked(self) -> list[str]:
        """Return the paths that are new and not ignored."""
        return self._paths("ls-files", "--others", "--exclude-standard", "-z")

    def modified_since(self, commit: str, *folders: str) -> list[tuple[str, str]]:
        """Return the old and new paths of the files below `folders` that `commit` has and that now differ.

        The two are the same unless a file was moved.
        """
        words = ("diff", "--name-status", "--find-renames", "--relative", "--diff-filter=MR", "-z", commit, "--")
        fields = iter(self.run(*words, *folders).split("\0"))
        found: list[tuple[str, str]] = []
        for status in fields:
            if status:
                old = next(fields)
                found.append((old, next(fields) if status.startswith("R") else old))
        return found

    def contents(self, commit: str, paths: Sequence[str]) -> list[bytes]:
        """Return files as `commit` has them, in the order of `paths`, in one run of git.

        Raises:
            GitError: one of them is not there.
        """
        asked = "".join(f"{commit}:./{path}\n" for path in paths)
        done = self._start(("cat-file", "--batch"), os.fsencode(asked))
        found: list[bytes] = []
        rest = done.stdout
        for path in paths:
            head, _, rest = rest.partition(b"\n")
            size = head.rsplit(b" ", 1)[-1]
            if done.returncode or not size.isdigit():
                raise GitError(
                    text("git cannot read {path} as {commit} has it.", path=path, commit=commit),
                    text("Fetch the whole history of the repository, then try again."),
                )
            found.append(rest[: int(size)])
            rest = rest[int(size) + 1 :]
        return found

    def _paths(self, *words: str) -> list[str]:
        return sorted(path for path in self.run(*words).split("\0") if path)

    def require(self) -> None:
        """Raise a `GitError` unless the folder is inside a repository."""
        if not self.succeeds("rev-parse", "--git-dir"):
            raise GitError(
                text("{folder} is not in a git repository.", folder=str(self.folder)),
                text("Clone the office's repository, or run git init first."),
            )

    def _start(self, words: Sequence[str], stdin: bytes | None) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-c", "core.quotepath=off", *words]
        try:
            return subprocess.run(command, cwd=self.folder, input=stdin, capture_output=True, check=False)
        except FileNotFoundError:
            raise ToolMissing("git", text("Install git, then try again.")) from None
