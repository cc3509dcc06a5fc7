"""Between text and domain: recognise_* reads a Dokument, compose_* writes one."""
