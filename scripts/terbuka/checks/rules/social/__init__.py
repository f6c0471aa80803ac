"""What the accounts say: one file a rule."""
