"""The German command line. Imports nothing heavy: `--version` and help must be instant."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from antragsbuero.version import VERSION

PROGRAMM = "antragsbuero"

# argparse's own words, by their English originals in CPython 3.11 to 3.13.
_DEUTSCH = {
    "usage: ": "Aufruf: ",
    "positional arguments": "Angaben",
    "options": "Optionen",
    "show this help message and exit": "zeigt diese Hilfe",
    "the following arguments are required: %s": "es fehlt: %s",
    "unrecognized arguments: %s": "unbekannte Angabe: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "„%(value)s“ gibt es nicht (möglich: %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "„%(value)s“ ist keine gültige Angabe",
    "expected one argument": "hier fehlt eine Angabe",
    "expected at least one argument": "hier fehlt mindestens eine Angabe",
    "expected %s argument": "hier fehlt %s Angabe",
    "expected %s arguments": "hier fehlen %s Angaben",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s ist mehrdeutig: %(matches)s"
    ),
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "ignored explicit argument %r": "unerwartete Angabe %r",
    "not allowed with argument %s": "geht nicht zusammen mit %s",
    "one of the arguments %s is required": "eine dieser Angaben fehlt: %s",
}


def _(text: str) -> str:
    return _DEUTSCH.get(text, text)


def _ngettext(einzahl: str, mehrzahl: str, anzahl: int) -> str:
    return _(einzahl if anzahl == 1 else mehrzahl)


class _Parser(argparse.ArgumentParser):
    """ArgumentParser whose usage errors point to the German help and end with code 2."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.stderr.write(f"{self.prog}: {message}\n")
        sys.stderr.write(f"Hilfe: {PROGRAMM} --help\n")
        raise SystemExit(2)


def tag(text: str) -> date:
    """A day as 2026-05-20 or 20.05.2026. Raises ArgumentTypeError."""
    for muster in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, muster).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"„{text}“ ist kein Tag (Beispiel: 2026-05-20)")


def lies_aufruf(argumente: Sequence[str]) -> argparse.Namespace:
    """The parsed command line; `befehl` is None for the window. Raises SystemExit."""
    # argparse offers no other door for its own words than these two module functions.
    argparse._ = _  # type: ignore[attr-defined]
    argparse.ngettext = _ngettext  # type: ignore[attr-defined]
    return _baue().parse_args(argumente)


def _gemeinsam(unterhalb: bool) -> _Parser:
    """Options accepted before and after the command.

    Below a command they have no default, so that what stood before it is not overwritten.
    """
    vorgabe = argparse.SUPPRESS if unterhalb else None
    eltern = _Parser(add_help=False)
    eltern.add_argument(
        "--daten",
        metavar="ORDNER",
        type=Path,
        default=vorgabe,
        help="Datenordner statt des üblichen",
    )
    eltern.add_argument(
        "--datenbank", metavar="URL", default=vorgabe, help="Adresse einer gemeinsamen Datenbank"
    )
    eltern.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS if unterhalb else False,
        help="Ausgabe als JSON",
    )
    return eltern


def _baue() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAMM,
        description="Anträge einer Ratsfraktion entwerfen, vergleichen, einreichen und ihre "
        "Umsetzung verfolgen. Ohne Befehl öffnet sich das Fenster.",
        parents=[_gemeinsam(unterhalb=False)],
    )
    parser.add_argument(
        "--version", action="version", version=f"Antragsbüro {VERSION}", help="zeigt die Version"
    )
    parser.add_argument(
        "--selbsttest", action="store_true", help="prüft, ob das Programm vollständig ist"
    )
    befehle = parser.add_subparsers(
        dest="befehl", metavar="BEFEHL", title="Befehle", parser_class=_Parser
    )

    def befehl(name: str, hilfe: str) -> argparse.ArgumentParser:
        neu: argparse.ArgumentParser = befehle.add_parser(
            name, help=hilfe, description=hilfe, parents=[_gemeinsam(unterhalb=True)]
        )
        return neu

    _papiere(befehl("importieren", "erkennt und speichert Vorgänge aus Dateien (Text oder HTML)"))
    befehl("liste", "zeigt alle Vorgänge")
    _kennung(befehl("zeigen", "zeigt einen Vorgang mit allem, was dazugehört"))
    _vergleich(befehl("vergleichen", "stellt zwei bis vier Fassungen nebeneinander"))
    _export(befehl("exportieren", "schreibt Papiere von Vorgängen als Word, PDF oder Webseite"))
    _anlagen(befehl("anlagen", "zeigt die Anlagen einer Fassung, fügt hinzu und entfernt"))
    befehl("fristen", "zeigt, was fällig ist").add_argument(
        "--stichtag", metavar="DATUM", type=tag, help="gerechnet auf diesen Tag statt auf heute"
    )
    nachfrage = _kennung(befehl("nachfrage", "entwirft eine Nachfrage zu Beschlusspunkten"))
    nachfrage.add_argument(
        "--punkt", metavar="NUMMER", nargs="+", required=True, help="Nummern der Beschlusspunkte"
    )
    nachfrage.add_argument("--fassung", metavar="KENNUNG", help="der Beschluss (sonst der neueste)")
    suchen = befehl("suchen", "durchsucht Betreffe und alle Texte")
    suchen.add_argument("ausdruck", metavar="AUSDRUCK", help="Wörter oder Teile von Wörtern")
    sichern = befehl("sichern", "legt eine geprüfte Sicherung der Datenbank an")
    sichern.add_argument("ziel", metavar="ZIEL", type=Path, nargs="?", help="Datei oder Ordner")
    befehl("pruefen", "prüft die Datenbank und jeden gespeicherten Text")
    befehl("beispiel", "lädt den Beispielvorgang").add_argument(
        "--entfernen", action="store_true", help="nimmt das Beispiel wieder heraus"
    )
    return parser


