"""The screen Vergleich: Fassungen side by side."""
