"""Say which weak names count where they stand: those that are everyday words too, or that many share."""

from __future__ import annotations

from explore.entities.scan import Scan, clitic_of, is_weak
from explore.entities.words import listed
from explore.knowledge.lexicon import Hit, Kind, Sense

CLASS_NOUNS = listed("shared", "class_nouns")
# Marks that set a lone name off, before and behind it: «(الحياة)».
_OPENERS = frozenset('(/"[')
_CLOSERS = frozenset(')/"]')
# The dateline ends within so many tokens; these marks part its members and close it.
_DATELINE = 14
_DATELINE_MARKS = frozenset("-–—/،")
_DATELINE_ENDS = frozenset("-–—/:")
# A shorter name is not told from a word with ب or ل: «باب».
_SHORTEST = 3
_BEFORE_PLACES = listed("weak", "before_places")
# Names that are everyday nouns count behind one of these alone: «مدينة الباب», not «إلى الباب».
_NOUNS = listed("weak", "nouns")
_TOWNS = listed("weak", "towns")
_BEFORE_STATES = listed("weak", "before_states")
# «العاصمة طرابلس» is no town of another state.
_CAPITAL = frozenset(("العاصمه",))


def counts(scan: Scan, hit: Hit, sense: Sense) -> bool:
    """Tell whether a sense may open a phrase: weak names only with help from the text."""
    if not is_weak(sense):
        return True
    if sense.kind is Kind.PERSON:
        return sense.key in scan.named
    if sense.kind is Kind.ORGANISATION:
        return _is_set_off(scan, hit)
    if sense.kind is Kind.STATE and sense.key not in scan.states:
        return _is_led_to(scan, hit)
    if sense.kind is Kind.PLACE and clitic_of(scan.word(hit.first - 1), _CAPITAL) is not None:
        return False
    return _is_governed(scan, hit)


def _is_set_off(scan: Scan, hit: Hit) -> bool:
    """Tell whether a name of an agency or paper stands after its class noun, or alone in brackets or quotes."""
    before = scan.word(hit.first - 1)
    if before in CLASS_NOUNS or (before in _OPENERS and scan.word(hit.last) in _CLOSERS and _is_enclosed(scan, hit)):
        return True
    # «الرياض - سبأ:», «بغداد 4-3-2019 وفا-», «بغداد - واع» on a line of its own, «وطنية -»
    closes = (scan.word(hit.last) in _DATELINE_ENDS or _ends_line(scan, hit)) and hit.first < _DATELINE
    return closes and not hit.clitic and (hit.first == 0 or before in _DATELINE_MARKS or before.isdigit())


def _is_enclosed(scan: Scan, hit: Hit) -> bool:
    """Tell whether the marks before and behind a name touch it: not «المهاجرين" وإيجاد "قطب»."""
    starts, ends = scan.tokens.starts, scan.tokens.ends
    return ends[hit.first - 1] == starts[hit.first] and ends[hit.last - 1] == starts[hit.last]


def _ends_line(scan: Scan, hit: Hit) -> bool:
    """Tell whether a line break stands right behind a name."""
    return scan.word(hit.last) == "\n"


def _is_led_to(scan: Scan, hit: Hit) -> bool:
    """Tell whether «إلى», «زار» leads to a name that is no word with an article: «إلى مالي», but not «إلى الشمال»."""
    led = clitic_of(scan.word(hit.first - 1), _BEFORE_STATES) is not None
    return led and not scan.word(hit.first).startswith("ال")


def _is_governed(scan: Scan, hit: Hit) -> bool:
    """Tell whether a preposition or a noun of places stands before the name: «بالأردن», «مدينة طرابلس»."""
    name = scan.word(hit.first)[len(hit.clitic) :]
    before = scan.word(hit.first - 1)
    if not hit.clitic and clitic_of(before, _TOWNS) is not None:
        return True
    if name in _NOUNS:
        return False
    # «لقاؤه بعرفات» is with a person.
    hangs = hit.clitic.endswith(("ب", "ل")) and len(scan.word(hit.first)) > _SHORTEST
    person = any(sense.kind is Kind.PERSON for sense in hit.senses)
    return (hangs and not person) or (not hit.clitic and clitic_of(before, _BEFORE_PLACES) is not None)
