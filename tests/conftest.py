"""What all tests share: how hypothesis runs, and tools of the machine that some tests need."""

from __future__ import annotations

import os
import shutil
import warnings

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.errors import HypothesisWarning

os.environ["BLUEPRINT_CACHE"] = "off"  # tests that keep something say where

warnings.filterwarnings("ignore", "Generating overly large repr", HypothesisWarning)

settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    max_examples=int(os.environ.get("EXAMPLES", "25")),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
settings.load_profile("steady")


def tool(name: str) -> str:
    """Return the path of a program, or skip the test; continuous integration allows no skip."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs {name}")
    return found
