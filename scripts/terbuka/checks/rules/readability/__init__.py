"""How easy the text is to read: one file a rule."""
