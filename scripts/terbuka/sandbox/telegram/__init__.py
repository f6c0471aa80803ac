"""Telegram's Bot API, as core.telegram.org/bots/api tells."""
