"""Record: what was done, for ever."""
