"""The commands: one file a verb; plain functions that return an exit status."""
