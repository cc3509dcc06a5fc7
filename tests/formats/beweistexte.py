"""Vorgänge whose papers are proved: the sample, a real one, and texts meant to break a writer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from antragsbuero.documents.recognise import erkenne
from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung, Auszeichnungsart, absaetze
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.bearbeitung import mit_fristen
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.bericht import Bericht, Berichtsart, Berichtsteil
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.domain.vorgang import Stand, Verlaufseintrag, Vorgang
from antragsbuero.formats.reader import lies
from antragsbuero.services.beispiel import Beispiele
from antragsbuero.services.einstellungen import lade_ratsprofil
from antragsbuero.services.events import Ereignisse
from tests.fakes.ablage import FakeAblage

FEINDLICH = (
    "<GmbH> & Söhne bauen <b>fett</b> an der Straße.",
    '<img src="/etc/hostname"> <a href="file:///etc/passwd">x</a> <script>alert(1)</script>',
    "</w:t></w:r><w:br/> ]]> <!-- &amp; &#65; --> %1 %s {0} \\n \\textbf{x}",
    "Steuer\x00zeichen\x07 und\x1b hal\ud800be \udfffZeichen\ufffe bleiben\x7f weg.",
    "🦄 😀 👩\u200d💻 ☒ ☐ \uf0b7 🏳\ufe0f\u200d🌈 \U000f0000",
    "Der Ort heißt مرحبا oder שלום und bleibt stehen.",
    "東京都議会は「条例」を可決した。 한국어 ไทย हिन्दी",
    "e\u0301 a\u0308 o\u0302\u0323 Z\u0335\u0321\u0335 n\u0303 \u0301allein",
    "Zeile\u2028Trenner\u2029Absatz\x0bSenk\x0cBlatt\x85Ende\rWagen\r\nrücklauf",
    "Donau\u00addampf\u200bschiff\ufeff \u202eumgekehrt\u202c \u2066eingefasst\u2069",
    "x" * 5_000,
    "ä" * 2_000 + "-" * 500,
    "  vorn   und mitten   \t mit\tTabulatoren   ",
)
ZEICHEN = ("1.", "•", "–", "a)", "%1", "<b>", "\x07", "99999999999.", "①", "-", "١.", "", "III.")
_ARTEN = tuple(Fassungsart)
_SATZ = "Die Stadt prüft bis Ende 2031, ob Bänke, Bäume und Brunnen gepflegt werden. "
_PROBE = "shared/samples/01-leipzig-quartiersmanagement-connewitz.txt"


def probe() -> Path:
    """A real paper beside the project; it may be missing."""
    return Path(__file__).resolve().parents[3] / _PROBE


def vorgaenge() -> dict[str, Vorgang]:
    """All by name."""
    alle = {
        "beispiel": beispiel(),
        "feindlich": feindlich(),
        "leer": leer(),
        "tief": aus_punkten((_tief(30),)),
        "viele": aus_punkten([punkt(f"{n}.", f"Punkt {n}: {_SATZ}") for n in range(1, 201)]),
        "lang": aus_punkten([punkt("1.", _SATZ * 2_200), punkt("2.", "Kurz.")]),
    }
    if probe().exists():
        gelesen = erkenne(lies(probe().read_bytes(), probe().name), lade_ratsprofil("leipzig"))
        alle["probe"] = gelesen.vorgaenge[0]
    return alle


def beispiel() -> Vorgang:
    """The invented Vorgang with every stage, plus a draft of the faction."""
    dienst = Beispiele(FakeAblage(), Ereignisse(), lies, lambda: lade_ratsprofil("leipzig"))
    vorgang = dienst.lade()
    entwurf = replace(
        vorgang.fassungen[0], eingereicht=False, datum=None, kennung="entwurf", nummer=""
    )
    return replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))


def punkt(nummer: str, *texte: str, punkte: Sequence[Beschlusspunkt] = ()) -> Beschlusspunkt:
    return Beschlusspunkt(nummer, absaetze(texte), tuple(punkte))


def _tief(ebenen: int) -> Beschlusspunkt:
    tiefster = punkt("z)", "ganz unten")
    for ebene in range(ebenen, 0, -1):
        tiefster = punkt(f"{ebene}.", f"Ebene {ebene}", punkte=(tiefster,))
    return tiefster


def feindlich() -> Vorgang:
    """Hostile words wherever a person can write some, labels that are none."""
    gemischt = [
        Beschlusspunkt(
            zeichen,
            (
                Absatz(text, auszeichnungen=(Auszeichnung(0, 3, Auszeichnungsart.FETT),)),
                Absatz(text[:200], Absatzart.AUFZAEHLUNG),
                Absatz(text[:200], Absatzart.ZITAT),
                Absatz(f"{text[:90]}\tb\nc\t{text[:9]}", Absatzart.TABELLE),
            ),
            (punkt("a)", text), punkt("", text[:40])),
        )
        for zeichen, text in zip(ZEICHEN, FEINDLICH, strict=True)
    ]
    vorgang = aus_punkten([*gemischt, punkt("7."), punkt("", "")], FEINDLICH)
    return replace(
        vorgang,
        betreff="<b>Betreff</b> & \x07 🦄 مرحبا \ud800",
        einreicher=("Fraktion <Lindenblatt> & Co", "\u202e Rechts"),
        zustaendig=FEINDLICH[1],
        nummern=("<X>/\x07-1", "&amp;"),
        notizen="\n".join(FEINDLICH),
        beratungen=(Beratung(FEINDLICH[0], None, FEINDLICH[2]), Beratung("", None)),
        schlagworte=FEINDLICH[:4],
    )


def leer() -> Vorgang:
    """Points without words and papers without points, no Betreff."""
    vorgang = aus_punkten([punkt(""), punkt("1."), punkt("2.", "", " ")], betreff="")
    leere = Fassung(Fassungsart.URSPRUNGSANTRAG, kennung="ganz leer")
    return replace(vorgang, fassungen=(leere, *vorgang.fassungen[1:]), einreicher=())


def aus_punkten(
    punkte: Sequence[Beschlusspunkt],
    begruendung: Sequence[str] = ("Weil es nötig ist.", _SATZ * 3),
    betreff: str = "Prüfpapier",
) -> Vorgang:
    """Fassungen of every art with these points, each a little different from the one before."""
    alle: list[Fassung] = []
    for nr, art in enumerate(_ARTEN):
        neu = punkt(f"{nr + 50}.", f"Zusatz {nr} bis zum 30.06.20{40 + nr} für {nr}00 Euro.")
        gedreht = [*punkte[1:], punkte[0]] if nr % 3 == 2 else list(punkte)
        alle.append(
            Fassung(
                art,
                date(2026, 1, 1) + timedelta(days=nr),
                zu=alle[-1].kennung if alle else None,
                eingereicht=True,
                betreff=betreff,
                vorspann=absaetze(("Der Rat möge beschließen:",)),
                punkte=mit_fristen([*_neue_kennungen(gedreht), neu]),
                begruendung=absaetze([*begruendung[nr % 2 :], f"Grund {nr}."]),
                anlagen=(Anlage("Plan <1> & 2.pdf", "0" * 64, 1),) if nr == 1 else (),
            )
        )
    entwurf = replace(alle[0], eingereicht=False, datum=None, kennung="entwurf")
    beschluss = alle[-1]
    gefragt = tuple(p.kennung for p in beschluss.punkte[:3])
    return Vorgang(
        betreff=betreff,
        stand=Stand.BESCHLOSSEN,
        einreicher=("Fraktion Lindenblatt",),
        fassungen=(*alle, entwurf),
        berichte=(
            Bericht(
                Berichtsart.SACHSTAND,
                date(2026, 2, 20),
                zu=beschluss.kennung,
                teile=(
                    Berichtsteil("1", absaetze(begruendung)),
                    Berichtsteil("", absaetze(begruendung[:2]), bestaetigt=False),
                ),
            ),
        ),
        nachfragen=(
            Nachfrage(beschluss.kennung, gefragt, tuple(begruendung[:3]), "\n".join(begruendung)),
        ),
        umsetzungen=tuple(Umsetzung(k, notiz=begruendung[0]) for k in gefragt),
        verlauf=(Verlaufseintrag(datetime(2026, 1, 1, tzinfo=UTC), begruendung[0]),),
    )


def _neue_kennungen(punkte: Sequence[Beschlusspunkt]) -> tuple[Beschlusspunkt, ...]:
    """The same points as those of another Fassung."""
    return tuple(
        Beschlusspunkt(p.nummer, p.absaetze, _neue_kennungen(p.punkte), p.fristen) for p in punkte
    )
