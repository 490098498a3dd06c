"""How many examples a property is tried on: a few by `make test`, many by `make prove`, the same in every run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

_UNMINDFUL = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]


def examples(few: int, many: int) -> pytest.MarkDecorator:
    """Runs a test twice, the second time as a long proof; `tried` is what it decorates the property with."""
    return pytest.mark.parametrize(
        "tried",
        [
            pytest.param(_settings(few), id="few"),
            pytest.param(_settings(many), id="many", marks=pytest.mark.prove),
        ],
    )


def _settings(count: int) -> settings:
    return settings(max_examples=count, suppress_health_check=_UNMINDFUL)