def _kennung(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("kennung", metavar="KENNUNG", help="Kennung oder eine Nummer des Vorgangs")
    return parser


def _papiere(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dateien", metavar="DATEI", type=Path, nargs="+")
    parser.add_argument(
        "--vorgang", metavar="KENNUNG", help="ergänzt diesen Vorgang, statt neue anzulegen"
    )
    parser.add_argument(
        "--trocken", action="store_true", help="zeigt nur, was erkannt wird, und speichert nichts"
    )


def _vergleich(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "fassungen",
        metavar="FASSUNG",
        nargs="+",
        help="zwei bis vier Dateien oder KENNUNG:FASSUNG (Kennung, Nummer oder Art)",
    )
    parser.add_argument(
        "--ausgabe",
        metavar="PFAD",
        type=Path,
        help="Datei für die Synopse (.pdf, .docx oder .html)",
    )
    parser.add_argument(
        "--korrekturen",
        metavar="PFAD",
        type=Path,
        help="Word-Datei der zweiten Fassung mit nachverfolgten Änderungen gegenüber der ersten",
    )
    parser.add_argument(
        "--nur-aenderungen", action="store_true", help="lässt unveränderte Zeilen weg"
    )
    _briefkopf(parser)


def _briefkopf(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--briefkopf",
        metavar="DATEI",
        type=Path,
        help="Word-Datei als Briefkopf statt des eingestellten (nur bei .docx)",
    )
    parser.add_argument(
        "--ohne-briefkopf", action="store_true", help="ohne den eingestellten Briefkopf"
    )


def _anlagen(parser: argparse.ArgumentParser) -> None:
    _kennung(parser)
    parser.add_argument(
        "--fassung", metavar="KENNUNG", help="welche Fassung (sonst die neueste eigene)"
    )
    parser.add_argument(
        "--hinzufuegen", metavar="DATEI", type=Path, nargs="+", help="nimmt Dateien auf"
    )
    parser.add_argument(
        "--entfernen", metavar="NR", type=int, nargs="+", help="entfernt Anlage 1, 2 …"
    )


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kennungen",
        metavar="KENNUNG",
        nargs="+",
        help="Kennungen oder Nummern der Vorgänge; scheitert einer, gehen die anderen weiter",
    )
    _briefkopf(parser)
    parser.add_argument(
        "--unterschriften",
        action="store_true",
        help="Zeilen für die Unterschriften der Einreicher am Ende",
    )
    parser.add_argument(
        "--stueck",
        choices=(
            "fassung", "antrag", "anschreiben", "nachfrage", "register", "akte", "webseite",
        ),
        default="fassung",
        help="was geschrieben wird (antrag: die neueste eigene Fassung; anschreiben: der Brief "
        "dazu; register: die Beschlusskontrolle; akte: der ganze Vorgang; webseite: alles "
        "Öffentliche als HTML)",
    )  # fmt: skip
    parser.add_argument("--fassung", metavar="KENNUNG", help="welche Fassung")
    parser.add_argument(
        "--mit-anlagen",
        action="store_true",
        help="hängt die Anlagen der Fassung in derselben PDF-Datei an",
    )
    parser.add_argument(
        "--nachfrage", metavar="KENNUNG", help="welche Nachfrage (sonst die neueste)"
    )
    parser.add_argument(
        "--ausgabe",
        metavar="PFAD",
        type=Path,
        help="Datei (.pdf, .docx oder .html) oder Ordner; bei mehreren Vorgängen ein Ordner, "
        "beim Register über mehrere eine Datei; sonst Word hier, die Webseite als HTML",
    )
    parser.add_argument(
        "--format",
        choices=("docx", "pdf"),
        help="Format, wo --ausgabe keine Datei nennt (sonst Word; mit --mit-anlagen PDF)",
    )
    parser.add_argument(
        "--zeilennummern",
        action="store_true",
        help="zählt am Rand die Zeilen (Fassung und Nachfrage, Word und PDF)",
    )
