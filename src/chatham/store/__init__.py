"""The private store of a consultation."""
