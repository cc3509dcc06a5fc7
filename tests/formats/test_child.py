"""The child process that reads foreign files: same result, and limits that hold."""

import io
import pickle

import pytest

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats import child, child_start
from antragsbuero.formats.child import lies_im_kindprozess
from antragsbuero.formats.child_grenzen import Grenzen
from antragsbuero.formats.reader import lies

TEXT = "Antrag Nr. 12\n\nDer Rat möge beschließen:\n\n1. Bänke aufstellen.\n".encode()


def test_reads_as_in_the_own_process():
    assert lies_im_kindprozess(TEXT, "Antrag ü.txt") == lies(TEXT, "Antrag ü.txt")


def test_a_refusal_comes_through_in_its_words():
    with pytest.raises(Dateifehler) as hier:
        lies(b"%PDF-1.7", "a.pdf")
    with pytest.raises(Dateifehler) as dort:
        lies_im_kindprozess(b"%PDF-1.7", "a.pdf")
    assert str(dort.value) == str(hier.value)


@pytest.mark.parametrize(
    ("grenzen", "grund"),
    [(Grenzen(sekunden=0.001), "zu lange"), (Grenzen(speicher=1_000_000), "Mangel an Speicher")],
)
def test_what_takes_too_much_is_ended(grenzen, grund):
    with pytest.raises(Dateifehler, match=f"{grund}.*nichts übernommen"):
        lies_im_kindprozess(b"a" * 4_000_000, "groß.txt", grenzen)


class Boese:
    def __reduce__(self):
        return (print, ("ausgeführt",))


def test_an_answer_that_wants_to_run_something_is_refused(capsys):
    antwort = io.BytesIO(pickle.dumps(Boese()))
    with pytest.raises(pickle.UnpicklingError, match=r"builtins\.print"):
        child._NurDokumente(antwort).load()
    assert "ausgeführt" not in capsys.readouterr().out


def test_a_foreign_answer_is_a_fault_of_the_file(monkeypatch, tmp_path):
    attrappe = tmp_path / "programm"
    attrappe.write_text("#!/bin/sh\ncat > /dev/null; printf 'Dkein pickle'\n")
    attrappe.chmod(0o755)
    monkeypatch.setattr(child_start, "programm", lambda: [str(attrappe)])
    with pytest.raises(Dateifehler, match="unverständlich"):
        lies_im_kindprozess(TEXT, "a.txt")
