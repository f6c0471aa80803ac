"""Sandbox: the platforms, played on this machine."""
