"""The Windows stage: the installer is built and tried in Wine, from damage to removal."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from bauen import WINDOWS, baue_windows

from bau.befehle import Baufehler, daneben, fuehre_aus, starte
from bau.befehle import verlange as verlange_programme
from bau.orte import BAU, version
from pruefung.anzeige import bildschirm, warte_auf_fenster
from pruefung.bericht import Bericht, verlange, warte_bis
from pruefung.fenster import TITEL, zeige
from pruefung.hauptauftrag import fuehre_auftrag_aus, im_quelltext, vergleiche
from pruefung.installation import Installation
from windows import laufzeit
from windows.installer import baue_installer
from windows.starter import COMPILER
from windows.wine import Wine
from windows.zusammenbau import groesse

INSTALLER_MB, INSTALLIERT_MB = 60, 150
ALT = "0.0.1"
ALTES_MODUL = Path("programm/lib/antragsbuero/altes_modul.py")
ORDNER = BAU / "pruefung"
FRAKTION = r"C:\Fraktion für alle"
"""Where the people of this test keep their files, as a Windows path."""


@dataclass(frozen=True, slots=True)
class Bauten:
    """The installer of this source, one of an older version, and the folder they pack."""

    neu: Path
    alt: Path
    programm: Path


def pruefe() -> None:
    """Builds and tries everything. Raises Baufehler at the first fault."""
    verlange_programme("wine", "wineserver", "makensis", COMPILER, "Xvfb", "xdotool", "import",
                       "pdftotext")  # fmt: skip
    bericht = Bericht("Windows in Wine")
    shutil.rmtree(ORDNER, ignore_errors=True)
    bauten = _baue(bericht)
    shutil.rmtree(BAU / "wine", ignore_errors=True)
    with bildschirm() as anzeige, Wine(BAU / "wine", anzeige) as wine:
        lokal = wine.verzeichnis("LOCALAPPDATA")
        programm = Installation(wine, rf"{lokal}\Programs\Antragsbuero")
        daten = wine.pfad(rf"{lokal}\Antragsbuero")
        _pruefe_abweisungen(bericht, programm, bauten)
        _pruefe_upgrade(bericht, programm, bauten, daten)
        _pruefe_arbeit(bericht, programm)
        _pruefe_ende(bericht, programm, bauten, daten)
        _pruefe_orte(bericht, wine, bauten)
    bericht.ende()


def _baue(bericht: Bericht) -> Bauten:
    gebaut: dict[str, Path] = {}

    def programm() -> str:
        gebaut["programm"] = baue_windows(laufzeit.vorgegebene(WINDOWS / "python"))
        megabyte = groesse(gebaut["programm"]) / 1_000_000
        verlange(megabyte <= INSTALLIERT_MB, f"{megabyte:.0f} MB sind mehr als {INSTALLIERT_MB}")
        return f"{megabyte:.0f} MB installiert"

    def installer() -> str:
        gebaut["neu"] = baue_installer(gebaut["programm"], BAU / "fertig", version(), "zlib")
        megabyte = gebaut["neu"].stat().st_size / 1_000_000
        verlange(megabyte <= INSTALLER_MB, f"{megabyte:.0f} MB sind mehr als {INSTALLER_MB}")
        return f"{megabyte:.0f} MB"

    def aelterer() -> str:
        ordner = ORDNER / "alt"
        shutil.copytree(gebaut["programm"], ordner)
        (ordner / ALTES_MODUL).write_text('"""Gone in the next version."""\n', encoding="utf-8")
        paket = (ordner / ALTES_MODUL).parent
        (paket / "version.py").write_text(f'VERSION = "{ALT}"\n', encoding="utf-8")
        for uebersetzt in paket.glob("__pycache__/version.*"):
            uebersetzt.unlink()
        gebaut["alt"] = baue_installer(ordner, ORDNER, ALT, "zlib")
        return ALT

    bericht.pruefe("Programm gebaut", programm)
    bericht.pruefe("Installer gebaut", installer)
    bericht.pruefe("Installer einer älteren Version gebaut", aelterer)
    return Bauten(gebaut["neu"], gebaut["alt"], gebaut["programm"])


def _pruefe_abweisungen(bericht: Bericht, programm: Installation, bauten: Bauten) -> None:
    def beschaedigt() -> str:
        kaputt = ORDNER / "kaputt.exe"
        inhalt = bytearray(bauten.neu.read_bytes())
        inhalt[len(inhalt) // 2] ^= 0xFF
        kaputt.write_bytes(inhalt)
        code = programm.installiere(kaputt)
        verlange(code != 0, "ein beschädigter Installer endet mit 0")
        verlange(not programm.ordner.exists(), "ein beschädigter Installer hat etwas angelegt")
        return f"Ende mit {code}"

    def ohne_platz() -> str:
        klein = ORDNER / "klein"
        klein.mkdir(parents=True)
        if starte(["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", klein]).code:
            return "übersprungen, kein kleines Laufwerk einzurichten"
        try:
            (programm.wine.prefix / "dosdevices" / "k:").symlink_to(klein)
            ziel = Installation(programm.wine, r"K:\Antragsbuero")
            code = ziel.installiere(bauten.neu, ort_nennen=True)
            verlange(code == 7, f"Ende mit {code} statt 7")
            verlange(not any(klein.iterdir()), "auf dem vollen Laufwerk blieb etwas liegen")
        finally:
            fuehre_aus(["umount", klein])
        return "Ende mit 7"

    bericht.pruefe("Beschädigter Installer abgewiesen", beschaedigt)
    bericht.pruefe("Zu wenig Platz gemeldet", ohne_platz)


def _pruefe_upgrade(bericht: Bericht, programm: Installation, bauten: Bauten, daten: Path) -> None:
    def ersteinrichtung() -> str:
        _verlange_code(programm.installiere(bauten.alt), 0)
        ausgang = programm.programm("--version")
        verlange(ALT in ausgang.ausgabe, f"es meldet sich: {ausgang.ausgabe}{ausgang.fehler}")
        _verlange_gelungen(programm, "beispiel")
        verlange((daten / "antragsbuero.db").exists(), "die Daten liegen nicht, wo sie sollen")
        return f"Version {ALT}, Beispiel gespeichert"

    def laufend() -> str:
        vorher = programm.fingerabdruck()
        exe = programm.wine.befehl(f"{programm.ort}\\Antragsbuero.exe")
        with daneben(exe, umgebung=programm.wine.umgebung) as fenster:
            warte_auf_fenster(TITEL, programm.wine.umgebung, frist=120)
            try:
                _verlange_code(programm.installiere(bauten.neu), 6)
                verlange(programm.fingerabdruck() == vorher, "trotzdem wurde etwas verändert")
                verlange(fenster.prozess.poll() is None, "das Programm lief nicht mehr")
            finally:
                programm.wine.starte("taskkill", "/f", "/im", "Antragsbuero.exe")
        return "nichts verändert"

    def aufwerten() -> str:
        _verlange_code(programm.installiere(bauten.neu), 0)
        verlange(not (programm.ordner / ALTES_MODUL).exists(), "ein altes Modul blieb liegen")
        reste = [p.name for p in programm.ordner.iterdir() if p.suffix in (".neu", ".alt")]
        verlange(not reste, f"Reste: {reste}")
        verlange(programm.registriert() == version(), f"registriert: {programm.registriert()}")
        verlange("BEISPIEL" in _verlange_gelungen(programm, "liste"), "die Daten sind weg")
        return f"{ALT} wurde {version()}, Daten erhalten"

    bericht.pruefe("Still installiert", ersteinrichtung)
    bericht.pruefe("Bei laufendem Programm abgewiesen", laufend)
    bericht.pruefe("Ältere Version ersetzt", aufwerten)


def _pruefe_arbeit(bericht: Bericht, programm: Installation) -> None:
    def selbsttest() -> str:
        ausgabe = _verlange_gelungen(programm, "--selbsttest")
        print("\n".join(f"      {zeile}" for zeile in ausgabe.splitlines()), flush=True)
        return ausgabe.splitlines()[-1]

    def hauptauftrag() -> str:
        ordner = programm.wine.pfad(FRAKTION)
        ist = fuehre_auftrag_aus(
            lambda argumente: programm.programm("--daten", rf"{FRAKTION}\daten", *argumente),
            ordner,
            lambda datei: rf"{FRAKTION}\{datei.name}",
        )
        return vergleiche(im_quelltext(ORDNER / "Fraktion für alle"), ist)

    def fenster() -> str:
        exe = programm.wine.befehl(f"{programm.ort}\\Antragsbuero.exe")
        with zeige(exe, programm.wine.umgebung, BAU / "fertig" / "fenster-wine.png") as angabe:
            programm.wine.starte("taskkill", "/f", "/im", "Antragsbuero.exe")
        return angabe

    def in_gebrauch() -> str:
        ziel = programm.wine.pfad(FRAKTION) / "Antrag.docx"
        vorher = ziel.read_bytes()
        python = ORDNER / "python"
        laufzeit.packe_aus(laufzeit.vorgegebene(WINDOWS / "python"), python, alles=True)
        halte = rf"f = open(r'{FRAKTION}\Antrag.docx', 'rb'); print('offen', flush=True); "
        skript = f"{halte}import time; time.sleep(90)"
        befehl = programm.wine.befehl(python / "python.exe", "-c", skript)
        with daneben(befehl, umgebung=programm.wine.umgebung) as anderes:
            warte_bis(lambda: "offen" in anderes.bisher(), "die Datei ließ sich nicht öffnen")
            ausgang = programm.programm(
                "exportieren", "BEISPIEL", "--stueck", "antrag",
                "--ausgabe", rf"{FRAKTION}\Antrag.docx",
            )  # fmt: skip
            programm.wine.starte("taskkill", "/f", "/im", "python.exe")
        verlange(ausgang.code == 1 and "geöffnet" in ausgang.fehler, f"es kam: {ausgang}")
        verlange(ziel.read_bytes() == vorher, "die geöffnete Datei ist verändert")
        return ausgang.fehler.strip()

    bericht.pruefe("Selbsttest", selbsttest)
    bericht.pruefe("Import, Synopse und Antrag wie unter Linux", hauptauftrag)
    bericht.pruefe("Export in eine geöffnete Datei abgewiesen", in_gebrauch)
    bericht.pruefe("Fenster", fenster)


def _pruefe_ende(bericht: Bericht, programm: Installation, bauten: Bauten, daten: Path) -> None:
    def ueber_neuere() -> str:
        vorher = programm.fingerabdruck()
        programm.registriere("99.0.0")
        _verlange_code(programm.installiere(bauten.neu), 4)
        verlange(programm.fingerabdruck() == vorher, "trotzdem wurde etwas verändert")
        programm.registriere(version())
        return "nichts verändert"

    def entfernen() -> str:
        menue = list(programm.wine.laufwerk.rglob("Antragsb*.lnk"))
        verlange(len(menue) == 1, f"Einträge im Startmenü: {menue}")
        programm.deinstalliere()
        _verlange_weg(programm)
        verlange(not menue[0].exists(), "der Eintrag im Startmenü blieb")
        verlange((daten / "antragsbuero.db").exists(), "die Daten sind weg")
        return "Daten geblieben"

    bericht.pruefe("Über neuerer Version abgewiesen", ueber_neuere)
    bericht.pruefe("Entfernt", entfernen)


def _pruefe_orte(bericht: Bericht, wine: Wine, bauten: Bauten) -> None:
    def umlaute() -> str:
        ort = Installation(wine, r"C:\Büro für Räte\Antrags büro")
        _verlange_code(ort.installiere(bauten.neu, ort_nennen=True), 0)
        _verlange_gelungen(ort, "--selbsttest")
        ort.deinstalliere()
        _verlange_weg(ort)
        return ort.ort

    def fuer_alle() -> str:
        ordner = wine.verzeichnis("PROGRAMFILES")
        ort = Installation(wine, rf"{ordner}\Antragsbuero", fuer_alle=True)
        _verlange_code(ort.installiere(bauten.neu), 0)
        verlange(ort.registriert() == version(), "nicht für alle Benutzer eingetragen")
        _verlange_gelungen(ort, "--version")
        ort.deinstalliere()
        _verlange_weg(ort)
        return ort.ort

    bericht.pruefe("Pfad mit Umlauten und Leerzeichen", umlaute)
    bericht.pruefe("Für alle Benutzer", fuer_alle)


def _verlange_code(code: int, soll: int) -> None:
    verlange(code == soll, f"Ende mit {code} statt {soll}")


def _verlange_gelungen(programm: Installation, *argumente: str) -> str:
    ausgang = programm.programm(*argumente)
    if ausgang.code:
        raise Baufehler(f"{' '.join(argumente)} endet mit {ausgang.code}: "
                        f"{(ausgang.ausgabe + ausgang.fehler).strip()[-2000:]}")  # fmt: skip
    return ausgang.ausgabe


def _verlange_weg(programm: Installation) -> None:
    warte_bis(lambda: not programm.ordner.exists(), f"{programm.ort} ist nicht leer geworden")
