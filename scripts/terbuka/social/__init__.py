"""Social: Document × Account → Message → requests."""
