"""Front matter and the life of a document: one file a rule."""
