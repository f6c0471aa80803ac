"""The ledger on real git: alone, shared, contended."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from test_chain import fact

from terbuka.errors import GitError, LedgerError, LedgerMoved
from terbuka.git import Git
from terbuka.record.ledger import Ledger

MakeRepo = Callable[[dict[str, str]], Path]


@pytest.fixture
def shared(make_repo: MakeRepo, tmp_path: Path) -> tuple[Path, Path]:
    """Two clones of one bare repository."""
    origin = tmp_path / "origin.git"
    first = make_repo({})
    subprocess.run(["git", "clone", "-q", "--bare", str(first), str(origin)], check=True)
    Git(first).run("remote", "add", "origin", str(origin))
    second = tmp_path / "second"
    subprocess.run(["git", "clone", "-q", str(origin), str(second)], check=True)
    return first, second


def test_a_repository_without_a_remote_keeps_the_record_itself(make_repo: MakeRepo) -> None:
    root = make_repo({})
    ledger = Ledger(root)
    assert ledger.read() == ()
    written = ledger.append([fact(0), fact(1)])
    assert Ledger(root).read() == written
    assert Git(root).run("log", "--format=%an %s", "ledger") == (
        "Terbuka armed content/berita/2026/uji @mastodon, armed content/berita/2026/uji @mastodon"
    )
    assert Git(root).run("ls-tree", "--name-only", "ledger") == "README.md\nledger.jsonl"
    assert Git(root).run("status", "--porcelain") == ""


def test_of_two_writers_one_wins_and_the_other_is_told(make_repo: MakeRepo) -> None:
    root = make_repo({})
    first, second = Ledger(root), Ledger(root)
    first.read()
    second.read()
    first.append([fact(0)])
    with pytest.raises(LedgerMoved) as error:
        second.append([fact(1)])
    assert error.value.say("en") == (
        "Another publisher wrote to the record first. Run the command again; it continues from what is there now."
    )
    assert [entry.subject.part for entry in second.read()] == [0]
    second.append([fact(1)])
    assert [entry.subject.part for entry in first.read()] == [0, 1]


def test_clones_share_one_record_through_the_remote(shared: tuple[Path, Path]) -> None:
    first, second = Ledger(shared[0]), Ledger(shared[1])
    first.read()
    second.read()
    first.append([fact(0)])
    with pytest.raises(LedgerMoved):
        second.append([fact(1)])
    assert second.read() == first.entries
    second.append([fact(1)])
    assert first.read() == second.entries


def test_many_writers_lose_nothing(shared: tuple[Path, Path]) -> None:
    def write(part: int) -> None:
        ledger = Ledger(shared[part % 2])
        while True:
            ledger.read()
            try:
                ledger.append([fact(part)])
            except LedgerMoved:
                continue
            return

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(8)))
    entries = Ledger(shared[0]).read()
    assert sorted(entry.subject.part for entry in entries) == list(range(8))
    assert [entry.seq for entry in entries] == list(range(1, 9))


def test_a_record_edited_by_hand_is_refused(make_repo: MakeRepo) -> None:
    root = make_repo({})
    ledger = Ledger(root)
    ledger.read()
    ledger.append([fact(0), fact(1)])
    git = Git(root)
    forged = (git.bytes_of("ledger:ledger.jsonl") or b"").replace(b'"part":0', b'"part":3')
    blob = git.run("hash-object", "-w", "--stdin", stdin=forged)
    tree = git.run("mktree", stdin=f"100644 blob {blob}\tledger.jsonl\n".encode())
    commit = git.run("-c", "user.name=x", "-c", "user.email=x@x.example", "commit-tree", tree, "-m", "x")
    git.run("update-ref", "refs/heads/ledger", commit)
    with pytest.raises(LedgerError) as error:
        Ledger(root).read()
    assert error.value.say("id") == (
        "ledger.jsonl:2:1: Hash entri sebelumnya tidak cocok; salah satu dari keduanya telah diubah. "
        "Bandingkan cabang ini dengan salinan yang lebih lama; "
        "tidak ada yang dikirim selama catatan masih rusak."
    )


def test_a_branch_that_is_not_ours_is_not_touched(make_repo: MakeRepo) -> None:
    root = make_repo({})
    Git(root).run("branch", "ledger")
    with pytest.raises(LedgerError) as error:
        Ledger(root).read()
    assert error.value.say("en") == (
        "The branch “ledger” holds no ledger.jsonl. "
        "Put the branch back to an earlier commit, or rename a branch that is not ours."
    )


def test_no_network_is_an_error_and_writes_nothing(shared: tuple[Path, Path], tmp_path: Path) -> None:
    ledger = Ledger(shared[0])
    ledger.read()
    (tmp_path / "origin.git").rename(tmp_path / "away.git")
    with pytest.raises(GitError):
        ledger.append([fact(0)])
    (tmp_path / "away.git").rename(tmp_path / "origin.git")
    assert Ledger(shared[0]).read() == ()


def test_what_was_fetched_last_may_be_shown_but_not_written_on(shared: tuple[Path, Path], tmp_path: Path) -> None:
    writer, reader = Ledger(shared[0]), Ledger(shared[1])
    writer.read()
    written = writer.append([fact(0)])
    Git(shared[1]).run("fetch", "--quiet", "origin")
    (tmp_path / "origin.git").rename(tmp_path / "away.git")
    assert reader.peek() == written
    with pytest.raises(GitError):
        reader.read()
    with pytest.raises(GitError):
        reader.append([fact(1)])
    (tmp_path / "away.git").rename(tmp_path / "origin.git")
    assert reader.read() == written


def test_without_a_copy_there_is_nothing_to_show(shared: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "origin.git").rename(tmp_path / "away.git")
    with pytest.raises(GitError):
        Ledger(shared[1]).peek()


def test_a_folder_without_git_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GitError) as error:
        Ledger(tmp_path)
    assert error.value.say("id") == (
        f"{tmp_path} tidak berada dalam repositori git. "
        "Klonalah repositori kantor, atau jalankan git init lebih dahulu."
    )
