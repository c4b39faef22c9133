"""Which sources are one family, as a person decided it, at the board or in the settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from provenance.model.decisions import Action, Decision


def family_subject(members: Iterable[str]) -> str:
    """What a decision on a family is filed under."""
    return f"family of {min(members)}"


def families_in_force(
    decisions: Iterable[Decision], named: Mapping[str, str], sources: Iterable[str]
) -> dict[str, str]:
    """By source, the family it belongs to. `decisions` are those in force.

    `named` are the families of the settings, by source; their names win, and the others are called
    by their first member. Families that share a member are one. A family of which only one source
    is left is none.
    """
    held = set(sources)
    groups: dict[str, set[str]] = {}
    for member, name in named.items():
        groups.setdefault(name, set()).add(member)
    families = [(name, members & held) for name, members in groups.items()]
    families += [
        (min(each.members), set(each.members) & held)
        for each in decisions
        if each.action is Action.CONFIRMED and each.members
    ]
    joined: list[tuple[str, set[str]]] = []
    for name, members in families:
        meeting = [family for family in joined if not members.isdisjoint(family[1])]
        first = meeting[0] if meeting else (name, set[str]())
        whole = first[1].union(members, *(other for _, other in meeting))
        joined = [family for family in joined if family not in meeting]
        joined.append((first[0], whole))
    found: dict[str, str] = {}
    for name, members in joined:
        if len(members) > 1:
            # The settings may have given one family the name of a member of another.
            own = name if name not in found.values() else f"{name} and kin"
            found |= dict.fromkeys(sorted(members), own)
    return found


def refused_kin(decisions: Iterable[Decision]) -> tuple[frozenset[str], ...]:
    """Groups of sources no two of which are to be proposed as kin again."""
    return tuple(
        frozenset(each.members)
        for each in decisions
        if each.action is Action.REJECTED and each.members
    )
