"""The private store of a consultation: raw notes, what anonymise made of them, and what people decided.

The store keeps and compares; what follows from the decisions is worked out in `chatham.review`, from what it keeps.
"""

from chatham.store.changes import Changes
from chatham.store.purge import Purge
from chatham.store.store import Store

__all__ = ["Changes", "Purge", "Store"]
