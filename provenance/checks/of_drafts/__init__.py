"""Checks of a manuscript before publication, one module a finding."""
