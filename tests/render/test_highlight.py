"""The article as HTML: the words are kept whatever the marks, and nothing in the text is ever interpreted."""

import html.parser
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.render.highlight import Layer, Mark, anchor, escape, highlight

VOID = {"br"}
# What no HTML can carry (NUL, lone surrogates) has a test of its own; a lone line end of old Macs is shown, as U+000D.
TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60)
ARABIC = st.text("ابتلموي ،.\n\u064e\u200f\u202e<&'\"", max_size=40)


class Reader(html.parser.HTMLParser):
    """Collect the words, the open tags at the end, and every tag with its attributes; check that tags nest."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.words, self.open, self.tags = [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@st.composite
def marked(draw):
    text = draw(st.one_of(TEXT, ARABIC))
    place = st.integers(min_value=-2, max_value=len(text) + 2)
    kinds = st.sampled_from([(Layer.ENTITY, "PER"), (Layer.EVIDENCE, "letter"), (Layer.TRIGGER, "call")])
    one = st.builds(
        lambda s, e, k, of: Mark(s, e, k[0], k[1], of, of), place, place, kinds, st.sampled_from(["a", '"><b', "ب"])
    )
    return text, draw(st.lists(one, max_size=6))


@given(marked())
def test_stripping_the_tags_gives_back_the_words(case):
    text, marks = case
    read = Reader(highlight(text, marks))
    assert "".join(read.words) == text
    assert read.open == []
    assert {tag for tag, _ in read.tags} <= {"div", "mark", "span", "br"}


@given(marked())
def test_every_mark_covers_its_own_words(case):
    text, marks = case
    covered = {}
    for found in Cover(highlight(text, marks)).covered:
        covered[found[0]] = covered.get(found[0], "") + found[1]
    drawn = [m for m in dict.fromkeys(marks) if 0 <= m.start < m.end <= len(text)]
    for mark in drawn:
        same = [m for m in drawn if (m.layer, m.of) == (mark.layer, mark.of)]
        if len(same) == 1:
            assert covered.get((mark.layer, mark.of), "") == text[mark.start : mark.end].replace("\n", "")


class Cover(Reader):
    """Collect, for each mark, the words inside it."""

    def __init__(self, source):
        self.covered, self.stack = [], []
        super().__init__(source)

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        if tag not in VOID:
            names = dict(attrs).get("class", "").split()
            self.stack.append((names[0], dict(attrs).get("data-of")) if names else None)

    def handle_endtag(self, tag):
        super().handle_endtag(tag)
        self.stack.pop()

    def handle_data(self, data):
        super().handle_data(data)
        self.covered.extend((holder, data) for holder in self.stack if holder is not None)


def mark(text, words, layer=Layer.ENTITY, kind="PER", of="x", **more):
    start = text.index(words)
    return Mark(start, start + len(words), layer, kind, of, **more)


def test_a_mark_may_begin_inside_a_word():
    text = "رسالة لبوتين"
    shown = highlight(text, [mark(text, "بوتين")])
    assert 'ل<mark class="entity PER" data-of="x">بوتين</mark>' in shown


def test_marks_that_cross_are_cut_and_none_is_dropped():
    text = "أ ب ج"
    shown = highlight(text, [Mark(0, 3, Layer.ENTITY, "PER", "x"), Mark(2, 5, Layer.ENTITY, "ORG", "y")])
    assert re.findall(r'<mark class="entity (\w+( rest)?)"', shown) == [("PER", ""), ("ORG", ""), ("ORG rest", " rest")]


def test_evidence_over_two_lines_has_one_anchor():
    text = "كتب\nبوتين"
    tags = Reader(highlight(text, [Mark(0, len(text), Layer.EVIDENCE, "letter", "000/1")])).tags
    assert [attrs.get("id") for tag, attrs in tags if tag == "span"] == [anchor("000/1"), None]


def test_the_same_mark_twice_is_drawn_once():
    text = "بوتين"
    assert highlight(text, [mark(text, text)] * 2).count("<mark") == 1


def test_the_chosen_event_stands_out():
    text = "بعث بوتين رسالة"
    shown = highlight(text, [mark(text, "بعث بوتين", Layer.EVIDENCE, "letter", "e", chosen=True), mark(text, "بوتين")])
    assert '<span id="event-e" class="evidence letter chosen"' in shown


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</div><h1>",
        '"><style>*{display:none}</style>',
        "&lt;b&gt; &amp;",
        "<!-- -->",
        "]]>",
        "javascript:alert(1)",
        "$x^2$ **b** [a](javascript:alert(1)) :red[x] :material/home:",
    ],
)
def test_hostile_text_stays_text(hostile):
    marks = [Mark(0, len(hostile), Layer.ENTITY, hostile, hostile, title=hostile)]
    read = Reader(highlight(hostile, marks))
    assert "".join(read.words) == hostile
    assert [tag for tag, _ in read.tags] == ["div", "div", "mark"]
    assert read.tags[-1][1] == {"class": f"entity {hostile}", "data-of": hostile, "title": hostile}


@pytest.mark.parametrize("code", [0x202E, 0x202A, 0x2066, 0x2069, 0x200F, 0x061C, 0x07, 0x85])
def test_controls_are_shown_and_kept(code):
    assert escape(f"أ{chr(code)}ب") == f'أ<span class="control" data-code="U+{code:04X}">{chr(code)}</span>ب'


@pytest.mark.parametrize("char", ["\x00", "\ud800"])
def test_what_html_cannot_carry_is_replaced(char):
    assert escape(char) == f'<span class="control" data-code="U+{ord(char):04X}">\N{REPLACEMENT CHARACTER}</span>'


def test_joiners_stay_in_the_word():
    assert escape("می\u200cخواهم") == "می\u200cخواهم"


def test_an_empty_line_keeps_its_height():
    assert highlight("أ\n\nب", []).count("<div>") == 3
    assert "<div><br></div>" in highlight("أ\n\nب", [])
