"""The program for Windows: runtime, libraries, launcher and installer."""
