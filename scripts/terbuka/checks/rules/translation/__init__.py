"""Originals and their translations: one file a rule."""
