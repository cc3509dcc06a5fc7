"""Pure comparison of Fassungen: alignment of points, word differences, the Synopse."""
