"""Read the ministers of one state told together: «وزيرا الخارجية والدفاع الروسيان», «وزيري خارجية ودفاع X»."""

from __future__ import annotations

from dataclasses import replace

from explore.entities.phrase import Phrase
from explore.entities.scan import Scan
from explore.knowledge.lexicon import Sense

_MINISTERS = ("وزيرا ", "وزيري ", "وزراء ")
_FIELDS = {
    "الخارجيه": "foreign_minister", "الدفاع": "defence_minister", "الداخليه": "interior_minister",
    "الماليه": "finance_minister", "الخزانه": "finance_minister", "الاقتصاد": "minister", "التجاره": "minister",
    "الطاقه": "minister", "النفط": "minister", "البترول": "minister", "العدل": "minister", "الزراعه": "minister",
    "الصحه": "minister", "النقل": "minister", "الصناعه": "minister", "الاعلام": "minister", "التعليم": "minister",
    "الثقافه": "minister", "السياحه": "minister", "البيءه": "minister", "الري": "minister", "العمل": "minister",
}  # fmt: skip
_THE = "ال"


class Ministries:
    """Go on with a title of several ministers over the other ministries."""

    def __init__(self, scan: Scan) -> None:
        """Hold the text of *scan*."""
        self.scan = scan

    def read(self, phrase: Phrase) -> bool:
        """Take the next ministry of «وزيرا الخارجية [والدفاع] الروسيان», which has a minister of its own."""
        if not phrase.is_open or phrase.has_state or phrase.office.form.number == "s":
            return False
        if len(phrase.offices) > 1 or not phrase.office.form.word.startswith(_MINISTERS):
            return False
        word = self.scan.word(phrase.last)
        field = word[1:] if self.scan.word(phrase.last - 1).startswith(_THE) else _THE + word[1:]
        if not word.startswith("و") or field not in _FIELDS:
            return False
        phrase.beside.append(_minister(phrase.office, _FIELDS[field], f"وزير {field}"))
        phrase.last += 1
        return True


def each(phrase: Phrase) -> list[Phrase]:
    """Return the title of each of several ministers, as if it stood alone."""
    first = replace(phrase.office, form=replace(phrase.office.form, number="s"))
    return [replace(phrase, offices=[office], beside=[]) for office in (first, *phrase.beside)]


def _minister(office: Sense, key: str, word: str) -> Sense:
    """Return the office *key* of one minister, written *word*, of the same gender as *office*."""
    return replace(office, key=key, form=replace(office.form, word=word, number="s"))
