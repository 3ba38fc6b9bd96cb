"""From the result of a service to a message of the assistant, and from a message to Rasa."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from assistant.advice.model import Bron
from assistant.diensten import Diensten
from assistant.messages import Antwoord, Grafiek, Itemregel, Knop
from knowledge.service import Kennisantwoord, Vindplaats


def zeg(dispatcher: CollectingDispatcher, antwoord: Antwoord) -> None:
    """Hands a message to Rasa: its text and buttons for any channel, the whole for ours."""
    knoppen = [{"title": k.tekst, "payload": k.bericht} for k in antwoord.knoppen]
    dispatcher.utter_message(text=antwoord.tekst, buttons=knoppen, antwoord=antwoord.als_bericht())


def als_bronnen(vindplaatsen: Iterable[Vindplaats], d: Diensten) -> list[Bron]:
    """Sources as shown: document with title, section, and whether its term has ended."""
    gezien: dict[tuple[str, str], Bron] = {}
    for plek in vindplaatsen:
        document = d.kennis.document_bij_id[plek.document]
        verlopen = document.looptijd_tot is not None and document.looptijd_tot < dt.date.today()
        gezien.setdefault(
            (plek.document, plek.sectie),
            Bron(
                document=document.id,
                titel=document.titel,
                sectie=plek.sectie,
                looptijd_tot=document.looptijd_tot,
                verlopen=verlopen,
            ),
        )
    return list(gezien.values())


def als_antwoord(gevonden: Kennisantwoord, d: Diensten) -> Antwoord:
    """A knowledge answer as a message."""
    cijfer = gevonden.cijfer
    grafiek = Grafiek(svg=cijfer.grafiek_svg, alt=cijfer.grafiek_alt or "") if cijfer and cijfer.grafiek_svg else None
    return Antwoord(
        tekst=gevonden.tekst,
        gedrag=gevonden.gedrag,
        bronnen=als_bronnen(gevonden.bronnen, d),
        items=[Itemregel(id=t.item.id, titel=t.item.titel, score=t.score) for t in gevonden.treffers],
        knoppen=als_knoppen([(k.tekst, k.bericht) for k in gevonden.knoppen]),
        tabel=cijfer.tabel if cijfer else None,
        grafiek=grafiek,
    )


def als_knoppen(paren: Sequence[tuple[str, str]]) -> list[Knop]:
    """Quick replies from (text, message) pairs."""
    return [Knop(tekst=t, bericht=b) for t, b in paren]


def zeg_kennis(dispatcher: CollectingDispatcher, antwoorden: Sequence[Kennisantwoord], d: Diensten) -> list[EventType]:
    """Says knowledge answers, one or more, and remembers the last one for a follow-up."""
    for gevonden in antwoorden:
        zeg(dispatcher, als_antwoord(gevonden, d))
    return [SlotSet("laatste_kennis", antwoorden[-1].stand.als_dict())]
