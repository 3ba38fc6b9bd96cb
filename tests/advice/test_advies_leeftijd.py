"""Birthdays and school years, by property and by the awkward dates."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.advice.leeftijd import einde_schooljaar, leeftijd_op, leerplicht_voorbij, verjaardag

DAGEN = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))


@pytest.mark.parametrize("jaren", [16, 18, 23, 27])
@given(geboren=DAGEN)
def test_op_de_verjaardag_verspringt_de_leeftijd(geboren: dt.date, jaren: int) -> None:
    dag = verjaardag(geboren, jaren)
    assert leeftijd_op(geboren, dag) == jaren
    assert leeftijd_op(geboren, dag - dt.timedelta(days=1)) == jaren - 1


@given(geboren=DAGEN, dagen=st.integers(0, 20_000))
def test_de_leeftijd_daalt_nooit(geboren: dt.date, dagen: int) -> None:
    dag = geboren + dt.timedelta(days=dagen)
    assert 0 <= leeftijd_op(geboren, dag) <= leeftijd_op(geboren, dag + dt.timedelta(days=1))


def test_29_februari_verjaart_op_1_maart() -> None:
    geboren = dt.date(2008, 2, 29)
    assert verjaardag(geboren, 17) == dt.date(2025, 3, 1)
    assert verjaardag(geboren, 16) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("dag", "einde"),
    [("2024-07-31", "2024-07-31"), ("2024-08-01", "2025-07-31"), ("2024-01-01", "2024-07-31")],
)
def test_het_schooljaar_eindigt_op_31_juli(dag: str, einde: str) -> None:
    assert einde_schooljaar(dt.date.fromisoformat(dag)) == dt.date.fromisoformat(einde)


@given(geboren=DAGEN)
def test_met_17_is_de_leerplicht_altijd_voorbij(geboren: dt.date) -> None:
    assert leerplicht_voorbij(geboren, verjaardag(geboren, 17))
    assert not leerplicht_voorbij(geboren, verjaardag(geboren, 16))
