"""One Vorgang: head, timeline, Fassungen, notes, history."""
