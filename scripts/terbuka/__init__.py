"""Terbuka: docs-as-code for a government communications office."""

__version__ = "0.1.0"
