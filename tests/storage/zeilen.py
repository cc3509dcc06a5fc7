"""Rows as each revision stored them, frozen: later versions must load them for ever.

The rows of a revision are never changed; a new revision gets rows of its own.
"""

from __future__ import annotations

from datetime import date

from antragsbuero.domain.absatz import Absatz, Auszeichnung, Auszeichnungsart
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
UPDATE aenderungsstand SET wert = 7;
INSERT INTO vorgang (kennung, betreff, art, stand, arbeitsnummer, nummern, einreicher, zustaendig,
  schlagworte, ortsteile, notizen, bezuege, nichtoeffentlich, beispiel, aenderungszaehler,
  geaendert, letztes_datum, fassungszahl, entwurfszahl, arbeitsjahr, arbeitszaehler, pruefsumme)
VALUES ('vorgang-1', 'Quartiersmanagement am Markt', 'ANTRAG', 'BESCHLOSSEN', 'Entwurf 2030-001',
  '["IX-A-0001"]', '["Fraktion Gelb"]', '', '[]', '[]', '', '[]', FALSE, FALSE, 2, 7,
  '2030-05-20', 1, 0, 2030, 1,
  'd99b361bf717d6dc820ba8ea1c5dbc9327a8fd40022c58ec9ce480392f0f5ce0');
INSERT INTO nummer (vorgang_id, nummer) VALUES (1, 'entwurf 2030-001');
INSERT INTO nummer (vorgang_id, nummer) VALUES (1, 'ix-a-0001');
INSERT INTO nummer (vorgang_id, nummer) VALUES (1, 'vorgang-1');
INSERT INTO fassung (vorgang_id, position, kennung, art, datum, nummer, urheber, zu, eingereicht,
  betreff, vorspann, begruendung, quelltext, pruefsumme)
VALUES (1, 0, 'fassung-1', 'BESCHLUSS', '2030-05-20', '', '[]', NULL, TRUE, '', '[]', '[]', '',
  'b56c8407719f27b164a45bbfdf497dc5ba74ebe3081bcc6d4f5e7e7e240dee44');
INSERT INTO beschlusspunkt (fassung_id, position, ebene, kennung, herkunft, nummer, absaetze,
  pruefsumme)
VALUES (1, 0, 0, 'p1', 'h1', '1.', '[["ABSATZ","Bis Ende 2030.",[[0,3,"FETT"]]]]',
  'c2afdef10075af45d31895880f5bb933d25a1311eea1f577ea22500f2c775075');
INSERT INTO beschlusspunkt (fassung_id, position, ebene, kennung, herkunft, nummer, absaetze,
  pruefsumme)
VALUES (1, 1, 1, 'p2', 'h2', 'a)', '[]',
  '9c044c6edefc64a1d8f89a7309afbaf70d105e6a986e16a880cb34bba21bc94a');
INSERT INTO frist (punkt_id, position, wortlaut, genauigkeit, datum, naechste, tag, von, bis,
  pruefsumme)
VALUES (1, 0, 'Bis Ende 2030', 'GENAU', '2030-12-31', NULL, '2030-12-31', 0, 13,
  '3c0022bd17c9e9f5e3b970d9926275aea1da7af64bdbc741d95560067440b578')
"""

_JE_REVISION = {"0001": _0001}


def von(revision: str) -> list[str]:
    """Statements that fill an empty database of that revision."""
    return _JE_REVISION[revision].split(";\n")
