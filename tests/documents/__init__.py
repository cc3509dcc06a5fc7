"""Tests of recognising and composing papers."""
