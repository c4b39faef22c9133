"""What people made of a claim, in the words every output shares. Safe for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.errors import in_marks
from provenance.model.decisions import Decision
from provenance.model.dossier import Dossier
from provenance.model.reviews import Drifted, Review, Reviewed, Signed
from provenance.model.verdicts import Row
from provenance.model.waivers import Waiver
from provenance.rendering.facts import Fact
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import value_in_words


def status_in_words(review: Review) -> str:
    """`signed by one of 2 (AB)`, `unreviewed`, `stale: the bytes of seeds/a.txt changed`."""
    fresh = [each.decision for each in review.signatures if each.is_fresh]
    old = [each.decision for each in review.signatures if not each.is_fresh]
    if review.status is Signed.STALE:
        said = f"stale: {_names(old)} signed, but {'; '.join(map(on_one_line, review.why_stale))}"
    elif review.status is Signed.UNREVIEWED:
        said = "unreviewed"
    else:
        of = f" of {review.wanted} asked" if review.persons < review.wanted else ""
        number = f"signed by {review.persons}" if review.persons > 2 else review.status.value
        said = f"{number}{of} ({_names(fresh)})"
        said += f", stale: {_names(old)}" if old else ""
    if review.hidden:
        said += f"; {counted(review.hidden, 'decision')} of others hidden until you sign"
    return said


def status_short(review: Review) -> str:
    """`signed 1/2`, `stale`, `contested`, `unreviewed`: for a narrow column."""
    if review.is_contested:
        return "contested"
    if review.status in (Signed.STALE, Signed.UNREVIEWED):
        resolved = "resolved" if review.settling else "resolution stale"
        is_alone = review.resolutions and not review.signatures
        return resolved if is_alone else review.status.value
    return f"signed {review.persons}/{max(review.wanted, review.persons)}"


def status_beside(row: Row, review: Review) -> str:
    """The same beside a verdict that tells what the claim was resolved to: by whom."""
    status = status_short(review)
    if row.resolution is None or status != "resolved":
        return status
    return f"by {' and '.join(map(on_one_line, row.resolution.by))}"


def reviewers_verdict(row: Row, review: Review) -> str:
    """`resolved: 14 March 1841 (AB)`; every answer where they are contested; why it no longer
    holds where it is stale; "" for none."""
    if review.resolutions:
        told = "; ".join(
            f"{answer_in_words(row, each.decision.says)} ({_name(each.decision)}{_stale(each)})"
            for each in review.resolutions
        )
        agreed = "resolved" if review.settling else "resolution stale"
        return f"{'contested' if review.is_contested else agreed}: {told}"
    given = [each for each in review.signatures if each.decision.verdict]
    if not given:
        return ""
    if review.verdict != "contested":
        stale = "" if any(each.is_fresh for each in given) else ", stale"
        return f"{on_one_line(review.verdict)} ({_names(e.decision for e in given)}{stale})"
    told = "; ".join(f"{on_one_line(e.decision.verdict)} ({_name(e.decision)})" for e in given)
    return f"contested: {told}"


def answer_in_words(row: Row, says: str) -> str:
    """The chosen answer as the board words it, where a statement of the claim gives it."""
    folded = says.strip().casefold()
    for cell in row.cells:
        for placed in cell.statements:
            if placed.statement.says.strip().casefold() == folded:
                return value_in_words(placed.statement.value)
    return on_one_line(says)


def review_facts(row: Row, review: Review) -> tuple[Fact, ...]:
    """All of a review: the status, the reviewers' verdict, each decision with its reason."""
    told = [Fact("review", status_in_words(review))]
    verdict = reviewers_verdict(row, review)
    if verdict:
        told.append(Fact("reviewers' verdict", verdict))
    for each in review.resolutions:
        chosen = answer_in_words(row, each.decision.says)
        told.append(Fact("resolved", f"{chosen}, {_signed(each)}: {_why(each.decision)}"))
        told += [Fact("weighed", on_one_line(piece)) for piece in each.decision.weighed]
    told += [
        Fact("signed", f"{_signed(each)}{_reason(each.decision)}") for each in review.signatures
    ]
    told += [
        Fact("comment", f"{_name(each)}, {moment(each.at)}: {_why(each)}")
        for each in review.comments
    ]
    return tuple(told)


def reviews_counted(dossier: Dossier) -> str:
    """`Reviewed: 2 of 5 claims signed off, 1 stale, 1 contested`; "" where nobody reviewed any."""
    decided = dossier.decided
    if not decided.are_reviews_told:
        return ""
    every = [decided.review(row.claim.id) for row in dossier.rows]
    done = sum(each.is_done for each in every)
    said = [f"Reviewed: {done} of {counted(len(every), 'claim')} signed off"]
    for number, word in (
        (sum(each.status is Signed.STALE for each in every), "stale"),
        (sum(each.is_contested for each in every), "contested"),
        (sum(each.hidden for each in every), "hidden until you sign"),
    ):
        said += [f"{number} {word}"] if number else []
    return ", ".join(said)


def drift_in_words(each: Drifted) -> str:
    """`piece changed: was “14 March”, now “14 May” (seeds/piece.md:3)`."""
    place = on_one_line(str(each.place))
    was = in_marks(on_one_line(each.was))
    if not each.now:
        return (
            f"{on_one_line(each.draft)}: {each.kind.value}: {was} is not there any more ({place})"
        )
    now = in_marks(on_one_line(each.now))
    told = f"was {was}, now {now}" if each.now != each.was else f"{now} stands elsewhere"
    return f"{on_one_line(each.draft)}: {each.kind.value}: {told} ({place})"


def aside_in_words(waiver: Waiver) -> str:
    """`AB, until 2024-12-31: the misprint is known`."""
    until = f", until {on_one_line(waiver.expires)}" if waiver.expires else ""
    return f"{on_one_line(waiver.by)}{until}: {on_one_line(waiver.why)}"


def moment(at: str) -> str:
    """`2024-03-01 09:30 UTC`."""
    return f"{on_one_line(at)[:16].replace('T', ' ')} UTC"


def _signed(each: Reviewed) -> str:
    blind = ", blind" if each.decision.blind else ""
    return f"{_name(each.decision)}, {moment(each.decision.at)}{blind}{_stale(each)}"


def _stale(each: Reviewed) -> str:
    return f", stale: {'; '.join(map(on_one_line, each.stale))}" if each.stale else ""


def _reason(decision: Decision) -> str:
    return f": {_why(decision)}" if decision.why else ""


def _why(decision: Decision) -> str:
    return on_one_line(decision.why)


def _name(decision: Decision) -> str:
    return on_one_line(decision.by)


def _names(decisions: Iterable[Decision]) -> str:
    return ", ".join(dict.fromkeys(map(_name, decisions)))
