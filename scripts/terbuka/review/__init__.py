"""Review: the summary for a pull request."""
