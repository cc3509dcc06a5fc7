"""Pictures inside paragraphs as DrawingML."""

from __future__ import annotations

from lxml import etree

from antragsbuero.formats.docx_xml import R, W

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU = 635
"""English metric units in a twip."""
_INLINE = f"""\
<w:drawing xmlns:w="{W}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}" xmlns:r="{R}">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="{_PIC}"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>
</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"""


def drawing(
    number: int, relation: str, description: str, size: tuple[float, float]
) -> etree._Element:
    """A picture in the line of text; `size` in twips, `description` is read aloud."""
    root = etree.fromstring(_INLINE, etree.XMLParser(remove_blank_text=True))
    wide, high = (str(max(round(side * _EMU), 1)) for side in size)
    for place in root.iter(f"{{{_WP}}}extent", f"{{{_A}}}ext"):
        place.set("cx", wide)
        place.set("cy", high)
    for properties in root.iter(f"{{{_WP}}}docPr"):
        properties.set("id", str(number))
        properties.set("name", f"Bild {number}")
        properties.set("descr", description)
    for blip in root.iter(f"{{{_A}}}blip"):
        blip.set(f"{{{R}}}embed", relation)
    return root
