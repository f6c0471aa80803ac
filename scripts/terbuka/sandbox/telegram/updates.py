"""What waits for the bot: kept for a day, confirmed by asking for what comes after."""

from __future__ import annotations

from datetime import timedelta

from terbuka.sandbox.store import Record
from terbuka.sandbox.telegram.parameters import Call
from terbuka.sandbox.world import World

SHELF = "telegram/updates"
LIFE = timedelta(hours=24)
"""Updates are not kept longer (core.telegram.org/bots/api#getting-updates)."""

MOST = 100
_FIRST = 700_000_000


def add(world: World, update: Record) -> None:
    """Let an update wait; to be called while writing."""
    number = _FIRST + world.store.next("telegram/updates")
    kept = {"at": world.now().timestamp(), "update": {"update_id": number, **update}}
    world.store.put(SHELF, str(number), kept)


def get(world: World, call: Call) -> list[Record]:
    """Answer ``getUpdates``: forget what is older than a day or lies before `offset`, return what waits.

    A negative `offset` counts from the end and forgets everything before. It answers at once: `timeout` is
    not waited for.
    """
    oldest = world.now().timestamp() - LIFE.total_seconds()
    waiting = [(one["update"]["update_id"], one) for one in world.store.all(SHELF)]
    offset = call.number("offset")
    first = offset if offset >= 0 else (waiting[offset:] or waiting or [(0, {})])[0][0]
    with world.store.writing():
        for number, one in waiting:
            if number < first or one["at"] < oldest:
                world.store.remove(SHELF, str(number))
    kinds = call.json("allowed_updates")
    wanted = {one for one in kinds if isinstance(one, str)} if isinstance(kinds, list) else set()
    limit = min(max(1, call.number("limit") or MOST), MOST)
    left = [one["update"] for one in world.store.all(SHELF)]
    return [update for update in left if not wanted or not wanted.isdisjoint(update)][:limit]
