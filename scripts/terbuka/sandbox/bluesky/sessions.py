"""Logins: tokens that look and expire like real ones (RFC 7519, HS256), with a key that is no secret."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import b32encode, urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from typing import Any

from terbuka.sandbox.bluesky.refusal import Refusal
from terbuka.sandbox.store import Record
from terbuka.sandbox.world import World

ACCOUNTS = "bluesky/accounts"
ACCESS = "com.atproto.access"
REFRESH = "com.atproto.refresh"
LIVES = {ACCESS: timedelta(hours=2), REFRESH: timedelta(days=90)}
"""How long tokens live on the reference server."""

_KEY = b"the sandbox has no secrets"
_TYPES = {ACCESS: "at+jwt", REFRESH: "refresh+jwt"}


def did_of(handle: str) -> str:
    """Return the lasting identifier of a handle: the same in every sandbox."""
    return "did:plc:" + b32encode(hashlib.sha256(handle.encode()).digest()).decode().lower()[:24]


def open_session(world: World, account: Record) -> Record:
    """Return a new pair of tokens with the account they belong to."""
    return {
        "accessJwt": _issue(world, ACCESS, account["did"]),
        "refreshJwt": _issue(world, REFRESH, account["did"]),
        **describe(world, account),
    }


def describe(world: World, account: Record) -> Record:
    """Return an account as a session tells of it."""
    return {"did": account["did"], "didDoc": document(world, account), "handle": account["handle"], "active": True}


def document(world: World, account: Record) -> Record:
    """Return the account's public description (DID document), which names its server."""
    service = {
        "id": "#atproto_pds",
        "type": "AtprotoPersonalDataServer",
        "serviceEndpoint": f"{world.base}/bluesky",
    }
    return {
        "@context": ["https://www.w3.org/ns/did/v1"],
        "id": account["did"],
        "alsoKnownAs": [f"at://{account['handle']}"],
        "service": [service],
    }


def account_of(world: World, name: str) -> Record | None:
    """Return the account with this handle or identifier, or None."""
    return next((one for one in world.store.all(ACCOUNTS) if name in (one["did"], one["handle"])), None)


def owner(world: World, authorization: str, scope: str = ACCESS) -> Record:
    """Return the account that a request's token belongs to.

    Raises:
        Refusal: there is no token, or it is wrong, of the other kind, or too old.
    """
    kind, _, token = authorization.partition(" ")
    if kind.lower() != "bearer" or not token:
        raise Refusal(401, "AuthMissing", "Authentication Required")
    claims = _claims(token)
    if claims["scope"] != scope:
        raise Refusal(400, "InvalidToken", "Invalid token type")
    if claims["exp"] <= world.now().timestamp():
        raise Refusal(400, "ExpiredToken", "Token has expired")
    account = account_of(world, claims["sub"])
    if account is None:
        raise Refusal(403, "AccountNotFound", "Account not found")
    return account


def _issue(world: World, scope: str, did: str) -> str:
    issued = int(world.now().timestamp())
    head = {"typ": _TYPES[scope], "alg": "HS256"}
    claims = {
        "scope": scope,
        "aud": "did:web:localhost",
        "sub": did,
        "jti": str(world.store.next("bluesky/tokens")),
        "iat": issued,
        "exp": issued + int(LIVES[scope].total_seconds()),
    }
    words = f"{_pack(json.dumps(head).encode())}.{_pack(json.dumps(claims).encode())}"
    return f"{words}.{_sign(words)}"


def _claims(token: str) -> dict[str, Any]:
    words, _, signature = token.rpartition(".")
    if not hmac.compare_digest(_sign(words).encode(), signature.encode()):
        raise Refusal(400, "InvalidToken", "Token could not be verified")
    claims: dict[str, Any] = json.loads(urlsafe_b64decode(words.partition(".")[2] + "=="))
    return claims


def _sign(words: str) -> str:
    return _pack(hmac.new(_KEY, words.encode(), hashlib.sha256).digest())


def _pack(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")
