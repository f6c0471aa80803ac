"""What the law demands of public words: one file a rule."""
