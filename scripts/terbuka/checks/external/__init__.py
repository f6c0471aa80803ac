"""Addresses of other sites: which there are, whether they still answer, and since when they do not."""
