"""kennis.md: documents, kinds of items and how many there are, from the shipped content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from docs.bladen.opmaak import code, tabel
from knowledge.model import Soort
from knowledge.service import Kennis, kennis_uit_bestanden

_KOP = """# Kennis die wordt meegeleverd

Geteld in `knowledge/content/`. Hoe u kennis wijzigt staat in [kennis bijhouden](../handleiding/kennis-bijhouden.md).
"""


def blad() -> str:
    """The page."""
    k = kennis_uit_bestanden()
    documenten = [(code(d.id), d.titel, d.looptijd_tekst) for d in k.documenten]
    return "\n\n".join(
        [
            _KOP.strip(),
            "## Bronnen", tabel(("document", "titel", "looptijd"), documenten),
            "## Per regio", tabel(("wat", *(r.naam for r in k.regios)), _per_regio(k)),
            "## Kennisitems per soort", tabel(("soort", *(r.naam for r in k.regios), "samen"), _soorten(k)),
        ]
    )  # fmt: skip


def _per_regio(k: Kennis) -> Iterator[tuple[object, ...]]:
    regios = [r.id for r in k.regios]
    items, cijfers = Counter(i.regio for i in k.items), Counter(o.regio for o in k.observaties)
    contacten = Counter(c.regio for c in k.contacten)
    open_ = Counter(c.regio for c in k.contacten if c.te_bevestigen)
    zwijgt = Counter(i.regio for i in k.items if i.staat_niet_in_bron)
    yield "gemeenten", *(len(r.gemeenten) for r in k.regios)
    yield "woonplaatsen", *(sum(len(g.woonplaatsen) for g in r.gemeenten) for r in k.regios)
    yield "kennisitems", *(items[r] for r in regios)
    yield "waarvan: staat niet in de bron", *(zwijgt[r] for r in regios)
    yield "cijfers", *(cijfers[r] for r in regios)
    yield "contacten", *(contacten[r] for r in regios)
    yield "waarvan te bevestigen", *(open_[r] for r in regios)


def _soorten(k: Kennis) -> Iterator[tuple[object, ...]]:
    aantal = Counter((i.soort, i.regio) for i in k.items)
    for soort in get_args(Soort):
        rij = [aantal[soort, r.id] for r in k.regios]
        yield code(soort), *rij, sum(rij)
