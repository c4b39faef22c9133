"""Words that make a difference grave: numbers, dates, negations and hedges, in six languages.

Everything is written as `Word.key` is: small, without accents, apostrophes and hyphens. The lists
are short on purpose. They decide what a difference is called, never whether it is shown.
"""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS = _listed("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    januar februar marz mai juni juli oktober dezember janner
    janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    ianuarii februarii martii aprilis maii iunii iulii augusti septembris octobris
""")
AMBIGUOUS_MONTHS = _listed("may march mars mar mai sept jun")
"""Months that are other words too; they are months beside a number, and capitalised."""
DAYS = _listed("""
    monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow
    montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute
    lundi mardi mercredi jeudi vendredi samedi dimanche hier kalendas idus nonas
    понедельник вторник среда четверг пятница суббота воскресенье вчера сегодня завтра
""")
DATE_SIGNS = frozenset("年月日")
NEGATIONS = _listed("""
    not no never none nobody nothing nowhere neither nor cannot without dont doesnt didnt isnt
    wasnt arent werent wont wouldnt shouldnt couldnt cant hasnt havent hadnt mustnt
    nicht kein keine keinen keiner keinem keines nie niemals niemand nichts nirgends weder ohne
    ne pas jamais aucun aucune rien ni sans personne
    non haud numquam nunquam nemo nihil neque nec sine
    не нет никогда никто ничего ни без нельзя 不 没 無 无 非 未 勿
""")
HEDGES = _listed("""
    may might could perhaps probably possibly maybe apparently allegedly reportedly presumably
    likely unlikely seemingly supposedly ostensibly arguably roughly approximately about nearly
    almost seems seem seemed appears appear appeared suggests suggested believed thought would
    should vielleicht wahrscheinlich wohl vermutlich moglicherweise angeblich konnte durfte etwa
    fast kaum peutetre probablement environ presque pourrait semble semblait
    fortasse forsan forsitan fere возможно вероятно наверное пожалуй якобы примерно почти 或 约
""")
GERMAN = _listed("der das den dem und nicht ein eine einen zu von mit ist im auf sich wird")
"""Words that show a passage to be German, where nouns have capitals."""
NUMBERS = {
    word: value
    for value, row in (
        (0, "zero null ноль 零 〇"),
        (1, "first einmal erste premier premiere primus первый 一"),
        (2, "two second twice zwei zweite deux deuxieme duo secundus два второй 二 两"),
        (3, "three third thrice drei dritte trois troisieme tres tertius три третий 三"),
        (4, "four fourth vier vierte quatre quattuor четыре 四"),
        (5, "five fifth funf funfte cinq quinque пять 五"),
        (6, "six sixth sechs sechste sex шесть 六"),
        (7, "seven seventh sieben siebte sept septem семь 七"),
        (8, "eight eighth acht achte huit octo восемь 八"),
        (9, "nine ninth neun neunte neuf novem девять 九"),
        (10, "ten tenth zehn dix decem десять 十"),
        (11, "eleven eleventh elf onze одиннадцать"),
        (12, "twelve twelfth dozen zwolf douze dutzend двенадцать"),
        (13, "thirteen thirteenth dreizehn treize"),
        (14, "fourteen fourteenth vierzehn quatorze"),
        (15, "fifteen fifteenth funfzehn quinze"),
        (16, "sixteen sixteenth sechzehn seize"),
        (17, "seventeen seventeenth siebzehn"),
        (18, "eighteen eighteenth achtzehn"),
        (19, "nineteen nineteenth neunzehn"),
        (20, "twenty twentieth zwanzig vingt viginti двадцать"),
        (30, "thirty thirtieth dreissig trente тридцать"),
        (40, "forty fortieth vierzig quarante сорок"),
        (50, "fifty fiftieth funfzig cinquante пятьдесят"),
        (60, "sixty sechzig soixante"),
        (70, "seventy siebzig"),
        (80, "eighty achtzig"),
        (90, "ninety neunzig"),
        (100, "hundred hundreds hundert cent centum сто 百"),
        (1_000, "thousand thousands tausend mille тысяча тысяч 千"),
        (10_000, "万"),
        (1_000_000, "million millions millionen миллион миллионов"),
        (1_000_000_000, "billion billions milliarde milliarden milliard миллиард"),
    )
    for word in row.split()
}
"""Words for numbers and what they stand for."""
