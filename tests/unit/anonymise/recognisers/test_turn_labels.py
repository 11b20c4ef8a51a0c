"""Heads of lines: what stands before a colon, a dash or a time, and how sure it is that it is a speaker."""

import pytest

from chatham.anonymise.recognisers.turn_labels import labels_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Priya: bail is never offered.", [("Priya", False)]),
        ("- Priya (Lantern) — bail is never offered.", [("Priya (Lantern)", False)]),
        ("10:31:02 From Priya Raman to Everyone: no bail", [("Priya Raman to Everyone", True)]),
        ("[Priya] no bail", [("Priya", True)]),
        ("No bail. Priya: there is.", [("No bail. Priya", False), ("Priya", False)]),  # either may be it
        ("Bail is never offered to people who wait in a depot for years and years: why?", []),
        ("Bail is never offered.", []),
    ],
)
def test_the_heads_of_lines(text, wanted):
    assert [(text[label.start : label.end], label.strong) for label in labels_of(text)] == wanted
