"""How a sentence puts what it says: yes or no, how firmly, on what condition, in whose words.

Cues within clauses, after NegEx and ConText (Chapman et al., 2001; Harkema et al., 2009), which
decide by trigger words and their reach and not by a parse; the triggers here are those of
telegrams, minutes and histories. Every answer names the words that show it, so that a reader can
disagree with them. A stance rests on cues alone: whoever compares it must say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.evidence import cues
from provenance.evidence.clauses import Clause, clause_at, clauses
from provenance.evidence.speakers import Voice, voice_of
from provenance.model.claims import Holds
from provenance.model.spans import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """Some words and what they show."""

    shows: str
    """As a reader would say it: `no`, `a plan`, `a condition`, `reported`."""
    span: Span


@dataclass(frozen=True, slots=True)
class Stance:
    """How one place in a sentence is put."""

    denied: bool
    """Whether what stands there is said not to be so."""
    holds: Holds
    condition: Span | None
    """The clause it depends on."""
    speaker: str
    """Who is reported to say it; "" for the source's own voice."""
    cues: tuple[Cue, ...]


def stance_at(text: str, sentence: Span, focus: Span) -> Stance:
    """How the words at `focus`, a part of `sentence`, are put."""
    parts = clauses(text, sentence)
    own = clause_at(parts, focus.start)
    voice = voice_of(text, sentence, focus)
    condition = _condition(text, parts, own)
    denials = tuple(_denials(text, parts, own, focus))
    holds = _firmness(text, parts, own, focus, voice)
    found = [*denials, *([holds[1]] if holds[1] else [])]
    if condition:
        found.append(Cue("a condition", condition))
    if voice and voice.speaker:
        found.append(Cue(f"reported of {voice.speaker}", voice.shown_by))
    return Stance(
        denied=len(denials) % 2 == 1,
        holds=holds[0],
        condition=condition,
        speaker=voice.speaker if voice else "",
        cues=tuple(sorted(found, key=lambda cue: cue.span)),
    )


def _denials(text: str, parts: tuple[Clause, ...], own: Clause, focus: Span) -> Iterator[Cue]:
    """Negations and refusals that reach the focus: two of them make a yes.

    They stand before it in its clause. *No* before the verb's object denies too, and so stands
    behind it: `recognised no claim`. In a condition the main clause is what is said.
    """
    within = own.span
    if own.opens in cues.CONDITIONS:
        main = _main(parts, own)
        if main is not None:
            yield from _negations(text, main.span)
        return
    yield from _negations(text, Span(within.start, max(within.start, focus.end)))
    yield from _refusals(text, Span(within.start, max(within.start, focus.start)))
    behind = re.compile(r"\s+(?:no|none|nothing|nobody|neither)\b", re.IGNORECASE)
    if match := behind.match(text, focus.end, within.end):
        yield Cue("no", Span(match.start() + 1, match.end()))
    elif rejected := _REJECTED.search(text, focus.end, within.end):
        yield Cue("no", Span(*rejected.span()))


_REJECTED = re.compile(
    r"\b(?:was|were|is|are|been|be)\s+(?:\w+ly\s+)?(?:(?:refused|rejected|declined|denied|postponed|"
    r"abandoned|impossible|out of the question|excluded)\b|not\b(?!\s+(?:only|until|merely)))",
    re.IGNORECASE,
)


def _negations(text: str, within: Span) -> Iterator[Cue]:
    skipped = [Span(*m.span()) for m in cues.NOT_NEGATING.finditer(text, within.start, within.end)]
    refusals = [Span(*m.span()) for m in cues.REFUSING.finditer(text, within.start, within.end)]
    for match in cues.NEGATION.finditer(text, within.start, within.end):
        span = Span(*match.span())
        if not any(each.overlaps(span) for each in (*skipped, *refusals)):
            yield Cue("no", span)


def _refusals(text: str, within: Span) -> Iterator[Cue]:
    for match in cues.REFUSING.finditer(text, within.start, within.end):
        yield Cue("no", Span(*match.span()))


