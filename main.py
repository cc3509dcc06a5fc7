"""Starts Antragsbüro: the window, or a command given on the command line."""

from antragsbuero.app import main

if __name__ == "__main__":
    raise SystemExit(main())
