"""Publish: due messages → receipts."""
