"""Words, spelling and style, by Vale: one file a rule."""
