"""Bluesky: a personal data server of the AT Protocol, as its lexicons and specifications tell."""
