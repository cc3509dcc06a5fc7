"""Paths, settings, log, lock and calendar of the PC the program runs on."""
