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
from provenance.run.files import read_closely as read_closely
from provenance.run.files import read_file as read_file
from provenance.run.files import read_marked as read_marked
from provenance.run.folders import add as add
from provenance.run.folders import claims_of as claims_of
from provenance.run.folders import examine as examine
from provenance.run.folders import find_workspace as find_workspace
from provenance.run.folders import init as init
from provenance.run.folders import report as report
from provenance.run.outputs import write_beside as write_beside
from provenance.run.progress import Progress as Progress
from provenance.run.progress import Tell as Tell
from provenance.run.querying import query_list as query_list
from provenance.run.reviewing import comment as comment
from provenance.run.reviewing import resolve as resolve
from provenance.run.reviewing import set_aside as set_aside
from provenance.run.reviewing import sign_off as sign_off
from provenance.run.reviews import Reader as Reader
from provenance.run.silencing import adopt as adopt
from provenance.run.silencing import bring_back as bring_back
from provenance.run.silencing import set_findings_aside as set_findings_aside
from provenance.run.undoing import redo as redo
from provenance.run.undoing import withdraw as withdraw
from provenance.run.undoing import withdraw_decision as withdraw_decision
