"""Markers, notes, citations and works; ibid. and short forms resolved."""
