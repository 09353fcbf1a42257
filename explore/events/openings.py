"""Tell who stands first in a sentence or clause, so that it is about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from explore.entities.offices import MINISTERS
from explore.events.clause import CLASSES, SENDING, Clause
from explore.events.items import VERBS, Item, Role
from explore.events.leads import stands_in_lead
from explore.events.reach import names_person
from explore.events.words import listed
from explore.model import Actor, EntityType

# The brackets around an agency: «(واج)», «/قنا/».
_BRACKETS = frozenset("(/")
_CLOSING = frozenset(")/")
_ALREADY = "سبق"
# How a verb that no table knows begins behind أن: «أن يحظى X».
_PRESENT = ("ي", "ت")
# «من جهة أخرى،» has at most so many items.
_OPENING = 4
_BE = listed("openings", "be")
_LIVES = listed("openings", "lives")
_WAS = listed("shared", "was")
# What closes a dateline: «(واج) -», «القاهرة:».
_DATELINES = frozenset(("-", "–", "—", ":", "/", ")"))
# «إنه سلم X رسالة»: the pronoun is the subject, so that no group behind the verb is.
_HE = ("نه", "نها", "نهم", "نهما")
# «أصدر أمرا بإعفاء X»: who is named behind it does nothing.
_APPOINTING = listed("openings", "appointing")
_MOMENTS = listed("shared", "moments")
_CONJUNCTIONS = listed("openings", "conjunctions")
# Behind one of these what somebody says begins.
_SAYING = frozenset((Role.THAT, Role.QUOTE))
# «التقى فيها X»: one of these may part a verb from its subject.
_IN_IT = listed("shared", "in_it")
# «زيارة X إلى Y التي التقى خلالها Z»: the visit stands so many items before «التي», «خلالها» so many behind.
_VISIT_WITHIN = 6
_IN_IT_WITHIN = 3
_DURING_IT = _IN_IT | listed("shared", "during_it")
_THE_MINISTER = frozenset(("الوزير", "الوزيره"))
# «، في اتصال مماثل يوم الأحد،»
_ASIDE_WITHIN = 7
_COUPLE = 2
# «طرحها», «أطلقه»
_OBJECTS = ("ها", "ه")
# «استنكرت», «غيرت»
_LONGEST_VERB = 7


def opens(items: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Tell whether a bare group is a subject: first in its clause, after أن or right after a verb."""
    for back in range(place - 1, -1, -1):
        item = items[back]
        if item.key == ":" or (item.role is Role.WORD and _introduces(items, back, words)):
            return True
        if item.role in (Role.COMMA, Role.DATE, Role.QUOTE) or item.word in _IN_IT:
            continue
        if item.role is Role.WORD and (back < place - 1 or item.word in CLASSES):
            continue
        if item.role is Role.GROUP and (not item.actors or _is_where(item) or _is_goal(items, back)):
            continue
        if item.role is Role.PREPOSITION and (_is_where(items[back + 1]) or _is_goal(items, back + 1)):
            continue
        if item.role is Role.PREPOSITION and items[back + 1].word in _MOMENTS:
            # «يصل في وقت لاحق اليوم X»
            continue
        if item.role is Role.WORD and back and items[back - 1].role in _SAYING and _is_verb(items, back):
            return True
        if item.role in VERBS and item.senses.tenses:
            if _lists_members(items, back):
                return False
            told = back > 0 and items[back - 1].role is Role.THAT and items[back - 1].word.endswith(_HE)
            return not told and not _is_aim(item) and _has_no_subject_left(items, back, place)
        return item.role in (Role.THAT, Role.BOUNDARY)
    return True


def _is_aim(verb: Item) -> bool:
    """Tell whether a verb says what for, so that whom it names is acted upon: «طار إلى Y [ليلتقي] X»."""
    return verb.role is Role.ACT and verb.clitic.endswith("ل")


def _has_no_subject_left(items: Sequence[Item], verb: int, place: int) -> bool:
    """Tell whether nobody stands before the verb but in what opens the sentence: «بعد مغادرة X، [وصل] Y»."""
    left = Clause(items, verb).subject_left()
    if left is None:
        return True
    return place == verb + 1 and stands_in_lead(items, next(at for at, item in enumerate(items) if item is left))


