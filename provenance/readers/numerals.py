"""What number a reader sees: counts written as word processors and typesetters write them."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHICAGO = "*†‡§"
_FNSYMBOL = ("*", "†", "‡", "§", "¶", "‖", "**", "††", "‡‡")
_STYLES = {
    "decimal": "decimal", "arabic": "decimal", "1": "decimal",
    "lowerroman": "roman", "roman": "roman", "i": "roman",
    "upperroman": "Roman", "Roman": "Roman", "I": "Roman",
    "lowerletter": "alph", "alph": "alph", "a": "alph",
    "upperletter": "Alph", "Alph": "Alph", "A": "Alph",
    "chicago": "chicago", "fnsymbol": "fnsymbol",
}  # fmt: skip


def written(number: int, style: str) -> str:
    """A count in a style by its name in Word (`lowerRoman`), ODF (`i`) or TeX (`roman`).

    Styles not known here, among them those of other scripts, fall back to decimal figures.
    """
    kind = _STYLES.get(style) or _STYLES.get(style.lower(), "decimal")
    if number < 1 or kind == "decimal":
        return str(number)
    if kind in {"roman", "Roman"}:
        numeral = _roman(number)
        return numeral.upper() if kind == "Roman" else numeral
    if kind in {"alph", "Alph"}:
        # As Word and TeX count: a to z, then aa, bb.
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "Alph" else letter
    if kind == "fnsymbol":
        return _FNSYMBOL[number - 1] if number <= len(_FNSYMBOL) else str(number)
    return _CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1)


def _roman(number: int) -> str:
    if number >= 5000:
        return str(number)
    numeral = ""
    for value, sign in _ROMAN:
        numeral += sign * (number // value)
        number %= value
    return numeral
