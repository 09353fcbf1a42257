"""Judge what stands around a date expression: whether its clause looks ahead, whether it dates the article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explore.dates.lexicon import AND, COMMAS, Lexicon
from explore.knowledge.vocabulary import vocabulary
from explore.text.tokens import SENTENCE_ENDS

# A sentence that runs on longer says nothing about a date so far behind.
_REACH = 30
# Datelines stand within the first lines, a few words after their beginning.
_FIRST_TOKENS, _CITY_TOKENS = 60, 7
_BULLETS = frozenset(("-", "–", "—", "•", "*"))
# A dateline on a line of its own is shorter still: "جدة - واس - الجمعة 21 أبريل 2023".
_TOKENS_ALONE = 4
# The city of a dateline has fewer words before its dash.
_ASIDE_TOKENS = 4
_SHORTEST_VERB = 5
_DOING = frozenset(("يزور", "تزور", "يقوم", "تقوم", "يجري", "تجري", "يلتقي", "تلتقي", "يستقبل", "تستقبل"))
_WAS = frozenset(("كان", "كانت", "وكان", "وكانت"))
# «التقى X، الذي يزور Y، Z الاثنين»: what the aside tells looks not ahead, once it is closed or said to be under way.
_WHO = frozenset(("الذي", "التي", "والذي", "والتي"))
# «زيارة يقوم بها، والتقى Z الاثنين»
_IT = frozenset(("بها", "به"))
# «غير أن» turns to something else, «محادثات غير مباشرة» does not.
_EXCEPT, _THAT = "غير", "ان"
_NOW = frozenset((*COMMAS, "حاليا"))


def looks_ahead(lexicon: Lexicon, words: Sequence[str], place: int, after: int) -> bool:
    """Tell whether the clause around an expression speaks of days to come: the nearest sign before it decides."""
    signs, prefixes = lexicon.signs, lexicon.future_prefixes
    for at in range(place - 1, max(-1, place - _REACH), -1):
        word = words[at]
        sign = signs.get(word)
        if sign is not None and (word != _EXCEPT or words[at + 1] == _THAT):
            # «كان يزور X يوم الجمعة» is past.
            told = at > 0 and (words[at - 1] in _WHO or words[at + 1] in _IT)
            if word in _DOING and told and not _NOW.isdisjoint(words[at:place]):
                continue
            ahead = sign and not (at and word in _DOING and words[at - 1] in _WAS)
            return ahead or _verb_follows(lexicon, words, after)
        if word in SENTENCE_ENDS:
            break
        if word.startswith(prefixes) and _is_future(lexicon, word):
            return True
    return _verb_follows(lexicon, words, after)


def _verb_follows(lexicon: Lexicon, words: Sequence[str], after: int) -> bool:
    """Tell whether a future verb comes right after an expression (ويوم الجمعة، سيلتقي)."""
    step = after + (after < len(words) and words[after] in COMMAS)
    return step < len(words) and _is_future(lexicon, words[step])


def _is_future(lexicon: Lexicon, word: str) -> bool:
    """Tell whether *word* is a verb with the future س, and no name that begins like one: «ستافان»."""
    if not word.startswith(lexicon.future_prefixes):
        return False
    stem = word[1:] if word[0] == AND else word
    if len(stem) < _SHORTEST_VERB or stem.startswith(lexicon.no_future):
        return False
    return stem not in vocabulary().given


def is_dateline(words: Sequence[str], place: int, after: int) -> bool:
    """Tell whether the expression stands where agencies date their reports: city, date, agency or dash."""
    if place > _FIRST_TOKENS:
        return False
    line = place
    while line > 0 and words[line - 1] != "\n":
        line -= 1
    before = place - line
    if before > _CITY_TOKENS or any(word in SENTENCE_ENDS for word in words[line:place]):
        return False
    if before > _ASIDE_TOKENS and words[place - 1] == "-" and "-" not in words[line : place - 1]:
        # «استقبل وزير الخارجية - الثلاثاء 5 فبراير - نظيره»: an aside of a sentence.
        return False
    behind = words[after] if after < len(words) else "\n"
    if before == 1 and words[line] in _BULLETS and behind == ":":
        # «- 10 مارس 2023: …» is an entry of a list.
        return False
    if before == 0 and (":", "\n") in pairwise(words[:place]):
        # So is one below «برنامج الزيارة:».
        return False
    if behind == "\n" or after + 1 >= len(words) or words[after + 1] == "\n":
        return before <= _TOKENS_ALONE
    return behind in ("(", "/", "-", ":", "|")


def is_document(lexicon: Lexicon, words: Sequence[str], place: int) -> bool:
    """Tell whether the expression is the day that a document bears: "بتاريخ 24 مايو", "المؤرخ في 29 مارس"."""
    return any(word in lexicon.words["documents.words"] for word in words[max(0, place - 2) : place])
