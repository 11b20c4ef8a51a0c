"""Accuracy on labelled corpora."""
