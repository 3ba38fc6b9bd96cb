"""'Unknown' is exact: diagrams against brute force over all completions, and the rules against the oracle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import pytest
from adviesgevallen import PEILDATUM
from adviesorakel import DEFINITIES, hoofdroute
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.advice.diagram import JA, NEE, Diagrammen
from assistant.advice.kenmerken import LIJSTEN, WAARDEN, Kenmerken
from assistant.advice.plaats import Gemeentelijst
from assistant.advice.regels import Regelwerk

GROOTTES = (2, 3, 4, 2)
snel = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# --- random conditions over small facts ---
Formule = tuple[Any, ...]
LETTERLIJK = st.tuples(st.just("in"), st.integers(0, 3), st.integers(0, 15))
FORMULES = st.recursive(
    LETTERLIJK,
    lambda deel: st.one_of(
        st.tuples(st.just("en"), deel, deel), st.tuples(st.just("of"), deel, deel), st.tuples(st.just("niet"), deel)
    ),
    max_leaves=12,
)
MASKERS = st.tuples(*(st.integers(1, (1 << grootte) - 1) for grootte in GROOTTES))


def bouw(d: Diagrammen, formule: Formule) -> int:
    match formule:
        case ("in", variabele, masker):
            return d.is_een_van(variabele, masker)
        case ("niet", deel):
            return d.niet(bouw(d, deel))
        case ("en", links, rechts):
            return d.en(bouw(d, links), bouw(d, rechts))
        case (_, links, rechts):
            return d.of(bouw(d, links), bouw(d, rechts))
    raise AssertionError(formule)


def waar(formule: Formule, waarden: Sequence[int]) -> bool:
    match formule:
        case ("in", variabele, masker):
            return bool(masker >> waarden[variabele] & 1)
        case ("niet", deel):
            return not waar(deel, waarden)
        case ("en", links, rechts):
            return waar(links, waarden) and waar(rechts, waarden)
        case (_, links, rechts):
            return waar(links, waarden) or waar(rechts, waarden)
    raise AssertionError(formule)


def aanvullingen(maskers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return product(*([i for i in range(m.bit_length()) if m >> i & 1] for m in maskers))


@snel
@given(formule=FORMULES, maskers=MASKERS)
def test_de_rest_is_precies_wat_alle_aanvullingen_zeggen(formule: Formule, maskers: tuple[int, ...]) -> None:
    d = Diagrammen(GROOTTES)
    rest = d.rest(bouw(d, formule), maskers)
    uitkomst = {v: int(waar(formule, v)) for v in aanvullingen(maskers)}
    invloed = {
        i
        for i in range(len(GROOTTES))
        for v in uitkomst
        for w in uitkomst
        if all(v[j] == w[j] for j in range(len(GROOTTES)) if j != i) and uitkomst[v] != uitkomst[w]
    }
    assert rest.uitkomsten == set(uitkomst.values())
    assert rest.variabelen == invloed
    assert rest.zeker == d.enige(bouw(d, formule), maskers)


@snel
@given(links=FORMULES, rechts=FORMULES)
def test_gelijke_voorwaarden_zijn_een_en_hetzelfde_diagram(links: Formule, rechts: Formule) -> None:
    d = Diagrammen(GROOTTES)
    alle = list(aanvullingen([(1 << g) - 1 for g in GROOTTES]))
    gelijk = all(waar(links, v) == waar(rechts, v) for v in alle)
    assert (bouw(d, links) == bouw(d, rechts)) == gelijk


@snel
@given(formule=FORMULES)
def test_een_voorbeeld_leidt_naar_de_uitkomst(formule: Formule) -> None:
    d = Diagrammen(GROOTTES)
    wortel = bouw(d, formule)
    for uitkomst in (0, 1):
        voorbeeld = d.voorbeeld(wortel, uitkomst)
        if voorbeeld is None:
            assert wortel == (JA if uitkomst == 0 else NEE)
        else:
            assert d.rest(wortel, voorbeeld).zeker == uitkomst


# --- the real rules against the oracle ---
VELDEN = ("leeftijd", "problemen", *WAARDEN)
KEUZES: dict[str, list[Any]] = {
    "leeftijd": [11, 12, 15, 16, 17, 18, 22, 23, 26, 27],
    "problemen": [[], ["gezondheid"]],
    **{veld: list(waarden) for veld, waarden in WAARDEN.items()},
}
FEITEN = st.fixed_dictionaries({veld: st.sampled_from(KEUZES[veld]) for veld in VELDEN})
UITKOMST = {"ja": "ja", "nee": "nee", "oordeel": "onbekend"}


def maskers_van(werk: Regelwerk, feiten: dict[str, Any]) -> tuple[int, ...]:
    return werk.variabelen.maskers(Kenmerken(feiten, PEILDATUM))


@pytest.mark.parametrize("naam", DEFINITIES)
@snel
@given(feiten=FEITEN)
def test_elke_definitie_volgt_de_vakinhoudelijke_afspraak(werk: Regelwerk, naam: str, feiten: dict[str, Any]) -> None:
    regel = next(d for d in werk.definities if d.bron.id == naam)
    verdict = regel.oordeel(maskers_van(werk, feiten))
    verwacht = DEFINITIES[naam](feiten)
    assert verdict.uitkomst == UITKOMST[verwacht]
    assert verdict.oordeel_professional == (verwacht == "oordeel")
    assert not verdict.variabelen


@snel
@given(feiten=FEITEN)
def test_de_routetabel_volgt_de_vakinhoudelijke_afspraak(werk: Regelwerk, feiten: dict[str, Any]) -> None:
    [tabel] = werk.tabellen
    maskers = maskers_van(werk, feiten)
    verdict = tabel.beslis(maskers)
    route = tabel.bron.rijen[verdict.rij].route if verdict.rij is not None else None
    assert route == hoofdroute(feiten)
    assert tabel.rij(maskers) == verdict.rij
    assert not tabel.nodig(maskers, verdict)


def met_onbekend(feiten: dict[str, Any], onbekend: set[str]) -> Iterator[dict[str, Any]]:
    """Every completion of the facts that are unknown."""
    velden = sorted(onbekend)
    for waarden in product(*(KEUZES[veld] for veld in velden)):
        yield {**feiten, **dict(zip(velden, waarden, strict=True))}


@pytest.mark.parametrize("naam", DEFINITIES)
@settings(snel, max_examples=120)
@given(feiten=FEITEN, onbekend=st.sets(st.sampled_from(VELDEN), max_size=3))
def test_onbekend_en_ontbreekt_zijn_exact(
    werk: Regelwerk, naam: str, feiten: dict[str, Any], onbekend: set[str]
) -> None:
    regel = next(d for d in werk.definities if d.bron.id == naam)
    verdict = regel.oordeel(maskers_van(werk, {v: w for v, w in feiten.items() if v not in onbekend}))
    alle = [(f, DEFINITIES[naam](f)) for f in met_onbekend(feiten, onbekend)]
    gevonden = {uitkomst for _, uitkomst in alle}
    assert verdict.uitkomst == (UITKOMST[gevonden.pop()] if len(gevonden) == 1 else "onbekend")
    invloed = {
        veld
        for veld in onbekend
        for f, uitkomst in alle
        if any(DEFINITIES[naam]({**f, veld: anders}) != uitkomst for anders in KEUZES[veld])
    }
    assert set(werk.velden(verdict.variabelen)) == invloed


@settings(snel, max_examples=150)
@given(feiten=FEITEN, onbekend=st.sets(st.sampled_from(VELDEN), max_size=3))
def test_een_route_zonder_aanname_geldt_voor_elke_aanvulling(
    werk: Regelwerk, feiten: dict[str, Any], onbekend: set[str]
) -> None:
    [tabel] = werk.tabellen
    maskers = maskers_van(werk, {v: w for v, w in feiten.items() if v not in onbekend})
    verdict = tabel.beslis(maskers)
    routes = {hoofdroute(f) for f in met_onbekend(feiten, onbekend)}
    if verdict.rij is not None and not tabel.nodig(maskers, verdict):
        assert routes == {tabel.bron.rijen[verdict.rij].route}
    if len(routes) == 1 and None not in routes:
        assert verdict.rij is not None
    assert {tabel.bron.rijen[i].route for i in verdict.mogelijk} <= routes


@snel
@given(feiten=FEITEN, onbekend=st.sets(st.sampled_from(VELDEN), max_size=8))
def test_zonder_route_is_er_altijd_iets_te_vragen(werk: Regelwerk, feiten: dict[str, Any], onbekend: set[str]) -> None:
    [tabel] = werk.tabellen
    verdict = tabel.beslis(maskers_van(werk, {v: w for v, w in feiten.items() if v not in onbekend}))
    assert verdict.rij is not None or verdict.variabelen or not verdict.mogelijk


def test_alle_waarden_van_de_lijsten_zijn_variabelen(werk: Regelwerk, gemeenten: Gemeentelijst) -> None:
    assert werk.variabelen.woorden("problemen") == list(LIJSTEN["problemen"])
