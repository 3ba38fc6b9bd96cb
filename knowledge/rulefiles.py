"""Reading rule files and the regional filling-in from YAML."""

from __future__ import annotations

from pathlib import Path

from knowledge.files import CONTENT, GEBIEDEN, KennisbestandOnleesbaar, lees_records, lees_yaml, maak_record
from knowledge.rulemodel import Begrip, Definitie, Invulling, Regelset, Routetabel, Vraagregel

#: Rule files that hold something else than one rule version.
BEGRIPPEN, VRAGEN = "begrippen.yml", "vragen.yml"


def lees_regels(wortel: Path = CONTENT) -> Regelset:
    """All rule versions, shared terms and questions."""
    map_ = wortel / "regels"
    versies = [lees_regelversie(pad) for pad in sorted(map_.glob("*.yml")) if pad.name not in (BEGRIPPEN, VRAGEN)]
    return Regelset(
        begrippen=tuple(lees_records(map_ / BEGRIPPEN, Begrip)),
        definities=tuple(v for v in versies if isinstance(v, Definitie)),
        tabellen=tuple(v for v in versies if isinstance(v, Routetabel)),
        vragen=tuple(lees_records(map_ / VRAGEN, Vraagregel)),
    )


def lees_regelversie(pad: Path) -> Definitie | Routetabel:
    """One rule file: a definition, or a routing table when it has rows."""
    ruw = lees_yaml(pad)
    if not isinstance(ruw, dict):
        raise KennisbestandOnleesbaar(f"regels/{pad.name}: hier hoort één regel met velden te staan.")
    plaats = f"regels/{pad.name}"
    return maak_record(ruw, Routetabel, plaats) if "rijen" in ruw else maak_record(ruw, Definitie, plaats)


def lees_invullingen(wortel: Path = CONTENT) -> list[Invulling]:
    """How each region fills in the routes."""
    return [
        maak_record(lees_yaml(pad), Invulling, f"{gebied}/invulling.yml")
        for gebied in GEBIEDEN
        if (pad := wortel / gebied / "invulling.yml").exists()
    ]
