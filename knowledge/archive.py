"""The folder of YAML files as one zip archive, and back."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from knowledge.files import KennisbestandOnleesbaar
from knowledge.kinds import Stuk, hoort_hier, lees_map, schrijf_map

GROOTST: Final = 50_000_000
MEESTE: Final = 1000


def schrijf_archief(stukken: Iterable[Stuk]) -> bytes:
    """Records as a zip of the folder that ships."""
    uit = io.BytesIO()
    with tempfile.TemporaryDirectory() as tijdelijk, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        wortel = Path(tijdelijk)
        schrijf_map(wortel, stukken)
        for pad in sorted(wortel.rglob("*.yml")):
            archief.write(pad, pad.relative_to(wortel).as_posix())
    return uit.getvalue()


def lees_archief(inhoud: bytes) -> list[Stuk]:
    """The records of such a zip; files that do not belong to the folder are an error, never written anywhere."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        wortel = Path(tijdelijk)
        try:
            with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
                _pak_uit(archief, wortel)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as fout:
            raise KennisbestandOnleesbaar("Dit is geen leesbaar zip-bestand. Maak het opnieuw.") from fout
        return lees_map(wortel)


def _pak_uit(archief: zipfile.ZipFile, wortel: Path) -> None:
    bestanden = [i for i in archief.infolist() if not i.is_dir()]
    if len(bestanden) > MEESTE or sum(i.file_size for i in bestanden) > GROOTST:
        raise KennisbestandOnleesbaar("Dit zip-bestand is te groot. Importeer één regio tegelijk.")
    for bestand in bestanden:
        if not hoort_hier(bestand.filename):
            raise KennisbestandOnleesbaar(
                f"{bestand.filename[:80]} hoort niet in de map met kennis. Zet er alleen bestanden in zoals nmd/route.yml."
            )
        doel = wortel / bestand.filename
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(archief.read(bestand))
