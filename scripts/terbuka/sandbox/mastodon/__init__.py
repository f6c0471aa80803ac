"""Mastodon, as its documentation and OpenAPI description (4.7.0) tell."""
