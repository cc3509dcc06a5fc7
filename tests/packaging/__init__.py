"""Tests of what builds and tries the deliveries."""
