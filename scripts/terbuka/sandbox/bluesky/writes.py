"""The procedures that write: one record, or several at once."""

from __future__ import annotations

from typing import Any

from terbuka.sandbox.bluesky import repository
from terbuka.sandbox.bluesky.refusal import Refusal
from terbuka.sandbox.bluesky.repository import INVALID, Address, Prepared
from terbuka.sandbox.store import Record
from terbuka.sandbox.world import World

_APPLY = "com.atproto.repo.applyWrites"
MOST_WRITES = 200


def put(world: World, did: str, body: dict[str, Any]) -> Record:
    """Answer ``putRecord``: the same record again changes nothing and has the same identifier.

    Raises:
        Refusal: the record is wrong, or not the one that `swapRecord` names is there.
    """
    prepared = repository.prepare(world, Address(did, body["collection"], body["rkey"]), body["record"])
    current = repository.read(world, prepared.address)
    if current is not None and current["cid"] == prepared.cid:
        return prepared.answer()
    with world.store.writing():
        repository.check_swap(current, body)
        repository.check_commit(world, did, body)
        repository.write(world, prepared)
        return prepared.answer() | {"commit": repository.commit(world, did)}


def create(world: World, did: str, body: dict[str, Any]) -> Record:
    """Answer ``createRecord``.

    Raises:
        Refusal: the record is wrong, or its key is taken.
    """
    key = body.get("rkey") or repository.new_key(world)
    prepared = repository.prepare(world, Address(did, body["collection"], key), body["record"])
    with world.store.writing():
        repository.check_commit(world, did, body)
        repository.create(world, prepared)
        return prepared.answer() | {"commit": repository.commit(world, did)}


def delete(world: World, did: str, body: dict[str, Any]) -> Record:
    """Answer ``deleteRecord``: a record that is not there is deleted already.

    Raises:
        Refusal: not the record that `swapRecord` names is there.
    """
    address = Address(did, body["collection"], body["rkey"])
    current = repository.read(world, address)
    if current is None:
        return {}
    with world.store.writing():
        repository.check_swap(current, body)
        repository.check_commit(world, did, body)
        repository.delete(world, address)
        return {"commit": repository.commit(world, did)}


def apply(world: World, did: str, body: dict[str, Any]) -> Record:
    """Answer ``applyWrites``: all writes, or none.

    Raises:
        Refusal: one of them is wrong; then none is done.
    """
    writes = body["writes"]
    if not isinstance(writes, list) or not all(isinstance(one, dict) for one in writes):
        raise Refusal(400, INVALID, "Expected array value type at $.writes")
    if len(writes) > MOST_WRITES:
        raise Refusal(400, INVALID, f"Too many writes. Max: {MOST_WRITES}")
    with world.store.writing():
        repository.check_commit(world, did, body)
        results = [_apply(world, did, one) for one in writes]
        return {"commit": repository.commit(world, did), "results": results}


def _apply(world: World, did: str, one: dict[str, Any]) -> Record:
    kind = one.get("$type")
    if kind not in (f"{_APPLY}#create", f"{_APPLY}#update", f"{_APPLY}#delete"):
        raise Refusal(400, INVALID, f"Action not supported: {kind}")
    address = Address(did, str(one.get("collection")), str(one.get("rkey") or repository.new_key(world)))
    if kind == f"{_APPLY}#delete":
        if not repository.delete(world, address):
            raise _missing()
        return {"$type": f"{_APPLY}#deleteResult"}
    prepared = repository.prepare(world, address, one.get("value"))
    if kind == f"{_APPLY}#create":
        repository.create(world, prepared)
        return {"$type": f"{_APPLY}#createResult", **prepared.answer()}
    return {"$type": f"{_APPLY}#updateResult", **_update(world, prepared)}


def _update(world: World, prepared: Prepared) -> Record:
    if repository.read(world, prepared.address) is None:
        raise _missing()
    repository.write(world, prepared)
    return prepared.answer()


def _missing() -> Refusal:
    """Return what the reference server says when it is to change what is not there."""
    return Refusal(500, "InternalServerError", "Internal Server Error")
