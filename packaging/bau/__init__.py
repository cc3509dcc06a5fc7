"""What the builds for Windows and Linux share: folders, downloads, tools, the wheel."""
