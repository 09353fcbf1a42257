"""Find who stands beside a noun that two sides share: behind «بين», «مع», «ب» or «إلى», or before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from explore.entities.offices import LEADERS, MINISTERS
from explore.events import company
from explore.events.arguments import Noun
from explore.events.discourse import is_pair
from explore.events.items import Item, Role
from explore.events.leftward import ADVERBS
from explore.events.relations import is_of_relation
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

# «بين» belongs to the noun at most so many items before it.
_BETWEEN_WITHIN = 4
# «لقاء على أعلى المستويات بين الجانبين»
_PAIR_BETWEEN_WITHIN = 6
# Without a verb it stands within so many tokens: «قمة في ظل أزمة دبلوماسية بين X وY» is no summit of the two.
_BETWEEN_TOKENS = 8
# «لقاء لX» has its other side at most so many tokens behind.
_TO_TOKENS = 4
_WHERE_AND_WHEN = frozenset((Role.PREPOSITION, Role.DATE, Role.COMMA))
# «مع زعيم أجنبي، وهو X»: the name stands at most so many items behind the title.
NAMED_WITHIN = 4
# «مع X ومع Y», «مع X وفي دمشق مع Y»: the conjunction stands at most so many words before.
_AND_WITH = frozenset(("ومع", "وفي", "وكذلك"))
_AND_WITHIN = 4
_SIDES = frozenset(("الجانبين", "الطرفين"))
_SHARED = frozenset(("noun.meeting", "noun.talks", "noun.call"))
# «أكد له في اتصال هاتفي»
_SPOKEN_TO = frozenset(("dative_pronoun", "to_pronoun"))
_AFTER = listed("partners", "after")
_CONFERENCE = "موتمر"
_DURING = listed("shared", "during")
# Verbs whose object is who was spoken to.
_TELLING = frozenset(("verb.tell_by_letter", "verb.talk_by_phone"))


class Partners:
    """Find the groups that may be a side of a meeting, talks, a call or an agreement."""

    def __init__(self, noun: Noun) -> None:
        """Prepare for *noun*."""
        self.noun = noun
        self.discourse = noun.discourse
        self.support = noun.support
        self.groups = [*noun.after, *noun.before]
        self.is_agreement = noun.channel is Channel.AGREEMENT
        self.is_talks = noun.channel is Channel.TALKS

    def _between(self) -> list[Actor]:
        """Return the group behind «بين», where no «مع» comes first and nobody got the call from another."""
        if self.noun.role == "patient" and self.noun.pick(self.groups, "from"):
            return []
        first = next((item for item in self.groups if item.preposition in ("between", "with")), None)
        if first is None or first.preposition != "between" or self._is_made_by_two():
            return []
        if first.first < self.noun.here.first and self.noun.genitive():
            return []
        if is_of_relation(self.noun, self.groups, first) and not self.is_agreement:
            return []
        if self._is_of_list(first) or self._is_of_later_act(first):
            return []
        near = first.first - self.noun.here.last <= _BETWEEN_TOKENS or self.noun.role
        bare = _is_bare_pair(first)
        named = (self._named_between() or self._of_subjects(first) or self._told_here(first)) if bare else []
        return named or first.actors if near else []

    def _of_subjects(self, pair: Item) -> list[Actor]:
        """Return the states of the two who act, where «البلدين» may only be theirs: «شهد X وY توقيع اتفاقيات بين …»."""
        if any(actor.type is not EntityType.GPE for actor in pair.actors):
            return []
        left = (item.actors for _, item in self.noun.clause.left() if item.role is Role.GROUP and not item.preposition)
        two = next((actors for actors in left if is_pair(actors)), [])
        return [home for actor in two if (home := self.discourse.homes.get(actor.country or "")) is not None]

    def _told_here(self, pair: Item) -> list[Actor]:
        """Return the two whose act the sentence told before: «تجري X محادثات مع Y، واستؤنفت المحادثات بين الجانبين»."""
        two = self.discourse.talking if self.is_talks and self.noun.form.definite else []
        if not is_pair(two) or self.noun.scene.words[pair.first] not in _SIDES:
            return []
        named = {actor.id for item in self.noun.scene.items[: self.noun.place] for actor in item.actors}
        return two if all(actor.id in named for actor in two) else []

    def between_subjects(self) -> list[Actor]:
        """Return the two of the clause whom «بين الجانبين» means: «اتفق X وY خلال اجتماع بين الجانبين»."""
        behind = [item for _, item in self.noun.clause.right_of_noun()][:_PAIR_BETWEEN_WITHIN]
        near = (item for item in behind if item.role is Role.GROUP and item.preposition == "between")
        pair = next(near, None)
        if pair is None or pair.actors or not _is_bare_pair(pair):
            return []
        subject = self.noun.clause_subject()
        return subject if is_pair(subject) else []

    def _is_of_later_act(self, item: Item) -> bool:
        """Tell whether «بين» belongs to a later talk: «أعلن عن اجتماع مرتقب بعد لقاء دام ساعة بين X وY»."""
        items = self.noun.scene.items
        later = (one for one in items if self.noun.here.last <= one.first < item.first and one.role is Role.ACT)
        return any(sense.key in _SHARED for one in later for sense in one.senses)

    def _is_of_list(self, item: Item) -> bool:
        """Tell whether «بين» belongs to a later thing of a list: «توقيع اتفاقية X، والنزاعات، وحرب بين Y وZ»."""
        words = self.noun.scene.words[self.noun.here.last : max(self.noun.here.last, item.first)]
        listed = [word for before, word in pairwise(words) if before == "،" and word.startswith("و")]
        return len(listed) > 1

    def _named_between(self) -> list[Actor]:
        """Return the named ones of «قمة بين البلدين … بين X وY»."""
        between = (item for item in self.groups if item.preposition == "between" and not _is_bare_pair(item))
        return next((item.actors for item in between if is_pair(item.actors)), [])

    def _is_made_by_two(self) -> bool:
        """Tell whether the verb before names both sides: «عقد X وY جلسة … بين البلدين»."""
        bare = [item for item in self.noun.before if not item.preposition]
        return self.noun.role == "agent" and bool(bare) and is_pair(bare[0].actors)

    def _near(self) -> list[Item]:
        """Return the items right behind the noun."""
        return [item for _, item in self.noun.clause.right_of_noun()][:_BETWEEN_WITHIN]

    def _has_unknown_partner(self) -> bool:
        """Tell whether «مع» brings a group that nobody knows, and no name explains: «اجتماع مع أعضاء المجلس»."""
        for place, item in self.noun.clause.right_of_noun():
            if item.role is Role.GROUP and item.preposition in ("with", "between", "from"):
                later = self.noun.scene.items[place + 1 : place + 1 + NAMED_WITHIN]
                named = any(one.role is Role.GROUP and one.actors for one in later)
                return item.preposition == "with" and not item.actors and not named
        return False

    def _has_nameless_partner(self) -> bool:
        """Tell whether «مع» brings a mere word: «لقاءات مع الدول الأعضاء بمنظمة …»."""
        near = takewhile(lambda item: not item.actors, (item for _, item in self.noun.clause.right_of_noun()))
        pairs = pairwise(near)
        return any(one.key == "with" and other.role is Role.WORD and other.word not in ADVERBS for one, other in pairs)

    def _has_unknown_between(self) -> bool:
        """Tell whether «بين» right behind the noun names parties that nobody knows."""
        near = self._near()
        if not any(item.role is Role.PREPOSITION and item.key == "between" for item in near):
            return False
        return not any(
            item.preposition == "between" and is_of_relation(self.noun, self.groups, item) for item in self.groups
        )

    def _other(self) -> list[Actor]:
        """Return the other side: behind «مع», «ب» or «إلى», or meant by «معه»."""
        people = [item for item in self.groups if not (owns(item) or self._is_far(item) or self._is_of_another(item))]
        partners = [item for item in self.groups if not is_of_relation(self.noun, self.groups, item)]
        named = self._partners(partners) or company.included(self.noun) or company.beside_unknown(self.noun)
        if not named and not self._has_nameless_partner():
            named = self.noun.pick(people, "at", "to", places=False)
            if named and self.noun.form.number != "s":
                named = list(dict.fromkeys([*named, *self.noun.clause.continued("at")]))
        if named:
            return named
        owned = self.noun.form.pronoun or (self.support is not None and self.support.form.pronoun)
        if owned and self._is_with_him("at_pronoun") and all(item.preposition for item in self.groups):
            return self.noun.meant("at")
        return self.noun.meant("with") if self.support is not None or self._is_with_him("with_pronoun") else []

    def _partners(self, partners: list[Item]) -> list[Actor]:
        """Return who stands behind «مع», and behind «ومع» right after: «مع X ومع Y», «مع X وفي Z مع Y»."""
        named = [item for item in partners if item.preposition == "with" and item.visited]
        if named and self._is_with_others(named[0]):
            return []
        out = list(named[0].visited) if named else []
        for item in named[1:]:
            before = self.noun.scene.words[max(0, item.first - _AND_WITHIN) : item.first]
            if item.first > self.noun.here.last and any(word in _AND_WITH for word in before):
                out.extend(actor for actor in item.visited if actor not in out)
        return out

    def _is_with_others(self, partner: Item) -> bool:
        """Tell whether people without names stand behind a «مع» before: «لقاءاته مع الوسطاء المتعاملين مع X»."""
        behind = [item for _, item in self.noun.clause.right_of_noun() if item.last <= partner.first]
        first = next((at for at, item in enumerate(behind) if item.key == "with"), len(behind))
        again = any(item.key == "with" and not item.word.startswith("و") for item in behind[first + 1 :])
        return again and behind[first + 1].role is Role.WORD and behind[first + 1].word not in ADVERBS

    def _before_press(self) -> list[Actor]:
        """Return whom somebody faced the press with: «قال X في مؤتمر صحفي مشترك مع Y عقب المباحثات»."""
        items = self.noun.scene.items
        alone = not self.noun.after and all(item.key != "with" for item in self._near())
        if not alone or self.noun.scene.word_before(self.noun.here).lstrip("و") not in _AFTER:
            return []
        press = next((place for place, item in enumerate(items) if _CONFERENCE in item.word), len(items))
        near = (item for item in items[press + 1 : press + 1 + NAMED_WITHIN] if item.preposition == "with")
        return next((item.actors for item in near if not item.is_place), [])

    def _is_with_him(self, key: str) -> bool:
        """Tell whether a pronoun stands right behind the noun or its verb: «لقائه به», «اتصال أجراه به»."""
        places = [self.noun.place]
        if self.support is not None and self.support.place == self.noun.place + 1:
            places.append(self.support.place)
        following = (item for place in places for item in self.noun.scene.items[place + 1 : place + 2])
        return any(item.role is Role.PRONOUN and item.key == key for item in following)

    def _is_far(self, item: Item) -> bool:
        """Tell whether «لX» stands so far behind the noun that it belongs to something else.

        Where and when it was may part the two: «اجتماعه في باريس أمس إلى X».
        """
        if item.preposition != "to" or item.first - self.noun.here.last <= _TO_TOKENS:
            return False
        apart = (one for one in self.noun.scene.items[self.noun.place + 1 :] if one.first < item.first)
        return not all(one.role in _WHERE_AND_WHEN or one.is_place or one.preposition == "place" for one in apart)

    def _is_of_another(self, item: Item) -> bool:
        """Tell whether «ل» brings somebody else: «مباحثات حول التعاون … للبلدين», «قدم X خلال الاتصال التعازي لY»."""
        if item.preposition != "to" or item.first == self.noun.here.last:
            return False
        during = self.noun.form.definite and not self.noun.form.pronoun and not self.noun.role
        return _is_bare_pair(item) or (during and self.noun.channel is Channel.CALL)

    def _object_of_clause(self) -> list[Actor]:
        """Return whom the verb before spoke to: «أبلغ X Y، في اتصال هاتفي», «بحث X مع Y، خلال لقاء»."""
        subject = self.discourse.current
        between = [item for item in self._since_verb() if item.actors != subject]
        partner = next((item.actors for item in between if item.preposition == "with" and not item.is_place), [])
        if not partner and self._is_said_in():
            return next((item.actors for item in between if item.preposition == "to" and is_addressed(item)), [])
        if partner or (self.noun.channel is not Channel.CALL and not self._is_told_in()):
            return partner
        if any(item.role is Role.PRONOUN and item.key in _SPOKEN_TO for item in between):
            subject = self.noun.clause_subject()
            return self.discourse.addressee(*subject) or self.discourse.other(*subject)
        addressed = [item for item in between if is_addressed(item)]
        person = next((item for item in addressed if item.phrases[0].is_person), None)
        found = person.actors if person is not None else addressed[0].actors if addressed else []
        return found or self._teller()

    def _teller(self) -> list[Actor]:
        """Return who tells of a call that he had with the subject: «قال X إن Y وافق في اتصال هاتفي على»."""
        items = self.noun.scene.items[: self.noun.place]
        that = next((at for at in range(len(items) - 1, -1, -1) if items[at].role is Role.THAT), 0)
        said = next((at for at in range(that - 1, -1, -1) if items[at].role is Role.SPEECH), None)
        if self.noun.channel is not Channel.CALL or said is None:
            return []
        named = [item.actors for item in items[said + 1 : that] if item.role is Role.GROUP and item.actors]
        subject = self.noun.clause_subject()
        tells = len(named) == 1 and len(named[0]) == 1 and named[0][0].office in LEADERS | MINISTERS
        return named[0] if tells and is_pair([*named[0], *subject]) else []

    def _is_said_in(self) -> bool:
        """Tell whether the clause tells what one said to the other there: «أكد X لY، خلال لقاء في Z»."""
        if self.noun.channel is not Channel.MEETING or self.noun.scene.word_before(self.noun.here) not in _DURING:
            return False
        verb = next((item for _, item in self.noun.clause.left() if item.finite), None)
        return verb is not None and verb.says

    def _is_told_in(self) -> bool:
        """Tell whether the clause tells what one told the other in the meeting: «أطلع X Y، خلال اجتماع، على»."""
        verb = next((item for _, item in self.noun.clause.left() if item.finite), None)
        return verb is not None and any(sense.key in _TELLING for sense in verb.senses)

    def _since_verb(self) -> Iterator[Item]:
        """Yield the items between the verb of the clause and the noun, nearest to the noun first."""
        for _, item in self.noun.clause.left():
            if item.finite:
                return
            yield item

    def _may_face(self, side: list[Actor]) -> bool:
        """Tell whether a pair has talks with each other: people, or states unless they only «wish» it («لمحادثات»)."""
        if self.is_talks:
            return self.noun.here.clitic != "ل"
        return all(actor.type is EntityType.PER for actor in side)


def _is_bare_pair(item: Item) -> bool:
    """Tell whether *item* is «البلدين», «الزعيمين»: two without names."""
    return item.phrases[0].pair and item.phrases[0].name is None


def owns(item: Item) -> bool:
    """Tell whether *item* is whose meeting it is, not who was met: «اجتماع لمجلس الأمن», «لقاء لحزب X»."""
    return item.preposition == "to" and bool(item.actors) and item.actors[0].type is EntityType.ORG


def is_addressed(item: Item) -> bool:
    """Tell whether *item* names whom a verb speaks to: bare or behind «ل»."""
    if item.role is not Role.GROUP or not item.actors or item.is_place:
        return False
    return not item.preposition or (item.preposition == "to" and item.clitic[-1:] == "ل")
