"""Puts resources/ into the wheel; everything else stands in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildPy(build_py):
    """Adds the resources as package data that `antragsbuero.resources` finds."""

    def run(self) -> None:
        """Copies the modules, then the resources."""
        super().run()
        if not self.editable_mode:
            ziel = Path(self.build_lib) / "antragsbuero" / "_resources"
            shutil.copytree("resources", ziel, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildPy})
