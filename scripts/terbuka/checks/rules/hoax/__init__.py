"""Clarifications that do not spread what they refute: one file a rule."""
