"""Find what belongs to a verb that is an act: its groups behind prepositions, its pronouns."""

from __future__ import annotations

from collections.abc import Sequence, Set

from explore.events import distances
from explore.events.going import Going
from explore.events.items import Item, Role
from explore.events.parties import SPEAKING
from explore.events.reach import AND_THAT
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

# Which prepositions and which pronouns bring the argument that acts.toml names.
_BOTH = "هما"
_PREPOSITIONS = {"to": ("to",), "with": ("with", "at"), "from": ("from",)}
_PRONOUNS = {"to": ("to_pronoun", "dative_pronoun"), "with": ("with_pronoun", "at_pronoun")}
# «على شرف X», «على شرفه»
_HONOURS = frozenset(("شرف", "لشرف"))
_HONOURS_OWNED = frozenset(("شرفه", "شرفها"))
_BEFORE_OR_AFTER = listed("shared", "before_or_after")
_PREPARING = listed("complements", "preparing")
_CONFERENCES = frozenset(("موتمر", "الموتمر"))
_TALKS = frozenset(("noun.meeting", "noun.talks", "noun.call"))
# A place so far behind a verb no longer says to whom: «كتب إلى … إلى موسكو».
_FAR_PLACE = 4
_SENT = frozenset((Channel.LETTER, Channel.CALL))
# «بكل منهما», within so many words of the verb.
_EACH_OF_TWO = frozenset(tuple(group.split()) for group in listed("complements", "each_of_two"))
_EACH_WITHIN = 4
_BEFORE = "امام"
_BY = listed("complements", "by")
_COUPLE = 2
# «هاتفه» is no woman.
_HIM = "ه"


