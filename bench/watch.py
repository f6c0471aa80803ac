"""Run a command and see how long it took and how much memory it had."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What a command took: seconds of the wall clock, and megabytes of its largest process."""

    seconds: float
    megabytes: float


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run `command` in `folder`; whatever it prints and however it ends is not looked at."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return Run(time.perf_counter() - start, usage.ru_maxrss / 1000)


def best(command: Sequence[str | Path], folder: Path, times: int = 2) -> Run:
    """Run `command` several times and return the fastest: other work on the machine only ever adds."""
    return min((run(command, folder) for _ in range(times)), key=lambda measured: measured.seconds)


def rivals(commands: Sequence[Sequence[str | Path]], folder: Path, times: int = 3) -> list[Run]:
    """Run `commands` by turns, several times; return the fastest run of each.

    By turns, because the machine is slower at one time than at another, and it is their ratios that count.
    """
    rounds = [[run(command, folder) for command in commands] for _ in range(times)]
    return [min(runs, key=lambda measured: measured.seconds) for runs in zip(*rounds, strict=True)]
