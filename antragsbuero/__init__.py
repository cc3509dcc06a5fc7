"""Antragsbüro: motions of a council faction from the first draft to the last report."""