class Verb(Going):
    """Hold a verb that is an act, and look for its arguments."""

    def argument(self, source: str) -> list[Actor]:
        """Return the argument that acts.toml calls *source*: to, with, place or honoured."""
        if source == "place":
            return self.destination()
        if source == "honoured":
            return self._honoured()
        if source == "before":
            return self._faced()
        if source == "with" and self._is_each_of_two():
            return self._the_two_others()
        named = False
        for _, item in self.clause.right():
            named = named or (item.role is Role.GROUP and not item.preposition and bool(item.actors))
            if source == "with" and ((named and self._is_another_talk(item)) or self._adds_when(item)):
                return []
            if self._governs(item, source):
                return item.actors + self.clause.continued(source)
            if item.role is Role.PRONOUN and item.key in _PRONOUNS.get(source, ()):
                return self._meant_by_preposition(item)
        return []

    def _faced(self) -> list[Actor]:
        """Return who is named behind «أمام»."""
        groups = (item for _, item in self.clause.right() if item.role is Role.GROUP and item.actors)
        return next((item.actors for item in groups if self.scene.word_before(item) == _BEFORE), [])

    def _honoured(self) -> list[Actor]:
        """Return for whom a dinner is given: «على شرف X», «تكريما لX», «لX», «له»."""
        for _, item in self.clause.right():
            if item.role is Role.PRONOUN and item.key == "dative_pronoun":
                return self._meant_by_preposition(item)
            if item.word in _HONOURS_OWNED:
                return self.scene.discourse.other(*self.scene.discourse.speaker())
            if item.role is not Role.GROUP or not item.actors or item.is_place:
                continue
            if item.clitic[-1:] == "ل" or self.scene.word_before(item) in _HONOURS:
                return item.actors
        return []

    def _is_each_of_two(self) -> bool:
        """Tell whether the verb is of both named before: «اجتمع بكل منهما على حدة»."""
        behind = self.scene.behind(self.here, _EACH_WITHIN)
        goes_on = next((at for at, word in enumerate(behind) if word.startswith("و") and word != "وكل"), len(behind))
        behind = behind[:goes_on]
        return any(tuple(behind[at : at + 2]) in _EACH_OF_TWO for at in range(len(behind)))

    def _the_two_others(self) -> list[Actor]:
        """Return the two latest people but the subject."""
        left, bare = self.clause.subject_left(), self.bare()
        subject = left.actors if left is not None else bare[0].actors if bare else self.scene.discourse.speaker()
        return [actor for actor in self.scene.discourse.people if actor not in subject][-_COUPLE:]

    def _is_another_talk(self, item: Item) -> bool:
        """Tell whether *item* is a talk before or after this one: «التقى X Y قبل قمته مع Z», «تحضيرا للقمة مع Z»."""
        talks = item.role is Role.ACT and any(sense.key in _TALKS for sense in item.senses)
        if not talks or item.word in _CONFERENCES:
            return False
        before = self.scene.word_before(item)
        if before in _BEFORE_OR_AFTER or (item.clitic == "ل" and before in _PREPARING):
            return True
        return distances.is_set_off(item, self.scene.words)

    def _adds_when(self, item: Item) -> bool:
        """Tell whether «وذلك» adds before or after what it was: «وقع X اتفاقا، وذلك بعد توقيع آخر مع Z»."""
        return item.word == AND_THAT and not _BEFORE_OR_AFTER.isdisjoint(self.scene.behind(item, 1))

    def _governs(self, item: Item, source: str) -> bool:
        """Tell whether *item* is the group behind «إلى», «مع»: no place but one right behind «إلى» or «مع»."""
        if item.role is not Role.GROUP or not item.actors or item.preposition not in _PREPOSITIONS.get(source, ()):
            return False
        if not item.is_place:
            return True
        return item.preposition == "with" or (source == "to" and item.first - self.here.last <= _FAR_PLACE)

    def _meant_by_preposition(self, pronoun: Item) -> list[Actor]:
        """Return whom «إليه», «معه» mean; «كتب إليه» goes to who got the letter before."""
        bare = self.bare()
        subject = bare[0].actors if bare else self.scene.discourse.speaker()
        if not subject:
            return []
        if pronoun.word.endswith(_BOTH) and pronoun.key != "dative_pronoun":
            return self.scene.discourse.both(*subject)
        got = self.scene.discourse.by_act.get(Channel.LETTER, [])[1:]
        if self.channel is Channel.LETTER and got and got[0].country != subject[0].country:
            return got
        return self.meant(subject[0], him=pronoun.word.endswith(_HIM))

    def by(self) -> list[Actor]:
        """Return who did it in a passive clause: after من قبل، من طرف، من جانب، من لدن."""
        if self.channel is Channel.VISIT:
            return []
        for _, item in self.clause.right():
            if item.role is Role.ACT:
                return []
            if item.actors and item.preposition == "from" and self.scene.word_before(item) in _BY:
                return item.actors
        return []

    def meant(self, subject: Actor, *, him: bool = False) -> list[Actor]:
        """Return whom a pronoun means: the subject of the sentence before, else the latest other person.

        It is of a man where a preposition bears *him*: «معه».
        """
        discourse = self.scene.discourse
        # «التقى X Y الذي دعاه»: what is told of Y goes back to X.
        women = discourse.women if him or self._means_him() else frozenset()
        main = discourse.main if discourse.current == [subject] else []
        if main and main[0].type is not EntityType.PER:
            # Who is told of bears no name: «المبعوثة الكورية».
            return []
        back = _foreign(main, subject, women)
        if not back and self.key == "receive":
            # «اجتمع X بY، كما استقبله Z»: who travels is received.
            back = _foreign(discourse.current, subject, women)
        if back:
            return back
        topic = (discourse.addressee(subject) if self.channel in _SENT else []) or discourse.subject[:1]
        beside = self._beside(subject, women)
        written = self.channel in _SENT and bool(topic)
        if written and not discourse.callers.get(topic[0], set()).isdisjoint(beside):
            # «تلقى X برقية من Y، كما هاتفه Z»: Y wrote to X as well.
            beside = []
        near = beside or _foreign(topic, subject, women)
        return near or _foreign(discourse.people[::-1], subject, women)

    def _means_him(self) -> bool:
        """Tell whether the pronoun on the verb is a man: «هاتفه»; in «X الذي استقبلته» it is X."""
        before = self.scene.before(self.place)
        return self.sense.form.pronoun == _HIM and (before is None or before.role is not Role.RELATIVE)

    def _beside(self, subject: Actor, women: Set[str]) -> list[Actor]:
        """Return the nearest person of another state who stands before the verb in its sentence."""
        for item in reversed(self.scene.items[: self.place]):
            if item.role is Role.GROUP and item.preposition != "other":
                nearest = _foreign(item.actors[::-1], subject, women)
                if nearest:
                    return nearest
        return []


def _foreign(actors: Sequence[Actor], subject: Actor, women: Set[str]) -> list[Actor]:
    """Return the first person among *actors* of another state than *subject* and none of the *women*."""
    people = (actor for actor in actors if actor.type is EntityType.PER and actor.id not in women)
    found = (actor for actor in people if actor.country != subject.country and actor.office not in SPEAKING)
    return next(([actor] for actor in found), [])
