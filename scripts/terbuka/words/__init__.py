"""Words: text → documents."""
