"""Settle which two a dual means by who had to do with whom: «الجانبان», «الرئيسان», «البلدان»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explore.entities.phrase import GUESTS
from explore.events.discourse import Discourse, are_same_two, is_pair, may_be_called
from explore.events.groups import is_unnamed_pair
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Actor, EntityType

_COUPLE = 2
# «كلا من الرئيسين»
_OF = "من"
# So opens a sentence that reminds of what was before: «يذكر أن», «الجدير بالذكر أن».
_REMINDING = frozenset(("يذكر", "بالذكر", "يشار"))
_ALREADY = "سبق"
_WAS = listed("shared", "was")
_HAD = (("قد",), ("التقيا",), ("اجتمعا",))
# «للرجلين» may be of any office.
_MEN = ("رجلين", "رجلان")
_RIVALS = listed("shared", "rivals")
# «الجانبان» means who was told together so many sentences ago at most.
_RECENT = 2
# «الجانبان», «الطرفين» tell no office.
_ANY_OFFICE = ("الجانب", "الطرف", "الاثن")


@dataclass(frozen=True, slots=True)
class Duals:
    """Give the two whom a dual means, as the text has told of them so far."""

    discourse: Discourse
    words: Sequence[str]

    def settle(self, item: Item, items: Sequence[Item]) -> None:
        """Let «الجانبان» mean the two who last had to do with each other, unless one of them acts upon the two."""
        discourse = self.discourse
        if item.phrases[0].has_state:
            return
        if not is_unnamed_pair(item):
            self.settle_states(item)
            return
        again = discourse.current is not item.actors and are_same_two(discourse.current, item.actors)
        if again and not item.preposition:
            others = [actor for actor in discourse.people if actor not in discourse.current]
            item.actors = others[-_COUPLE:] if len(others) >= _COUPLE else item.actors
        elif since := self.named_since(item):
            item.actors = since
        elif self._goes_back(item, items):
            item.actors = list(discourse.leading)
        elif self._are_recent() and self._may_be_called(item) and not self._is_acted_upon(item):
            of_all = self._reminds(items) or self.words[item.last - 1] in _RIVALS
            item.actors = list(discourse.leading if of_all else discourse.parties)

    def named_since(self, item: Item) -> list[Actor]:
        """Return the two named together since the latest act: «جهود لجمع X وY. ولا لقاء بين [الرجلين]»."""
        discourse = self.discourse
        two, recent = discourse.joined, discourse.parties_at < discourse.joined_at == discourse.sentence - 1
        if not recent or not is_pair(two) or not is_unnamed_pair(item):
            return []
        called = may_be_called(item.actors, two) or self.words[item.last - 1].endswith(_MEN)
        return list(two) if called and not item.phrases[0].has_state else []

    def _goes_back(self, item: Item, items: Sequence[Item]) -> bool:
        """Tell whether the sentence goes back to before all that was told: «وسبق للرجلين أن», «وكان الزعيمان قد»."""
        discourse, first = self.discourse, items[0].first
        opening, behind = self.words[first].lstrip("و"), self.words[item.last : item.last + 1]
        before = opening == _ALREADY or (opening in _WAS and behind in _HAD)
        called = may_be_called(item.actors, discourse.leading) or self.words[item.last - 1].endswith(_MEN)
        # Whoever took part in nothing that was told only spoke since.
        apart = discourse.sides.isdisjoint(item.actors)
        return before and apart and item.first - first <= 1 and len(discourse.leading) == _COUPLE and called

    def settle_states(self, item: Item) -> None:
        """Let «البلدان» mean the states of those two, where it took that of whoever only spoke since.

        Two states that the text names itself stay.
        """
        discourse = self.discourse
        phrase = item.phrases[0]
        if not phrase.pair or phrase.has_state or len(item.actors) != _COUPLE or not self._are_recent():
            return
        if all(actor in discourse.states for actor in item.actors):
            return
        homes = [discourse.homes.get(actor.country or "") for actor in discourse.parties]
        known = [home for home in homes if home is not None]
        if is_pair(known) and discourse.is_new_beside([home.country for home in known], item.actors):
            item.actors = known

    def _may_be_called(self, item: Item) -> bool:
        """Tell whether the sides of the latest act may be called so: «الوزيران» are ministers, «الجانبان» anybody."""
        discourse = self.discourse
        return may_be_called(item.actors, discourse.parties) or self.are_sides(item)

    def are_sides(self, item: Item, *, acted: bool = False) -> bool:
        """Tell whether «الجانبان» took one who only spoke since, or was only named, for a side of the latest act.

        What «الجانبان» have *acted* goes on from that act: «بحث الجانبان».
        """
        discourse = self.discourse
        if not self._are_recent() or not self.words[item.last - 1].lstrip("ول").startswith(_ANY_OFFICE):
            return False
        countries = [actor.country for actor in discourse.parties]
        # «يستقبل X نائب الرئيس Y منذ بدء ولاية الرئيس Z. ويبحث الجانبان …»
        named = {actor.country for actor in item.actors} == {*countries}
        return named or (acted and not item.preposition) or discourse.is_new_beside(countries, item.actors)

    def is_partner(self, item: Item, subject: Sequence[Actor]) -> bool:
        """Tell whether «ضيفه», «نظيره» took who only spoke since for the other side of the *subject*'s latest act."""
        phrase, discourse = item.phrases[0], self.discourse
        if len(subject) != 1 or not (phrase.honorifics or phrase.counterpart):
            return False
        alone = phrase.is_style and phrase.honorifics[0] in GUESTS
        alone = alone or (bool(phrase.counterpart) and not phrase.is_owned and phrase.name is None)
        if not alone or subject[0] not in discourse.parties or not self._are_recent():
            return False
        countries = [actor.country for actor in discourse.parties]
        return not item.actors or discourse.is_new_beside(countries, item.actors)

    def _reminds(self, items: Sequence[Item]) -> bool:
        """Tell whether the sentence reminds of what concerns the whole article: «يذكر أن الرئيسين»."""
        first = items[0].first
        return not _REMINDING.isdisjoint(word.lstrip("و") for word in self.words[first : first + _COUPLE])

    def _are_recent(self) -> bool:
        discourse = self.discourse
        return len(discourse.parties) == _COUPLE and discourse.sentence - discourse.parties_at <= _RECENT

    def _is_acted_upon(self, item: Item) -> bool:
        """Tell whether one of the two is the subject: «سيتصل بالرئيسين» means two others."""
        current = self.discourse.current
        if not current or current[0] not in self.discourse.parties:
            return False
        return item.preposition in ("to", "at", "from") or self.are_others(item, self.discourse.parties, current)

    def are_others(self, item: Item, pair: Sequence[Actor], subject: Sequence[Actor]) -> bool:
        """Tell whether the *subject*, who is one of *pair*, met two others: «استقبل X كلا من الرئيسين»."""
        if not subject or subject[0] not in pair or subject[0] in item.actors:
            return False
        return item.preposition == "with" or self.words[item.first - 1] == _OF


def two_named_last(items: Sequence[Item], discourse: Discourse) -> list[Actor]:
    """Return the two people whom *items* name last, where one of them is none of those told to have met."""
    latest = list(dict.fromkeys(_people(items)[::-1]))[:_COUPLE]
    new = bool(latest) and discourse.parties_at == discourse.sentence and latest[0] not in discourse.parties
    return latest[::-1] if new and is_pair(latest) else []


def only_two(items: Sequence[Item]) -> list[Actor]:
    """Return the two people whom alone *items* name: «وكان X في استقبال Y قبل أن يوقعا اتفاقا»."""
    people = list(dict.fromkeys(_people(items)))
    return people if is_pair(people) else []


def _people(items: Sequence[Item]) -> list[Actor]:
    """Return the people whom *items* name, as often as they do."""
    groups = (item.actors for item in items if item.role is Role.GROUP)
    return [actor for actors in groups for actor in actors if actor.type is EntityType.PER]
