"""Packs the program as a package for Debian and Ubuntu."""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path

from bau.befehle import fuehre_aus, leise, verlange
from bau.orte import BAU, WURZEL, version
from bau.wheel import commitzeit

HIER = Path(__file__).resolve().parent
ORT = Path("usr/lib/antragsbuero")
BRAUCHT = (
    "libcups2t64 | libcups2", "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6",
    "libgl1", "libx11-6", "libx11-xcb1", "libxcb1", "tzdata", "zlib1g",
)  # fmt: skip
"""What the program takes from the system; everything else lies in its own folder."""
STEUERUNG = """\
Package: antragsbuero
Version: {version}
Architecture: amd64
Maintainer: Antragsbüro-Projekt <antragsbuero@localhost>
Installed-Size: {kilobyte}
Depends: {braucht}
Section: editors
Priority: optional
Description: Anträge einer Ratsfraktion entwerfen und verfolgen
 Antragsbüro entwirft Anträge einer Ratsfraktion, stellt ihre Fassungen als
 Synopse nebeneinander und zeigt, was von einem Beschluss umgesetzt ist.
"""


def baue_deb(programm: Path, ziel: Path) -> Path:
    """Packs the folder `programm` into a package in the folder `ziel`.

    Raises:
        Baufehler: dpkg-deb is missing or refuses.
    """
    verlange("dpkg-deb")
    wurzel = BAU / "linux" / "paket"
    shutil.rmtree(wurzel, ignore_errors=True)
    shutil.copytree(programm, wurzel / ORT, symlinks=True)
    bilder = WURZEL / "resources" / "app"
    symbole = Path("usr/share/icons/hicolor")
    for von, nach in (
        (HIER / "antragsbuero.desktop", Path("usr/share/applications/antragsbuero.desktop")),
        (bilder / "antragsbuero.svg", symbole / "scalable/apps/antragsbuero.svg"),
        (bilder / "antragsbuero.png", symbole / "256x256/apps/antragsbuero.png"),
        (WURZEL / "LICENSE", Path("usr/share/doc/antragsbuero/copyright")),
    ):
        (wurzel / nach).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(von, wurzel / nach)
    befehl = wurzel / "usr/bin/antragsbuero"
    befehl.parent.mkdir(parents=True)
    befehl.symlink_to(f"../{ORT.relative_to('usr')}/antragsbuero")
    _setze_rechte(wurzel)
    _schreibe_steuerung(wurzel)
    ziel.mkdir(parents=True, exist_ok=True)
    datei = ziel / f"antragsbuero_{version()}_amd64.deb"
    fuehre_aus(
        [*leise(), "dpkg-deb", "--root-owner-group", "-Zzstd", "-z10", "--build", wurzel, datei],
        umgebung={**os.environ, "SOURCE_DATE_EPOCH": str(commitzeit())},
    )
    return datei


def _setze_rechte(wurzel: Path) -> None:
    for pfad in [wurzel, *wurzel.rglob("*")]:
        if pfad.is_symlink():
            continue
        ausfuehrbar = pfad.is_dir() or pfad.parent == wurzel / ORT
        pfad.chmod(0o755 if ausfuehrbar else 0o644)


def _schreibe_steuerung(wurzel: Path) -> None:
    kilobyte = sum(p.lstat().st_size for p in wurzel.rglob("*") if p.is_file()) // 1024
    braucht = (f"libc6 (>= {platform.libc_ver()[1]})", *BRAUCHT)
    steuerung = wurzel / "DEBIAN" / "control"
    steuerung.parent.mkdir(mode=0o755)
    text = STEUERUNG.format(version=version(), kilobyte=kilobyte, braucht=", ".join(braucht))
    steuerung.write_text(text, encoding="utf-8")
