"""One fact, told in many ways: is it read, and is nothing read where nothing is said?"""

from __future__ import annotations

from typing import Any

from assistant.diensten import diensten
from evaluatie.casussen import PEILDATUM, plat
from evaluatie.maat import Tellers, Uitslag


def meet(zaken: list[dict[str, Any]]) -> Uitslag:
    """Share of the sentences of which the fact in view is read as people labelled it, per field."""
    uitslag, tellers = Uitslag("feiten"), Tellers()
    lezer = diensten().lezer
    for zaak in zaken:
        gelezen = lezer.lees(zaak["tekst"], peildatum=PEILDATUM).kenmerken
        veld, waarde = zaak["doel"]["veld"], zaak["doel"]["waarde"]
        goed = _is_gelezen(veld, waarde, zaak["kenmerken"].get(veld), gelezen.get(veld))
        tellers.tel(goed, "alle", f"{veld} niet gezegd" if waarde is None else veld)
        if not goed:
            uitslag.mis.append(f"{zaak['id']} {veld} {waarde} kreeg {gelezen.get(veld)}: {zaak['tekst'][:160]}")
    uitslag.maten = tellers.maten()
    return uitslag


def _is_gelezen(veld: str, waarde: Any, gezegd: Any, gelezen: Any) -> bool:
    """One element of several has to be there; a single value, or nothing at all, has to be just that."""
    wel, kreeg = plat({veld: gezegd}), plat({veld: gelezen})
    return plat({veld: waarde}) <= kreeg if len(wel) > 1 and waarde is not None else wel == kreeg
