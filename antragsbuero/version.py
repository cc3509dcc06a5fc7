"""The one place of the program's version number."""

VERSION = "0.1.0"
