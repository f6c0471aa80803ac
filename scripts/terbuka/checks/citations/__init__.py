"""Where a text cites regulations, which ones, and which place in them."""
