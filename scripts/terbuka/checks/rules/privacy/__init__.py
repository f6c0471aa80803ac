"""Personal data: one file a rule."""
