"""Load, compute, freeze: the one way from a folder on disk to a `Dossier`.

Commands and screens call what stands here, and nothing below it that reads or writes.
"""

from provenance.run.checking import check as check
from provenance.run.checking import search as search
from provenance.run.deciding import Act as Act
from provenance.run.deciding import Signed as Signed
from provenance.run.deciding import confirm as confirm
from provenance.run.deciding import confirm_silence as confirm_silence
from provenance.run.deciding import pinned as pinned
from provenance.run.deciding import reject as reject
from provenance.run.deciding import withdraw as withdraw
from provenance.run.files import read_closely as read_closely
from provenance.run.files import read_file as read_file
from provenance.run.folders import add as add
from provenance.run.folders import claims_of as claims_of
from provenance.run.folders import examine as examine
from provenance.run.folders import find_workspace as find_workspace
from provenance.run.folders import init as init
from provenance.run.folders import report as report
from provenance.run.kinship import confirm_family as confirm_family
from provenance.run.kinship import reject_family as reject_family
from provenance.run.progress import Progress as Progress
from provenance.run.progress import Tell as Tell
