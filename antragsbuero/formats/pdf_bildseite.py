"""A picture as a tagged A4 page at the end of a PDF."""

from __future__ import annotations

import io
import zlib

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from PIL import Image, ImageOps

from antragsbuero.formats.pdf_fremd import beschaedigt
from antragsbuero.formats.pdf_pages import MM
from antragsbuero.formats.pictures import in_srgb

_RAND = 20 * MM
_A4 = (210 * MM, 297 * MM)
_KANTE = 3508
"""Pixels of the longer side that are kept: A4 at 300 to the inch."""
_GROESSTES_BILD = 150_000_000
"""Pixels; more is a bomb rather than a picture."""


def fuege_bildseite_an(pdf: Pdf, inhalt: bytes, titel: str) -> None:
    """Appends a page with the picture; `titel` is what a screen reader says of it.

    Place, device and other remarks of a camera do not come along.

    Raises:
        Dateifehler: the bytes are no PNG or JPEG.
    """
    try:
        bild, ist_foto = _gelesen(inhalt)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fehler:
        raise beschaedigt(titel) from fehler
    objekt = _bildobjekt(pdf, bild, ist_foto=ist_foto)
    breite, hoehe = _A4 if bild.height >= bild.width else _A4[::-1]
    massstab = min(
        (breite - 2 * _RAND) / bild.width, (hoehe - 2 * _RAND) / bild.height, 1.0
    )  # no pixel becomes larger than a point
    w, h = bild.width * massstab, bild.height * massstab
    x, y = (breite - w) / 2, hoehe - _RAND - h
    zeichnung = (
        f"/Figure <</MCID 0>> BDC\nq {w:.2f} 0 0 {h:.2f} {x:.2f} {y:.2f} cm /Bild Do Q\nEMC\n"
    )
    seite = pdf.add_blank_page(page_size=(breite, hoehe))
    seite.obj.Contents = pdf.make_stream(zeichnung.encode())
    seite.obj.Resources = Dictionary(XObject=Dictionary(Bild=objekt))
    _zeichne_aus(pdf, seite.obj, titel, (x, y, x + w, y + h))


def _gelesen(inhalt: bytes) -> tuple[Image.Image, bool]:
    """The picture upright, without transparency, not larger than print needs."""
    with Image.open(io.BytesIO(inhalt), formats=("PNG", "JPEG")) as datei:
        if datei.width * datei.height > _GROESSTES_BILD:
            raise ValueError("zu viele Bildpunkte")
        ist_foto = datei.format == "JPEG"
        datei.draft("RGB", (_KANTE, _KANTE))
        profil = datei.info.get("icc_profile")
        bild = ImageOps.exif_transpose(datei)
        bild.thumbnail((_KANTE, _KANTE))
        if profil and bild.mode in ("RGB", "CMYK"):
            bild = in_srgb(bild, profil)
        if bild.mode in ("RGBA", "LA", "PA") or "transparency" in bild.info:
            farbig = bild.convert("RGBA")
            grund = Image.new("RGBA", farbig.size, "white")
            bild = Image.alpha_composite(grund, farbig)
        fertig = bild.convert("L" if bild.mode in ("1", "L", "I", "I;16") else "RGB")
        fertig.info = {}  # a remark of the camera would be written along
        return fertig, ist_foto


def _bildobjekt(pdf: Pdf, bild: Image.Image, *, ist_foto: bool) -> Stream:
    if ist_foto:
        puffer = io.BytesIO()
        bild.save(puffer, "JPEG", quality=90)
        daten, filter_ = puffer.getvalue(), Name.DCTDecode
    else:
        daten, filter_ = zlib.compress(bild.tobytes(), 9), Name.FlateDecode
    objekt = pdf.make_stream(
        b"", Type=Name.XObject, Subtype=Name.Image, Width=bild.width, Height=bild.height,
        ColorSpace=Name.DeviceRGB if bild.mode == "RGB" else Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
    objekt.write(daten, filter=filter_)
    return objekt


def _zeichne_aus(
    pdf: Pdf, seite: Object, titel: str, rahmen: tuple[float, float, float, float]
) -> None:
    """Hangs the picture into the structure tree of the paper."""
    baum = pdf.Root.StructTreeRoot
    wurzel = baum.K
    figur = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem, S=Name.Figure, P=wurzel, Pg=seite, K=0, Alt=String(titel),
            A=Dictionary(
                O=Name.Layout, Placement=Name.Block, BBox=Array([round(v, 2) for v in rahmen])
            ),
        )
    )  # fmt: skip
    kinder = wurzel.get(Name.K)
    if isinstance(kinder, Array):
        kinder.append(figur)
    else:
        wurzel.K = Array([kind for kind in (kinder, figur) if kind is not None])
    nr = int(baum.ParentTreeNextKey)
    seite.StructParents = nr
    seite.Tabs = Name.S
    baum.ParentTree.Nums.append(nr)
    baum.ParentTree.Nums.append(pdf.make_indirect(Array([figur])))
    baum.ParentTreeNextKey = nr + 1
