"""The kinds of document: one file a kind."""
