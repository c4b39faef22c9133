"""Every form there is. They are many, and none is needed before one is opened."""

from __future__ import annotations

from provenance.tui.designs_of_claims import ClaimDesign
from provenance.tui.designs_of_layers import LayerDesign
from provenance.tui.designs_of_proposals import ChangeDesign, MendDesign
from provenance.tui.designs_of_reasons import (
    AsideDesign,
    BringBackDesign,
    TakeOutDesign,
    WithdrawDesign,
)
from provenance.tui.designs_of_reviews import ReviewDesign
from provenance.tui.designs_of_settings import SettingsDesign
from provenance.tui.designs_of_signers import SignerDesign
from provenance.tui.designs_of_sources import SourceDesign
from provenance.tui.designs_of_statements import StatementDesign
from provenance.tui.designs_of_versions import TakeDesign, VersionDesign
from provenance.tui.forms import Design

DESIGNS: dict[str, type[Design]] = {
    design.form: design
    for design in (
        *(ClaimDesign, SourceDesign, StatementDesign, MendDesign, ChangeDesign),
        *(LayerDesign, VersionDesign, TakeDesign, SignerDesign, SettingsDesign),
        *(ReviewDesign, AsideDesign, BringBackDesign, WithdrawDesign, TakeOutDesign),
    )
}
"""Every form, by the name it is kept under."""
