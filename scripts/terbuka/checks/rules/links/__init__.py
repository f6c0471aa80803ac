"""Where links lead: one file a rule."""
