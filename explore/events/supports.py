"""Find the verb that carries an act noun: «بعث رسالة», «اللقاء الذي جمع», «ألغى زيارة»."""

from __future__ import annotations

from dataclasses import dataclass

from explore.events.items import Item, Role
from explore.events.reach import AND_THAT, reaches_him
from explore.events.scene import Scene
from explore.events.sequences import ANOTHER
from explore.events.words import listed
from explore.frozen import quick
from explore.knowledge.forms import Form
from explore.knowledge.lexicon import Kind, Sense
from explore.model import Channel

_WHAT = "ما"
_BEFORE_WHAT = 3
_AMONG = listed("supports", "among")
_SENT = frozenset(("noun.letter", "noun.call"))
_GOVERNING = listed("supports", "governing")
# «حضر مأدبة، فضلا عن لقائه X», «ستجري بعد أيام من لقاء X»: nothing carries what stands behind one of these.
_APART = listed("supports", "apart")
# These carry even a noun that a preposition governs: «شارك في قمة», «جمعهما في لقاء».
_THROUGH_PREPOSITION = frozenset(("join", "host", "attend"))
# These verbs are acts as well, and carry a noun all the same: «تلقى رسالة», «وصلت رسالة».
_ACTS_AS_WELL = frozenset(("exchange", "receive", "reach", "hand", "attend"))
# Behind these stands what was before: «الإرجاء بعد أسبوعين من قمة احتضنتها باريس».
_SINCE = frozenset(("بعد", "منذ", "عقب"))
_WAS = listed("shared", "was")
_BEGINNING = "بدء"
_GOING_ON = frozenset(("استيناف", _BEGINNING))
# A verb behind the noun stands at most so many items on: in a relative clause, or right behind it.
_IN_RELATIVE = 8
_RIGHT_BEHIND = 4
# «مؤتمر يُعقد … يضم» names its parties at most so many items behind the passive verb.
_PASSIVE_WITHIN = 7
# «جولة ثانية حاسمة من المفاوضات» has fewer adjectives.
_ADJECTIVES = 3
# «قبل يومين من زيارة»: one of these stands so many words before «من».
_AGO = frozenset(("قبل", "بعد"))
_AHEAD_OF = 2
# A verb of «، الذي …،» stands at most so many items behind the relative.
_ASIDE = 6
_VERBAL = frozenset((Role.SUPPORT, Role.ACT, Role.SPEECH))
_PAIR = 2
_ROUND = ("جوله", "الجوله")
# A verb before the noun is parted from it by at most so many groups.
_GROUPS_BETWEEN = 3
_TITLES_BETWEEN = 6


@quick
@dataclass(frozen=True, slots=True)
class Support:
    """Hold the verb that carries a noun: its sense, its place among the items and what its subject does."""

    sense: Sense
    place: int
    role: str
    cancelled: bool = False

    @property
    def key(self) -> str:
        """Return its key in acts.toml."""
        return self.sense.key

    @property
    def form(self) -> Form:
        """Return its grammatical form."""
        return self.sense.form


