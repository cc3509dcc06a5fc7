"""Foreign PDF files: opened, and freed of what acts by itself, before they are merged."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.links import is_address

_NUR_EIGENE = (
    "AA", "StructParents", "Tabs", "B", "PieceInfo", "AF", "Trans", "Dur", "PresSteps", "Metadata",
)  # fmt: skip
"""Keys of a page that act, or that mean something in their own file alone."""
_GROESSTER_STROM, _DICHTE = 200_000_000, 1_032
"""Bytes that the words and lines of a page may unpack to; how far deflating can pack at most."""
MEISTE_SEITEN = 20_000
"""Pages of the whole file; more is a bomb rather than a paper."""


def oeffne_fremdes(inhalt: bytes, titel: str) -> tuple[Pdf, bool]:
    """Opens a PDF without a password, and says whether it had to be mended for that.

    Raises:
        Dateifehler: it wants a password, or is damaged; the message begins with `titel`.
    """
    try:
        pdf = pikepdf.open(io.BytesIO(inhalt))
    except pikepdf.PasswordError as fehler:
        raise Dateifehler(
            f"{titel} ist mit einem Kennwort geschützt und lässt sich nicht anhängen. Es wurde "
            "nichts geschrieben. Fügen Sie die Datei ohne Kennwort hinzu oder exportieren Sie "
            "ohne Anlagen."
        ) from fehler
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError, ValueError) as fehler:
        raise beschaedigt(titel) from fehler
    leer, geflickt = not len(pdf.pages), bool(pdf.get_warnings())
    # Where the end is missing, what the library made of the rest may lack pages.
    if leer or (geflickt and b"%%EOF" not in inhalt[-4096:]):
        pdf.close()
        raise beschaedigt(titel)
    return pdf, geflickt


def pruefe_umfang(pdf: Pdf, titel: str) -> None:
    """Looks for pages that would fill the memory of whoever shows them.

    Only what could unpack to so much is unpacked; pictures are shown piece by piece.

    Raises:
        Dateifehler: there is one, or one that cannot be unpacked.
    """
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Stream) or item.get(Name.Subtype) == Name.Image:
            continue
        packung = item.get(Name.Filter)
        mehrfach = isinstance(packung, Array) and len(packung) > 1
        if packung is None or not (mehrfach or int(item.Length) * _DICHTE > _GROESSTER_STROM):
            continue
        try:
            umfang = len(item.read_bytes())
        except (pikepdf.PdfError, pikepdf.DataDecodingError) as fehler:
            raise beschaedigt(titel) from fehler  # so it says too where memory comes to its end
        if umfang > _GROESSTER_STROM:
            raise Dateifehler(
                f"{titel} lässt sich nicht anhängen: Eine Seite ist entpackt zu groß, jedes "
                "Programm bliebe beim Anzeigen stehen. Es wurde nichts geschrieben. Öffnen Sie die "
                "Datei im Original, drucken Sie sie als neue PDF-Datei und fügen Sie diese hinzu, "
                "oder exportieren Sie ohne Anlagen."
            )


def zu_viele_seiten(titel: str) -> Dateifehler:
    """The file has more pages than a paper of a council."""
    return Dateifehler(
        f"{titel} lässt sich nicht anhängen: Zusammen hätte die Datei mehr als "
        "20.000 Seiten. Es wurde nichts geschrieben. Fügen Sie die Datei der E-Mail "
        "einzeln bei oder exportieren Sie ohne Anlagen."
    )


def beschaedigt(titel: str) -> Dateifehler:
    """The file cannot be read as what its name says."""
    return Dateifehler(
        f"{titel} ist beschädigt oder keine Datei der Art, die ihr Name nennt. Es wurde nichts "
        "geschrieben. Öffnen Sie die Datei im Original, speichern Sie sie neu und fügen Sie sie "
        "noch einmal hinzu oder exportieren Sie ohne Anlagen."
    )


def entschaerfe(pdf: Pdf) -> None:
    """Makes forms and remarks part of the picture, as print shows them, and takes actions away.

    What hangs on the file itself (scripts, embedded files, what starts on opening) does not
    come along with the pages. Of links those to web and mail stay.
    """
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("print")
    for item in pdf.objects:
        # They point into the structure tree of their own file.
        if isinstance(item, pikepdf.Stream | Dictionary):
            for schluessel in (Name.StructParents, Name.StructParent):
                if schluessel in item:
                    del item[schluessel]
    for page in pdf.pages:
        for name in _NUR_EIGENE:
            if Name(f"/{name}") in page.obj:
                del page.obj[Name(f"/{name}")]
        if Name.Annots in page.obj:
            links = [_link(note) for note in _liste(page.obj.Annots)]
            page.obj.Annots = Array([link for link in links if link is not None])


def _liste(wert: Any) -> list[Object]:  # noqa: ANN401
    return list(wert) if isinstance(wert, Array) else []


def _link(note: Object) -> Object | None:
    """A link anew with nothing but its place and a harmless address; None for all else."""
    if not isinstance(note, Dictionary) or note.get(Name.Subtype) != Name.Link:
        return None
    aktion, rect = note.get(Name.A), note.get(Name.Rect)
    if not isinstance(aktion, Dictionary) or aktion.get(Name.S) != Name.URI:
        return None
    adresse = str(aktion.get(Name.URI, ""))
    if not is_address(adresse) or not isinstance(rect, Array):
        return None
    return Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=rect, Border=Array([0, 0, 0]), F=4,
        A=Dictionary(Type=Name.Action, S=Name.URI, URI=pikepdf.String(adresse)),
    )  # fmt: skip
