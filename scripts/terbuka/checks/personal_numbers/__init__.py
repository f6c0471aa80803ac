"""Numbers and addresses that point to a person, found in any text: a document or what an attachment holds.

One file a kind; each has ``find(page)``, which is pure.
"""
