"""The program for Linux: a folder by PyInstaller and a Debian package."""
