"""Tell a name that no table knows from the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from explore.entities.scan import Scan, is_weak
from explore.entities.words import listed
from explore.knowledge.lexicon import Hit, Kind
from explore.knowledge.vocabulary import vocabulary

_LINKS = listed("names", "links")
_OPENING_LINKS = listed("names", "opening_links")
# No name ends in a particle but «لي», which is a family name too: «جيت لي».
_INNER_LINKS = _LINKS - {"لي"}
# No name has more words; one word more is looked at, to see where it stops.
_LONGEST = 6
# A name of so many words is whole, so that somebody else may stand behind it.
_WHOLE = 2
_SHORTEST_WORD = 2
_COMMAS = frozenset(("،", ","))
_ON_TITLES = frozenset(("ب", "ل", "لل", "وب", "ول"))
# What may be written before an everyday word, and behind it.
_PREFIXES = ("ال", "وال", "بال", "لل", "و", "ب", "ل", "ف", "ك", "س")
_ONE_LETTER_ENDINGS = ("ا", "ه")
_TWO_LETTER_ENDINGS = ("ات", "ين", "ون", "ها", "هم")
# «إلى» is none.
_SHORTEST_ADJECTIVE = 5
# So many letters stay of a word behind its proclitics before it says anything.
_SHORTEST_STEM = 3


@lru_cache(maxsize=50_000)
def may_begin(word: str) -> bool:
    """Tell whether *word* may be the first word of an unknown name."""
    words = vocabulary()
    if not _is_arabic(word):
        return False
    if word in words.given or word in _OPENING_LINKS:
        return True
    return word not in words.either and not _looks_common(word)


@lru_cache(maxsize=50_000)
def may_continue(word: str) -> bool:
    """Tell whether *word* may follow inside an unknown name."""
    words = vocabulary()
    if not _is_arabic(word):
        return False
    listed = word in words.given or word in words.either or word in _LINKS
    return listed or not _looks_common(word)


def _is_arabic(word: str) -> bool:
    """Tell whether *word* is made of letters, not Latin ones, and no lone letter."""
    return len(word) >= _SHORTEST_WORD and word.isalpha() and not word.isascii()


def is_common(word: str) -> bool:
    """Tell whether *word* itself is an everyday word."""
    return word in vocabulary().common


def _looks_common(word: str) -> bool:
    """Tell whether *word*, or what stands behind its prefixes or before its ending, is an everyday word."""
    common = vocabulary().common
    return word in common or any(stem in common for stem in _stems(word)) or _is_possessed(word)


def _is_possessed(word: str) -> bool:
    """Tell whether *word* is an everyday feminine noun of somebody: «عطلته», «وصديقته»."""
    owned = word.removeprefix("و").removesuffix("ها").removesuffix("ه")
    return owned.endswith("ت") and owned[:-1] + "ه" in vocabulary().common


def _stems(word: str) -> Iterator[str]:
    """Give what is left of *word* without a prefix, and without its ending."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST_STEM:
            yield word[len(prefix) :]
    if word.endswith(_TWO_LETTER_ENDINGS):
        yield word[:-2]
    elif word.endswith(_ONE_LETTER_ENDINGS):
        yield word[:-1]


def is_given(word: str) -> bool:
    """Tell whether *word* is known as part of names."""
    return word in vocabulary().given


def begins_with_next(words: Sequence[str], first: int, stop: int) -> bool:
    """Tell whether a word that is a name or an everyday word begins a name: the next one is surely part of names."""
    return words[first] in vocabulary().either and first + 1 < stop and is_given(words[first + 1])


def measure(words: Sequence[str], first: int, stop: int) -> int:
    """Return where the unknown name that begins at *first* ends, at most at *stop*; *first* where none begins."""
    if first >= stop or not (may_begin(words[first]) or begins_with_next(words, first, stop)):
        return first
    end = first + 1
    while end < min(stop, first + _LONGEST) and _goes_on(words[end - 1], words[end]):
        end += 1
    while end > first + 1 and words[end - 1] in _INNER_LINKS:
        end -= 1
    return end


def _goes_on(before: str, word: str) -> bool:
    """Tell whether a name goes on with *word*: any word behind a particle («بن»), else one that may be a name.

    «وبيدرو» begins another name.
    """
    if before in _LINKS and word.isalpha():
        return True
    joined = word.startswith("و") and is_given(word[1:]) and not is_given(word)
    return may_continue(word) and not joined


def name_end(scan: Scan, first: int) -> int:
    """Return where an unknown name from *first* ends: before any word that the tables know as something else."""
    stop = first
    while stop < len(scan.tokens.words) and stop - first <= _LONGEST and not _blocks(scan, stop, stop > first):
        if stop - first >= _WHOLE and (_is_known(scan, stop) or _is_somebody(scan, first, stop)):
            break
        stop += 1
    end = measure(scan.tokens.words, first, stop)
    return end + 1 if first + 1 < end < stop and _is_family(scan, end) else end


