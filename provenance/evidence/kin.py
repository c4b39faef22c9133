"""Words that ask and answer for one another: a question says *told*, a source says *informed*.

A short list on purpose, and decision 12 says what may stand in it. Each row holds the words of one
act or event in minutes, telegrams and histories; a word may stand in several rows, and `break_out`
is two that stand side by side. What matches through it counts less than the word itself, and a
reason says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from provenance.evidence.stems import stem

_ROWS = """
tell told inform notify advise apprise brief learn communicate disclose
say state declare announce proclaim assert announcement declaration
warn warning caution forewarn notice
reply answer respond response
meet met sit sat convene assemble hold held session meeting conference gather
begin began begun start open commence outbreak beginning opening break_out
happen occur occurrence befall take_place come_about
end finish close conclude terminate cease ending conclusion stop
talk talks discuss discussion conversation conversations negotiate negotiation confer deal
agree agreed accept acceptance consent approve approval assent adhere concur agreement deal
accept agree approve support admit refuse reject decline oppose object veto deny
refuse reject decline oppose object veto refusal rejection opposition
insist demand require press urge insistence
ask request seek enquire inquire question
promise pledge undertake assurance assure commitment
recognise recognize recognition acknowledge
sign signed signing signature conclude
attack invade invasion assault offensive
occupy hold held seize control occupation
surrender capitulate capitulation defeat
revert return restore restoration
join enter entry intervene participate participation
died death killed dead drown perish lost decease fatal pass_away
burn burnt burn_down fire blaze ablaze flames conflagration
destroy destruction demolish raze gutted ruined wreck burn_down pull_down tear_down
explode explosion blast blow_up
collapse give_way cave_in fall_down
flood inundate inundation deluge
strike hit collide collision crash ran drove ground
wreck lost founder sink shipwreck strike ground ran
save rescue took saved
ship vessel boat steamer brig schooner
born birth
arrive arrival reach reached come came land landed landing disembark
leave left depart departure sail sailed embark embarkation set_out set_off set_sail
flee fled flight escape escaped
move moved removal transfer relocate
send sent dispatch transmit forward despatch
receive received get got obtain
give gave given grant hand present
instruct instruction direct directive order guidance
support back favour vote
decide decision resolve resolution determine
appoint appointed appointment name nominated nominate
elect elected election choose chose
resign resignation dismiss dismissed replace replaced
plan planning propose proposal scheme
expect anticipate foresee
believe think thought consider regard
build built construct construction erect erected put_up
founded foundation establish establishment institute set_up
publish published publication print issue come_out
repair mend rebuild rebuilt
buy bought purchase acquire acquisition
marry married marriage wed wedding
find found discover discovery
steal stolen rob robbery theft
arrest arrested apprehend custody detain
release released freed liberate
capture captured seize conquer
pay paid cost price sum
wound wounded injure injured casualty casualties hurt
kill killed dead death casualties slay murder
troops soldiers men forces army
break broke interrupt interrupted fail failure collapse suspend
withdraw withdrawal evacuate pull remove
ready prepared willing
offer offered propose suggest
visit visited visit call called
write wrote written letter
person persons people
leader leaders chief
clause provision article term terms condition
term terms provision provisions condition conditions
independence sovereignty
war hostilities resistance fighting
official formal
concession concede
minister ambassador envoy premier secretary
summary report
beginnen beginn anfang anfangen ausbrechen ausbruch
sterben tod tot umkommen
brennen brand feuer
ankommen ankunft eintreffen
bauen bau errichten
"""


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _ROWS.strip().splitlines():
        stems = frozenset(_stem(word) for word in row.split())
        for word in stems:
            found[word] = found.get(word, frozenset()) | stems
    return found


def _stem(word: str) -> str:
    return " ".join(stem(part) for part in word.split("_"))


@cache
def pairs() -> Mapping[str, frozenset[str]]:
    """The stems that make one word with the stem before them: `break`, then `out`."""
    found: dict[str, frozenset[str]] = {}
    for word in _groups():
        first, _, second = word.partition(" ")
        if second:
            found[first] = found.get(first, frozenset()) | {second}
    return found


def kin_of(word: str) -> frozenset[str]:
    """The stems that may stand for a stem, two in a row with a blank between; not it itself."""
    return _groups().get(word, frozenset()) - {word}


def is_one_word(stems: tuple[str, ...]) -> bool:
    """Whether two stems are another word than the first of them: `break out`, not `burn down`."""
    word = " ".join(stems)
    return len(stems) == 2 and word in _groups() and stems[0] not in kin_of(word)


_PEOPLES = """
australia australian australians
china chinese
japan japanese
germany german germans
russia russian russians soviet soviets ussr
britain british uk england english
america american americans usa
france french
italy italian italians
poland polish poles
mongolia mongolian mongols
korea korean koreans
turkey turkish turks
holland netherlands dutch
indonesia indonesian indonesians
india indian indians
greece greek greeks
spain spanish
canada canadian canadians
africa african
europe european
"""


@cache
def _peoples() -> Mapping[str, frozenset[str]]:
    rows = (frozenset(stem(word) for word in row.split()) for row in _PEOPLES.strip().splitlines())
    return {word: row for row in rows for word in row}


def peoples_of(word: str) -> frozenset[str]:
    """The stems of a country's other words, its people and adjective, without the stem itself."""
    return _peoples().get(word, frozenset()) - {word}


def _stems_of(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


_FOR = _stems_of("accept agree approve support admit consent favour adhere")
_AGAINST = _stems_of("refuse reject decline oppose object veto deny")


def are_opposed(word: str, other: str) -> bool:
    """Whether one of two stems is for what the other is against."""
    return (word in _FOR and other in _AGAINST) or (word in _AGAINST and other in _FOR)