def _main(parts: tuple[Clause, ...], own: Clause) -> Clause | None:
    """The clause that a condition belongs to: the nearest one before it, else behind it."""
    at = parts.index(own)
    for clause in (*reversed(parts[:at]), *parts[at + 1 :]):
        if clause.opens not in cues.CONDITIONS:
            return clause
    return None


def _condition(text: str, parts: tuple[Clause, ...], own: Clause) -> Span | None:
    """The clause that the focus's own depends on; None where it is one itself."""
    if own.opens in cues.CONDITIONS:
        return None
    at = parts.index(own)
    for clause in (*parts[at + 1 : at + 2], *parts[max(0, at - 1) : at]):
        if clause.opens in cues.CONDITIONS:
            return _trimmed(text, clause.span)
    if match := cues.DEPENDING.search(text, own.span.start, own.span.end):
        return _trimmed(text, Span(match.start(), own.span.end))
    return None


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in " \n\t,;:–—(":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:.)":
        end -= 1
    return Span(start, end)


_FIRMNESS = (
    (cues.DENYING, Holds.DENIED, "a denial"),
    (cues.PROBABLE, Holds.PROBABLE, "a likelihood"),
    (cues.PLANNED, Holds.PLANNED, "a plan"),
    (cues.POSSIBLE, Holds.POSSIBLE, "a possibility"),
)


def _firmness(
    text: str, parts: tuple[Clause, ...], own: Clause, focus: Span, voice: Voice | None
) -> tuple[Holds, Cue | None]:
    """How firmly the focus is held: by the cue before it in its clause, or what governs that.

    A clause that a verb of saying or planning opens carries its firmness to the clauses behind:
    in `expects to see him and to inform him that he accepts`, all of it is a plan.
    """
    if own.opens in cues.CONDITIONS:
        own = _main(parts, own) or own
    before = Span(own.span.start, max(own.span.start, min(focus.end, own.span.end)))
    for pattern, holds, shows in _FIRMNESS[1:]:
        matches = list(_cues_of(pattern, text, before))
        if matches and not _is_could_not(text, matches[-1]):
            return holds, Cue(shows, Span(*matches[-1].span()))
    for clause in reversed(parts[: parts.index(own)]):
        if clause.opens in cues.CONDITIONS:
            continue
        # Of *he denied it: “No word was sent”* the words quoted are the denial, and not denied.
        is_quoted = bool(_QUOTED_BEHIND.search(text[clause.span.start : own.span.end]))
        for pattern, holds, shows in _FIRMNESS[is_quoted:3]:
            match = next(_cues_of(pattern, text, clause.span), None)
            if match and (holds is not Holds.PROBABLE or _opens_report(text, clause)):
                return holds, Cue(shows, Span(*match.span()))
        aside = _ASIDE.match(text, clause.span.start, clause.span.end)
        if not aside and not _opens_report(text, clause) and not _goes_on(text, own):
            break
    return Holds.ASSERTED, None


_QUOTED_BEHIND = re.compile(r":\s*[\"“„«]")
_NEXT_WORD = 8


def _cues_of(pattern: re.Pattern[str], text: str, within: Span) -> Iterator[re.Match[str]]:
    # What the reader is to see, *that …*, opens the next clause.
    formulas = cues.NOT_PLANNING.finditer(text, within.start, within.end + _NEXT_WORD)
    skipped = [Span(*match.span()) for match in formulas]
    for match in pattern.finditer(text, within.start, within.end):
        if not any(each.overlaps(Span(*match.span())) for each in skipped):
            yield match


def _is_could_not(text: str, match: re.Match[str]) -> bool:
    """`could not make concessions` refuses, and is no possibility."""
    return match.group().casefold() == "could" and text[match.end() : match.end() + 4] == " not"


def _opens_report(text: str, clause: Clause) -> bool:
    return bool(cues.SAYING.search(text, clause.span.start, clause.span.end))


_GOING_ON = re.compile(r"[\s,;]*(?:and|but|or)?\s*(?:to|that)\b", re.IGNORECASE)


_ASIDE = re.compile(
    r"[\s,;]*(?:in|at|on|by|for|with|after|before|during|of|under|from|as)\b", re.IGNORECASE
)


def _goes_on(text: str, clause: Clause) -> bool:
    return bool(_GOING_ON.match(text, clause.span.start, clause.span.end))
