"""The words that show how a statement is made: negation, firmness, condition, saying."""

from __future__ import annotations

import re


def _pattern(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases})(?!\w)", re.IGNORECASE)


NEGATION = _pattern(
    "not|never|no|none|nobody|nothing|nor|neither|without|cannot|can't|won't|didn't|doesn't|"
    "wasn't|weren't|isn't|aren't|hadn't|hasn't|haven't|wouldn't|couldn't|shouldn't|hardly|scarcely|"
    "no longer|by no means|nicht|kein|keine|keinen|keinem|keiner|nie|niemals|ne|jamais|aucun"
)
NOT_NEGATING = _pattern(
    "not until|not only|not merely|not just|no doubt|not later than|not less than|no less than|"
    "no fewer than|not more than|no more than|not before|not unless|no sooner|not earlier than|"
    "not to mention|whether or not|no matter"
)
REFUSING = _pattern(
    r"refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|unable|unwilling|"
    r"reject(?:s|ed|ing|ion)?|oppos(?:e|es|ed|ing|ition)|object(?:s|ed|ing|ion) to|"
    r"den(?:y|ies|ied|ying|ial)|forb(?:id|ids|ade|idden)|prevent(?:s|ed|ing)?|"
    r"avoid(?:s|ed|ing)?|unprepared|reluctant|impossible|against|resist(?:s|ed|ing)?|"
    r"veto(?:es|ed)?|disagree(?:s|d)?|disapprov(?:e|es|ed)|exclud(?:e|es|ed|ing)|"
    r"no (?:intention|desire|wish|objection)|out of the question|"
    r"weigert|lehnte|ablehnen|refus(?:a|é)"
)
CONFINING = _pattern(
    "confined to|limited to|restricted to|confined themselves to|solely with|exclusively|"
    "only with|nothing but|dealt only|concerned only|related only|beschränkt auf|limité à"
)
DENYING = _pattern(r"den(?:y|ies|ied|ying)|contradict(?:s|ed)|refut(?:e|es|ed)|disavow(?:s|ed)")
PLANNED = _pattern(
    r"will|shall|would|is to|are to|was to|were to|be to|plan(?:s|ned|ning)? to|"
    r"intend(?:s|ed|ing)? to|expect(?:s|ed|ing)? to|hop(?:e|es|ed|ing) to|propos(?:e|es|ed|ing) to|"
    r"going to|prepared to|ready to|willing to|promis(?:e|es|ed|ing)|undertak(?:e|es|ing)|"
    r"undertook|wish(?:es|ed)? to|desir(?:e|es|ed) to|want(?:s|ed)? to|agreed to|hopes|hopeful|"
    r"planning|scheduled|due to|about to|looked forward|contemplate[sd]?|wird|werden|sollte"
)
_KNOWN = (
    "heard|seen|read|learn(?:ed|t)|received|noticed|observed|gathered|guessed|understood|"
    "been (?:told|informed)"
)
NOT_PLANNING = _pattern(
    rf"(?:will|shall|must|may|might)\s+(?:\w+\s+)?have\s+(?:\w+\s+)?(?:{_KNOWN})|"
    r"(?:will|shall|may|must|should)\s+(?:\w+\s+)?be\s+(?:remembered|recalled|recollected|noticed|"
    r"noted|observed|perceived|borne in mind|seen\s+(?:that|from|how)|found\s+that)|"
    r"(?:you|we|one|readers?|everybody|everyone|many|some)\s+(?:will|may|might|would)\s+"
    r"(?:\w+ly\s+|also\s+|no doubt\s+)?(?:remember|recall|recollect|(?:see|find|know|notice|note|"
    r"observe|understand|perceive|gather|hear|learn)\s+(?:that|from|how|by|why|what))|"
    r"Sie werden\s+(?:\w+\s+){0,4}(?:gehört|gesehen|gelesen|erfahren|vernommen) haben"
)
"""What a letter supposes of its reader, and an author of his: `you will have heard that …`."""
POSSIBLE = _pattern(
    "may|might|could|perhaps|possibly|conceivably|maybe|it is possible|can be|there is a chance|"
    "möglicherweise|vielleicht|peut-être|uncertain whether|not clear whether"
)
PROBABLE = _pattern(
    "probably|likely|presumably|apparently|seems|seemed|appears to|appeared to|appears|"
    "it is believed|is believed|was believed|it is thought|is said to|are said to|was said to|"
    "is understood to|must have|reportedly|allegedly|supposedly|wahrscheinlich|vermutlich|"
    "angeblich|probablement|i believe|i assume|i understand|we understand|in all likelihood"
)
CONDITIONS = frozenset(
    {
        *("if", "unless", "provided", "provided that", "providing", "providing that", "only if"),
        *("on condition", "on condition that", "on the condition", "on the condition that"),
        *("on the understanding that", "in the event that", "in the event of", "as long as"),
        *("so long as", "subject to", "only when", "should"),
    }
)
"""Conjunctions, as `Clause.opens` has them, that make what stands beside them depend."""
DEPENDING = _pattern(
    "depend on|depends on|depended on|dependent on|dependent upon|depend upon|contingent on|"
    "contingent upon|subject to|conditional on|conditional upon|abhängig von"
)
SAYING = re.compile(
    r"\b(?:say|says|said|saying|state|states|stated|stating|repl(?:y|ies|ied)|answer(?:s|ed)?|"
    r"told|tells?|announc(?:e|es|ed)|declar(?:e|es|ed)|insist(?:s|ed)?|claim(?:s|ed)?|wrote|"
    r"writes?|report(?:s|ed)?|explain(?:s|ed)?|add(?:s|ed)?|assured?|assures|remark(?:s|ed)?|"
    r"observ(?:es|ed)|maintain(?:s|ed)?|argu(?:e|es|ed)|warn(?:s|ed)?|indicat(?:e|es|ed)|"
    r"suggest(?:s|ed)?|believ(?:e|es|ed)|think(?:s)?|thought|felt|feels|consider(?:s|ed)?|"
    r"emphasi[sz](?:e|es|ed)|stress(?:es|ed)?|informed|informs|advis(?:e|es|ed)|promis(?:e|es|ed)|"
    r"express(?:es|ed)|mention(?:s|ed)|confirm(?:s|ed)?|agree(?:s|d)?|propos(?:e|es|ed)|"
    r"expect(?:s|ed)?|hop(?:e|es|ed)|admit(?:s|ted)?|allege[sd]?|estimat(?:e|es|ed)|"
    r"understand(?:s)?|understood|recogni[sz](?:e|es|ed)|den(?:y|ies|ied)|ask(?:s|ed)|"
    r"cabled|telegraphed|recall(?:s|ed)|predict(?:s|ed)|went on to say|gave it as his view|"
    r"sagte|erklärte|schrieb|berichtete|meinte|déclara|écrivit|affirma)\b",
)
ATTRIBUTING = re.compile(
    r"\b(?:according to|in the (?:words|view|opinion) of|laut|selon|d'après|as reported by|"
    r"on the authority of)\s+(?P<who>[^,;:.()“”\"]{2,60})",
    re.IGNORECASE,
)
SCOPE_WORDS = frozenset(
    {
        *("officially", "official", "formally", "formal", "unofficially", "informally"),
        *("informal", "secretly", "publicly", "privately", "finally", "again", "provisionally"),
        *("initially", "originally", "preliminary", "partly", "fully", "actually", "orally"),
    }
)
"""Words that set one moment of a matter apart from another: told, and officially told."""