def is_adjective_before_known(scan: Scan, place: int) -> bool:
    """Tell whether the word at *place* only describes who stands behind it: «الزعيم [الدرزي] وليد جنبلاط»."""
    word = scan.word(place)
    describes = word.startswith("ال") and len(word) >= _SHORTEST_ADJECTIVE and may_begin(word)
    return describes and not is_given(word) and _is_known(scan, place + 1)


def _is_known(scan: Scan, place: int) -> bool:
    """Tell whether somebody whom the tables know by several words stands at *place*: «هنأ X شارما [دونالد ترامب]»."""
    hits = (hit for hit in scan.at(place) if not hit.clitic and hit.last - hit.first > 1)
    return any(sense.kind is Kind.PERSON and not is_weak(sense) for hit in hits for sense in hit.senses)


def _is_somebody(scan: Scan, first: int, place: int) -> bool:
    """Tell whether the word at *place* calls somebody whom the article names elsewhere: «هنأ X بوريسوف [أردوغان]»."""
    senses = (sense for hit in scan.at(place) if hit.last == place + 1 and not hit.clitic for sense in hit.senses)
    called = {sense.key for sense in senses if sense.kind is Kind.PERSON and not is_weak(sense)} & scan.named
    return bool(called) and any(
        hit.last - hit.first > 1 and sense.kind is Kind.PERSON and sense.key in called
        for hits in (*scan.hits[:first], *scan.hits[place:])
        for hit in hits
        for sense in hit.senses
    )


def _is_family(scan: Scan, place: int) -> bool:
    """Tell whether the word at *place*, with «ال», is a family name that the tables know: «سيف بن مقدم البوعينين»."""
    known = (sense for hit in scan.at(place) if hit.last == place + 1 and not hit.clitic for sense in hit.senses)
    return scan.word(place).startswith("ال") and any(sense.kind is Kind.PERSON for sense in known)


def closed_end(scan: Scan, first: int) -> int:
    """Return where a name between commas ends whose first word is known as part of names: «، محي الدين خام علم،».

    Its other words may be everyday ones, but none that the tables know; *first* where no such name closes.
    """
    if not is_given(scan.word(first)):
        return first
    end = first + 1
    while end - first < _LONGEST and scan.word(end).isalpha() and not _is_read(scan, end):
        end += 1
    return end if scan.word(end) in _COMMAS and end - first > 1 else first


def _is_read(scan: Scan, place: int) -> bool:
    """Tell whether the tables know the word at *place* as something that no name holds."""
    return not is_given(scan.word(place)) and any(not _is_chance(hit, scan.word(place), True) for hit in scan.at(place))


def _blocks(scan: Scan, place: int, inside: bool) -> bool:
    """Tell whether the word at *place* cannot be part of an unknown name; *inside* where the name has begun."""
    word = scan.word(place)
    # Folded, the preposition «على» is the name «علي».
    if not word.isalpha() or scan.tokens.shown(place, place + 1).strip() == "على":
        return True
    if _opens_title(scan, place) or _leads_to_title(scan, place):
        return True
    if _leads_to_known(scan, place):
        return True
    if is_given(word):
        return False
    hits = (hit for hit in scan.at(place) if not _is_chance(hit, word, inside))
    return any(hit.senses[0].kind not in (Kind.PERSON, Kind.PLACE) for hit in hits)


def _leads_to_title(scan: Scan, place: int) -> bool:
    """Tell whether a preposition stands on a title at *place*, though the whole may be a name: «بأمير قطر»."""
    return any(hit.clitic in _ON_TITLES and hit.senses[0].kind is Kind.OFFICE for hit in scan.at(place))


def _leads_to_known(scan: Scan, place: int) -> bool:
    """Tell whether a proclitic joins somebody known by several words at *place*: «X [ودونالد ترامب]»."""
    hits = (hit for hit in scan.at(place) if hit.clitic and hit.last - hit.first > 1)
    return any(sense.kind is Kind.PERSON and not is_weak(sense) for hit in hits for sense in hit.senses)


def _opens_title(scan: Scan, place: int) -> bool:
    """Tell whether a title of several words begins at *place*: «بولي العهد» is no name."""
    return any(hit.last - hit.first > 1 and hit.senses[0].kind is Kind.OFFICE for hit in scan.at(place))


def _is_chance(hit: Hit, word: str, inside: bool) -> bool:
    """Tell whether a hit has so little left behind its proclitics that the word may as well be a name («كمال»).

    A و at the beginning of what would be a name stays «and».
    """
    if not hit.clitic or len(word) - len(hit.clitic) > _SHORTEST_STEM:
        return False
    return inside or hit.clitic != "و"
