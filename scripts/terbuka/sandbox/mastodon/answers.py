"""What Mastodon answers with: statuses, accounts, media and the instance, whole as in the OpenAPI description."""

from __future__ import annotations

from datetime import UTC, datetime

from terbuka.sandbox.mastodon.entities import LIMIT, LINK_LENGTH, hashtags, to_html
from terbuka.sandbox.store import Record
from terbuka.sandbox.world import World

ACCOUNT_ID = "1"
MEDIA_LIMIT = 4
ALT_LIMIT = 1500
IMAGE_BYTES = 16 * 1024 * 1024
MIMES = ("image/jpeg", "image/png", "image/gif", "image/webp")
VERSION = "4.5.0"
_OPENED = "2026-01-01T00:00:00.000Z"


def base_of(world: World) -> str:
    """Return the address of the server that is played."""
    return f"{world.base}/mastodon"


def moment(at: datetime) -> str:
    """Return a moment as Mastodon writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def account(world: World) -> Record:
    """Return the account that owns the token."""
    base, settings = base_of(world), world.settings
    statuses = world.store.all("mastodon/statuses")
    return {
        "id": ACCOUNT_ID,
        "username": settings.username,
        "acct": settings.username,
        "display_name": settings.name,
        "locked": False,
        "bot": False,
        "discoverable": True,
        "indexable": True,
        "group": False,
        "created_at": _OPENED,
        "note": "",
        "url": f"{base}/@{settings.username}",
        "uri": f"{base}/users/{settings.username}",
        "avatar": f"{world.base}/avatar.svg",
        "avatar_static": f"{world.base}/avatar.svg",
        "header": f"{world.base}/avatar.svg",
        "header_static": f"{world.base}/avatar.svg",
        "followers_count": 0,
        "following_count": 0,
        "statuses_count": len(statuses),
        "last_status_at": statuses[-1]["created_at"][:10] if statuses else None,
        "emojis": [],
        "fields": [],
    }


def credentials(world: World) -> Record:
    """Return the account as its owner sees it."""
    source = {
        "privacy": "public",
        "sensitive": False,
        "language": None,
        "note": "",
        "fields": [],
        "follow_requests_count": 0,
        "indexable": True,
    }
    role = {"id": "-99", "name": "", "permissions": "0", "color": "", "highlighted": False}
    return account(world) | {"source": source, "role": role}


def status(world: World, stored: Record) -> Record:
    """Return a status; `stored` is what the sandbox remembers of it."""
    base, name = base_of(world), world.settings.username
    tags = [{"name": tag, "url": f"{base}/tags/{tag}"} for tag in hashtags(stored["text"])]
    replies = [one for one in world.store.all("mastodon/statuses") if one["in_reply_to_id"] == stored["id"]]
    return {
        "id": stored["id"],
        "created_at": stored["created_at"],
        "in_reply_to_id": stored["in_reply_to_id"],
        "in_reply_to_account_id": ACCOUNT_ID if stored["in_reply_to_id"] else None,
        "sensitive": stored["sensitive"],
        "spoiler_text": stored["spoiler_text"],
        "visibility": stored["visibility"],
        "language": stored["language"],
        "uri": f"{base}/users/{name}/statuses/{stored['id']}",
        "url": f"{base}/@{name}/{stored['id']}",
        "replies_count": len(replies),
        "reblogs_count": 0,
        "favourites_count": 0,
        "edited_at": None,
        "content": to_html(stored["text"], base),
        "reblog": None,
        "application": {"name": "Terbuka", "website": None},
        "account": account(world),
        "media_attachments": [
            media(world, world.store.get("mastodon/media", one) or {}) for one in stored["media_ids"]
        ],
        "mentions": [],
        "tags": tags,
        "emojis": [],
        "card": None,
        "poll": None,
    }


def media(world: World, stored: Record, *, ready: bool = True) -> Record:
    """Return an attachment; one that is not ready has no address yet."""
    address = f"{world.base}/files/{stored['file']}"
    size = {
        "width": stored["width"],
        "height": stored["height"],
        "size": f"{stored['width']}x{stored['height']}",
        "aspect": stored["width"] / stored["height"],
    }
    return {
        "id": stored["id"],
        "type": "image",
        "url": address if ready else None,
        "preview_url": address if ready else None,
        "remote_url": None,
        "meta": {"original": size, "small": size},
        "description": stored["description"],
        "blurhash": None,
    }


def _limits() -> Record:
    """Return the limits that both descriptions of the instance share."""
    return {
        "statuses": {
            "max_characters": LIMIT,
            "max_media_attachments": MEDIA_LIMIT,
            "characters_reserved_per_url": LINK_LENGTH,
        },
        "media_attachments": {
            "supported_mime_types": list(MIMES),
            "image_size_limit": IMAGE_BYTES,
            "image_matrix_limit": 33177600,
            "video_size_limit": 103809024,
            "video_frame_rate_limit": 120,
            "video_matrix_limit": 8294400,
        },
        "polls": {
            "max_options": 4,
            "max_characters_per_option": 50,
            "min_expiration": 300,
            "max_expiration": 2629746,
        },
    }


def instance(world: World) -> Record:
    """Return ``GET /api/v2/instance``."""
    base, limits = base_of(world), _limits()
    limits["media_attachments"]["description_limit"] = ALT_LIMIT
    limits["accounts"] = {"max_featured_tags": 10, "max_pinned_statuses": 5}
    limits["urls"] = {"streaming": base.replace("http", "ws", 1), "about": None, "privacy_policy": None}
    limits["translation"] = {"enabled": False}
    return {
        "domain": base.removeprefix("http://"),
        "title": "Terbuka sandbox",
        "version": VERSION,
        "source_url": "https://github.com/mastodon/mastodon",
        "description": "A rehearsal on this machine. Nothing here is public.",
        "usage": {"users": {"active_month": 1}},
        "thumbnail": {"url": f"{world.base}/avatar.svg"},
        "icon": [],
        "languages": ["id", "en"],
        "configuration": limits,
        "registrations": {"enabled": False, "approval_required": False, "message": None, "url": None},
        "api_versions": {"mastodon": 7},
        "contact": {"email": "sandbox@localhost.example", "account": None},
        "rules": [],
    }


def old_instance(world: World) -> Record:
    """Return ``GET /api/v1/instance``, which older servers have only."""
    whole, base = instance(world), base_of(world)
    limits = _limits()
    limits["accounts"] = {"max_featured_tags": 10}
    return {
        "uri": whole["domain"],
        "title": whole["title"],
        "short_description": whole["description"],
        "description": whole["description"],
        "email": whole["contact"]["email"],
        "version": whole["version"],
        "urls": {"streaming_api": base.replace("http", "ws", 1)},
        "stats": {"user_count": 1, "status_count": len(world.store.all("mastodon/statuses")), "domain_count": 0},
        "thumbnail": whole["thumbnail"]["url"],
        "languages": whole["languages"],
        "registrations": False,
        "approval_required": False,
        "invites_enabled": False,
        "configuration": limits,
        "contact_account": None,
        "rules": [],
    }
