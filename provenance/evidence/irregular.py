"""Forms of irregular verbs that no ending gives away: a question says *strike*, a source *struck*.

English and German. A form that is more often another word (*found*ed, *wound*, *saw* the tool,
*lay*) stands here only where mixing the two up costs little in a search.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_ENGLISH = """
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
died dying
dig dug
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
leave left
lend lent
lose lost
make made
mean meant
meet met
mistake mistook mistaken
overcome overcame
overthrow overthrew overthrown
overtake overtook overtaken
pay paid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk sunken
sit sat
slay slew slain
sleep slept
speak spoke spoken
speed sped
spend spent
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undertake undertook undertaken
understand understood
uphold upheld
wear wore worn
weep wept
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written
"""
_GERMAN = """
beginnen begann begonnen
beschließen beschloss beschloß beschlossen
bleiben blieb geblieben
brechen brach gebrochen
brennen brannte gebrannt
bringen brachte gebracht
denken dachte gedacht
entscheiden entschied entschieden
ertrinken ertrank ertranken ertrunken
fallen fiel fielen gefallen
fangen fing fingen gefangen
finden fand fanden gefunden
fliehen floh flohen geflohen
geben gegeben
gehen ging gingen gegangen
gewinnen gewann gewannen gewonnen
halten hielt hielten gehalten
kommen kam kamen gekommen
laufen lief liefen gelaufen
liegen gelegen
nehmen nahm nahmen genommen
rufen rief riefen gerufen
schießen schoss schoß schossen geschossen
schlagen schlug schlugen geschlagen
schließen schloss schloß schlossen geschlossen
schreiben schrieb schrieben geschrieben
sehen sah sahen gesehen
sinken gesunken
sprechen sprach sprachen gesprochen
steigen stieg stiegen gestiegen
sterben starb starben gestorben
tragen trug trugen getragen
treffen traf trafen getroffen
treten trat traten getreten
verlassen verließ verliess verließen
verlieren verlor verloren
verschwinden verschwand verschwunden
vertreiben vertrieb vertrieben
wachsen wuchs wuchsen gewachsen
werfen warf warfen geworfen
ziehen zog zogen gezogen
"""


def base_of(word: str) -> str:
    """The verb of which a folded word is an irregular form; the word itself where it is none."""
    return _bases().get(word, word)


@cache
def _bases() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in f"{_ENGLISH}\n{_GERMAN}".strip().splitlines():
        base, *forms = row.split() or [""]
        for form in forms:
            found.setdefault(form, base)
    return found
