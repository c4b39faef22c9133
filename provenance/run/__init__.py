"""Load, compute, freeze: the one way from a folder on disk to a `Dossier`.

Commands and screens call what stands here, and nothing below it that reads or writes. What is named
here is imported when it is first asked for: the board opens without all that compares.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.evidence.lay_tolerances import tolerance_in_words as tolerance_in_words
    from provenance.evidence.lay_tolerances import tolerance_meant as tolerance_meant
    from provenance.model.asked import Asked as Asked
    from provenance.run.auditing import audit as audit
    from provenance.run.auditing import board as board
    from provenance.run.checking import check as check
    from provenance.run.checking import search as search
    from provenance.run.deciding import Act as Act
    from provenance.run.deciding import Signed as Signed
    from provenance.run.deciding import confirm as confirm
    from provenance.run.deciding import confirm_silence as confirm_silence
    from provenance.run.deciding import pinned as pinned
    from provenance.run.deciding import reject as reject
    from provenance.run.describing import ENDINGS_OF_BIBLIOGRAPHIES as ENDINGS_OF_BIBLIOGRAPHIES
    from provenance.run.describing import ENDINGS_OF_SOURCES as ENDINGS_OF_SOURCES
    from provenance.run.describing import date_meant as date_meant
    from provenance.run.describing import free_id as free_id
    from provenance.run.describing import read_date as read_date
    from provenance.run.describing import references_in as references_in
    from provenance.run.describing import said_of_itself as said_of_itself
    from provenance.run.describing import seed_path as seed_path
    from provenance.run.describing import source_id as source_id
    from provenance.run.describing import source_title as source_title
    from provenance.run.describing import source_types as source_types
    from provenance.run.exporting import EXPORTS as EXPORTS
    from provenance.run.exporting import Export as Export
    from provenance.run.exporting import export_path as export_path
    from provenance.run.exporting import is_there as is_there
    from provenance.run.exporting import write_export as write_export
    from provenance.run.files import read_closely as read_closely
    from provenance.run.files import read_file as read_file
    from provenance.run.files import read_marked as read_marked
    from provenance.run.folders import add as add
    from provenance.run.folders import claims_of as claims_of
    from provenance.run.folders import examine as examine
    from provenance.run.folders import find_workspace as find_workspace
    from provenance.run.folders import init as init
    from provenance.run.folders import report as report
    from provenance.run.form_checks import Desk as Desk
    from provenance.run.form_checks import Entries as Entries
    from provenance.run.form_checks import Wrong as Wrong
    from provenance.run.form_checks import open_desk as open_desk
    from provenance.run.kept_boards import KeptBoards as KeptBoards
    from provenance.run.keys import keys_of as keys_of
    from provenance.run.kinship import confirm_family as confirm_family
    from provenance.run.kinship import reject_family as reject_family
    from provenance.run.known_files import Likeness as Likeness
    from provenance.run.known_files import likeness as likeness
    from provenance.run.known_files import taken_from as taken_from
    from provenance.run.layering import edit_layer as edit_layer
    from provenance.run.layering import wrong_with_layer as wrong_with_layer
    from provenance.run.marking import Marking as Marking
    from provenance.run.outputs import write_beside as write_beside
    from provenance.run.people import line_of as line_of
    from provenance.run.people import people_in_words as people_in_words
    from provenance.run.progress import Progress as Progress
    from provenance.run.progress import Tell as Tell
    from provenance.run.querying import query_list as query_list
    from provenance.run.reader import Reader as Reader
    from provenance.run.reviewing import comment as comment
    from provenance.run.reviewing import resolve as resolve
    from provenance.run.reviewing import set_aside as set_aside
    from provenance.run.reviewing import sign_off as sign_off
    from provenance.run.rewording import Rewording as Rewording
    from provenance.run.setting import Wish as Wish
    from provenance.run.setting import Wishes as Wishes
    from provenance.run.setting import edit_settings as edit_settings
    from provenance.run.setting import settings_of_file as settings_of_file
    from provenance.run.setting import title_of_code as title_of_code
    from provenance.run.setting import wrong_with_settings as wrong_with_settings
    from provenance.run.silencing import adopt as adopt
    from provenance.run.silencing import bring_back as bring_back
    from provenance.run.silencing import set_findings_aside as set_findings_aside
    from provenance.run.stating import change_statement as change_statement
    from provenance.run.stating import take_out as take_out
    from provenance.run.taking import Elsewhere as Elsewhere
    from provenance.run.taking import Looked as Looked
    from provenance.run.taking import Newer as Newer
    from provenance.run.taking import leave_version as leave_version
    from provenance.run.taking import look_at_version as look_at_version
    from provenance.run.taking import take_version as take_version
    from provenance.run.told_settings import ToldSetting as ToldSetting
    from provenance.run.told_settings import settings_told as settings_told
    from provenance.run.undoing import redo as redo
    from provenance.run.undoing import withdraw as withdraw
    from provenance.run.undoing import withdraw_decision as withdraw_decision
    from provenance.run.versions import NewVersion as NewVersion
    from provenance.run.versions import accept_version as accept_version
    from provenance.run.versions import new_versions as new_versions
    from provenance.run.writing import Change as Change
    from provenance.run.writing import add_claim as add_claim
    from provenance.run.writing import add_source as add_source
    from provenance.run.writing import add_sources as add_sources
    from provenance.run.writing import carry_out as carry_out
    from provenance.run.writing import edit_claim as edit_claim
    from provenance.run.writing import edit_source as edit_source
    from provenance.workspace.dossier_cache import KeptDossier as KeptDossier
    from provenance.workspace.one_step import put_back_unfinished as put_back_unfinished
    from provenance.workspace.paths import is_workspace as is_workspace
    from provenance.workspace.unfinished import Unfinished as Unfinished
    from provenance.workspace.unfinished import all_unfinished as all_unfinished
    from provenance.workspace.unfinished import forget_unfinished as forget_unfinished
    from provenance.workspace.unfinished import keep_unfinished as keep_unfinished
    from provenance.workspace.user_settings import UserSettings as UserSettings
    from provenance.workspace.user_settings import keep_initials as keep_initials
    from provenance.workspace.user_settings import load_user_settings as load_user_settings
    from provenance.workspace.user_settings import start_user_file as start_user_file
    from provenance.workspace.user_state import last_folder as last_folder
    from provenance.workspace.user_state import remember_folder as remember_folder
    from provenance.workspace.watching import Snapshot as Snapshot
    from provenance.workspace.watching import snapshot as snapshot

_NAMES = {
    "provenance.evidence.lay_tolerances": (
        "tolerance_in_words",
        "tolerance_meant",
    ),
    "provenance.model.asked": ("Asked",),
    "provenance.run.auditing": (
        "audit",
        "board",
    ),
    "provenance.run.checking": (
        "check",
        "search",
    ),
    "provenance.run.deciding": (
        "Act",
        "Signed",
        "confirm",
        "confirm_silence",
        "pinned",
        "reject",
    ),
    "provenance.run.describing": (
        "ENDINGS_OF_BIBLIOGRAPHIES",
        "ENDINGS_OF_SOURCES",
        "free_id",
        "said_of_itself",
        "date_meant",
        "read_date",
        "references_in",
        "seed_path",
        "source_id",
        "source_title",
        "source_types",
    ),
    "provenance.run.exporting": (
        "EXPORTS",
        "Export",
        "export_path",
        "is_there",
        "write_export",
    ),
    "provenance.run.files": (
        "read_closely",
        "read_file",
        "read_marked",
    ),
    "provenance.run.folders": (
        "add",
        "claims_of",
        "examine",
        "find_workspace",
        "init",
        "report",
    ),
    "provenance.run.form_checks": (
        "Desk",
        "Entries",
        "Wrong",
        "open_desk",
    ),
    "provenance.run.keys": ("keys_of",),
    "provenance.run.kept_boards": ("KeptBoards",),
    "provenance.workspace.dossier_cache": ("KeptDossier",),
    "provenance.run.kinship": (
        "confirm_family",
        "reject_family",
    ),
    "provenance.run.known_files": (
        "Likeness",
        "likeness",
        "taken_from",
    ),
    "provenance.run.layering": (
        "edit_layer",
        "wrong_with_layer",
    ),
    "provenance.run.marking": ("Marking",),
    "provenance.run.outputs": ("write_beside",),
    "provenance.run.progress": (
        "Progress",
        "Tell",
    ),
    "provenance.run.querying": ("query_list",),
    "provenance.run.reviewing": (
        "comment",
        "resolve",
        "set_aside",
        "sign_off",
    ),
    "provenance.run.reader": ("Reader",),
    "provenance.run.setting": (
        "Wish",
        "Wishes",
        "edit_settings",
        "settings_of_file",
        "title_of_code",
        "wrong_with_settings",
    ),
    "provenance.run.silencing": (
        "adopt",
        "bring_back",
        "set_findings_aside",
    ),
    "provenance.run.stating": (
        "change_statement",
        "take_out",
    ),
    "provenance.run.taking": (
        "Elsewhere",
        "Looked",
        "Newer",
        "leave_version",
        "look_at_version",
        "take_version",
    ),
    "provenance.run.told_settings": (
        "ToldSetting",
        "settings_told",
    ),
    "provenance.run.undoing": (
        "redo",
        "withdraw",
        "withdraw_decision",
    ),
    "provenance.run.versions": (
        "NewVersion",
        "accept_version",
        "new_versions",
    ),
    "provenance.run.writing": (
        "add_sources",
        "Change",
        "add_claim",
        "add_source",
        "carry_out",
        "edit_claim",
        "edit_source",
    ),
    "provenance.workspace.one_step": ("put_back_unfinished",),
    "provenance.workspace.paths": ("is_workspace",),
    "provenance.workspace.unfinished": (
        "Unfinished",
        "all_unfinished",
        "forget_unfinished",
        "keep_unfinished",
    ),
    "provenance.workspace.user_settings": (
        "keep_initials",
        "UserSettings",
        "load_user_settings",
        "start_user_file",
    ),
    "provenance.run.people": (
        "line_of",
        "people_in_words",
    ),
    "provenance.workspace.user_state": (
        "last_folder",
        "remember_folder",
    ),
    "provenance.run.rewording": ("Rewording",),
    "provenance.workspace.watching": (
        "Snapshot",
        "snapshot",
    ),
}
"""What every module has to offer here."""
_HOMES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(home), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
