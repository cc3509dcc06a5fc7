"""The look of our web pages."""

from __future__ import annotations

from antragsbuero.dokument.dokument import Marke
from antragsbuero.formats.look import (
    GRID,
    HEAD_GROUND,
    INK,
    LINK,
    LOGO_HEIGHT_MM,
    MARKS,
    QUIET,
)


def _mark(marke: Marke, selector: str, line: str) -> str:
    look = MARKS[marke]
    ground = f"background:#{look.ground};" if look.ground else ""
    return f"{selector} {{ color:#{look.text}; {ground} text-decoration:{line}; }}\n"


def _bars() -> str:
    return "".join(
        f".{marke.value.lower()}.balken, td.{marke.value.lower()}, th.{marke.value.lower()} "
        f"{{ border-left:3px solid #{look.bar}; "
        + (f"background:#{look.tint}; " if look.tint else "")
        + "}\n"
        for marke, look in MARKS.items()
        if look.bar
    )


STYLE = (
    f"""\
body {{ margin:0 auto; padding:1.5rem 1rem; max-width:46rem; color:#{INK}; background:#fff;
  font:1.0625rem/1.55 "Liberation Sans", Arial, Helvetica, sans-serif; }}
body.quer {{ max-width:78rem; }}
h1 {{ font-size:1.6rem; line-height:1.25; margin:0 0 1.2rem; }}
h2 {{ font-size:1.25rem; line-height:1.3; margin:2.4rem 0 .6rem; padding-top:.8rem;
  border-top:1px solid #{GRID}; }}
h3 {{ font-size:1.0625rem; margin:1.4rem 0 .4rem; }}
p {{ margin:0 0 .7rem; }}
ol, ul {{ margin:0 0 .7rem; padding-left:2rem; }}
ul.worte {{ padding-left:1.2rem; }}
blockquote {{ margin:0 1.5rem .7rem; font-style:italic; }}
.bild img, .logo img {{ max-width:100%; height:auto; }}
.logo {{ text-align:right; }}
.logo img {{ max-height:{LOGO_HEIGHT_MM:g}mm; object-fit:contain; object-position:right; }}
.kopfangabe {{ margin:0 0 .2rem; }}
.balken {{ padding-left:.6rem; }}
a {{ color:#{LINK}; }}
table {{ border-collapse:collapse; width:100%; margin:0 0 1rem; }}
th, td {{ border:1px solid #{GRID}; padding:.35rem .5rem; text-align:left; vertical-align:top;
  overflow-wrap:anywhere; }}
thead th {{ background:#{HEAD_GROUND}; }}
td p, th p {{ margin:0 0 .3rem; }}
td.leise {{ text-align:center; vertical-align:middle; }}
aside, footer, .hinweis {{ color:#{QUIET}; font-size:.9375rem; }}
footer {{ margin-top:2.5rem; border-top:1px solid #{GRID}; padding-top:.6rem; }}
"""
    + _mark(Marke.EINGEFUEGT, "ins", "underline")
    + _mark(Marke.GESTRICHEN, "del", "line-through")
    + _mark(Marke.VERSCHOBEN, ".verschoben", "underline dotted")
    + _mark(Marke.FRIST, ".frist", "none")
    + _mark(Marke.LEISE, ".leise", "none")
    + _bars()
    + """\
@media print { body { max-width:none; padding:0; font-size:11pt; } h2 { break-after:avoid; } }
"""
)
