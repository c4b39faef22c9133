"""stub"""

from provenance.tui.screens.base import BoardScreen


class ClaimScreen(BoardScreen):
    def __init__(self, dossier, spot, base=None):
        super().__init__(dossier)
