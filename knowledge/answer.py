"""Answering a knowledge question: figure or item, the right region, or an honest "not in my sources"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from knowledge.details import ontbrekend
from knowledge.figures import Cijferantwoord, Cijfervraag
from knowledge.followup import Stand, leunt, soort_vervolg, verwijst_terug
from knowledge.model import Document, Kennisitem, RegioId, Vindplaats
from knowledge.questions import deelvragen, kern, vraagt_gegeven
from knowledge.regions import Streekwijzer
from knowledge.search import Treffer, Zoeker
from knowledge.snapshot import Kennis

Gedrag = Literal["antwoord", "weet-niet", "verduidelijk"]

#: From here a question counts as one about a figure; between the two, a good item goes first.
CIJFER_ZEKER: Final = 0.7
CIJFER_MISSCHIEN: Final = 0.5
#: Another region answers only when this one has next to nothing and that one is sure.
ELDERS_ZEKER: Final = 0.7
ELDERS_BETER: Final = 0.4
#: A short question that names its own subject this well needs nothing from the answer before it.
STAAT_OP_ZICH: Final = 0.75
#: Weight of the question's own words beside those of the subject before it.
EIGEN_WOORDEN: Final = 0.5
#: How far an uncertain hit must stand above the next to be the answer; how near a second one counts as part of it.
AFSTAND: Final = 0.08
NABIJ: Final = 0.93
#: What the source tells stands beside what it leaves out when it lies practically as near.
EVEN_NABIJ: Final = 0.97
#: A guess below this is not worth telling: only the titles are offered.
GOK: Final = 0.25
#: Below this certainty a second item counts from further off: two readings are better than one that is wrong.
TWIJFELT: Final = 0.9
NABIJ_BIJ_TWIJFEL: Final = 0.85
#: Two questions in one sentence: a clause with its own question word or verb after "en".
_TWEELEDIG: Final = re.compile(
    r"\b(krijg|kan|mag|moet|wie|wat|waar|welke|via|of)\b.*,? en (hoe|hoeveel|wanneer|wat|wie)\b"
    r"|\b(hoeveel|hoe (lang|vaak|hoog|oud|groot))\b.* en (wie|waar|wat|welke?|bij wie|waarom|hoe het|met wie)\b"
    r"|\b(leg|uitleg|uitleggen|betekent)\b.* en (hoeveel|hoe (lang|vaak|hoog|oud|groot)|wat|welk)\b"
)
_WAARSCHIJNLIJK: Final = "Dit komt het dichtst bij uw vraag:\n\n"
_ONZEKER: Final = "Ik weet niet zeker of dit is wat u bedoelt. Het dichtst bij uw vraag komt:\n\n"


@dataclass(frozen=True)
class Knop:
    """A quick reply: what it shows and what it sends."""

    tekst: str
    bericht: str


@dataclass(frozen=True)
class Kennisantwoord:
    """One answer with its sources, and what the conversation should remember of it."""

    gedrag: Gedrag
    tekst: str
    stand: Stand
    treffers: tuple[Treffer, ...] = ()
    bronnen: tuple[Vindplaats, ...] = ()
    knoppen: tuple[Knop, ...] = ()
    cijfer: Cijferantwoord | None = None
    zekerheid: float = 0.0


@dataclass
class Vraagbaak:
    """Answers questions from one version of the knowledge base."""

    kennis: Kennis
    zoeker: Zoeker
    wijzer: Streekwijzer = field(init=False)

    def __post_init__(self) -> None:
        self.wijzer = Streekwijzer(self.kennis.regios)
        self._regionaam = {r.id: r.naam for r in self.kennis.regios}

    def beantwoord(
        self, bericht: str, regio: RegioId | None = None, vorige: Stand | None = None
    ) -> list[Kennisantwoord]:
        """One answer per question in the message, in order."""
        antwoorden: list[Kennisantwoord] = []
        for vraag in deelvragen(bericht):
            antwoorden.append(self._een(vraag, regio, antwoorden[-1].stand if antwoorden else vorige))
        return antwoorden

    def zekerheid(self, bericht: str, regio: RegioId | str | None = None) -> float:
        """How well the best item or figure answers a message, between 0 and 1."""
        beste = self._zoek(bericht, regio, 1)  # type: ignore[arg-type]
        cijfer = self.kennis.cijfers.lees(bericht, regio, None)
        return max(beste[0].score if beste else 0.0, cijfer.zekerheid if cijfer else 0.0)

    def bekend_deel(self, bericht: str) -> float:
        """Share of a message's own words that the knowledge base knows; a place by itself says nothing."""
        return self.zoeker.bekend_deel(self.wijzer.zonder_plaatsen(bericht))

    def over_route(self, route: str, regio: str | None) -> Stand | None:
        """The subject of a conversation after an advice: the item that tells most about just this route."""
        over = [i for i in self.kennis.items if route in i.routes and i.regio == regio and not i.staat_niet_in_bron]
        item = min(over, key=lambda i: (len(i.routes), i.soort != "route"), default=None)
        return Stand(item.titel, regio, (item.id,), None, _sporen(item.bronnen)) if item else None

    def is_vervolg(self, tekst: str, vorige: Stand) -> bool:
        """Whether a text only makes sense after the answer before it."""
        if soort_vervolg(tekst, vorige, self.wijzer):
            return True
        return bool(vorige.cijfervraag) and self._cijfer(tekst, None, vorige) is not None

    def _een(self, vraag: str, regio: RegioId | None, vorige: Stand | None) -> Kennisantwoord:
        vervolg = soort_vervolg(vraag, vorige, self.wijzer)
        if vorige and vervolg == "bron":
            return self._vindplaatsen(vorige)
        if vorige and vervolg == "jaar":
            return self._actualiteit(vorige)
        gebied = self._gebied(vraag, vorige if vervolg else None, regio)
        if cijfer := self._cijfer(vraag, gebied, vorige):
            return cijfer
        if vorige and vervolg == "andere-streek":
            return self._uit_items(vorige.vraag, gebied)
        if vorige and vervolg == "verwijzing" and vorige.items:
            return self._verwijzing(vraag, gebied, vorige)
        if vorige and vervolg == "verwijzing" and vorige.cijfervraag and verwijst_terug(vraag):
            return self._over_cijfer(vraag, gebied, vorige)
        return self._uit_items(vraag, gebied)

    def _gebied(self, vraag: str, vorige: Stand | None, regio: RegioId | None) -> RegioId | None:
        """Region from the question, else the conversation, else the user's setting."""
        if gevonden := self.wijzer.zoek(vraag):
            return gevonden[0].regio
        return vorige.regio if vorige and vorige.regio else regio  # type: ignore[return-value]

    # --- figures ---------------------------------------------------------------------------------

    def _cijfer(self, vraag: str, regio: RegioId | None, vorige: Stand | None) -> Kennisantwoord | None:
        eerder = Cijfervraag.from_dict(vorige.cijfervraag) if vorige and vorige.cijfervraag else None
        gelezen = self.kennis.cijfers.lees(vraag, regio, eerder)
        if gelezen is None or gelezen.zekerheid < CIJFER_MISSCHIEN:
            return None
        antwoord = self.kennis.cijfers.beantwoord(gelezen)
        if not self._cijfer_gaat_voor(vraag, regio, gelezen, antwoord):
            return None
        erbij = self._naast_cijfer(vraag, regio) if antwoord.gevonden else []
        bronnen = (*antwoord.bronnen, *(b for t in erbij for b in t.item.bronnen))
        stand = Stand(vraag, regio, tuple(t.item.id for t in erbij), gelezen.to_dict(), _sporen(bronnen))
        return Kennisantwoord(
            "antwoord" if antwoord.gevonden else "weet-niet",
            "\n\n".join([antwoord.tekst, *(t.item.antwoord for t in erbij)]),
            stand,
            tuple(erbij),
            bronnen,
            cijfer=antwoord,
            zekerheid=gelezen.zekerheid,
        )

    def _naast_cijfer(self, vraag: str, regio: RegioId | None) -> list[Treffer]:
        """The item that answers the other half of a question that asks for more than a figure."""
        if not _TWEELEDIG.search(vraag.lower()):
            return []
        return [t for t in self._zoek(vraag, regio)[:1] if t.score >= STAAT_OP_ZICH and not t.item.staat_niet_in_bron]

    def _cijfer_gaat_voor(
        self, vraag: str, regio: RegioId | None, gelezen: Cijfervraag, antwoord: Cijferantwoord
    ) -> bool:
        """A sure figure does; an unsure or missing one only when no item answers, or none knows the year either."""
        if antwoord.gevonden and gelezen.zekerheid >= CIJFER_ZEKER:
            return True
        beste = self._zoek(vraag, regio)[:1]
        if not beste or beste[0].score < self.zoeker.weging.zeker:
            return True
        tekst = f"{beste[0].item.titel} {beste[0].item.antwoord}"
        noemt_jaar = bool(gelezen.jaren) and any(c.isdigit() for c in vraag)
        return not antwoord.gevonden and noemt_jaar and not any(j in tekst for j in gelezen.jaren)

    # --- items -----------------------------------------------------------------------------------

    def _zoek(self, vraag: str, regio: RegioId | None, aantal: int = 12) -> list[Treffer]:
        """Search with the whole message and with the question inside it; the best of both."""
        regios = (regio, "landelijk") if regio else None
        gevonden: dict[str, Treffer] = {}
        for tekst in (vraag, *kern(vraag)):
            for treffer in self.zoeker.zoek(tekst, regios=regios, aantal=aantal):
                bekend = gevonden.get(treffer.item.id)
                if bekend is None or treffer.score > bekend.score:
                    gevonden[treffer.item.id] = treffer
        return sorted(gevonden.values(), key=lambda t: -t.score)[:aantal]

    def _uit_items(self, vraag: str, regio: RegioId | None) -> Kennisantwoord:
        treffers = self._zoek(vraag, regio)
        beste = treffers[0].score if treffers else 0.0
        mogelijk = self.zoeker.weging.mogelijk
        anders: Kennisantwoord | None = None
        if regio and beste < self.zoeker.weging.zeker:
            anders = self._elders(vraag, regio, beste)
        elif not regio and beste >= mogelijk:
            anders = self._per_regio(vraag, treffers)
        return anders or self._beslis(vraag, regio, treffers)

    def _beslis(self, vraag: str, regio: RegioId | None, treffers: list[Treffer]) -> Kennisantwoord:
        weging = self.zoeker.weging
        if not treffers or treffers[0].score < weging.mogelijk:
            return self._weet_niet(vraag, regio, treffers)
        if treffers[0].score >= weging.zeker:
            return self._antwoord(vraag, regio, treffers)
        if len(treffers) == 1 or treffers[0].score - treffers[1].score >= AFSTAND:
            return self._antwoord(vraag, regio, treffers, _WAARSCHIJNLIJK)
        if treffers[0].score < GOK:
            return self._bedoelt_u(vraag, regio, treffers[:3])
        return self._misschien(vraag, regio, treffers[:3])

    def _antwoord(
        self, vraag: str, regio: RegioId | None, treffers: list[Treffer], aanloop: str = ""
    ) -> Kennisantwoord:
        item = treffers[0].item
        if not regio and item.regio != "landelijk" and not aanloop:
            aanloop = f"**{self._regionaam[item.regio]}:** "
        mist = None if item.staat_niet_in_bron else ontbrekend(vraag, item.antwoord)
        if mist:
            aanloop = f"Dat staat niet in de bron: {mist} wordt niet gegeven. Wel bekend:\n\n{aanloop}"
        ook = (
            []
            if mist
            else self._toch_bekend(vraag, treffers)
            if item.staat_niet_in_bron
            else self._hoort_erbij(treffers)
        )
        delen = [aanloop + item.antwoord, *(f"**{t.item.titel}**\n{t.item.antwoord}" for t in ook)]
        bronnen = (*item.bronnen, *(b for t in ook for b in t.item.bronnen))
        return Kennisantwoord(
            "weet-niet" if mist or (item.staat_niet_in_bron and not ook) else "antwoord",
            "\n\n".join(delen),
            Stand(vraag, regio, (item.id, *(t.item.id for t in ook)), None, _sporen(bronnen)),
            tuple(treffers[:3]),
            bronnen,
            self._verder(item, treffers, ook),
            zekerheid=treffers[0].score,
        )

    def _hoort_erbij(self, treffers: list[Treffer]) -> list[Treffer]:
        """A second item that answers the question about as well as the first, from the same region."""
        eerste, rest = treffers[0], treffers[1:2]
        nabij = NABIJ if eerste.score >= TWIJFELT else NABIJ_BIJ_TWIJFEL
        grens = max(self.zoeker.weging.zeker, nabij * eerste.score)
        return [
            t for t in rest
            if t.score >= grens and t.item.regio == eerste.item.regio and not t.item.staat_niet_in_bron
        ]  # fmt: skip

    def _toch_bekend(self, vraag: str, treffers: list[Treffer]) -> list[Treffer]:
        """What the source does tell, when that lies as near as what it leaves out and no number or name is asked."""
        if vraagt_gegeven(vraag):
            return []
        eerste, tweede = treffers[0], next((t for t in treffers[1:] if not t.item.staat_niet_in_bron), None)
        if tweede is None or tweede.item.regio != eerste.item.regio:
            return []
        return [tweede] if tweede.score >= max(self.zoeker.weging.zeker, EVEN_NABIJ * eerste.score) else []

    def _verder(self, item: Kennisitem, treffers: list[Treffer], ook: list[Treffer]) -> tuple[Knop, ...]:
        """What to read on: the links of the item, or the runners-up when the hit was not sure."""
        getoond = {item.id, *(t.item.id for t in ook)}
        if treffers[0].score < self.zoeker.weging.zeker:
            titels = [t.item.titel for t in treffers[1:4]]
        else:
            titels = [self.kennis.item_bij_id[i].titel for i in item.zie_ook if i not in getoond][:3]
        return tuple(Knop(t, t) for t in titels)

    def _bedoelt_u(self, vraag: str, regio: RegioId | None, treffers: list[Treffer]) -> Kennisantwoord:
        titels = "\n".join(f"- {t.item.titel}" for t in treffers)
        return Kennisantwoord(
            "verduidelijk",
            f"Ik weet niet zeker wat u bedoelt. Gaat uw vraag over een van deze onderwerpen?\n{titels}",
            Stand(vraag, regio),
            tuple(treffers),
            knoppen=tuple(Knop(t.item.titel, t.item.titel) for t in treffers),
            zekerheid=treffers[0].score,
        )

    def _misschien(self, vraag: str, regio: RegioId | None, treffers: list[Treffer]) -> Kennisantwoord:
        """The nearest answer, said to be a guess, and the other readings with their first sentence and a button."""
        eerste, *anders = (t.item for t in treffers)
        titels = [f"- **{i.titel}**: {_eerste_zin(i)}" for i in anders]
        return Kennisantwoord(
            "weet-niet" if eerste.staat_niet_in_bron else "antwoord",
            "\n\n".join([_ONZEKER + f"**{eerste.titel}**\n{eerste.antwoord}", "\n".join(["Of bedoelt u:", *titels])]),
            Stand(vraag, regio, (eerste.id,), None, _sporen(eerste.bronnen)),
            tuple(treffers),
            (*eerste.bronnen, *(i.bronnen[0] for i in anders)),
            tuple(Knop(i.titel, i.titel) for i in anders),
            zekerheid=treffers[0].score,
        )

    def _weet_niet(self, vraag: str, regio: RegioId | None, treffers: list[Treffer]) -> Kennisantwoord:
        waar = f" over {self._regionaam[regio]}" if regio else ""
        return Kennisantwoord(
            "weet-niet",
            f"Dat staat niet in mijn bronnen{waar}. Ik geef alleen antwoorden die in de regionale programma's staan. "
            "Stel de vraag anders, of leg haar voor aan het RMC van uw regio.",
            Stand(vraag, regio),
            tuple(treffers[:3]),
            zekerheid=treffers[0].score if treffers else 0.0,
        )

    def _elders(self, vraag: str, regio: RegioId, hier: float) -> Kennisantwoord | None:
        """The answer of another region, said to be so, when this region's sources are silent."""
        anders = [t for t in self._zoek(vraag, None) if t.item.regio != regio]
        if not anders or anders[0].score < ELDERS_ZEKER or anders[0].score - hier < ELDERS_BETER:
            return None
        gebied = anders[0].item.regio
        daar = "de landelijke bron" if gebied == "landelijk" else self._regionaam[gebied]
        aanloop = f"Voor {self._regionaam[regio]} staat dit niet in mijn bronnen. Wel voor {daar}:\n\n"
        return self._antwoord(vraag, regio, anders, aanloop)

    def _per_regio(self, vraag: str, treffers: Sequence[Treffer]) -> Kennisantwoord | None:
        """A compact comparison when the question has another answer in each region."""
        onderwerp = treffers[0].item.onderwerp
        zelfde = (
            {i.regio: i for i in self.kennis.items if i.onderwerp == onderwerp and i.regio != "landelijk"}
            if onderwerp
            else {}
        )
        if len(zelfde) < 2:
            return None
        regels = [f"- **{self._regionaam[r]}**: {_eerste_zin(i)}" for r, i in zelfde.items()]
        bronnen = tuple(i.bronnen[0] for i in zelfde.values())
        return Kennisantwoord(
            "antwoord",
            "Dit verschilt per regio:\n" + "\n".join(regels) + "\n\nVoor welke regio wilt u meer weten?",
            Stand(vraag, None, tuple(i.id for i in zelfde.values()), None, _sporen(bronnen)),
            tuple(treffers[:3]),
            bronnen,
            tuple(Knop(self._regionaam[r], f"en in {self._regionaam[r]}?") for r in zelfde),
            zekerheid=treffers[0].score,
        )

    # --- follow-ups ------------------------------------------------------------------------------

    def _verwijzing(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord:
        """A question with "dat" or "daar": read together with the subject of the answer before it."""
        los = self._zoek(vraag, regio)
        item = self.kennis.item_bij_id.get(vorige.items[0])
        terug = verwijst_terug(vraag) or leunt(vraag, self.wijzer)
        if item is None or (not terug and los and los[0].score >= STAAT_OP_ZICH):
            return self._beslis(vraag, regio, los)
        met_onderwerp = f"{item.titel}: {vraag}"
        samen = _verzoend(self._zoek(met_onderwerp, regio), los, self._verwant(item))
        if samen and samen[0].item.id in vorige.items:
            samen = self._met_verwant(samen, item, vorige.items)
        return self._beslis(met_onderwerp, regio, samen)

    def _met_verwant(self, samen: list[Treffer], item: Kennisitem, gezegd: Sequence[str]) -> list[Treffer]:
        """What was just said answers again; then the best item beside it on the same subject is worth as much."""
        eerste, verwant = samen[0], self._verwant(item) - {*gezegd}
        ander = next((t for t in samen[1:] if t.item.id in verwant and t.score >= self.zoeker.weging.zeker), None)
        if ander is None:
            return samen
        return [eerste, replace(ander, score=eerste.score), *(t for t in samen[1:] if t is not ander)]

    def _over_cijfer(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord:
        """A question about the figure just given ("voor wie is dat?"): the figure again, with what is told of it."""
        cijfervraag = Cijfervraag.from_dict(vorige.cijfervraag or {})
        antwoord = self.kennis.cijfers.beantwoord(cijfervraag)
        los = self._zoek(vraag, regio)
        zeker = bool(los) and los[0].score >= self.zoeker.weging.zeker
        if not antwoord.gevonden:
            return self._beslis(vraag, regio, los)
        ook = self._beslis(vraag, regio, los) if zeker else None
        return Kennisantwoord(
            "antwoord",
            "\n\n".join([*([ook.tekst] if ook else []), antwoord.tekst]),
            ook.stand if ook else vorige,
            ook.treffers if ook else (),
            (*(ook.bronnen if ook else ()), *antwoord.bronnen),
            ook.knoppen if ook else (),
            cijfer=antwoord,
            zekerheid=1.0,
        )

    def _verwant(self, item: Kennisitem) -> frozenset[str]:
        """An item and those that one of the two links to."""
        terug = (i.id for i in self.kennis.items if item.id in i.zie_ook)
        return frozenset({item.id, *item.zie_ook, *terug})

    def _vindplaatsen(self, vorige: Stand) -> Kennisantwoord:
        if not vorige.bronnen:
            return Kennisantwoord(
                "weet-niet", "Bij het vorige antwoord hoort geen bron: ik vond het niet in mijn documenten.", vorige
            )
        regels = [f"- {self.kennis.document_bij_id[d].titel}, {s}" for d, s, _ in dict.fromkeys(vorige.bronnen)]
        bronnen = tuple(Vindplaats(document=d, sectie=s, regels=r) for d, s, r in vorige.bronnen)
        return Kennisantwoord(
            "antwoord", "Dat staat hier:\n" + "\n".join(regels), vorige, bronnen=bronnen, zekerheid=1.0
        )

    def _actualiteit(self, vorige: Stand) -> Kennisantwoord:
        if vorige.cijfervraag:
            jaren = Cijfervraag.from_dict(vorige.cijfervraag).jaren
            if jaren:
                bronnen = tuple(Vindplaats(document=d, sectie=s, regels=r) for d, s, r in vorige.bronnen)
                return Kennisantwoord(
                    "antwoord", f"Dat cijfer gaat over {' en '.join(jaren)}.", vorige, bronnen=bronnen, zekerheid=1.0
                )
        if not vorige.bronnen:
            return self._vindplaatsen(vorige)
        documenten = [self.kennis.document_bij_id[d] for d in dict.fromkeys(d for d, _, _ in vorige.bronnen)]
        regels = [f"- {d.titel}: {d.jaar}, looptijd {d.looptijd_tekst}{_verlopen(d)}" for d in documenten]
        bronnen = tuple(Vindplaats(document=d, sectie=s, regels=r) for d, s, r in vorige.bronnen)
        return Kennisantwoord(
            "antwoord", "Het antwoord komt uit:\n" + "\n".join(regels), vorige, bronnen=bronnen, zekerheid=1.0
        )


def _verlopen(document: Document) -> str:
    voorbij = document.looptijd_tot and document.looptijd_tot < dt.date.today()
    return ". Die looptijd is voorbij: controleer of het nog geldt." if voorbij else "."


def _verzoend(samen: Sequence[Treffer], los: Sequence[Treffer], verwant: frozenset[str]) -> list[Treffer]:
    """Hits for question with subject; among what belongs to the subject, the question's own words break the tie."""
    eigen = {t.item.id: EIGEN_WOORDEN * t.score for t in los if t.item.id in verwant}
    return sorted(samen, key=lambda t: -(t.score + eigen.get(t.item.id, 0.0)))


def _sporen(bronnen: Sequence[Vindplaats]) -> tuple[tuple[str, str, str], ...]:
    return tuple((b.document, b.sectie, b.regels) for b in bronnen)


def _eerste_zin(item: Kennisitem) -> str:
    regel = item.antwoord.strip().split("\n")[0]
    zin, punt, _ = regel.partition(". ")
    return zin + ("." if punt else "")
