"""The first module of the installed program."""

from antragsbuero.app import main

raise SystemExit(main())