class SupportSearch:
    """Look for the verb that carries the noun at one place."""

    def __init__(self, scene: Scene, place: int, channel: Channel, key: str) -> None:
        """Prepare for the noun at *place*, an act of *channel* that acts.toml calls *key*."""
        self.scene = scene
        self.place = place
        self.names = {channel.value, key}
        self.clause = scene.clause(place)

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
            reaches = reaches_him(item)
            if not reaches and self._closes(item, place, relative=relative):
                return None
            if (item.role is Role.SUPPORT or reaches) and not item.clitic and not self._only_introduces(item, place):
                found = self._carried_by(item, place, cancelled=self._is_cancelled_before())
                if found is not None:
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
        paid = verb is not None and verb.role is Role.SUPPORT and not verb.clitic and _has_key(verb, "make")
        return paid and pronoun is not None and pronoun.key == "at_pronoun"

    def _only_introduces(self, item: Item, place: int) -> bool:
        """Tell whether a passive «يُعقد» only introduces the verb that names the parties: «مؤتمر يُعقد … يضم»."""
        if not _has_key(item, "make"):
            return False
        later = self.scene.items[place + 1 : place + 1 + _PASSIVE_WITHIN]
        return any(one.role is Role.SUPPORT and _has_key(one, "join") for one in later)

    def _is_cancelled_before(self) -> bool:
        """Tell whether the verb before cancels what the one behind describes: «ألغى القمة التي كانت ستجمعه بـX»."""
        for _, item in self.clause.left():
            if item.role is Role.SUPPORT and any(map(_cancels, item.senses)):
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
            if item.role in _VERBAL:
                if self._is_in_aside(place):
                    continue
                if self._describes(item, place) or self._is_of_another_object(item):
                    return None
                if _may_carry(item, governed=governed) and not (aim and _has_key(item, "join")):
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
        closes = any(item.role is Role.COMMA for item in items[place + 1 : self.place])
        for at in range(place - 1, max(0, place - 1 - _ASIDE), -1):
            if items[at].role is Role.RELATIVE:
                return items[at - 1].role is Role.COMMA and closes
            if items[at].word == _WHAT:
                # «، بناء على ما اتفق عليه،»
                opening = items[max(0, at - _BEFORE_WHAT) : at]
                return closes and any(item.role is Role.COMMA for item in opening)
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
        return governed and item.finite and _has_key(item, "cancel")

    def _governor(self) -> str:
        """Return the preposition before the noun, «خلال زيارة», «بعد اللقاء»; empty where none governs it."""
        before = self.scene.before(self.place)
        if before is not None and before.role is Role.QUOTE:
            before = self.scene.before(self.place - 1)
        if before is None or before.role is not Role.PREPOSITION:
            return ""
        word = self.scene.words[before.first].lstrip("و")
        told = self.scene.words[max(0, before.first - _AHEAD_OF) : before.first]
        ago = any(one.lstrip("و") in _AGO for one in told)
        return word if word in _GOVERNING or ago else ""

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
        aside = aside or item.clitic == "ل" or _is_by_letter(item)
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
        """Tell whether *item* is what the noun right behind it ends or begins: «اختتم جولته بزيارة X»."""
        owned = any(sense.form.pronoun and not sense.form.tense for sense in item.senses)
        return owned and place == self.place - 1 and self.scene.items[self.place].clitic == "ب"

    def _carried_by(self, item: Item, place: int, *, cancelled: bool = False) -> Support | None:
        """Return *item* as the support of the noun, in its first sense that fits; «وصل» rather reaches than joins.

        Behind a preposition «عقد» is the noun, not the verb: «على عقد لقاء».
        """
        before = self.scene.before(place)
        governed = before is not None and before.role is Role.PREPOSITION and before.last == item.first
        for sense in sorted(item.senses, key=lambda sense: (sense.key != "reach", governed and bool(sense.form.tense))):
            if sense.kind is Kind.SUPPORT and self._fits(sense) and not self._is_only_spoken_of(item, sense):
                role = str(self.scene.acts.supports[sense.key]["subject"])
                return Support(sense, place, role, cancelled or sense.key == "cancel")
        return None

    def _is_only_spoken_of(self, item: Item, sense: Sense) -> bool:
        """Tell whether what would go on is only spoken of: «بحث استئناف الحوار», not «على بدئه», «لاستئنافه»."""
        if "masdar" not in sense.tags or sense.form.word not in _GOING_ON:
            return False
        agreed = sense.form.word == _BEGINNING and self.scene.word_before(item) == "علي"
        return item.clitic != "ل" and not agreed

    def _describes(self, item: Item, place: int) -> bool:
        """Tell whether a verb with a pronoun right behind a noun is of that: «لقاءات عقدها X … لاستئناف مشاورات»."""
        if item.role is not Role.SUPPORT or not any(s.form.pronoun and s.form.tense for s in item.senses):
            return False
        before = self.scene.before(place)
        noun = before.sense(Kind.ACT) if before is not None else None
        return noun is not None and noun.key.startswith("noun.")

    def _is_means(self) -> bool:
        """Tell whether the noun is by what somebody calls something off: «ألغى [برسالة] إلى X القمة»."""
        return _is_by_letter(self.scene.items[self.place])

    def _fits(self, sense: Sense) -> bool:
        """Tell whether *sense* may carry the noun: not «وصل برسالة», not «ألغاه», and only its own channels."""
        if sense.key == "reach" and self.scene.items[self.place].clitic == "ب":
            return False
        if sense.key == "cancel" and (self._is_means() or (sense.form.pronoun and "masdar" not in sense.tags)):
            return False
        if self.scene.acts.supports[sense.key].get("direct") and self.scene.items[self.place - 1].role is Role.WORD:
            return False
        only = self.scene.acts.supports[sense.key].get("only")
        return only is None or not self.names.isdisjoint(only)


def _is_by_letter(item: Item) -> bool:
    """Tell whether *item* is «برسالة»."""
    return item.clitic == "ب" and "noun.letter" in item.senses.keys


def _may_carry(item: Item, *, governed: str) -> bool:
    """Tell whether a verb before the noun may carry it; few do across a preposition that governs the noun."""
    if item.role is Role.SUPPORT:
        return not governed or (governed not in _APART and _has_key(item, *_THROUGH_PREPOSITION))
    return item.role is Role.ACT and item.finite and not governed and _has_key(item, *_ACTS_AS_WELL)


def _has_key(item: Item, *keys: str) -> bool:
    """Tell whether a sense of *item* has one of *keys*."""
    return not item.senses.keys.isdisjoint(keys)


def _cancels(sense: Sense) -> bool:
    """Tell whether *sense* cancels the noun behind it, not what a pronoun on it means."""
    return sense.key == "cancel" and not sense.form.pronoun
