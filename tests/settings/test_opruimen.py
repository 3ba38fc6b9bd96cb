"""The garbage collector while the application loads."""

from __future__ import annotations

import gc

import pytest

from assistant.opruimen import zonder_opruimen


def test_na_het_laden_wordt_er_weer_opgeruimd() -> None:
    with pytest.raises(ValueError), zonder_opruimen():
        with zonder_opruimen():
            pass
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()
