"""Bluesky's interface (XRPC), and its timeline."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from terbuka.sandbox.bluesky import refusal, repository, sessions, writes
from terbuka.sandbox.bluesky.cid import blob_cid
from terbuka.sandbox.bluesky.refusal import Refusal
from terbuka.sandbox.bluesky.repository import INVALID, RECORDS, Address
from terbuka.sandbox.bluesky.richtext import spans
from terbuka.sandbox.bluesky.validate import graphemes, show
from terbuka.sandbox.player import Shown, ShownCard, ShownPicture
from terbuka.sandbox.settings import SECRETS
from terbuka.sandbox.store import Record
from terbuka.sandbox.world import World

ID = "bluesky"
NAME = "Bluesky"
LIMIT = 300
LARGEST_BLOB = 5 * 1024 * 1024
LONGEST_PAGE = 100

rate_limited = refusal.rate_limited
server_error = refusal.server_error
expired_token = refusal.expired_token

_HANDLE = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
_LIMIT = re.compile(r"[0-9]{1,3}")
_STRINGS = ("collection", "identifier", "password", "repo", "rkey", "swapCommit", "swapRecord")
_NULLABLE = ("swapCommit", "swapRecord")
_PUBLISHING = re.compile(r"/xrpc/com\.atproto\.repo\.(applyWrites|createRecord|putRecord)")

Write = Callable[[World, str, dict[str, Any]], Record]

WRITES: Mapping[str, tuple[Write, tuple[str, ...], int]] = {
    "com.atproto.repo.applyWrites": (writes.apply, ("repo", "writes"), 3),
    "com.atproto.repo.createRecord": (writes.create, ("repo", "collection", "record"), 3),
    "com.atproto.repo.deleteRecord": (writes.delete, ("repo", "collection", "rkey"), 1),
    "com.atproto.repo.putRecord": (writes.put, ("repo", "collection", "rkey", "record"), 2),
}
"""What writes, what its body must hold, and how many points of the rate limit it costs."""


def publishes(method: str, path: str) -> bool:
    """Tell whether a request publishes a record."""
    return method == "POST" and _PUBLISHING.fullmatch(path) is not None


def app(world: World) -> ASGIApp:
    """Return the interface."""
    desk = _Desk(world)
    reads: list[tuple[str, Callable[[Request], Awaitable[Response]]]] = [
        ("com.atproto.identity.resolveHandle", desk.resolve),
        ("com.atproto.repo.getRecord", desk.get_record),
        ("com.atproto.repo.listRecords", desk.list_records),
        ("com.atproto.server.describeServer", desk.describe),
        ("com.atproto.server.getSession", desk.session),
        ("com.atproto.sync.getBlob", desk.get_blob),
    ]
    routes = [Route(f"/xrpc/{name}", handler) for name, handler in reads]
    routes += [
        Route("/xrpc/com.atproto.server.createSession", desk.login, methods=["POST"]),
        Route("/xrpc/com.atproto.server.refreshSession", desk.refresh, methods=["POST"]),
        Route("/xrpc/com.atproto.repo.uploadBlob", desk.upload, methods=["POST"]),
        *(Route(f"/xrpc/{name}", desk.writer(name), methods=["POST"]) for name in WRITES),
    ]
    handlers = {Refusal: refusal.on_refusal, 404: refusal.on_refusal, 405: refusal.on_refusal}
    return Starlette(routes=routes, exception_handlers=handlers)


class _Desk:
    """Answers requests."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._window = 0
        self._spent = 0

    def _headers(self, points: int) -> dict[str, str]:
        """Count points; what remains never falls below 1, for nothing is refused unless a fault asks for it."""
        window = int(self.world.now().timestamp()) // refusal.PERIOD
        self._spent = self._spent + points if window == self._window else points
        self._window = window
        return refusal.limit_headers((window + 1) * refusal.PERIOD, max(1, refusal.POINTS - self._spent))

    def _owner(self, request: Request, scope: str = sessions.ACCESS) -> Record:
        return sessions.owner(self.world, request.headers.get("authorization", ""), scope)

    async def describe(self, _: Request) -> Response:
        """Answer ``describeServer``."""
        answer = {"did": "did:web:localhost", "availableUserDomains": [".example"], "inviteCodeRequired": False}
        return JSONResponse(answer)

    async def login(self, request: Request) -> Response:
        """Answer ``createSession``: any handle, with the sandbox's password."""
        body = await _body(request, ("identifier", "password"))
        name = str(body["identifier"]).lower()
        account = sessions.account_of(self.world, name)
        if body["password"] != SECRETS[ID] or (account is None and _HANDLE.fullmatch(name) is None):
            raise Refusal(401, "AuthenticationRequired", "Invalid identifier or password")
        if account is None:
            account = {"did": sessions.did_of(name), "handle": name}
            with self.world.store.writing():
                self.world.store.put(sessions.ACCOUNTS, account["did"], account)
        return JSONResponse(sessions.open_session(self.world, account))

    async def refresh(self, request: Request) -> Response:
        """Answer ``refreshSession``, which wants the refresh token."""
        return JSONResponse(sessions.open_session(self.world, self._owner(request, sessions.REFRESH)))

    async def session(self, request: Request) -> Response:
        """Answer ``getSession``."""
        return JSONResponse(sessions.describe(self.world, self._owner(request)))

    async def resolve(self, request: Request) -> Response:
        """Answer ``resolveHandle``."""
        (handle,) = _query(request, "handle")
        account = sessions.account_of(self.world, handle)
        if account is None:
            raise Refusal(400, INVALID, "Unable to resolve handle")
        return JSONResponse({"did": account["did"]})

    async def upload(self, request: Request) -> Response:
        """Answer ``uploadBlob``."""
        self._owner(request)
        content = await request.body()
        if len(content) > LARGEST_BLOB:
            raise Refusal(413, "PayloadTooLarge", "request entity too large")
        mime, cid = request.headers.get("content-type", "application/octet-stream"), blob_cid(content)
        with self.world.store.writing():
            self.world.store.keep_file(cid, mime, content)
        blob = {"$type": "blob", "ref": {"$link": cid}, "mimeType": mime, "size": len(content)}
        return JSONResponse({"blob": blob})

    async def get_blob(self, request: Request) -> Response:
        """Answer ``getBlob``."""
        _, cid = _query(request, "did", "cid")
        kept = self.world.store.file(cid)
        if kept is None:
            raise Refusal(400, "BlobNotFound", "Blob not found")
        safe = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
        return Response(kept[1], media_type=kept[0], headers=safe)

    def writer(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        """Return the handler of a procedure that writes."""
        write, required, points = WRITES[name]

        async def handle(request: Request) -> Response:
            account = self._owner(request)
            headers = self._headers(points)
            try:
                body = await _body(request, required)
                self._check_repo(account, str(body["repo"]))
                response: Response = JSONResponse(write(self.world, account["did"], body))
            except Refusal as no:
                response = await refusal.on_refusal(request, no)
            response.headers.update(headers)
            return response

        return handle

    def _check_repo(self, account: Record, repo: str) -> None:
        """Refuse to write into the repository of someone else."""
        owner = sessions.account_of(self.world, repo)
        if owner is None:
            raise Refusal(403, "AccountNotFound", "Account not found")
        if owner != account:
            raise Refusal(401, "AuthenticationRequired", "Authentication Required")

    async def get_record(self, request: Request) -> Response:
        """Answer ``getRecord``; `repo` is a handle or an identifier."""
        repo, collection, key = _query(request, "repo", "collection", "rkey")
        account = sessions.account_of(self.world, repo)
        address = Address(account["did"] if account else repo, collection, key)
        found = repository.read(self.world, address)
        if found is None or request.query_params.get("cid", found["cid"]) != found["cid"]:
            raise Refusal(400, "RecordNotFound", f"Could not locate record: {address}")
        return JSONResponse(found)

    async def list_records(self, request: Request) -> Response:
        """Answer ``listRecords``."""
        repo, collection = _query(request, "repo", "collection")
        account = sessions.account_of(self.world, repo)
        if account is None:
            raise Refusal(400, INVALID, f"Could not find repo: {repo}")
        limit = request.query_params.get("limit", "50")
        if _LIMIT.fullmatch(limit) is None or not 1 <= int(limit) <= LONGEST_PAGE:
            raise Refusal(400, INVALID, f"integer out of range (1 to {LONGEST_PAGE}, got {limit}) at $.limit")
        forward = request.query_params.get("reverse") == "true"
        cursor = request.query_params.get("cursor", "")
        address = Address(account["did"], collection, "")
        return JSONResponse(repository.page(self.world, address, int(limit), cursor, forward=forward))


async def _body(request: Request, required: tuple[str, ...]) -> dict[str, Any]:
    try:
        body = json.loads(await request.body())
    except ValueError as error:
        raise Refusal(400, "SyntaxError", str(error)) from None
    if not isinstance(body, dict):
        raise Refusal(400, INVALID, "Expected object value type at $")
    for key in required:
        if key not in body:
            raise Refusal(400, INVALID, f'Missing required key "{key}" at $')
    for key in _STRINGS:
        value = body.get(key, "")
        if not isinstance(value, str) and not (value is None and key in _NULLABLE):
            raise Refusal(400, INVALID, f"Expected string value type (got {show(value)}) at $.{key}")
    return body


def _query(request: Request, *names: str) -> tuple[str, ...]:
    for name in names:
        if not request.query_params.get(name):
            raise Refusal(400, INVALID, f'Missing required key "{name}" at $')
    return tuple(request.query_params[name] for name in names)


def shown(world: World) -> list[Shown]:
    """Return every post as a person would see it, the oldest first."""
    handles = {account["did"]: account["handle"] for account in world.store.all(sessions.ACCOUNTS)}
    posts = (one for one in world.store.all(RECORDS) if one["value"]["$type"] == "app.bsky.feed.post")
    return [_shown(world, one, handles) for one in posts]


def _shown(world: World, stored: Record, handles: Mapping[str, str]) -> Shown:
    post = stored["value"]
    embed = post.get("embed") or {}
    pictures = [
        ShownPicture(f"/files/{one['image']['ref']['$link']}", one["alt"])
        for one in (embed["images"] if embed.get("$type") == "app.bsky.embed.images" else [])
    ]
    return Shown(
        platform=ID,
        id=stored["uri"].rpartition("/")[2],
        parent=(post.get("reply") or {"parent": {"uri": ""}})["parent"]["uri"].rpartition("/")[2],
        name=world.settings.name,
        handle="@" + handles.get(stored["uri"].split("/")[2], ""),
        at=datetime.fromisoformat(post["createdAt"]),
        spans=spans(post["text"], post.get("facets") or []),
        pictures=tuple(pictures),
        card=_card(embed),
        language=", ".join(post.get("langs") or []),
        count=graphemes(post["text"]),
        limit=LIMIT,
    )


def _card(embed: Mapping[str, Any]) -> ShownCard | None:
    if embed.get("$type") != "app.bsky.embed.external":
        return None
    card = embed["external"]
    picture = f"/files/{card['thumb']['ref']['$link']}" if "thumb" in card else ""
    return ShownCard(card["uri"], card["title"], card["description"], picture)
