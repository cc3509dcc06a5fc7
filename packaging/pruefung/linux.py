"""The Linux stage: the package is built, installed in a fresh Debian, tried and removed."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from bau.befehle import starte
from bau.befehle import verlange as verlange_programme
from bau.orte import BAU, WURZEL, version
from linux.deb import baue_deb
from linux.programm import baue_programm
from pruefung.anzeige import bildschirm
from pruefung.bericht import Bericht, verlange
from pruefung.fenster import vergleiche_start, zeige
from pruefung.hauptauftrag import fuehre_auftrag_aus, im_quelltext, vergleiche
from pruefung.reinraum import Reinraum, innen, reinraum

ORDNER = BAU / "pruefung-linux"


def pruefe() -> None:
    """Builds and tries everything. Raises Baufehler at the first fault."""
    verlange_programme("dpkg-deb", "mmdebstrap", "Xvfb", "xdotool", "import", "pdftotext")
    bericht = Bericht("Debian-Paket")
    shutil.rmtree(ORDNER, ignore_errors=True)
    ORDNER.mkdir(parents=True)
    gebaut: dict[str, Path] = {}

    def programm() -> None:
        gebaut["programm"] = baue_programm() / "antragsbuero"

    def paket() -> str:
        gebaut["paket"] = baue_deb(gebaut["programm"].parent, BAU / "fertig")
        return f"{gebaut['paket'].stat().st_size / 1_000_000:.0f} MB"

    bericht.pruefe("Programm gebaut", programm)
    bericht.pruefe("Paket gebaut", paket)
    with bildschirm() as anzeige:
        bericht.pruefe("Start des Fensters", lambda: _start(gebaut["programm"], anzeige))
        bericht.pruefe("Import, Synopse und Antrag wie aus dem Quelltext",
                       lambda: _hauptauftrag(gebaut["programm"]))  # fmt: skip
        with reinraum(ORDNER / "reinraum") as raum:
            _pruefe_im_reinraum(bericht, raum, gebaut["paket"], anzeige)
    bericht.ende()


def _start(programm: Path, anzeige: str) -> str:
    daten: list[str | Path] = ["--daten", ORDNER / "daten-start"]
    umgebung = {**os.environ, "DISPLAY": anzeige, "QT_QPA_PLATFORM": "xcb"}
    quelltext: list[str | Path] = [sys.executable, WURZEL / "main.py", *daten]
    return vergleiche_start(quelltext, [programm, *daten], umgebung)


def _hauptauftrag(programm: Path) -> str:
    befehl: list[str | Path] = [programm, "--daten", ORDNER / "daten"]
    ist = fuehre_auftrag_aus(
        lambda argumente: starte([*befehl, *argumente], frist=300), ORDNER / "gebaut ü", str
    )
    return vergleiche(im_quelltext(ORDNER / "quelltext ü"), ist)


def _pruefe_im_reinraum(bericht: Bericht, raum: Reinraum, paket: Path, anzeige: str) -> None:
    def installiere() -> None:
        shutil.copy(paket, raum.wurzel / "paket.deb")
        raum.als_root("apt-get", "update", "-qq")
        raum.als_root("apt-get", "install", "-y", "--no-install-recommends", "/paket.deb")

    def selbsttest() -> str:
        ausgang = raum.starte("antragsbuero", "--selbsttest")
        verlange(ausgang.code == 0, f"{ausgang.ausgabe}{ausgang.fehler}"[-2500:])
        return ausgang.ausgabe.splitlines()[-1]

    def fenster() -> str:
        ausgang = raum.starte("antragsbuero", "beispiel")
        verlange(ausgang.code == 0, ausgang.fehler)
        befehl = raum.befehl("antragsbuero")
        with zeige(befehl, innen({"DISPLAY": anzeige}), BAU / "fertig" / "fenster-debian.png") as a:
            return a

    def entferne() -> str:
        eintrag = raum.wurzel / "usr/share/applications/antragsbuero.desktop"
        verlange(eintrag.is_file(), "der Eintrag im Menü fehlt")
        raum.als_root("apt-get", "remove", "-y", "antragsbuero")
        reste = [p for p in ("usr/lib/antragsbuero", "usr/bin/antragsbuero") if
                 os.path.lexists(raum.wurzel / p)]  # fmt: skip
        verlange(not reste and not eintrag.exists(), f"geblieben: {reste}")
        daten = list((raum.wurzel / "heim").rglob("antragsbuero.db"))
        verlange(daten, "die Daten sind weg")
        return "Daten geblieben"

    bericht.pruefe(f"Version {version()} in frischem Debian installiert", installiere)
    bericht.pruefe("Selbsttest", selbsttest)
    bericht.pruefe("Fenster", fenster)
    bericht.pruefe("Entfernt", entferne)
