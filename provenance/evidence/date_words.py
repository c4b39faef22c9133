"""The words that dates are made of, in English, German and French."""

from __future__ import annotations

from provenance.evidence.date_calendar import Extent, Grain, day_extent
from provenance.evidence.date_phrase import Part
from provenance.model.values import Day

_ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_GERMAN = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
    *("August", "September", "Oktober", "November", "Dezember"),
)
_FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)
_SHORT = {
    **{name[:3]: n for n, name in enumerate(_ENGLISH, 1) if len(name) > 3},
    "Sept": 9,
    "Juny": 6,
    "Jänner": 1,
    "Feber": 2,
    "Maerz": 3,
    "aout": 8,
    "fevrier": 2,
    "decembre": 12,
    "janv": 1,
    "févr": 2,
    "juil": 7,
    "déc": 12,
}

ENGLISH_MONTHS = {name: n for n, name in enumerate(_ENGLISH, 1)}
GERMAN_MONTHS = {name: n for n, name in enumerate(_GERMAN, 1)}
FRENCH_MONTHS = {name: n for n, name in enumerate(_FRENCH, 1)}
MONTHS: dict[str, int] = {
    form: n
    for table in (ENGLISH_MONTHS, GERMAN_MONTHS, FRENCH_MONTHS, _SHORT)
    for name, n in table.items()
    for form in {name, name.capitalize(), name.upper()}
}
"""Every way a month is written, abbreviations without their stop."""

SEASONS = {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
    "frühjahr": 21,
    "frühling": 21,
    "sommer": 22,
    "herbst": 23,
    "printemps": 21,
    "été": 22,
    "automne": 23,
    "hiver": 24,
}
_WEEKDAYS = (
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
)
WEEKDAYS = {name: n for names in _WEEKDAYS for n, name in enumerate(names)} | {"sonnabend": 5}

UNITS = {
    "day": Grain.DAY,
    "night": Grain.DAY,
    "morning": Grain.DAY,
    "afternoon": Grain.DAY,
    "evening": Grain.DAY,
    "week": Grain.WEEK,
    "fortnight": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
    "tag": Grain.DAY,
    "woche": Grain.WEEK,
    "monat": Grain.MONTH,
    "jahr": Grain.YEAR,
    "jour": Grain.DAY,
    "semaine": Grain.WEEK,
    "mois": Grain.MONTH,
    "an": Grain.YEAR,
    "année": Grain.YEAR,
}

_COUNTED = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_GEZAEHLT = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
_COMPTÉ = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
COUNTS: dict[str, int] = {
    **{word: n for n, word in enumerate(_COUNTED, 1)},
    **_TENS,
    "a": 1,
    "an": 1,
}
GERMAN_COUNTS: dict[str, int] = {
    **{word: n for n, word in enumerate(_GEZAEHLT, 1)},
    **dict.fromkeys(("eine", "einen", "einem", "einer"), 1),
}
FRENCH_COUNTS: dict[str, int] = {**{word: n for n, word in enumerate(_COMPTÉ, 1)}, "une": 1}

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"),
)
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)}

PARTS = {
    "early": Part.EARLY,
    "earlier": Part.EARLY,
    "beginning": Part.EARLY,
    "start": Part.EARLY,
    "opening": Part.EARLY,
    "outset": Part.EARLY,
    "onset": Part.EARLY,
    "former": Part.EARLY,
    "mid": Part.MIDDLE,
    "middle": Part.MIDDLE,
    "midst": Part.MIDDLE,
    "late": Part.LATE,
    "later": Part.LATE,
    "end": Part.LATE,
    "close": Part.LATE,
    "latter": Part.LATE,
    "closing": Part.LATE,
    "final": Part.LATE,
    "last": Part.LATE,
    "first": Part.EARLY,
    "anfang": Part.EARLY,
    "mitte": Part.MIDDLE,
    "ende": Part.LATE,
    "début": Part.EARLY,
    "mi": Part.MIDDLE,
    "fin": Part.LATE,
    "milieu": Part.MIDDLE,
}

HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas night": (12, 25),
    "christmas": (12, 25),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "boxing day": (12, 26),
    "bastille day": (7, 14),
    "michaelmas": (9, 29),
    "weihnachten": (12, 25),
    "heiligabend": (12, 24),
    "silvester": (12, 31),
    "noël": (12, 25),
    "toussaint": (11, 1),
}
"""Month and day."""
MOVABLE = {
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "palm sunday": -7,
    "ash wednesday": -46,
    "whit sunday": 49,
    "pentecost": 49,
    "ostern": 0,
    "karfreitag": -2,
    "pfingsten": 49,
    "pâques": 0,
    "pentecôte": 49,
}
"""Days from Easter Sunday."""
FAMOUS: dict[str, Extent] = {
    "D-Day": day_extent(Day(1944, 6, 6)),
    "VE Day": day_extent(Day(1945, 5, 8)),
    "V-E Day": day_extent(Day(1945, 5, 8)),
    # Britain and Australia kept it on 15 August, the United States on 2 September.
    "VJ Day": Extent(Day(1945, 8, 14), Day(1945, 9, 2), Grain.DAY),
    "V-J Day": Extent(Day(1945, 8, 14), Day(1945, 9, 2), Grain.DAY),
}
