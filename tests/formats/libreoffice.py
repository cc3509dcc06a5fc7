"""Run by the system's own Python: LibreOffice accepts and rejects all changes of Word files.

Arguments: paths of files. Prints JSON: for each path the texts of the body under "an" and "ab",
a table as a list of its cells.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

BEFEHLE = {"an": ".uno:AcceptAllTrackedChanges", "ab": ".uno:RejectAllTrackedChanges"}


def verbinde(leitung):
    lokal = uno.getComponentContext()
    sucher = lokal.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", lokal
    )
    for _ in range(240):
        try:
            return sucher.resolve(f"uno:pipe,name={leitung};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice antwortet nicht.")


def texte(text):
    ergebnis, stuecke = [], text.createEnumeration()
    while stuecke.hasMoreElements():
        stueck = stuecke.nextElement()
        if stueck.supportsService("com.sun.star.text.TextTable"):
            namen = stueck.getCellNames()
            ergebnis.append([stueck.getCellByName(name).getString() for name in namen])
        else:
            ergebnis.append(stueck.getString())
    return ergebnis


def lies(kontext, datei):
    dienste = kontext.ServiceManager
    tisch = dienste.createInstanceWithContext("com.sun.star.frame.Desktop", kontext)
    bote = dienste.createInstanceWithContext("com.sun.star.frame.DispatchHelper", kontext)
    ergebnis = {}
    for name, befehl in BEFEHLE.items():
        versteckt = PropertyValue()
        versteckt.Name, versteckt.Value = "Hidden", True
        papier = tisch.loadComponentFromURL(Path(datei).as_uri(), "_blank", 0, (versteckt,))
        bote.executeDispatch(papier.getCurrentController().getFrame(), befehl, "", 0, ())
        ergebnis[name] = texte(papier.Text)
        papier.close(True)
    return ergebnis


def main(dateien):
    leitung = f"pruefung{os.getpid()}"
    with tempfile.TemporaryDirectory() as ordner:
        programm = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{ordner}",
             f"--accept=pipe,name={leitung};urp;"]
        )  # fmt: skip
        kontext = verbinde(leitung)
        json.dump({datei: lies(kontext, datei) for datei in dateien}, sys.stdout)
        tisch = kontext.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", kontext
        )
        tisch.terminate()
        programm.wait(60)


if __name__ == "__main__":
    main(sys.argv[1:])
