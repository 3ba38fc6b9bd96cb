"""How serious problems are and whether school will be lost, as professionals show it instead of saying it."""

import pytest
from leesgevallen import MAP, Lees
from yaml import safe_load

UITVAL = safe_load((MAP / "uitval.yml").read_text(encoding="utf-8"))
ZWAARTE = safe_load((MAP / "zwaarte.yml").read_text(encoding="utf-8"))


def _beschrijving(zin: str, rest: str = "") -> str:
    meisje = {"ze", "zij", "haar"} & set(zin.lower().replace(",", "").split())
    wie, naam = ("Meisje", "Ze") if meisje else ("Jongen", "Hij")
    return f"{wie}, 18, mbo 3, Assen. {zin}.{rest} {naam} wil het diploma halen."


@pytest.mark.parametrize("zin", UITVAL["dreigt"])
def test_school_die_verloren_dreigt_te_gaan_is_dreigende_uitval(lees: Lees, zin: str) -> None:
    kenmerken = lees(_beschrijving(zin)).kenmerken
    assert kenmerken.get("dreigende_uitval") == "ja"
    assert kenmerken.get("inschrijving") == "ingeschreven"
    assert kenmerken.get("startkwalificatie") != "ja"


@pytest.mark.parametrize("zin", UITVAL["dreigt_niet"])
def test_ontkend_voorbij_of_van_een_ander_is_geen_dreigende_uitval(lees: Lees, zin: str) -> None:
    assert lees(_beschrijving(zin)).kenmerken.get("dreigende_uitval") != "ja"


@pytest.mark.parametrize("zin", ZWAARTE["ernstig"])
def test_een_getoond_zwaar_probleem_is_ernstig(lees: Lees, zin: str) -> None:
    kenmerken = lees(_beschrijving(zin, " Dreigt uit te vallen.")).kenmerken
    assert (kenmerken.get("ernstig"), kenmerken.get("inschrijving")) == ("ja", "ingeschreven")
    assert kenmerken["problemen"]


@pytest.mark.parametrize("zin", ZWAARTE["niet_ernstig"])
def test_licht_ontkend_voorbij_of_van_een_ander_is_niet_ernstig(lees: Lees, zin: str) -> None:
    lezing = lees(_beschrijving(zin, " Dreigt uit te vallen."))
    assert lezing.kenmerken.get("ernstig") == "nee" or not (lezing.kenmerken.get("problemen") or lezing.twijfel)


@pytest.mark.parametrize("zin", ZWAARTE["hangt_ervan_af"])
def test_van_een_kaal_probleem_blijft_de_zwaarte_open(lees: Lees, zin: str) -> None:
    lezing = lees(_beschrijving(zin, " Dreigt uit te vallen."))
    assert "ernstig" not in lezing.kenmerken
    assert lezing.kenmerken.get("problemen") or "problemen" in lezing.twijfel


def test_wat_zwaar_weegt_is_niet_ernstig_zolang_school_er_niet_onder_lijdt(lees: Lees) -> None:
    assert "ernstig" not in lees("jongen, 17, havo 4, is gokverslaafd, geen dreigende uitval").kenmerken


def test_een_lichte_oorzaak_naast_iets_zwaars_laat_de_zwaarte_open(lees: Lees) -> None:
    lezing = lees("mbo 3, 18. Haar moeder is overleden. Ze vindt geen stageplek en dreigt daardoor uit te vallen.")
    assert "ernstig" in lezing.twijfel


def test_drie_leefdomeinen_samen_zijn_ernstig(lees: Lees) -> None:
    kenmerken = lees("mbo 2, 18, schulden, ruzie thuis en hij blowt, dreigt uit te vallen").kenmerken
    assert kenmerken["ernstig"] == "ja"
