"""What all tests share."""

import os
import shutil

import pytest


@pytest.fixture
def require():
    """Find a program that a test needs: the test skips without it, or fails where everything is required."""

    def find(*names: str) -> str:
        for name in names:
            if found := shutil.which(name):
                return found
        reason = f"needs {' or '.join(names)}, which is not installed"
        if os.environ.get("CHATHAM_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)

    return find
