"""`python -m chatham` is the same as `chatham`."""

import sys

from chatham.cli.__main__ import start

sys.exit(start())
