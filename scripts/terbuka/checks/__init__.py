"""Checks: documents → findings."""
