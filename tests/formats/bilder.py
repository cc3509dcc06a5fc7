"""Pictures of every kind that people choose, whole and hostile."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageCms


def bilddatei(modus="RGB", groesse=(120, 60), art="PNG", **mehr):
    """A picture whose left half is dark."""
    gebaut = "RGB" if modus == "P" else modus
    farben = len(Image.new(gebaut, (1, 1)).getbands())
    hell, dunkel = (50_000, 2_000) if modus == "I;16" else (200, 20)
    if modus == "1":
        hell, dunkel = 1, 0
    bild = Image.new(gebaut, groesse, hell if farben == 1 else (hell,) * farben)
    links = (0, 0, groesse[0] // 2, groesse[1])
    bild.paste(dunkel if farben == 1 else (dunkel,) * farben, links)
    if modus == "P":
        bild = bild.quantize(4)
    puffer = io.BytesIO()
    bild.save(puffer, art, **mehr)
    return puffer.getvalue()


def mit_angaben():
    """A photograph lying on its side that tells where and by whom it was taken."""
    angaben = Image.Exif()
    angaben[0x0112] = 6
    angaben[0x013B] = "Erika Muster"
    return bilddatei(art="JPEG", exif=angaben, comment=b"Erika Muster")


def mit_profil(modus="RGB", art="JPEG"):
    profil = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return bilddatei(modus, art=art, icc_profile=profil)


def bombe(breite=30_000, hoehe=30_000):
    """A small file that claims to be a huge picture."""

    def stueck(name, inhalt):
        summe = zlib.crc32(name + inhalt)
        return struct.pack(">I", len(inhalt)) + name + inhalt + struct.pack(">I", summe)

    kopf = struct.pack(">IIBBBBB", breite, hoehe, 8, 0, 0, 0, 0)
    zeilen = zlib.compress(b"\0" * 2_000_000, 9)
    return (
        b"\x89PNG\r\n\x1a\n"
        + stueck(b"IHDR", kopf)
        + stueck(b"IDAT", zeilen)
        + stueck(b"IEND", b"")
    )


GUTE = {
    "png": bilddatei(),
    "png-grau": bilddatei("L"),
    "png-durchsichtig": bilddatei("RGBA"),
    "png-grau-durchsichtig": bilddatei("LA"),
    "png-palette": bilddatei("P"),
    "png-palette-durchsichtig": bilddatei("P", transparency=0),
    "png-schwarzweiss": bilddatei("1"),
    "png-16": bilddatei("I;16"),
    "png-profil": mit_profil(art="PNG"),
    "jpeg": bilddatei(art="JPEG"),
    "jpeg-grau": bilddatei("L", art="JPEG"),
    "jpeg-cmyk": bilddatei("CMYK", art="JPEG"),
    "jpeg-progressiv": bilddatei(art="JPEG", progressive=True),
    "jpeg-profil": mit_profil(),
    "jpeg-falsches-profil": bilddatei("CMYK", art="JPEG", icc_profile=b"kein Profil"),
    "jpeg-angaben": mit_angaben(),
    "schmal": bilddatei(groesse=(1, 4_000)),
    "breit": bilddatei(groesse=(4_000, 1)),
}
SCHLECHTE = {
    "leer": b"",
    "text": b"Kein Bild",
    "gif": bilddatei("P", art="GIF"),
    "tiff": bilddatei(art="TIFF"),
    "png-halb": bilddatei(groesse=(400, 400))[:300],
    "jpeg-halb": bilddatei(art="JPEG", groesse=(400, 400))[:600],
    "png-verdorben": bilddatei()[:60] + b"\xff" * 20 + bilddatei()[80:],
    "nur-kopf": b"\x89PNG\r\n\x1a\n",
    "nur-anfang": b"\xff\xd8\xff\xe0",
}
