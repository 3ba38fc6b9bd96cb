"""One fact, told in many ways: is it read, and is nothing read where nothing is said?"""

from __future__ import annotations

from typing import Any

from assistant.diensten import diensten
from evaluatie.casussen import PEILDATUM
from evaluatie.maat import Tellers, Uitslag


def meet(zaken: list[dict[str, Any]]) -> Uitslag:
    """Share of the sentences of which the fact in view is read as people labelled it, per field."""
    uitslag, tellers = Uitslag("feiten"), Tellers()
    lezer = diensten().lezer
    for zaak in zaken:
        gelezen = lezer.lees(zaak["tekst"], peildatum=PEILDATUM).kenmerken
        veld, waarde = zaak["doel"]["veld"], zaak["doel"]["waarde"]
        goed = _is_gelezen(waarde, _waarden(zaak["kenmerken"].get(veld)), _waarden(gelezen.get(veld)))
        tellers.tel(goed, "alle", f"{veld} niet gezegd" if waarde is None else veld)
        if not goed:
            uitslag.mis.append(f"{zaak['id']} {veld} {waarde} kreeg {gelezen.get(veld)}: {zaak['tekst'][:160]}")
    uitslag.maten = tellers.maten()
    return uitslag


def _is_gelezen(waarde: Any, gezegd: set[str], gelezen: set[str]) -> bool:
    """One element of a list has to be there; a single value, or nothing at all, has to be just that."""
    return str(waarde) in gelezen if len(gezegd) > 1 and waarde is not None else gezegd == gelezen


def _waarden(gegeven: Any) -> set[str]:
    """The values of a field; unknown is none."""
    waarden = gegeven if isinstance(gegeven, list) else [gegeven]
    return {str(w) for w in waarden if w not in (None, "onbekend")}
