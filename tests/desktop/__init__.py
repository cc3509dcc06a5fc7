"""What the PC gives: folders, lock, log file, settings, holidays."""
