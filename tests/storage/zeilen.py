"""Rows as each revision stored them, frozen: later versions must load them for ever.

The rows of a revision are never changed; a new revision gets rows of its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from antragsbuero.domain.absatz import Absatz, Auszeichnung, Auszeichnungsart
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.vorgang import Stand, Vorgang

FETT = Auszeichnung(0, 3, Auszeichnungsart.FETT)

ENDE_2030 = Frist("Bis Ende 2030", date(2030, 12, 31), Genauigkeit.GENAU, von=0, bis=13)

ERWARTET = Vorgang(
    betreff="Quartiersmanagement am Markt",
    stand=Stand.BESCHLOSSEN,
    arbeitsnummer="Entwurf 2030-001",
    nummern=("IX-A-0001",),
    einreicher=("Fraktion Gelb",),
    kennung="vorgang-1",
    aenderungszaehler=2,
    fassungen=(
        Fassung(
            Fassungsart.BESCHLUSS,
            date(2030, 5, 20),
            eingereicht=True,
            kennung="fassung-1",
            punkte=(
                Beschlusspunkt(
                    "1.",
                    (Absatz("Bis Ende 2030.", auszeichnungen=(FETT,)),),
                    punkte=(Beschlusspunkt("a)", (), kennung="p2", herkunft="h2"),),
                    fristen=(
                        Frist(
                            "Bis Ende 2030", date(2030, 12, 31), Genauigkeit.GENAU, von=0, bis=13
                        ),
                    ),
                    kennung="p1",
                    herkunft="h1",
                ),
            ),
        ),
    ),
)

_0001 = """
UPDATE aenderungsstand SET wert = 1;
INSERT INTO vorgang (kennung, betreff, art, stand, arbeitsnummer, nummern, einreicher, zustaendig,
  schlagworte, ortsteile, notizen, bezuege, nichtoeffentlich, beispiel, aenderungszaehler,
  geaendert, letztes_datum, fassungszahl, entwurfszahl, arbeitsjahr, arbeitszaehler, pruefsumme)
VALUES ('vorgang-1', 'Quartiersmanagement am Markt', 'ANTRAG', 'BESCHLOSSEN', 'Entwurf 2030-001',
  '["IX-A-0001"]', '["Fraktion Gelb"]', '', '[]', '[]', '', '[]', FALSE, FALSE, 2, 1,
  '2030-05-20', 1, 0, 2030, 1,
  'b58592ffd5b14445056f6a5cb1ec10d1b5d7a1497f76da2be1080376af985c60');
INSERT INTO nummer (vorgang_id, nummer) VALUES (1, 'entwurf 2030-001');
INSERT INTO nummer (vorgang_id, nummer) VALUES (1, 'ix-a-0001');
INSERT INTO nummer (vorgang_id, nummer) VALUES (1, 'vorgang-1');
INSERT INTO fassung (vorgang_id, position, kennung, art, datum, nummer, urheber, zu, eingereicht,
  betreff, vorspann, begruendung, quelltext, pruefsumme)
VALUES (1, 0, 'fassung-1', 'BESCHLUSS', '2030-05-20', '', '[]', NULL, TRUE, '', '[]', '[]', '',
  'df2831e64b1a410554344faf125e9255db3d29e28aedbb26e7805755b4af6f52');
INSERT INTO beschlusspunkt (fassung_id, position, ebene, kennung, herkunft, nummer, absaetze,
  pruefsumme)
VALUES (1, 0, 0, 'p1', 'h1', '1.', '[["ABSATZ","Bis Ende 2030.",[[0,3,"FETT"]]]]',
  'c4ee9ae0d37b803ac15924e881c2624d2b7038bec5592032e70e14ccc1f62ab8');
INSERT INTO beschlusspunkt (fassung_id, position, ebene, kennung, herkunft, nummer, absaetze,
  pruefsumme)
VALUES (1, 1, 1, 'p2', 'h2', 'a)', '[]',
  'e4b778e6052d61215942010caf760fe299f009e26b84199108c8b4d5af03815d');
INSERT INTO frist (punkt_id, position, wortlaut, genauigkeit, datum, naechste, tag, von, bis,
  pruefsumme)
VALUES (1, 0, 'Bis Ende 2030', 'GENAU', '2030-12-31', NULL, '2030-12-31', 0, 13,
  '5138cb92b8ae13a6bf51477cd2def1831ece107fe9ae82e693d2befa38e75604')
"""

_0002 = f"""{_0001.rstrip()};
INSERT INTO fassungsanlage (fassung_id, position, kennung, name, sha256, groesse, pruefsumme)
VALUES (1, 0, 'anlage-1', 'Plan.pdf',
  'fa8ed0bdabdd6bcb1c0746f1d3e15212f7f3439d74339fbaaf16c60c0a80fb8e', 4,
  '0dd7a5f5ecf60c0880cf7988fa020b1199aa5b2a30ca01214e7c988a757043c0');
INSERT INTO anlageninhalt (sha256, nr, inhalt)
VALUES ('fa8ed0bdabdd6bcb1c0746f1d3e15212f7f3439d74339fbaaf16c60c0a80fb8e', 0, X'506c616e')
"""

PLAN = Anlage(
    "Plan.pdf", "fa8ed0bdabdd6bcb1c0746f1d3e15212f7f3439d74339fbaaf16c60c0a80fb8e", 4, "anlage-1"
)

_JE_REVISION = {"0001": _0001, "0002": _0002}


def von(revision: str, *, postgres: bool) -> list[str]:
    """Statements that fill an empty database of that revision."""
    text = _JE_REVISION[revision]
    return (text.replace("X'", "'\\x") if postgres else text).split(";\n")


def erwartet(revision: str) -> Vorgang:
    """What they load as."""
    if revision == "0001":
        return ERWARTET
    return replace(ERWARTET, fassungen=(replace(ERWARTET.fassungen[0], anlagen=(PLAN,)),))
