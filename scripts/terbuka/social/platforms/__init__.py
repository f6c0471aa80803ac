"""The platforms: one file a platform; requests out, answers in."""
