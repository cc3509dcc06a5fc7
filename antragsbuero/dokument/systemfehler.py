"""What the operating system says of files, in German."""

from __future__ import annotations

import errno

_WORTE = {
    errno.ENOENT: "die Datei oder der Ordner fehlt",
    errno.EISDIR: "es ist ein Ordner",
    errno.ENOTDIR: "ein Teil des Pfads ist kein Ordner",
    errno.EEXIST: "es gibt sie schon",
    errno.EACCES: "der Zugriff ist nicht erlaubt",
    errno.EPERM: "der Zugriff ist nicht erlaubt",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EFBIG: "die Datei ist zu groß",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.EINVAL: "der Name ist nicht erlaubt",
    errno.ELOOP: "die Verknüpfung führt im Kreis",
    errno.EBUSY: "ein anderes Programm benutzt sie gerade",
    errno.EIO: "der Datenträger meldet einen Fehler",
    errno.EMFILE: "zu viele Dateien sind geöffnet",
    errno.ETIMEDOUT: "das Netzlaufwerk antwortet nicht",
    errno.ENETUNREACH: "das Netzlaufwerk ist nicht erreichbar",
    errno.EHOSTUNREACH: "das Netzlaufwerk ist nicht erreichbar",
}


def grund(fehler: OSError) -> str:
    """Why reading or writing failed, to stand in a sentence; unknown reasons as the system says."""
    return _WORTE.get(fehler.errno or 0) or fehler.strerror or str(fehler) or type(fehler).__name__
