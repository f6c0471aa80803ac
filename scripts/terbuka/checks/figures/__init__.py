"""The figures in a text, as values that two languages can be compared by."""
