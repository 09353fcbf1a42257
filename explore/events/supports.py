"""Find the verb that carries an act noun: «بعث رسالة», «اللقاء الذي جمع», «ألغى زيارة»."""

from __future__ import annotations

from explore.events.carrying import Carrying, Support, cancels, cancels_next, has_key, is_by_letter, may_carry
from explore.events.items import VERBS, Item, Role
from explore.events.reach import AND_THAT, reaches_him
from explore.events.sequences import ANOTHER
from explore.events.words import listed, with_and
from explore.knowledge.lexicon import Kind

_WHAT = "ما"
_BEFORE_WHAT = 3
_AMONG = listed("supports", "among")
_SENT = frozenset(("noun.letter", "noun.call"))
_GOVERNING = listed("supports", "governing")
# Behind these stands what was before: «الإرجاء بعد أسبوعين من قمة احتضنتها باريس».
_SINCE = frozenset(("بعد", "منذ", "عقب"))
_WAS = listed("shared", "was")
# A verb behind the noun stands at most so many items on: in a relative clause, or right behind it.
_IN_RELATIVE = 8
_RIGHT_BEHIND = 4
# «مؤتمر يُعقد … يضم» names its parties at most so many items behind the passive verb.
_PASSIVE_WITHIN = 7
# «جولة ثانية حاسمة من المفاوضات» has fewer adjectives.
_ADJECTIVES = 3
# «قبل يومين من زيارة»: one of these stands so many words before «من».
_AGO = with_and(frozenset(("قبل", "بعد")))
_AHEAD_OF = 2
# A verb of «، الذي …،» stands at most so many items behind the relative.
_ASIDE = 6
_PAIR = 2
# «اختتم جولته أمس في برلين بلقاء X»
_WHERE_AND_WHEN = frozenset((Role.DATE, Role.PREPOSITION))
_ROUND = ("جوله", "الجوله")
# A verb before the noun is parted from it by at most so many groups.
_GROUPS_BETWEEN = 3
_TITLES_BETWEEN = 6


