"""A publisher that dies: run as a program, it kills itself (kill -9) after a given number of steps.

Usage: ``crasher.py <root> <base> <servers as JSON> <steps to live, or 0> <lease in seconds>``
"""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

from rig import Rig

from servers import Server
from terbuka.publish.job import Step
from terbuka.publish.send import publish
from terbuka.record.entry import Subject
from terbuka.wire import Wire


def main(root: str, base: str, servers: str, lifetime: str, lease: str) -> None:
    known = {name: Server(**fields) for name, fields in json.loads(servers).items()}
    left = int(lifetime)

    def live(step: Step, subject: Subject) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    office = Rig(Path(root), base, known)
    with Wire() as wire:
        held = timedelta(seconds=float(lease))
        job = office.job(wire, on_step=live, lease=held, run=f"uji-{os.getpid()}")
        for outcome in publish(job):
            sys.stdout.write(f"{outcome.subject.account} {outcome.subject.part} {outcome.result}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
