"""What a faction office works with: Vorgang, Fassung, Beschlusspunkt, Frist and their kin."""