class SupportSearch(Carrying):
    """Look for the verb that carries the noun at one place."""

    def find(self) -> Support | None:
        """Find the verb right after the noun in a relative clause, else before it in the clause.

        Who only carried a letter does not say who sent it: «بعث X برسالة … حملها Y».
        """
        behind = self._behind()
        if behind is None or behind.key == "hand":
            return self._before()
        attended = self._before() if behind.key == "make" and behind.form.tense and not behind.form.pronoun else None
        return attended if attended is not None and attended.key == "attend" else behind

    def _behind(self) -> Support | None:
        """Find «أجراها», «الذي جمع» behind the noun."""
        relative = False
        for place in range(self.place + 1, min(self.place + 1 + _IN_RELATIVE, len(self.scene.items))):
            item = self.scene.items[place]
            relative = relative or item.role is Role.RELATIVE or item.word in _WAS
            relative = relative or (item.key == "from" and self.clause.is_expected(place))
            reaches = item.role is Role.ACT and reaches_him(item)
            if not reaches and self._closes(item, place, relative=relative):
                return None
            if (item.role is Role.SUPPORT or reaches) and not item.clitic and not self._only_introduces(item, place):
                found = self._carried_by(item, place, cancelled=self._is_cancelled_before())
                if found is not None and not cancels_next(found):
                    return found
        return None

    def _closes(self, item: Item, place: int, *, relative: bool) -> bool:
        """Tell whether *item* ends what belongs to the noun: a named group, the end of the clause or another act."""
        if not relative and (item.role is Role.THAT or place - self.place > _RIGHT_BEHIND):
            return True
        if item.role is Role.ACT:
            return not self.clause.chained(place)
        if relative and self.scene.items[place - 1].word in _WAS:
            return False
        goal = item.preposition == "place" or (item.preposition == "to" and self._is_paid(place))
        named = item.role is Role.GROUP and bool(item.actors) and not (item.is_place and goal)
        return item.role is Role.BOUNDARY or named

    def _is_paid(self, place: int) -> bool:
        """Tell whether «يقوم بها X» follows the goal of a visit: «أول زيارة لZ يقوم بها X»."""
        following = self.scene.items[place + 1 : place + 3]
        verb, pronoun = following if len(following) == _PAIR else (None, None)
        paid = verb is not None and verb.role is Role.SUPPORT and not verb.clitic and has_key(verb, "make")
        return paid and pronoun is not None and pronoun.key == "at_pronoun"

    def _only_introduces(self, item: Item, place: int) -> bool:
        """Tell whether a passive «يُعقد» only introduces the verb that names the parties: «مؤتمر يُعقد … يضم»."""
        if not has_key(item, "make"):
            return False
        later = self.scene.items[place + 1 : place + 1 + _PASSIVE_WITHIN]
        return any(one.role is Role.SUPPORT and has_key(one, "join") for one in later)

    def _is_cancelled_before(self) -> bool:
        """Tell whether the verb before cancels what the one behind describes: «ألغى القمة التي كانت ستجمعه بـX»."""
        for _, item in self.clause.left():
            if item.role is Role.SUPPORT and any(map(cancels, item.senses)):
                return True
            if item.role in (Role.SPEECH, Role.ACT) or item.word in _SINCE:
                return False
        return False

    def _before(self) -> Support | None:
        """Find «بعث», «أجرى» before the noun."""
        governed = self._governor()
        crossed = 0
        aim = self.scene.items[self.place].clitic[-1:] == "ل"
        for place, item in self.clause.left():
            if item.role in VERBS:
                if self._is_in_aside(place):
                    continue
                if self._describes(item, place) or self._is_of_another_object(item):
                    return None
                if may_carry(item, governed=governed) and not (aim and has_key(item, "join")):
                    found = self._carried_by(item, place)
                    if found is not None:
                        return found
                elif item.role is Role.SUPPORT:
                    return None
                if self._blocks(item, place):
                    return None
            elif item.role is Role.GROUP:
                crossed += 1
                if crossed > self._most_groups():
                    return None
            elif item.word == AND_THAT:
                return None
        return None

    def _is_in_aside(self, place: int) -> bool:
        """Tell whether the verb at *place* stands in «، الذي …،», which closes before the noun: it is of somebody."""
        items = self.scene.items
        if all(item.role is not Role.COMMA for item in items[place + 1 : self.place]):
            return False
        for at in range(place - 1, max(0, place - 1 - _ASIDE), -1):
            if items[at].role is Role.RELATIVE:
                return items[at - 1].role is Role.COMMA
            if items[at].word == _WHAT:
                # «، بناء على ما اتفق عليه،»
                opening = items[max(0, at - _BEFORE_WHAT) : at]
                return any(item.role is Role.COMMA for item in opening)
            if items[at].role in (Role.BOUNDARY, Role.COMMA):
                return False
        return False

    def _most_groups(self) -> int:
        """Return how many groups may part verb and noun: titles in a row do so in «يقوم X ولي عهد Y نائب Z بزيارة»."""
        return _TITLES_BETWEEN if self.scene.items[self.place].clitic == "ب" else _GROUPS_BETWEEN

    def _is_of_another_object(self, item: Item) -> bool:
        """Tell whether the verb cancels something else: «ألغى برنامج اليوم الثاني من زيارته»."""
        before = self.scene.before(self.place)
        governed = before is not None and before.role is Role.PREPOSITION
        return governed and item.finite and has_key(item, "cancel")

    def _governor(self) -> str:
        """Return the preposition before the noun, «خلال زيارة», «بعد اللقاء»; empty where none governs it."""
        before = self.scene.before(self.place)
        if before is not None and before.role is Role.QUOTE:
            before = self.scene.before(self.place - 1)
        if before is None or before.role is not Role.PREPOSITION:
            return ""
        word = self.scene.words[before.first].lstrip("و")
        told = self.scene.words[max(0, before.first - _AHEAD_OF) : before.first]
        return word if word in _GOVERNING or not _AGO.isdisjoint(told) else ""

    def _blocks(self, item: Item, place: int) -> bool:
        """Tell whether nothing before *item* carries the noun; an act noun in an aside does not: «بعد لقائه X»."""
        if item.role is Role.SPEECH:
            return True
        if item.role is not Role.ACT or self._is_closed(item, place) or self._is_round(item, place):
            return False
        before = self.scene.before(place)
        if before is not None and self._is_one_of(item):
            return False
        aside = (before is not None and before.role is Role.PREPOSITION) or self.scene.items[place + 1].key == "from"
        aside = aside or item.clitic == "ل" or is_by_letter(item)
        # «تلقى X برقية مماثلة من Y واتصالا من Z»
        beside = self.scene.items[self.place].clitic == "و" and not item.clitic
        return item.finite or not (aside or beside)

    def _is_one_of(self, item: Item) -> bool:
        """Tell whether the noun is one of those that *item* tells, or one more: «تلقى X برقيات، منها [برقية] من Y»."""
        before, here = self.scene.before(self.place), self.scene.items[self.place]
        if here.word in ANOTHER:
            return here.senses.keys <= item.senses.keys
        among = before is not None and self.scene.words[before.first].lstrip("و") in _AMONG
        return among and not _SENT.isdisjoint(item.senses.keys & self.scene.items[self.place].senses.keys)

    def _is_round(self, item: Item, place: int) -> bool:
        """Tell whether *item* only counts the noun behind it: «عقد جولة المشاورات», «جولة جديدة من المشاورات»."""
        if not item.word.endswith(_ROUND):
            return False
        *adjectives, of = self.scene.items[place + 1 : self.place] or [item]
        if of is item:
            return self.clause.chained(self.place)
        return of.key == "from" and len(adjectives) < _ADJECTIVES and all(one.role is Role.WORD for one in adjectives)

    def _is_closed(self, item: Item, place: int) -> bool:
        """Tell whether *item* is what the noun behind it ends or begins: «اختتم جولته أمس في برلين بزيارة X»."""
        owned = any(sense.form.pronoun and not sense.form.tense for sense in item.senses)
        if not owned or self.scene.items[self.place].clitic != "ب":
            return False
        return all(
            one.role in _WHERE_AND_WHEN or (one.role is Role.GROUP and one.is_place)
            for one in self.scene.items[place + 1 : self.place]
        )

    def _describes(self, item: Item, place: int) -> bool:
        """Tell whether a verb with a pronoun right behind a noun is of that: «لقاءات عقدها X … لاستئناف مشاورات»."""
        if item.role is not Role.SUPPORT or not any(s.form.pronoun and s.form.tense for s in item.senses):
            return False
        before = self.scene.before(place)
        noun = before.sense(Kind.ACT) if before is not None else None
        return noun is not None and noun.key.startswith("noun.")
