"""Reads pictures that people choose: PNG and JPEG, made safe and alike for every writer."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antragsbuero.dokument.dokument import Bild
from antragsbuero.dokument.fehler import Dateifehler

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 40_000_000
_MOST_BYTES = 60_000_000
_FAULTS = (
    OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, OverflowError,
    MemoryError, struct.error, zlib.error,
)  # fmt: skip
"""What the library raises over damaged files."""
_WITHOUT_NAME = "Abbildung"


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of red, green and blue or of grey, upright, opaque, without any remarks.

    `data` is a JPEG if `photo`, else a PNG. `description` is never empty.
    """

    data: bytes
    photo: bool
    width: int
    height: int
    description: str

    def fit(self, wanted: float, room: float, height: float) -> tuple[float, float]:
        """Width and height in the unit of the arguments; `wanted` 0 fills the width."""
        width = min(wanted or room, room)
        width = min(width, height * self.width / self.height)
        return width, width * self.height / self.width


def read_picture(bild: Bild) -> Picture:
    """The picture as files may hold it.

    Place, device and persons that a camera notes do not come along; other colours become sRGB,
    what is transparent becomes white.

    Raises:
        Dateifehler: it is no PNG or JPEG, it is damaged, or it is larger than any paper needs.
    """
    from PIL import Image

    name = " ".join(bild.beschreibung.split()) or _WITHOUT_NAME
    if len(bild.inhalt) > _MOST_BYTES:
        raise _too_large(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of remarks that are left out anyway
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(bild.inhalt), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise _too_large(name)
                return _safe(opened, name)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as fault:
        raise _too_large(name) from fault
    except _FAULTS as fault:
        raise Dateifehler(
            f"Das Bild „{name}“ ist beschädigt oder weder PNG noch JPEG. Es wurde nichts "
            "geschrieben. Bitte wählen Sie ein anderes Bild."
        ) from fault


def _too_large(name: str) -> Dateifehler:
    return Dateifehler(
        f"Das Bild „{name}“ ist zu groß: mehr als {MOST_PIXELS // 1_000_000} Millionen Bildpunkte "
        "oder mehr als 60 MB. Es wurde nichts geschrieben. Bitte verkleinern Sie das Bild."
    )


def _safe(opened: Image.Image, name: str) -> Picture:
    from PIL import ImageOps

    photo = opened.format == "JPEG"
    opened.load()
    profile = opened.info.get("icc_profile")
    turned = opened.getexif().get(0x0112, 1) != 1
    untouched = photo and not turned and not profile and opened.mode in ("RGB", "L")
    image = opened if untouched else _plain(ImageOps.exif_transpose(opened), profile)
    image.info = {}
    target = io.BytesIO()
    if untouched:
        image.save(target, "JPEG", quality="keep")
    elif photo:
        image.save(target, "JPEG", quality=95)
    else:
        image.save(target, "PNG")
    return Picture(target.getvalue(), photo, image.width, image.height, name)


def _plain(image: Image.Image, profile: bytes | None) -> Image.Image:
    """In sRGB or grey, eight bits, opaque."""
    from PIL import Image

    if image.mode.startswith(("I", "F")):
        deep = image.convert("I")
        return deep.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        with_alpha = image.convert("RGBA")
        ground = Image.new("RGBA", with_alpha.size, "white")
        image = Image.alpha_composite(ground, with_alpha).convert("RGB")
    elif image.mode == "1":
        return image.convert("L")
    if profile and image.mode in ("RGB", "CMYK"):
        image = in_srgb(image, profile)
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """By its own profile; one that is not understood counts for nothing."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return image if converted is None else converted
