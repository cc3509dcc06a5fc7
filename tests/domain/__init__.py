"""The domain, by properties where it can be."""
