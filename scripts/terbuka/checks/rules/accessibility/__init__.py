"""Words and pages for everybody: one file a rule."""
