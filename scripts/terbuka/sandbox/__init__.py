"""The platforms, played on this machine from their published specifications."""
