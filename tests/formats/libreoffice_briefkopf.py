"""Run by the system's own Python: a person edits Briefköpfe in LibreOffice and saves them as Word.

Arguments: folder for the results, a picture, paths of files. A word is added to the head of the
page and to the text, a picture is put at the start.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import uno  # noqa: F401 - makes com.sun.star importable
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER
from libreoffice import verbinde


def wert(name, inhalt):
    eigenschaft = PropertyValue()
    eigenschaft.Name, eigenschaft.Value = name, inhalt
    return eigenschaft


def bearbeite(kontext, bild, datei, ziel):
    dienste = kontext.ServiceManager
    tisch = dienste.createInstanceWithContext("com.sun.star.frame.Desktop", kontext)
    papier = tisch.loadComponentFromURL(Path(datei).as_uri(), "_blank", 0, (wert("Hidden", True),))
    text = papier.Text
    text.insertControlCharacter(text.End, PARAGRAPH_BREAK, False)
    text.insertString(text.End, "Mit Dank.", False)
    quelle = dienste.createInstanceWithContext(
        "com.sun.star.graphic.GraphicProvider", kontext
    ).queryGraphic((wert("URL", Path(bild).as_uri()),))
    logo = papier.createInstance("com.sun.star.text.TextGraphicObject")
    logo.Graphic, logo.AnchorType = quelle, AS_CHARACTER
    logo.Width, logo.Height = 2000, 2000
    seiten = papier.StyleFamilies.getByName("PageStyles")
    for name in seiten.ElementNames:
        seite = seiten.getByName(name)
        if seite.isInUse() and seite.HeaderIsOn:
            kopf = seite.HeaderText
            kopf.insertString(kopf.End, " Unser Haus am Markt", False)
            kopf.insertTextContent(kopf.Start, logo, False)
            break
    papier.storeToURL(
        (Path(ziel) / Path(datei).name).as_uri(), (wert("FilterName", "MS Word 2007 XML"),)
    )
    papier.close(True)


def main(ziel, bild, *dateien):
    leitung = f"briefkopf{os.getpid()}"
    with tempfile.TemporaryDirectory() as ordner:
        programm = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{ordner}",
             f"--accept=pipe,name={leitung};urp;"]
        )  # fmt: skip
        kontext = verbinde(leitung)
        for datei in dateien:
            bearbeite(kontext, bild, datei, ziel)
        tisch = kontext.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", kontext
        )
        tisch.terminate()
        programm.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
