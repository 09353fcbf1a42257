"""Tell who is a woman, and go on about whoever fits the gender of a verb that names nobody."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.clause import Clause
from explore.events.discourse import Discourse
from explore.events.groups import is_bare_person, is_feminine
from explore.events.items import Item, Role
from explore.events.reach import is_act_noun
from explore.events.words import listed
from explore.knowledge.lexicon import Kind
from explore.model import Actor, EntityType

_FORENAMES = listed("gender", "forenames")
# «التقت [هناك أمس] X»: whom a verb names stands within so many items behind it.
_NAMED_WITHIN = 3
_ARTICLE = "ال"
# «[طلبها] لقاء X» may be what she asks for.
_HERS = "ها"
# «زارت [واشنطن]» names where somebody went.
_VISIT = "verb.visit"
# «وصلته رسالة», «جرت مباحثات»: the noun is who does it.
_COMING = frozenset(("reach", "join"))


def is_woman(actor: Actor) -> bool:
    """Tell whether the forename of *actor* is one of women alone."""
    return actor.type is EntityType.PER and actor.name_en.partition(" ")[0].lower() in _FORENAMES


def names_woman(items: Sequence[Item], place: int) -> bool:
    """Tell whether the group at *place* names a woman: by her title, her forename or a verb of hers: «قالت X»."""
    item = items[place]
    if len(item.actors) != 1:
        return False
    if is_feminine(item.phrases[0]) or is_woman(item.actors[0]):
        return True
    before = items[place - 1] if place else None
    return before is not None and before.role is Role.SPEECH and is_bare_person(item) and of_verb(before) == "f"


def of_verb(verb: Item) -> str:
    """Return the gender of a *verb* of one, "m" or "f"; empty where it is of more, or may be either."""
    kind = Kind.ACT if verb.role is Role.ACT else Kind.SUPPORT
    own = (sense.form for sense in verb.senses if sense.kind is kind or verb.role is Role.SPEECH)
    forms = {(form.number, form.gender) for form in own if form.tense}
    number, found = next(iter(forms)) if len(forms) == 1 else ("", "")
    return found if number == "s" else ""


def agree(place: int, items: Sequence[Item], discourse: Discourse) -> None:
    """Turn from a man to the woman told of last, or back, at a verb of the other gender: «استقبل X Y. ثم [زارت] Z»."""
    speaker = discourse.speaker()
    if len(speaker) != 1 or speaker[0].type is not EntityType.PER:
        return
    own, wanted = "f" if speaker[0].id in discourse.women else "m", of_verb(items[place])
    if (
        wanted in ("", own)
        or any(sense.form.pronoun == _HERS for sense in items[place].senses)
        or _names_its_subject(place, items, discourse, wanted)
    ):
        return
    meant = (one for one in reversed(discourse.people) if (one.id in discourse.women) == (wanted == "f"))
    other = next(meant, None)
    if other is not None:
        discourse.current = [other]


def _names_its_subject(place: int, items: Sequence[Item], discourse: Discourse, wanted: str) -> bool:
    """Tell whether who does the verb may stand beside it: one of its gender, a state, or whom no table knows."""
    behind = items[place + 1 : place + 1 + _NAMED_WITHIN]
    named = next((item for item in behind if item.actors and not item.preposition), None)
    if named is not None and named.is_place:
        return _VISIT not in items[place].senses.keys
    if named is not None and (len(named.actors) > 1 or named.actors[0].type is not EntityType.PER):
        return True
    if named is not None and (named.actors[0].id in discourse.women or is_woman(named.actors[0])) == (wanted == "f"):
        return True
    if behind and (_may_do(behind[0]) or (is_act_noun(behind[0]) and not _COMING.isdisjoint(items[place].senses.keys))):
        return True
    return Clause(items, place).subject_left() is not None


def _may_do(item: Item) -> bool:
    """Tell whether what stands right behind a verb may be its subject, of whom no table knows: «شهدت [الزيارة]»."""
    if item.role is Role.GROUP:
        return not item.actors and not item.preposition
    return item.word.startswith(_ARTICLE) and item.role in (Role.WORD, Role.ACT)
