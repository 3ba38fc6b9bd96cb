"""A supposition is read as the sentence that it supposes."""

import pytest

from actions.veronderstelling import hoofdzin


@pytest.mark.parametrize(
    ("bijzin", "zin"),
    [
        ("hij toch naar school wil", "hij wil toch naar school"),
        ("ze van het pro komt", "ze komt van het pro"),
        ("de jongen al van school is", "de jongen is al van school"),
        ("hij is 23", "hij is 23"),
        ("ze heeft een diploma", "ze heeft een diploma"),
        ("hij 24 is", "hij is 24"),
        ("profiel arbeid", "profiel arbeid"),
        ("toch liever leren", "toch liever leren"),
    ],
)
def test_een_bijzin_wordt_een_hoofdzin(bijzin: str, zin: str) -> None:
    assert hoofdzin(bijzin) == zin
