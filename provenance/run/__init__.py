"""Load, compute, freeze: the one way from a folder on disk to a `Dossier`.

Commands and screens call what stands here, and nothing below it that reads or writes.
"""

from provenance.run.auditing import Asked as Asked
from provenance.run.auditing import audit as audit
from provenance.run.checking import check as check
from provenance.run.checking import search as search
from provenance.run.deciding import Act as Act
from provenance.run.deciding import Signed as Signed
from provenance.run.deciding import confirm as confirm
from provenance.run.deciding import confirm_silence as confirm_silence
from provenance.run.deciding import pinned as pinned
from provenance.run.deciding import reject as reject
from provenance.run.describing import read_date as read_date
from provenance.run.describing import references_in as references_in
from provenance.run.describing import seed_path as seed_path
from provenance.run.describing import source_id as source_id
from provenance.run.describing import source_title as source_title
from provenance.run.describing import source_types as source_types
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
from provenance.run.marking import Marking as Marking
from provenance.run.progress import Progress as Progress
from provenance.run.progress import Tell as Tell
from provenance.run.reviewing import comment as comment
from provenance.run.reviewing import resolve as resolve
from provenance.run.reviewing import set_aside as set_aside
from provenance.run.reviewing import sign_off as sign_off
from provenance.run.reviews import Reader as Reader
from provenance.run.undoing import redo as redo
from provenance.run.undoing import withdraw as withdraw
from provenance.run.undoing import withdraw_decision as withdraw_decision
from provenance.run.writing import Change as Change
from provenance.run.writing import add_claim as add_claim
from provenance.run.writing import add_source as add_source
from provenance.run.writing import carry_out as carry_out
from provenance.run.writing import edit_claim as edit_claim
from provenance.run.writing import edit_source as edit_source
from provenance.workspace.unfinished import Unfinished as Unfinished
from provenance.workspace.unfinished import all_unfinished as all_unfinished
from provenance.workspace.unfinished import forget_unfinished as forget_unfinished
from provenance.workspace.unfinished import keep_unfinished as keep_unfinished
