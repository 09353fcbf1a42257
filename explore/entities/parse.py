"""Parse actor phrases: [honorific] [office] [nation or state] [name] [apposition], in the orders the press uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from explore.entities import names
from explore.entities.phrase import Name, Phrase
from explore.entities.scan import Scan
from explore.knowledge.lexicon import Hit, Kind, Sense
from explore.knowledge.tables import Person

_STARTS = (Kind.PERSON, Kind.PAIR, Kind.OFFICE, Kind.BODY, Kind.HONORIFIC, Kind.COUNTERPART, Kind.ORGANISATION, Kind.STATE, Kind.CAPITAL, Kind.PLACE)
_PREPOSITIONS = {"to": "to", "from": "from", "with": "with", "between": "between", "place": "place", "other_prepositions": "other"}
_CLITIC_PREPOSITIONS = {"ل": "to", "ب": "at", "ك": "other"}
# Titles that take «لدى/في/إلى» + where they serve; what follows is a place of work, not their state.
_TITLES = frozenset(("الملك", "الملكه", "الامير", "الاميره", "البابا", "الشيخ", "السلطان", "الامبراطور"))
_CLASS_NOUNS = frozenset(("وكاله", "صحيفه", "جريده", "قناه", "شبكه", "منصه", "موقع", "مجله", "حركه", "تنظيم", "قصر", "جماعه", "حزب", "تلفزيون", "اذاعه"))
_BULLETS = frozenset(("\n", "-", "•", "*", "،", ",", "؛", ":", "–"))
_SOVEREIGN = frozenset(("الملك", "الرييس", "السلطان"))
_SOME = frozenset(("كل", "كلا", "وكل", "لكل", "بكل", "عدد", "عددا", "العديد"))
_STYLES = frozenset(("سموه", "جلالته", "فخامته", "سيادته", "معاليه", "سعادته", "سموها", "فخامتها"))
_POSTED = frozenset(("ambassador", "envoy", "spokesperson", "high_representative"))
_BREAKS = frozenset(".!؟;:\n…")


class Parser:
    """Read the phrases of one text, left to right."""

    def __init__(self, scan: Scan, people: Mapping[str, Person], exemplars: Sequence[tuple[str, ...]] = ()) -> None:
        """Prepare to parse the tokens of *scan*; *people* tells which state a known name belongs to."""
        self.scan = scan
        self.people = people
        self.words = scan.tokens.words
        self.exemplars = exemplars
        self.phrases: list[Phrase] = []

    def parse(self) -> list[Phrase]:
        """Return all phrases in reading order."""
        place = 0
        while place < len(self.words):
            phrase = self._phrase(place)
            if phrase is None:
                place += 1
                continue
            self.phrases.append(phrase)
            place = phrase.last
        return self.phrases

    def _phrase(self, place: int) -> Phrase | None:
        start = self._start(place)
        if start is None:
            return None
        hit, sense = start
        phrase = Phrase(place, hit.last, hit.clitic)
        if not self._take(phrase, hit, sense):
            return None
        self._extend(phrase)
        if self._only_style(phrase):
            phrase.self_reference = True
        if not _is_actor(phrase):
            return None
        self._govern(phrase)
        return phrase

    def _only_style(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is a lone style of address with a pronoun: سموه، جلالته، فخامته."""
        return len(phrase.honorifics) == 1 and phrase.last - phrase.first == 1 and phrase.honorifics[0] in _STYLES

    def _start(self, place: int) -> tuple[Hit, Sense] | None:
        """Choose how a phrase begins at *place*: the longest hit whose sense may open one."""
        found = self.scan.hits[place]
        if not found:
            return None
        for hit in found:
            for kind in _STARTS:
                for sense in hit.senses:
                    if sense.kind is kind and "weak" not in sense.tags:
                        return hit, sense
            for sense in hit.senses:
                if sense.kind in _STARTS and self._counts(hit, sense):
                    return hit, sense
            if not hit.clitic and hit.senses[0].kind in (Kind.WORD, Kind.ACT, Kind.SUPPORT, Kind.SPEECH):
                return None
        return self._nation_after_pair(place, found) or self._people(place, found)

    def _people(self, place: int, found: tuple[Hit, ...]) -> tuple[Hit, Sense] | None:
        """Read «بين الإسرائيليين والفلسطينيين», «مع الإيرانيين»: a people that stands for its state."""
        before = self.words[place - 1] if place else ""
        listed = bool(self.phrases) and self.phrases[-1].last == place and self.phrases[-1].people
        for hit in found:
            if hit.clitic == "و" and listed or not hit.clitic and before in ("بين", "مع", "وبين", "ومع"):
                for sense in hit.senses:
                    if sense.kind is Kind.NATION and sense.form.number == "p" and sense.form.definite:
                        return hit, sense
        return None

    def _nation_after_pair(self, place: int, found: tuple[Hit, ...]) -> tuple[Hit, Sense] | None:
        """Read «والتركي Y» after «الرئيسان الروسي X», «والإيراني Y» after «نظيريه الأوزبكي X»."""
        if not self.phrases:
            return None
        before = self.phrases[-1]
        opener = before
        for earlier in reversed(self.phrases[-5:]):
            opener = earlier
            if not earlier.joined or earlier.is_dual and earlier.nations or earlier.counterpart:
                break
        if place - before.last > 1 or not (opener.is_dual or opener.counterpart.startswith("نظ") or opener.body == "delegation"):
            return None
        for hit in found:
            if hit.clitic.startswith("و"):
                for sense in hit.senses:
                    if sense.kind is Kind.NATION and (sense.form.definite and sense.form.number == "s" or opener.body == "delegation"):
                        return hit, sense
        return None

    def _counts(self, hit: Hit, sense: Sense) -> bool:
        """Tell whether a sense may open a phrase: weak names only after a full mention."""
        if sense.kind is Kind.PERSON and "weak" in sense.tags:
            return sense.key in self.scan.named
        if sense.kind is Kind.ORGANISATION and "weak" in sense.tags:
            return self._set_off(hit)
        if sense.kind is Kind.STATE and "weak" in sense.tags and sense.key not in self.scan.states:
            return False
        if "weak" in sense.tags:
            return self._place_governed(hit)
        return True

    def _set_off(self, hit: Hit) -> bool:
        """Tell whether a weak name of an agency or paper stands after its class noun, or alone in brackets or quotes."""
        before = self.words[hit.first - 1] if hit.first else ""
        after = self.words[hit.last] if hit.last < len(self.words) else ""
        return before in _CLASS_NOUNS or (before in ("(", "/", '"', "[") and after in (")", "/", '"', "]"))

    def _place_governed(self, hit: Hit) -> bool:
        if hit.clitic and hit.clitic[-1] in "بل":
            return True
        return hit.first > 0 and self.words[hit.first - 1] in ("في", "الي", "من", "مدينه", "ولايه", "محافظه", "دوله", "جمهوريه", "رييس")

    def _take(self, phrase: Phrase, hit: Hit, sense: Sense) -> bool:
        """Put one hit into its slot; return False where the slot does not fit."""
        kind = sense.kind
        phrase.last = hit.last
        if kind is Kind.PERSON:
            phrase.name = self._bare_name(hit, sense)
        elif kind is Kind.OFFICE:
            phrase.offices.append(sense)
        elif kind is Kind.NATION:
            phrase.nations.append(sense)
            phrase.people = phrase.last - phrase.first == hit.last - hit.first and sense.form.number == "p"
        elif kind in (Kind.STATE, Kind.CAPITAL):
            phrase.states.append(Name(hit.first, hit.last, sense.key, hit.clitic))
            phrase.state_keys.append(sense.key)
            phrase.capital = kind is Kind.CAPITAL
        elif kind is Kind.PLACE:
            phrase.place = sense.key
            phrase.states.append(Name(hit.first, hit.last, f"%{sense.key}", hit.clitic))
        elif kind is Kind.ORGANISATION:
            phrase.organisation = sense.key
            outside = hit.first + 1 < hit.last and self.words[hit.first][len(hit.clitic) :] in _CLASS_NOUNS and self._names_alone(hit, sense)
            phrase.states.append(Name(hit.first + outside, hit.last, f"@{sense.key}", "" if outside else hit.clitic))
        elif kind is Kind.BODY:
            phrase.body = sense.key
        elif kind is Kind.HONORIFIC:
            phrase.honorifics.append(sense.key)
        elif kind is Kind.COUNTERPART:
            phrase.counterpart = self.words[hit.first][len(hit.clitic) :]
        elif kind is Kind.PAIR:
            phrase.pair = True
            phrase.offices.extend(other for other in hit.senses if other.kind is Kind.OFFICE)
        return True

    def _bare_name(self, hit: Hit, sense: Sense) -> Name:
        """Return the name without the titles that some known names are written with (الأمير وليام)."""
        first = hit.first
        while first + 1 < hit.last and self._is_title(first):
            first += 1
        return Name(first, hit.last, sense.key, hit.clitic if first == hit.first else "")

    def _is_title(self, place: int) -> bool:
        hits = self.scan.hits[place]
        return any(hit.last == place + 1 and sense.kind in (Kind.HONORIFIC, Kind.OFFICE) for hit in hits for sense in hit.senses) or self.words[place] in _TITLES

    def _names_alone(self, hit: Hit, sense: Sense) -> bool:
        """Tell whether the words behind a class noun name the organisation by themselves (صحيفة [واشنطن بوست])."""
        return any(other.last == hit.last and any(one.key == sense.key for one in other.senses) for other in self.scan.hits[hit.first + 1])

    def _extend(self, phrase: Phrase) -> None:
        """Read on while the next words belong to the same noun group."""
        for _ in range(24):
            steps = (self._extend_known, self._portfolio, self._officials_in, self._extend_principal, self._extend_name, self._post, self._extend_apposition, self._extend_far)
            if not any(step(phrase) for step in steps):
                return

    def _extend_known(self, phrase: Phrase) -> bool:
        place = phrase.last
        if place >= len(self.words):
            return False
        for hit in self.scan.hits[place]:
            for sense in sorted(hit.senses, key=lambda one: (one.kind is not Kind.PERSON or one.key not in self.scan.named, one.kind is Kind.CAPITAL)):
                if self._fits(phrase, hit, sense):
                    if sense.kind is Kind.INSIDE:
                        phrase.former |= "former" in sense.tags
                        phrase.elect |= "elect" in sense.tags
                        phrase.last = hit.last
                        return True
                    if sense.kind is Kind.WISH:
                        phrase.last = hit.last
                        return True
                    return self._take(phrase, hit, sense)
        return False

    def _fits(self, phrase: Phrase, hit: Hit, sense: Sense) -> bool:
        """Tell whether a hit right after the phrase belongs to it."""
        kind = sense.kind
        if "weak" in sense.tags and kind is not Kind.PERSON and not self._counts(hit, sense):
            return False
        titled = bool(phrase.offices or phrase.honorifics or phrase.counterpart)
        if kind is Kind.BODY:
            return not hit.clitic and self._speaks_for(phrase) or hit.clitic == "ل" and bool(phrase.offices) and phrase.offices[-1].key == "spokesperson" and phrase.body is None
        if kind is Kind.WISH:
            return not hit.clitic and (titled or phrase.name is not None)
        if kind is Kind.INSIDE:
            return not hit.clitic and (titled or phrase.name is not None)
        if kind is Kind.HONORIFIC:
            style = phrase.honorifics[:1] and phrase.honorifics[0] in _STYLES
            return not hit.clitic and phrase.name is None and titled and not style
        if kind is Kind.OFFICE:
            if hit.clitic:
                return False
            if phrase.offices and phrase.offices[-1].form.word in _SOVEREIGN or phrase.honorifics and phrase.honorifics[-1] in _SOVEREIGN:
                return False
            complete = phrase.nations or phrase.state_keys or phrase.organisation or phrase.name is not None
            return titled and not phrase.counterpart and not complete and (sense.form.number == "s" or not phrase.offices)
        if kind is Kind.NATION:
            if hit.clitic or phrase.nations or phrase.name is not None and not phrase.offices:
                return False
            if not sense.form.definite:
                return self._indefinite(phrase)
            return titled or phrase.body is not None or phrase.pair
        if kind is Kind.PERSON:
            if phrase.offices and not phrase.principal and (self._serves(phrase) or _chained(phrase)):
                return False
            if hit.clitic or phrase.name is not None or not self._agrees(phrase, sense):
                return False
            if "weak" in sense.tags and not self._may_be_weak(phrase, hit, sense):
                return False
            return titled or phrase.pair or bool(phrase.nations) or self._in_list_of_states(phrase)
        if kind in (Kind.STATE, Kind.CAPITAL, Kind.PLACE, Kind.ORGANISATION):
            return self._fits_state(phrase, hit, sense)
        return False

    def _indefinite(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is an indefinite head that an indefinite nationality may follow: «وفد سوري»."""
        head = self.words[phrase.last - 1]
        one = phrase.last - phrase.first == 1 and (phrase.body == "delegation" or bool(phrase.offices))
        return one and not head[len(phrase.clitic) :].startswith("ال")

    def _fits_state(self, phrase: Phrase, hit: Hit, sense: Sense) -> bool:
        """Tell whether a state or organisation right after the phrase is its genitive."""
        headed = bool(phrase.offices) or phrase.body is not None
        if self._speaks_for(phrase):
            return hit.clitic == ""
        if not headed or phrase.nations or phrase.state_keys or phrase.organisation or phrase.place:
            return False
        if phrase.name is not None and not phrase.offices:
            return False
        if phrase.name is not None and phrase.offices and self._closed(phrase):
            return False
        if hit.clitic == "ب" and sense.kind is Kind.STATE and phrase.offices:
            return self.words[hit.first][1:] in ("دوله", "مملكه", "جمهوريه", "سلطنه", "الجمهوريه", "المملكه")
        return hit.clitic in ("", "ل")

    def _serves(self, phrase: Phrase) -> bool:
        """Tell whether a name right after the title is whom its holder serves, not the holder."""
        if phrase.nations or phrase.state_keys or phrase.organisation or phrase.body or phrase.honorifics:
            return False
        office = phrase.offices[-1]
        if " " in office.form.word and not self._speaks_for(phrase):
            return False
        return self._speaks_for(phrase) or office.key in ("envoy", "adviser", "first_lady") and not office.form.definite

    def _speaks_for(self, phrase: Phrase) -> bool:
        """Tell whether the phrase ends in «الناطق باسم», so that a body must follow."""
        return bool(phrase.offices) and phrase.body is None and self.words[phrase.last - 1] in ("باسم", "بلسان")

    def _portfolio(self, phrase: Phrase) -> bool:
        """Pass over the rest of a long title where a name follows: «وزير الطاقة والمناجم، السيد X»."""
        if phrase.name is not None or not phrase.offices or phrase.is_dual or phrase.nations or phrase.state_keys:
            return False
        place = phrase.last
        while place < len(self.words) and place - phrase.last < 5 and self._plain(place) and (  # noqa: PLR2004
            self.words[place].startswith(("وال", "بال") if place == phrase.last else ("وال", "ال", "بال", "لل"))
        ):
            place += 1
        if place == phrase.last or place >= len(self.words):
            return False
        probe = replace(phrase, last=place, honorifics=[*phrase.honorifics])
        if self._extend_known(probe) and (probe.name is not None or len(probe.honorifics) > len(phrase.honorifics)) or self._name_after_comma(probe):
            phrase.last = place
            return True
        return False

    def _officials_in(self, phrase: Phrase) -> bool:
        """Take the state of «مسؤولين في دولة الإمارات», «مسؤولين في الحكومة القطرية»."""
        if phrase.body != "delegation" or phrase.nations or phrase.state_keys or phrase.last + 1 >= len(self.words):
            return False
        if self.words[phrase.last] not in ("في", "من"):
            return False
        for hit in self.scan.hits[phrase.last + 1]:
            for sense in hit.senses:
                if sense.kind is Kind.STATE and not hit.clitic and "weak" not in sense.tags:
                    return self._take(phrase, hit, sense)
        return False

    def _extend_principal(self, phrase: Phrase) -> bool:
        """Pass over whom an envoy or spokesman serves: «مبعوث ترمب», «الناطق باسم مون»."""
        if phrase.name is not None or not phrase.offices:
            return False
        if not _chained(phrase) and phrase.offices[-1].form.definite and not self._speaks_for(phrase):
            return False
        if phrase.principal or not _chained(phrase) and (
            phrase.offices[-1].key not in ("envoy", "spokesperson", "adviser", "first_lady") or phrase.nations or phrase.state_keys
        ):
            return False
        if phrase.last >= len(self.words):
            return False
        for hit in self.scan.hits[phrase.last]:
            for sense in hit.senses:
                if sense.kind is Kind.PERSON and not hit.clitic:
                    phrase.principal = sense.key
                    phrase.last = hit.last
                    return True
        return False

    def _closed(self, phrase: Phrase) -> bool:
        """Tell whether the name stands at the phrase's end, so that no genitive can follow."""
        return phrase.name is not None and phrase.name.last == phrase.last

    def _extend_name(self, phrase: Phrase) -> bool:
        """Take an unknown name after a title."""
        if phrase.name is not None or phrase.pair or phrase.body or phrase.organisation and not phrase.offices:
            return False
        if not (phrase.offices or phrase.honorifics or phrase.nations or phrase.counterpart):
            return False
        end = self._name_end(phrase.last)
        if end == phrase.last:
            return False
        if end - phrase.last == 1 and not self._single_ok(phrase):
            return False
        phrase.name = Name(phrase.last, end, None)
        phrase.last = end
        return True

    def _single_ok(self, phrase: Phrase) -> bool:
        """Tell whether one unknown word after the title may be a name by itself."""
        word = self.words[phrase.last]
        return names.is_given(word) and bool(phrase.honorifics or phrase.nations or phrase.state_keys)

    def _name_end(self, first: int) -> int:
        """Return where an unknown name from *first* ends: before any word that the tables know as something else."""
        stop = first
        while stop < len(self.words) and stop - first < 7 and not self._blocks(stop, stop > first):
            stop += 1
        return names.measure(self.words, first, stop)

    def _blocks(self, place: int, inside: bool) -> bool:
        word = self.words[place]
        if not word.isalpha() or self.scan.tokens.shown(place, place + 1).strip() == "على":
            return True
        if names.is_given(word):
            return False
        for hit in self.scan.hits[place]:
            if hit.clitic and len(word) - len(hit.clitic) <= 3 and not (hit.clitic == "و" and not inside):  # noqa: PLR2004
                continue
            if hit.senses[0].kind not in (Kind.PERSON, Kind.PLACE):
                return True
        return False

    def _rules_in(self, phrase: Phrase) -> bool:
        """Take «رئيس المرحلة الانتقالية في مالي X»: a state after في, where its citizen's name follows."""
        if phrase.nations or phrase.state_keys or self.words[phrase.last : phrase.last + 1] != ("في",) or phrase.last + 1 >= len(self.words):
            return False
        for hit in self.scan.hits[phrase.last + 1]:
            for sense in hit.senses:
                if sense.kind is Kind.STATE and not hit.clitic and hit.last < len(self.words):
                    found = self.scan.best(hit.last, Kind.PERSON)
                    if found is not None and not found[0].clitic and self._country_of(found[1].key) == sense.key:
                        return self._take(phrase, hit, sense)
        return False

    def _extend_apposition(self, phrase: Phrase) -> bool:
        """Read on over a comma where a name or a title of the same person stands between commas."""
        place = phrase.last
        if place + 1 >= len(self.words):
            return False
        if self.words[place] == "(":
            return self._skip_bracket(phrase)
        if self.words[place] == "-" and self._wish_between(phrase):
            return True
        if self.words[place] not in ("،", ",", '"', "-"):
            return self._title_after(phrase, place)
        return self._name_after_comma(phrase) or self._title_after_comma(phrase)

    def _same_state(self, phrase: Phrase, title: Phrase) -> bool:
        """Tell whether a title may be of the person named: its state is theirs."""
        told = [nation.key for nation in title.nations] + title.state_keys
        if not told or title.offices[0].key in _POSTED:
            return True
        if phrase.name is not None and phrase.name.person is not None:
            country = self._country_of(phrase.name.person)
            return country is None or country in told
        own = [nation.key for nation in phrase.nations] + phrase.state_keys
        return not own or bool(set(own) & set(told))

    def _wish_between(self, phrase: Phrase) -> bool:
        place = phrase.last + 1
        found = self.scan.best(place, Kind.WISH)
        if found is None:
            return False
        end = found[0].last
        phrase.last = end + 1 if end < len(self.words) and self.words[end] == "-" else end
        return True

    def _agrees(self, phrase: Phrase, sense: Sense) -> bool:
        """Tell whether a known person may bear the title of the phrase: the states agree."""
        country = self._country_of(sense.key)
        if country is None or phrase.is_dual or phrase.counterpart:
            return True
        if phrase.offices and phrase.offices[0].key in _POSTED:
            return True
        told = [nation.key for nation in phrase.nations] + phrase.state_keys
        return not told or country in told

    def _in_list_of_states(self, phrase: Phrase) -> bool:
        """Tell whether a state in a list of officials is followed by its official: «رئيسا وزراء السودان X وإثيوبيا Y»."""
        if not phrase.state_keys or not phrase.clitic.startswith("و") or not self.phrases:
            return False
        opener = next((one for one in reversed(self.phrases[-4:]) if not one.joined or one.is_dual), None)
        return opener is not None and opener.is_dual

    def _country_of(self, key: str) -> str | None:
        person = self.people.get(key)
        return person.country if person is not None else None

    def _may_be_weak(self, phrase: Phrase, hit: Hit, sense: Sense) -> bool:
        """Tell whether a weak name may follow this title: its bearer is named in full, or held that very office."""
        if any(other.kind in (Kind.HONORIFIC, Kind.OFFICE, Kind.WORD) for other in hit.senses):
            return False
        if sense.key in self.scan.named:
            return True
        if names.is_common(self.words[hit.first]):
            return False
        offices = {office.key for office in phrase.offices}
        person = self.people.get(sense.key)
        return person is not None and any(term.office in offices for term in person.terms)

    def _skip_bracket(self, phrase: Phrase) -> bool:
        """Pass over a short bracket inside a title when a name follows behind it."""
        if phrase.name is not None:
            return False
        for place in range(phrase.last + 2, min(phrase.last + 7, len(self.words) - 1)):
            if self.words[place] == ")":
                found = self.scan.best(place + 1, Kind.PERSON)
                if found is not None and not found[0].clitic and self._agrees(phrase, found[1]):
                    return self._take(phrase, *found)
                return False
        return False

    def _extend_far(self, phrase: Phrase) -> bool:
        """Take a known name a few plain words behind an open title: «رئيس جارة بلاده الجنوبية مون», «وزير … والتعاون X»."""
        if phrase.name is not None or not phrase.offices or phrase.is_dual:
            return False
        for place in range(phrase.last + 1, min(phrase.last + 5, len(self.words))):
            if not self._plain(place - 1):
                return False
            found = self.scan.best(place, Kind.PERSON)
            if found is not None and not found[0].clitic and "weak" not in found[1].tags and self._agrees(phrase, found[1]):
                return self._take(phrase, *found)
        return False

    def _plain(self, place: int) -> bool:
        """Tell whether a token is a word that neither opens a clause nor governs."""
        if not self.words[place].isalpha():
            return False
        kinds = (Kind.WORD, Kind.ACT, Kind.SUPPORT, Kind.SPEECH, Kind.PERSON)
        titles = (Kind.OFFICE, Kind.COUNTERPART)
        hits = self.scan.hits[place]
        if any(sense.kind in titles for hit in hits if hit.clitic[-1:] in ("ب", "ل") for sense in hit.senses):
            return False
        return not any(sense.kind in kinds for hit in hits if hit.clitic in ("", "و") for sense in hit.senses)

    def _post(self, phrase: Phrase) -> bool:
        """Pass over the post of an envoy: «السفير الأميركي لدى مصر X», «مبعوث ترمب إلى أوكرانيا X»."""
        if phrase.name is not None or not phrase.offices:
            return False
        if not any(office.key in _POSTED for office in phrase.offices):
            return self._rules_in(phrase)
        place = phrase.last
        if place + 1 >= len(self.words) or self.words[place] not in ("لدي", "في", "الي"):
            return False
        for hit in self.scan.hits[place + 1]:
            if not hit.clitic and any(sense.kind in (Kind.STATE, Kind.CAPITAL, Kind.PLACE, Kind.ORGANISATION) for sense in hit.senses):
                probe = replace(phrase, last=hit.last, nations=[*phrase.nations], offices=[*phrase.offices])
                if self._extend_known(probe) or self._name_end(hit.last) - hit.last > 1 or self.words[hit.last : hit.last + 1] == ("،",):
                    phrase.last = hit.last
                    return True
        return False

    def _name_after_comma(self, phrase: Phrase) -> bool:
        """Take «الرئيس الروسي، فلاديمير بوتين،»."""
        if phrase.name is not None or not (phrase.offices or phrase.counterpart) or phrase.is_dual:
            return False
        place = phrase.last + 1
        found = self.scan.best(place, Kind.PERSON)
        if found is not None and not found[0].clitic and self._counts(*found):
            return self._agrees(phrase, found[1]) and self._take(phrase, *found)
        honorific = self.scan.best(place, Kind.HONORIFIC)
        first = honorific[0].last if honorific and not honorific[0].clitic else place
        if first > place:
            found = self.scan.best(first, Kind.PERSON) if first < len(self.words) else None
            if found is not None and not found[0].clitic:
                return self._take(phrase, *found)
        end = self._name_end(first)
        if end - first >= 2 and end < len(self.words) and self.words[end] in ("،", ",", ".", '"', "(", "\n", "-", ":"):  # noqa: PLR2004
            phrase.name = Name(first, end, None)
            phrase.last = end
            return True
        return False

    def _title_after_comma(self, phrase: Phrase) -> bool:
        """Take «محمد بن سلمان، ولي العهد السعودي،»: a title between commas with no name of its own."""
        if phrase.name is None or phrase.name.last != phrase.last and not phrase.offices:
            return False
        return self._title_after(phrase, phrase.last + 1)

    def _title_after(self, phrase: Phrase, place: int) -> bool:
        """Take the title at *place* into a named phrase, unless it has a name or a state of its own."""
        if phrase.name is None or place >= len(self.words):
            return False
        office = self.scan.best(place, Kind.OFFICE)
        if office is None or office[0].clitic or office[1].form.number != "s":
            return False
        probe = Phrase(place, office[0].last)
        self._take(probe, *office)
        for _ in range(8):
            if not (self._extend_known(probe) or self._post(probe)):
                break
        if probe.name is not None or self._name_end(probe.last) - probe.last >= 1 and names.is_given(self.words[probe.last]):
            return False
        commas = place > phrase.last
        if commas and probe.last < len(self.words) and self.words[probe.last] not in ("،", ",", ".", "\n", '"', ")", "-", ":"):
            return False
        if not commas and not probe.nations and not probe.state_keys and not probe.organisation and not office[1].form.definite and " " not in office[1].form.word and len(probe.offices) == 1:
            return False
        if not self._same_state(phrase, probe):
            return False
        phrase.offices.extend(probe.offices)
        if not phrase.nations:
            phrase.nations.extend(probe.nations)
        if not phrase.state_keys:
            phrase.states.extend(probe.states)
            phrase.state_keys.extend(probe.state_keys)
        phrase.organisation = phrase.organisation or probe.organisation
        phrase.last = probe.last
        return True

    def _govern(self, phrase: Phrase) -> None:
        """Settle the preposition that governs the phrase, and whether it continues a list."""
        letters = phrase.clitic
        if letters and letters[-1] in _CLITIC_PREPOSITIONS:
            phrase.preposition = _CLITIC_PREPOSITIONS[letters[-1]]
            phrase.joined = letters[0] == "و" and self._follows(phrase)
            return
        before = self._word_before(phrase.first)
        if before:
            phrase.preposition = before
            return
        if self._exemplifies(phrase):
            phrase.joined = True
            phrase.preposition = self.phrases[-1].preposition
        elif letters.startswith("و") and self._follows(phrase):
            phrase.joined = True
            phrase.preposition = self.phrases[-1].preposition
        elif not letters and self._listed(phrase):
            phrase.joined = True
            phrase.preposition = self.phrases[-1].preposition

    def _follows(self, phrase: Phrase) -> bool:
        """Tell whether the phrase before ends right here, at most a comma away."""
        if not self.phrases:
            return False
        gap = self.words[self.phrases[-1].last : phrase.first]
        return len(gap) <= 1 and all(word in ("،", ",", '"') for word in gap)

    def _exemplifies(self, phrase: Phrase) -> bool:
        """Tell whether the phrase gives the names of the group before: «إلى زعماء، منهم X»."""
        if not self.phrases:
            return False
        gap = self.words[self.phrases[-1].last : phrase.first]
        if not 1 <= len(gap) <= 6:  # noqa: PLR2004
            return False
        return any(group == gap[-len(group) :] for group in self.exemplars)

    def _listed(self, phrase: Phrase) -> bool:
        """Tell whether a bare phrase continues a list by a comma alone: «A، B وC» under one preposition."""
        if not self.phrases or not self.phrases[-1].preposition:
            return False
        before = self.phrases[-1]
        gap = self.words[before.last : phrase.first]
        if "\n" in gap and set(gap) <= _BULLETS:
            return True
        return gap in (("،",), (",",)) and before.preposition != "place" and before.is_place == phrase.is_place and before.is_person == phrase.is_person

    def _word_before(self, first: int) -> str:
        place = first - 1
        if place > 1 and self.words[place] in _BULLETS and ":" in self.words[max(0, place - 3) : place + 1]:
            while place > 0 and self.words[place] in _BULLETS:
                place -= 1
            first = place + 1
        if place < 0:
            return ""
        if self.words[place] == "من" and place and self.words[place - 1] in _SOME:
            letter = self.words[place - 1][0]
            return {"ل": "to", "ب": "at"}.get(letter, "") if self.words[place - 1] in ("لكل", "بكل") else self._word_before(place - 1)
        for width in (3, 2, 1):
            start = first - width
            if start < 0:
                break
            for hit in self.scan.hits[start]:
                if hit.last == first:
                    spoken = hit.clitic and any(sense.kind is Kind.SPEECH for sense in hit.senses)
                    for sense in hit.senses:
                        if sense.kind is Kind.WORD and sense.key in _PREPOSITIONS and not spoken:
                            return _PREPOSITIONS[sense.key]
        return ""


def _chained(phrase: Phrase) -> bool:
    """Tell whether a title serves another title: «كبير مساعدي زعيم كوريا الشمالية X» names the leader, not the aide."""
    if len(phrase.offices) < 2 or phrase.principal:  # noqa: PLR2004
        return False
    head = phrase.offices[0]
    return head.key in ("adviser", "envoy", "spokesperson", "first_lady") and not head.form.definite


def _is_actor(phrase: Phrase) -> bool:
    """Tell whether the slots name somebody: a lone honorific or body does not."""
    if phrase.self_reference or phrase.name or phrase.offices or phrase.states or phrase.counterpart or phrase.pair:
        return True
    if phrase.body:
        return True
    return bool(phrase.honorifics or phrase.joined) and bool(phrase.nations) or bool(phrase.nations)