def _introduces(items: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Tell whether the word at *place* stands first, behind a dateline or «بدوره،», or is كان."""
    first = place == 0 or items[place - 1].key in _DATELINES or _opens_behind(items, place)
    first = first or items[place - 1].word in _CONJUNCTIONS
    return first or words[items[place].first].lstrip("وف") in _BE


def _lists_members(items: Sequence[Item], place: int) -> bool:
    """Tell whether a verb only says who is in a delegation: «على رأس وفد وزاري [ضم] X»."""
    named = next((item for item in reversed(items[:place]) if item.role is not Role.WORD), None)
    delegation = named is not None and named.role is Role.GROUP and named.phrases[-1].body == "delegation"
    return delegation and "join" in items[place].senses.keys


def _is_where(item: Item) -> bool:
    """Tell whether *item* is a mere place behind «في» or «ب»."""
    return item.is_place and item.preposition in ("place", "at")


def _is_goal(items: Sequence[Item], place: int) -> bool:
    """Tell whether the item at *place* is where somebody goes: «وصل إلى X الوزير Y»."""
    before = items[place - 1] if place else None
    return items[place].is_place and before is not None and before.role is Role.PREPOSITION and before.key == "to"


def is_bare(item: Item) -> bool:
    """Tell whether *item* names somebody behind no preposition."""
    return bool(item.actors) and not item.preposition and not item.is_place


def is_speaking_state(items: Sequence[Item], place: int) -> bool:
    """Tell whether a state is the subject of a verb of speech beside it: «قالت أنقرة إنها …», «إن أنقرة أعلنت …»."""
    item = items[place]
    if not item.actors or item.preposition or not place:
        return False
    before, following = items[place - 1], items[place + 1 : place + 2]
    if before.role is Role.THAT:
        return len(item.actors) == 1 and before.last == item.first and any(one.finite for one in following)
    if place == 1 and before.role is Role.WORD:
        return before.last == item.first and _may_be_hers(before.word)
    return before.role is Role.SPEECH and before.last == item.first


def _may_be_hers(word: str) -> bool:
    """Tell whether a word that no table knows looks like a verb of a state: «غيرت [إيران] موقفها»."""
    return word.endswith("ت") and not word.endswith("ات") and len(word) <= _LONGEST_VERB


def _is_verb(items: Sequence[Item], place: int) -> bool:
    """Tell whether the word there is a verb that no table knows: «أن يحظى», «سبق أن أثار», «"يعتقد X»."""
    return items[place].word.startswith(_PRESENT) or (place > 1 and items[place - 2].word.lstrip("و") == _ALREADY)


def sends(items: Sequence[Item]) -> bool:
    """Tell whether somebody is sent, who is then told of: «أوفد X مبعوثه Y إلى بيروت حيث التقى Z»."""
    return any(item.word.lstrip("وف") in SENDING for item in items)


def find_people_before(items: Sequence[Item], place: int) -> list[Actor]:
    """Return the nearest people before: of whom «عودة X من Y، حيث التقى …» goes on to tell."""
    for item in reversed(items[:place]):
        named = item.role is Role.GROUP and item.preposition in ("", "from") and bool(item.actors)
        if named and item.actors[0].type is EntityType.PER:
            return item.actors
    return []


def find_subject(items: Sequence[Item], only_reports: Callable[[Actor], bool] = lambda _: False) -> list[Actor]:
    """Return the main subject of a sentence: its first group that no preposition governs, none that *only_reports*."""
    for place, item in enumerate(items):
        if item.word in _APPOINTING:
            return []
        if not item.phrases or item.role is not Role.GROUP or not is_bare(item):
            continue
        if not (is_bracketed(items, place) or _is_pair_told_of(items, place) or only_reports(item.actors[0])):
            return item.actors
    return []


def find_related(items: Sequence[Item], place: int) -> Item | None:
    """Return of whom the relative clause at *place* is: who travels, or who did what no table knows: «التي طرحها X»."""
    traveller = _find_traveller(items, place)
    behind = items[place + 1 : place + 3]
    if traveller is not None or len(behind) < _COUPLE or behind[0].role is not Role.WORD:
        return traveller
    doer = behind[1]
    owned = behind[0].word.endswith(_OBJECTS) and behind[0].last == doer.first
    return doer if owned and doer.role is Role.GROUP and is_bare(doer) and names_person(doer) else None


def _find_traveller(items: Sequence[Item], place: int) -> Item | None:
    """Return who travels in «زيارة X إلى Y التي التقى خلالها Z», as the relative at *place* goes on about the visit."""
    goal = items[place - 1 - (place > 1 and items[place - 1].role is Role.COMMA)] if place else None
    behind = items[place + 1 : place + 1 + _IN_IT_WITHIN]
    if goal is None or not goal.is_place or not any(item.word in _DURING_IT for item in behind):
        return None
    before = items[max(0, place - _VISIT_WITHIN) : place]
    visit = next((at for at, item in enumerate(before) if "noun.visit" in item.senses.keys), None)
    if visit is None:
        return None
    named = (item for item in before[visit + 1 :] if item.role is Role.GROUP and item.actors and not item.is_place)
    return next((item for item in named if item.actors[0].type is EntityType.PER), None)


def _is_pair_told_of(items: Sequence[Item], place: int) -> bool:
    """Tell whether «البلدين» only stands in what is told of a thing: «العلاقات التي تربط البلدين»."""
    relative = place > 1 and items[place - 2].role is Role.RELATIVE
    return relative and items[place].phrases[0].pair and items[place - 1].role is Role.WORD


def goes_on_in_it(items: Sequence[Item]) -> bool:
    """Tell whether a verb goes on about who visits: «زيارة يقوم بها X إلى Y، [ويلتقي فيها] Z»."""
    named = any(sense.form.pronoun for sense in items[0].senses)
    return not named and any(item.word in _IN_IT for item in items[1:])


def opens_aside(items: Sequence[Item], place: int) -> bool:
    """Tell whether a comma only sets off how a relative's verb was done: «X الذي أعرب له[،] خلال زيارة Y[،] عن»."""
    if items[place].role is not Role.COMMA or place + 1 >= len(items) or items[place + 1].role is not Role.PREPOSITION:
        return False
    if _parts_relative(items, place):
        return True
    within = range(place - 1, max(0, place - 1 - _ASIDE_WITHIN), -1)
    before = next((at for at in within if items[at].role in (Role.COMMA, Role.BOUNDARY) or items[at].finite), 0)
    return before > 0 and items[before].role is Role.COMMA and _parts_relative(items, before)


def _parts_relative(items: Sequence[Item], place: int) -> bool:
    """Tell whether a preposition stands behind the comma there, and a relative with its verb right before."""
    if items[place].role is not Role.COMMA or not 1 < place < len(items) - 1:
        return False
    if items[place + 1].role is not Role.PREPOSITION:
        return False
    pronoun = items[place - 1].role is Role.PRONOUN
    return items[place - 2 - pronoun].role is Role.RELATIVE


def is_minister_again(items: Sequence[Item], place: int, words: Sequence[str], subject: Sequence[Actor]) -> bool:
    """Tell whether «الوزير» goes on about the *subject* of the sentence before, whoever was named since."""
    item = items[place]
    if len(subject) != 1 or subject[0].office not in MINISTERS or subject == item.actors:
        return False
    alone = item.last - item.first == 1 and words[item.first] in _THE_MINISTER
    return alone and is_bare(item) and opens(items, place, words)


def find_first_person(items: Sequence[Item]) -> list[Actor]:
    """Return the first who are named behind no preposition, where they are people."""
    named = (item.actors for item in items if item.role is Role.GROUP and is_bare(item))
    return next((actors for actors in named if actors[0].type is EntityType.PER), [])


def find_person_first(items: Sequence[Item]) -> list[Actor]:
    """Return the first person of whom a clause tells with a verb that no table knows: «انخرط X في نشاط، إذ …».

    Behind a verb that tables know only a lone person is meant: «لم تصدر عن X تصريحات قبل أن يتوجه».
    """
    if any(item.finite for item in items):
        people = {actor: True for item in items for actor in item.actors if actor.type is EntityType.PER}
        return list(people) if len(people) == 1 else []
    first = find_subject(items)
    return first if first and first[0].type is EntityType.PER else []


def is_bracketed(items: Sequence[Item], place: int) -> bool:
    """Tell whether a group stands alone in brackets, as agencies do in a dateline: «(واج)»."""
    if place == 0 or items[place - 1].key not in _BRACKETS or place + 1 >= len(items):
        return False
    return items[place + 1].key in _CLOSING


def _opens_behind(items: Sequence[Item], place: int) -> bool:
    """Tell whether only «بدوره،», «من جهته،» or a place stands before the word at *place*."""
    opening = items[max(0, place - _OPENING) : place]
    if len(opening) < place or not opening:
        return False
    if opening[0].role is Role.PREPOSITION and all(map(_is_setting, opening)) and _is_where(opening[-1]):
        # «وفي موسكو أمضى X ساعات»
        return True
    if opening[-1].role is not Role.COMMA:
        return False
    return all(item.role in (Role.WORD, Role.PREPOSITION, Role.COMMA) for item in opening)


def _is_setting(item: Item) -> bool:
    """Tell whether *item* is part of where or when something was."""
    return item.role in (Role.PREPOSITION, Role.DATE) or (item.role is Role.GROUP and _is_where(item))


def has_unknown_verb(items: Sequence[Item]) -> bool:
    """Tell whether a sentence opens with a person behind what may be a present verb: «بدوره، يسعى X إلى»."""
    for place, item in enumerate(items):
        if item.role is Role.GROUP:
            before = items[place - 1] if place else None
            was = before is not None and before.word.lstrip("وف") in _WAS and _goes_on_with_verb(items[place + 1 :])
            word = before.word if before is not None and before.role is Role.WORD else ""
            verb = word.lstrip("وس").startswith(_PRESENT) or not _LIVES.isdisjoint((word, word[1:])) or was
            return verb and is_bare(item) and (place == 1 or _opens_behind(items, place - 1))
        if item.role not in (Role.WORD, Role.PREPOSITION, Role.COMMA):
            return False
    return False


def _goes_on_with_verb(behind: Sequence[Item]) -> bool:
    """Tell whether what may be a present verb stands right behind «كان X»: «كان X يعرف»."""
    return bool(behind) and behind[0].role is Role.WORD and behind[0].word.startswith(_PRESENT)
