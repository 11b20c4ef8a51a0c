"""From approved notes to points: grouped, counted, worded, each traced to its notes."""

from chatham.synthesise.synthesis import Synthesis, point_id, synthesise

__all__ = ["Synthesis", "point_id", "synthesise"]
