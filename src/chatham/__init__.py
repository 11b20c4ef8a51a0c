"""Turns rapporteurs' notes from a closed consultation into a public summary note that names nobody.

Import from here; the modules below are private. Heavy libraries are loaded where they are used, so importing chatham
is quick.
"""

from __future__ import annotations

__version__ = "0.1.0"
