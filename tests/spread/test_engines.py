import builtins
from importlib import util

import pytest

from blueprint.analysis.spread import engines
from blueprint.analysis.spread.engines import ONE_PASS, WORTH_COMPILING, is_fast
from blueprint.analysis.spread.reaching import reach
from blueprint.errors import BlueprintError
from blueprint.graph import Network
from tests.spread.shapes import chain


@pytest.fixture
def without_numba(monkeypatch):
    found = util.find_spec
    monkeypatch.setattr(engines, "find_spec", lambda name: None if name == "numba" else found(name))
    engines.is_installed.cache_clear()
    yield
    engines.is_installed.cache_clear()


def test_auto_compiles_from_a_certain_size_on():
    assert not is_fast("auto", chain(100))
    large = chain(WORTH_COMPILING + 2)
    assert is_fast("auto", large)
    assert not is_fast("auto", large, least=ONE_PASS)
    assert not is_fast("plain", large)
    assert is_fast("fast", chain(2))


def test_an_engine_there_is_not_is_told():
    with pytest.raises(BlueprintError, match="“slow” is no engine; it is auto, plain or fast"):
        is_fast("slow", chain(2))


def test_without_the_extra_auto_is_plain_and_fast_says_what_to_install(without_numba):
    assert not is_fast("auto", chain(WORTH_COMPILING + 2))
    with pytest.raises(BlueprintError, match=r"pip install \"service-blueprint\[fast\]\""):
        is_fast("fast", chain(2))


def test_the_plain_engine_and_small_networks_load_no_numpy(monkeypatch):
    loaded = []
    load = builtins.__import__

    def watched(name, *rest):
        loaded.append(name)
        return load(name, *rest)

    monkeypatch.setattr(builtins, "__import__", watched)
    assert reach(Network.of(3, [(0, 1, 1.0, 1.0)]), [0]) == {1: 1}
    assert not [name for name in loaded if name.split(".")[0] in ("numpy", "numba", "scipy")]
