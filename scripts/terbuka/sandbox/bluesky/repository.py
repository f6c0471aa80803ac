"""Records of an account: put, created, read, listed and deleted, with the reference server's rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from terbuka.sandbox.bluesky.cid import NotData, record_cid
from terbuka.sandbox.bluesky.formats import is_key, is_tid, make_tid
from terbuka.sandbox.bluesky.lexicon import POST
from terbuka.sandbox.bluesky.refusal import Refusal
from terbuka.sandbox.bluesky.validate import Invalid, blobs, validate
from terbuka.sandbox.store import Record
from terbuka.sandbox.world import World

RECORDS = "bluesky/records"
COMMITS = "bluesky/commits"
INVALID = "InvalidRequest"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a record lies."""

    did: str
    collection: str
    key: str

    def __str__(self) -> str:
        return f"at://{self.did}/{self.collection}/{self.key}"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record that has passed every check; `status` is ``valid``, or ``unknown`` without a lexicon."""

    address: Address
    record: Record
    cid: str
    status: str

    def answer(self) -> Record:
        """Return what a server says of a record that it has written."""
        return {"uri": str(self.address), "cid": self.cid, "validationStatus": self.status}


def new_key(world: World) -> str:
    """Return the key of a record whose writer chose none."""
    return make_tid(world.now(), world.store.next("bluesky"))


def prepare(world: World, address: Address, record: object) -> Prepared:
    """Check a record before it is written.

    Raises:
        Refusal: its type, its key or its content is wrong, or a file that it shows was never uploaded.
    """
    if not isinstance(record, dict):
        raise Refusal(400, INVALID, "Expected object value type at $.record")
    whole = {"$type": address.collection, **record}
    if whole["$type"] != address.collection:
        raise Refusal(400, INVALID, f"Invalid $type: expected {address.collection}, got {whole['$type']}")
    if not is_key(address.key):
        raise Refusal(400, INVALID, f'Invalid record key (got "{address.key}") at $.rkey')
    try:
        cid = record_cid(whole)
        if address.collection == POST:
            if not is_tid(address.key):
                error = f'Invalid record key for {POST}: Invalid TID string (got "{address.key}") at $'
                raise Refusal(400, INVALID, error)
            validate(whole)
    except Invalid as no:
        raise Refusal(400, INVALID, f"Invalid {POST} record: {no}") from None
    except NotData as no:
        if isinstance(no.value, int):  # too large a number, on which the reference server stumbles
            raise Refusal(500, "InternalServerError", "Internal Server Error") from None
        kinds = "null, boolean, integer, string, cid, bytes, array or object"
        raise Refusal(400, INVALID, f"Expected one of {kinds} value type (got {no.value}) at {no.path}") from None
    for blob in blobs(whole):
        if world.store.file(blob["ref"]["$link"]) is None:
            raise Refusal(400, "BlobNotFound", f"Could not find blob: {blob['ref']['$link']}")
    return Prepared(address, whole, cid, "valid" if address.collection == POST else "unknown")


def read(world: World, address: Address) -> Record | None:
    """Return a record with its address and identifier, or None."""
    return world.store.get(RECORDS, str(address))


def check_swap(current: Record | None, wanted: dict[str, Any]) -> None:
    """Compare with the record that the writer believes to be there (``swapRecord``; null: none).

    Raises:
        Refusal: another one is there.
    """
    if "swapRecord" not in wanted:
        return
    cid = current["cid"] if current else None
    if wanted["swapRecord"] != cid:
        raise Refusal(400, "InvalidSwap", f"Record was at {cid or 'null'}")


def check_commit(world: World, did: str, wanted: dict[str, Any]) -> None:
    """Compare with the commit that the writer believes to be the last (``swapCommit``).

    Raises:
        Refusal: there is a newer one.
    """
    last = world.store.get(COMMITS, did) or {"cid": None}
    if wanted.get("swapCommit") not in (None, last["cid"]):
        raise Refusal(400, "InvalidSwap", f"Commit was at {last['cid'] or 'null'}")


def write(world: World, prepared: Prepared) -> None:
    """Store a record; to be called while writing."""
    kept = {"uri": str(prepared.address), "cid": prepared.cid, "value": prepared.record}
    world.store.put(RECORDS, str(prepared.address), kept)


def create(world: World, prepared: Prepared) -> None:
    """Store a record whose key must be free; to be called while writing.

    Raises:
        Refusal: the key is taken, which the reference server calls an internal error.
    """
    if read(world, prepared.address) is not None:
        raise Refusal(500, "InternalServerError", "Internal Server Error")
    write(world, prepared)


def delete(world: World, address: Address) -> bool:
    """Delete a record; tell whether it was there."""
    return world.store.remove(RECORDS, str(address))


def commit(world: World, did: str) -> Record:
    """Seal what was just written, and return the identifier of that state; to be called while writing."""
    last = world.store.get(COMMITS, did) or {"cid": None}
    made = {"rev": new_key(world), "prev": last["cid"], "did": did}
    sealed = {"cid": record_cid(made), "rev": made["rev"]}
    world.store.put(COMMITS, did, sealed)
    return sealed


def page(world: World, address: Address, limit: int, cursor: str, *, forward: bool) -> Record:
    """Return a page of a collection, the newest key first unless `forward`."""
    start = f"at://{address.did}/{address.collection}/"
    found = [one for one in world.store.all(RECORDS) if one["uri"].startswith(start)]
    found.sort(key=lambda one: str(one["uri"]), reverse=not forward)
    if cursor:
        found = [one for one in found if (one["uri"] > start + cursor) == forward and one["uri"] != start + cursor]
    answer: Record = {"records": found[:limit]}
    if found[:limit]:
        answer["cursor"] = found[:limit][-1]["uri"].removeprefix(start)
    return answer
