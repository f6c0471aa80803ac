"""The ledger: append-only, on a git branch of its own, written by compare-and-swap.

With a remote, the swap is a push that only ever moves the branch forward: of two publishers one wins, and
the other is told (`LedgerMoved`) and reads again. Without a remote it is ``git update-ref`` with the old value.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from terbuka.errors import GitError, LedgerError, LedgerMoved
from terbuka.git import Git
from terbuka.record import chain
from terbuka.record.entry import Entry, Fact
from terbuka.text import text

BRANCH = "refs/heads/ledger"
REMOTE = "origin"
TRACKED = "refs/remotes/origin/ledger"
NOTHING = "0" * 40

README = b"""\
# Catatan / The record

Cabang ini ditulis oleh `terbuka publish`, bukan oleh tangan manusia. Setiap baris `ledger.jsonl` memuat
hash baris sebelumnya. Periksa dengan `terbuka verify`.

This branch is written by `terbuka publish`, never by hand. Each line of `ledger.jsonl` carries the hash
of the line before. Check it with `terbuka verify`.
"""


class Ledger:
    """The record of one repository.

    Attributes:
        entries: what was read or written last.
    """

    def __init__(self, root: Path) -> None:
        self._git = Git(root)
        self._git.require()
        self._shared = self._git.succeeds("remote", "get-url", REMOTE)
        self._head: str | None = None
        self._data = b""
        self.entries: tuple[Entry, ...] = ()

    def read(self) -> tuple[Entry, ...]:
        """Fetch the branch and return its entries, every link checked.

        Raises:
            LedgerError: the chain is broken, or the remote cannot be reached.
        """
        self._head = self._remote_head() if self._shared else self._local_head()
        return self._load()

    def peek(self) -> tuple[Entry, ...]:
        """Return the entries for showing only: as `read`, or the copy fetched last if the remote cannot be asked.

        A job that reads what strangers propose has no right to ask, but its clone has just been fetched.

        Raises:
            LedgerError: the chain is broken.
            GitError: the remote cannot be asked and nothing was ever fetched.
        """
        try:
            return self.read()
        except GitError:
            if not self._git.succeeds("rev-parse", "--verify", "--quiet", TRACKED):
                raise
        self._head = self._git.run("rev-parse", TRACKED)
        return self._load()

    def _load(self) -> tuple[Entry, ...]:
        data = self._git.bytes_of(f"{self._head}:{chain.FILE}") if self._head else b""
        if data is None:
            raise LedgerError(
                text("The branch “ledger” holds no {file}.", file=str(chain.FILE)),
                text("Put the branch back to an earlier commit, or rename a branch that is not ours."),
            )
        self.entries, self._data = chain.read(data), data
        return self.entries

    def append(self, facts: Iterable[Fact]) -> tuple[Entry, ...]:
        """Write `facts` behind what was read last and return them as entries. All or none.

        Raises:
            LedgerMoved: somebody wrote since `read`; nothing of this was written.
            LedgerError: the remote refused for another reason.
        """
        fresh = chain.extend(self.entries, facts)
        data = self._data + chain.dump(fresh)
        commit = self._commit(data, fresh)
        if self._shared:
            self._push(commit)
        else:
            self._swap(commit)
        self._head, self._data = commit, data
        self.entries = (*self.entries, *fresh)
        return fresh

    def _commit(self, data: bytes, fresh: tuple[Entry, ...]) -> str:
        ledger = self._git.run("hash-object", "-w", "--stdin", stdin=data)
        readme = self._git.run("hash-object", "-w", "--stdin", stdin=README)
        listing = f"100644 blob {readme}\tREADME.md\n100644 blob {ledger}\t{chain.FILE}\n"
        tree = self._git.run("mktree", stdin=listing.encode())
        parents = ("-p", self._head) if self._head else ()
        what = ", ".join(f"{e.kind} {e.subject.document} @{e.subject.account}" for e in fresh[:3])
        return self._git.run(
            *("-c", "user.name=Terbuka", "-c", "user.email=terbuka@localhost"),
            *("commit-tree", tree, *parents, "-m", what or "empty"),
        )

    def _push(self, commit: str) -> None:
        expected = f"--force-with-lease={BRANCH}:{self._head or ''}"
        try:
            self._git.run("push", "--porcelain", expected, REMOTE, f"{commit}:{BRANCH}")
        except GitError:
            head = self._remote_head()
            if head == self._head:
                raise
            if head != commit:  # else only the answer was lost: the push itself arrived
                raise _moved() from None
        self._git.run("update-ref", BRANCH, commit)

    def _swap(self, commit: str) -> None:
        try:
            self._git.run("update-ref", BRANCH, commit, self._head or NOTHING)
        except GitError:
            if self._local_head() != self._head:
                raise _moved() from None
            raise

    def _local_head(self) -> str | None:
        found = self._git.succeeds("rev-parse", "--verify", "--quiet", BRANCH)
        return self._git.run("rev-parse", BRANCH) if found else None

    def _remote_head(self) -> str | None:
        line = self._git.run("ls-remote", REMOTE, BRANCH)
        if not line:
            return None
        head = line.split()[0]
        if not self._git.succeeds("cat-file", "-e", f"{head}^{{commit}}"):
            self._git.run("fetch", "--quiet", REMOTE, head)
        return head


def _moved() -> LedgerMoved:
    return LedgerMoved(
        text("Another publisher wrote to the record first."),
        text("Run the command again; it continues from what is there now."),
    )
