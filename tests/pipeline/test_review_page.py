"""The editor's page in a real browser: keys, mouse, and what the browser was sent."""

import json
import re
from contextlib import contextmanager
from pathlib import Path

import pytest

import chatham.review
from chatham.model.private import Finding, Kind, Origin, RawNote
from chatham.model.public import AnonymisedNote, Consultation
from chatham.review.advised import Advised
from chatham.review.bulk import approve_all, approved
from chatham.review.conversation import Conversation
from chatham.review.decide import digest, review
from chatham.review.desk import Desk
from chatham.store import Store

STATIC = Path(chatham.review.__file__).parent / "static"
NOTES = 180


@pytest.fixture
def store(tmp_path):
    """A hundred and eighty notes with one redaction each."""
    with Store.open(tmp_path / "s.sqlite") as made:
        notes = [
            RawNote(
                id=f"n{i}",
                text=f"Priya Raman 🧕 said that form {i} is late, and Tom Baker agreed.",
                origin=Origin(file="wg1.md", place=f"line {i}"),
                working_group="WG1" if i % 2 else "WG2",
            )
            for i in range(NOTES)
        ]
        made.put_notes(notes)
        findings = [
            Finding(
                note=n.id,
                start=0,
                end=11,
                kind=Kind.PERSON,
                replacement="A participant",
                recogniser="roster",
                score=0.9,
                why="on the registration list",
            )
            for n in notes
        ]
        made.put_anonymised([AnonymisedNote(id=n.id, text="A participant" + n.text[11:]) for n in notes], findings)
        yield made


class Page:
    """The page and the other end of its conversation."""

    def __init__(self, new_page, press, store, advised=None, **window):
        self._press = press
        self.received = []
        self.errors = []
        self.conversation = Conversation(store, who="Reviewer", consultation=Consultation(title="T"), advised=advised)
        self.page = new_page(**window)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.expose_function("answers", self.answers)
        style = (STATIC / "editor.css").read_text("utf-8")
        self.page.set_content(f"<html lang=en><title>Review</title><style>{style}</style><div id=root></div></html>")
        script = (STATIC / "editor.js").read_text("utf-8")
        self.page.evaluate(
            """async (script) => {
                const { mount } = await import("data:text/javascript;charset=utf-8," + encodeURIComponent(script));
                let hear;
                const send = async (message) => {
                    const answers = await window.answers(message);
                    await window.held;
                    answers.forEach((each) => hear(each));
                };
                mount(send, (listener) => { hear = listener; }, document.getElementById("root"));
            }""",
            script,
        )
        self.page.wait_for_selector(".ch-text")
        self.page.focus("#root")

    def answers(self, message):
        answers = json.loads(json.dumps(self.conversation.answer(message)))
        self.received += answers
        return answers

    def press(self, *keys):
        """Type as fast as the browser takes it, then wait until all of it has been answered."""
        self._press(self.page, *keys)

    @contextmanager
    def held(self):
        """The answers come when this ends, as from a machine that has much to do."""
        self.page.evaluate("() => { window.held = new Promise((release) => { window.release = release; }); }")
        yield
        assert self.page.get_attribute("#root", "aria-busy") == "true"
        self.page.evaluate("window.release()")
        self.press()

    def text(self, selector):
        return self.page.inner_text(selector)

    def select(self, words, inside=".ch-text"):
        """Select words of the text with the mouse."""
        box = self.page.evaluate(
            """([words, inside]) => {
                const walker = document.createTreeWalker(document.querySelector(inside), NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const at = node.data.indexOf(words);
                    if (at < 0) continue;
                    const range = document.createRange();
                    range.setStart(node, at);
                    range.setEnd(node, at + words.length);
                    const { left, right, top, bottom } = range.getBoundingClientRect();
                    return { left, right, y: (top + bottom) / 2 };
                }
            }""",
            [words, inside],
        )
        self.page.mouse.move(box["left"] + 1, box["y"])
        self.page.mouse.down()
        self.page.mouse.move(box["right"] - 1, box["y"], steps=5)
        self.page.mouse.up()


@pytest.fixture
def page(new_page, press, store):
    """The editor, open on the first note."""
    opened = Page(new_page, press, store)
    yield opened
    assert opened.errors == []


def test_ten_by_keyboard_one_missed_span_by_mouse_and_all_is_there_after_reloading(page, store, new_page, press):
    assert "0 of 180 decided" in page.text(".ch-head")
    page.press(*["a", "y"] * 9, "r", "y")
    assert "10 of 180 decided" in page.text(".ch-head")

    page.select("Tom Baker")
    page.page.keyboard.press("m")
    assert page.text(".ch-pane q") == "Tom Baker"
    page.page.fill(".ch-pane input[name=replacement]", "another participant")
    page.press("Enter")
    assert page.page.evaluate("document.querySelector('.ch-text').textContent") == (
        "A participant 🧕 said that form 10 is late, and another participant agreed."
    )

    again = Page(new_page, press, store)
    assert "10 of 180 decided" in again.text(".ch-head")
    assert again.page.evaluate("document.querySelectorAll('.ch-mark').length") == 2
    notes = review(store.snapshot())
    assert notes["n10"].text == "A participant 🧕 said that form 10 is late, and another participant agreed."
    assert notes["n9"].text.startswith("Priya Raman")
    assert len(approved(store)) == 10


def test_the_browser_is_sent_no_raw_text_until_it_is_asked_for(page):
    page.press("a", "y", "n", "p", "u")
    everything = json.dumps(page.received) + page.page.content()
    assert "Priya" not in everything
    page.press("o")
    assert "Priya Raman" in page.text(".ch-original")
    page.page.keyboard.press("o")
    assert page.page.query_selector(".ch-original") is None
    page.press("n")
    assert "Priya" not in page.page.content()


def test_change_rewrite_tag_split_join_and_undo_by_keyboard(page, store):
    page.page.keyboard.press("c")
    page.page.keyboard.type("Somebody")
    page.press("Enter")
    assert page.text(".ch-mark") == "Somebody"
    page.press("u")
    assert page.text(".ch-mark") == "A participant"
    page.page.keyboard.press("t")
    page.page.fill(".ch-pane input[name=objectives]", "8, 21")
    page.page.select_option(".ch-pane select[name=review]", "challenges")
    page.page.focus(".ch-pane input[name=objectives]")
    page.press("Enter")
    assert "objectives 8, 21; challenges" in page.text(".ch-about")
    page.select("late")
    page.press("s")
    assert "n0/2" in page.text(".ch-about")
    assert page.text(".ch-parts").split("\n") == [
        "A participant 🧕 said that form 0 is",
        "late, and Tom Baker agreed.",
    ]
    page.press("u", "j")
    assert "joined with n1" in page.text(".ch-about")
    page.press("u")
    page.page.keyboard.press("e")
    page.page.fill(".ch-pane textarea", "One form is late.")
    page.page.click(".ch-pane button")
    page.press()
    assert review(store.snapshot())["n0"].text == "One form is late."


def test_keys_that_come_before_the_answer_are_kept_in_order(page, store):
    page.page.keyboard.press("y")
    page.press("p")
    with page.held():
        for key in ("u", "j", "a", "n", "y"):
            page.page.keyboard.press(key)
        assert [e.decision.action.value for e in store.events()] == ["approve", "undo"]
    actions = [(e.decision.action.value, e.decision.note) for e in store.events()]
    assert actions == [("approve", "n0"), ("undo", "n0"), ("merge", "n0"), ("accept", "n0"), ("approve", "n2")]


def test_what_is_typed_for_a_form_before_it_opens_goes_into_it(page, store):
    with page.held():
        for key in ("a", "c", *"yes, all 9", "Enter", "n"):
            page.page.keyboard.press(key)
    assert review(store.snapshot())["n0"].text.startswith("yes, all 9 ")
    assert "note n1 " in page.text(".ch-head")
    with page.held():
        for key in ("w", "ArrowRight", "Enter"):
            page.page.keyboard.press(key)
    assert review(store.snapshot())["n1"].text.startswith("Priya a participant")
    with page.held():
        for key in ("n", "w", "ArrowRight", "Escape", "n"):
            page.page.keyboard.press(key)
    assert page.page.query_selector(".ch-pane") is None
    assert "note n3 " in page.text(".ch-head")
    assert [e.decision.action.value for e in store.events()] == ["accept", "replace", "reject", "mark"]


def test_what_was_typed_after_something_that_is_refused_is_not_done(page, store):
    Desk(store, who="Another").accept("n0", 0)
    with page.held():
        for key in ("r", "n", "y"):
            page.page.keyboard.press(key)
    assert "note n0 " in page.text(".ch-head")
    assert page.text(".ch-told") != ""
    with page.held():
        for key in ("p", "s", "y"):
            page.page.keyboard.press(key)
    assert [e.decision.who for e in store.events()] == ["Another"]


def test_it_says_so_when_no_answer_comes(page):
    page.page.clock.install()
    with page.held():
        page.page.keyboard.press("n")
        page.page.clock.run_for(19_000)
        assert page.text(".ch-told") == ""
        page.page.clock.run_for(2_000)
        assert page.text(".ch-told").startswith("No answer yet.")
    assert "note n1 " in page.text(".ch-head")
    assert page.text(".ch-told") == ""


def test_a_key_held_down_and_a_double_click_decide_once(page, store):
    for _ in range(5):
        page.page.keyboard.down("y")
    page.page.keyboard.up("y")
    page.press()
    assert "1 of 180 decided" in page.text(".ch-head")
    page.page.dblclick("text='Approve (y)'")
    page.press()
    assert "2 of 180 decided" in page.text(".ch-head")


def test_the_last_decision_is_taken_back_when_no_note_is_left(new_page, press, store):
    approve_all(store, who="Another", why="read on paper")
    Desk(store, who="Another").reopen("n179")
    page = Page(new_page, press, store)
    page.press("y")
    assert "That was the last one." in page.text(".ch-body")
    page.press("x", "u")
    assert "note n179 (1 of 1) · open" in page.text(".ch-head")
    assert page.errors == []


def test_no_key_is_lost_to_the_page_around_when_the_focus_was_on_what_is_drawn_anew(page):
    page.page.click("text='Keys (?)'")
    assert page.page.is_visible(".ch-keys")
    page.press("?")
    assert not page.page.is_visible(".ch-keys")
    page.page.focus(".ch-mark")
    page.press("?", "?", "n")
    assert "note n1 " in page.text(".ch-head")
    page.page.check(".ch-filters input[name=undecided]")
    page.press("n")
    assert "note n2 " in page.text(".ch-head")


def test_a_redaction_is_made_narrower_in_the_original(page, store):
    page.press("r", "o")
    page.select("Raman 🧕", inside=".ch-original p")
    page.page.keyboard.press("m")
    page.page.wait_for_selector(".ch-pane")
    page.page.fill(".ch-pane input[name=replacement]", "R.")
    page.press("Enter")
    assert review(store.snapshot())["n0"].text.startswith("Priya R. said that form 0 is late")


def test_filters_choose_the_queue(page):
    page.page.fill(".ch-filters input[name=below]", "0.5")
    page.page.dispatch_event(".ch-filters input[name=below]", "change")
    page.page.wait_for_function("document.body.innerText.includes('No note is like that')")
    assert "1 of 180" not in page.page.inner_text("body")
    page.page.fill(".ch-filters input[name=below]", "")
    page.page.dispatch_event(".ch-filters input[name=below]", "change")
    page.page.wait_for_function("document.body.innerText.includes('1 of 180')")
    assert "No note is like that" not in page.page.inner_text("body")


def test_everything_has_a_name_a_role_and_the_focus_can_reach_it(page):
    mark = page.page.query_selector(".ch-mark")
    assert mark.get_attribute("role") == "button"
    assert mark.get_attribute("aria-label").startswith("A participant: redaction 1, person, undecided")
    page.page.keyboard.press("Tab")
    seen = set()
    for _ in range(40):
        seen.add(page.page.evaluate("document.activeElement.className || document.activeElement.innerText"))
        page.page.keyboard.press("Tab")
    assert any("ch-mark" in name for name in seen)
    assert "Approve (y)" in seen
    nameless = page.page.evaluate(
        """[...document.querySelectorAll("button, select, input, textarea, [role=button]")]
            .filter((n) => !(n.innerText || n.getAttribute("aria-label") || n.labels?.length)).length"""
    )
    assert nameless == 0


def test_a_screen_reader_is_told_the_note_and_what_became_of_it(page):
    said = page.page.query_selector(".ch-spoken")
    assert said.get_attribute("role") == "status"
    page.press("n")
    assert said.inner_text().startswith("0 of 180 decided. Note 2 of 180, open. A participant")
    page.press("r")
    assert "Priya Raman" in said.inner_text()
    page.press("u", "y")
    assert said.inner_text().startswith("1 of 180 decided. Note 3 of 180, open.")
    text = page.page.query_selector(".ch-text")
    assert (text.get_attribute("role"), text.get_attribute("tabindex")) == ("document", "0")


def test_it_fits_a_small_window_as_at_200_per_cent(new_page, press, store):
    page = Page(new_page, press, store, viewport={"width": 640, "height": 480})
    wide = page.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_the_edge_of_a_redaction_is_dragged_over_the_words_that_are_to_go_with_it(page, store):
    box = page.page.query_selector(".ch-mark").bounding_box()
    target = page.page.evaluate(
        """() => {
            const node = [...document.querySelector(".ch-text").childNodes].at(-1);
            const range = document.createRange();
            const at = node.data.indexOf(" that form");
            range.setStart(node, at - 1);
            range.setEnd(node, at);
            const { right, top, bottom } = range.getBoundingClientRect();
            return { x: right, y: (top + bottom) / 2 };
        }"""
    )
    page.page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2)
    page.page.mouse.down()
    page.page.mouse.move(target["x"], target["y"], steps=8)
    page.page.mouse.up()
    page.press()
    assert review(store.snapshot())["n0"].text == "A participant that form 0 is late, and Tom Baker agreed."


def drag(page, start, end):
    page.page.mouse.move(*start)
    page.page.mouse.down()
    page.page.mouse.move(*end, steps=8)
    page.page.mouse.up()


def words(page, selector, text):
    """The middle of a word of a pane, on the page."""
    box = page.page.locator(selector, has_text=re.compile(f"^{text}$")).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_edge_of_a_redaction_is_dragged_inwards_and_what_comes_free_is_decided_with_the_words_in_view(page, store):
    box = page.page.query_selector(".ch-mark").bounding_box()
    middle = box["y"] + box["height"] / 2
    label = box["width"] - page.page.evaluate(
        "(() => { const r = document.createRange(); r.selectNodeContents(document.querySelector('.ch-mark'));"
        " return r.getBoundingClientRect().width; })()"
    )
    assert "Priya" not in json.dumps(page.received)
    drag(page, (box["x"] + box["width"] - 2, middle), (box["x"] + label + (box["width"] - label) * 0.55, middle))
    page.page.wait_for_selector(".ch-pane .ch-goes")
    page.press()
    assert page.text(".ch-goes") == "Priya"
    assert len(store.events()) == 0
    assert page.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Last word that goes"
    assert page.page.evaluate("document.activeElement.getAttribute('aria-valuetext')") == "Priya"

    drag(page, words(page, "[data-word]", "Priya"), words(page, "[data-word]", "Raman"))
    assert page.text(".ch-goes") == "Priya Raman"
    drag(page, words(page, "[data-word]", "Priya"), words(page, "[data-word]", "Raman"))
    assert page.text(".ch-goes") == "Raman"
    assert len(store.events()) == 0
    page.press("Enter")
    assert page.page.query_selector(".ch-pane") is None
    assert page.text(".ch-told") == ""
    assert (
        review(store.snapshot())["n0"].text == "Priya a participant 🧕 said that form 0 is late, and Tom Baker agreed."
    )
    assert [e.decision.action.value for e in store.events()] == ["reject", "mark"]
    page.press("u")
    assert review(store.snapshot())["n0"].text.startswith("A participant 🧕 said")


def test_the_words_that_a_redaction_covers_are_changed_by_keyboard(page, store):
    page.press("w")
    assert page.text(".ch-goes") == "Priya Raman"
    page.press("ArrowRight")
    assert page.text(".ch-goes") == "Raman"
    page.press("Tab", "ArrowRight", "ArrowRight", "Enter")
    assert review(store.snapshot())["n0"].text.startswith("Priya a participant that form 0 is late")
    # The original that is on the page shows what goes now.
    assert page.text(".ch-under") == "Raman 🧕 said"
    page.press("w", "Escape")
    assert page.page.query_selector(".ch-pane") is None
    assert len(store.events()) == 2
    page.press("w", "Enter")
    assert len(store.events()) == 2


def test_the_advice_of_the_audit_is_taken_changed_or_left_note_by_note(new_page, press, store):
    text = review(store.snapshot())["n0"].text
    general = text.replace("form 0", "a form")
    advised = {"n0": Advised(digest(text), general), "n1": Advised("of another text", "x")}
    page = Page(new_page, press, store, advised)
    page.press("g")
    assert page.page.input_value(".ch-pane textarea") == general
    page.page.click(".ch-pane button")
    page.press()
    assert review(store.snapshot())["n0"].text == general
    assert store.events()[0].decision.why == "advice of the risk audit"
    assert page.page.query_selector("text='Advice (g)'") is None
    page.press("n", "g")
    assert "no advice" in page.text(".ch-told")
    assert page.errors == []


def test_the_focus_stays_where_it_was_when_the_note_is_drawn_anew(page):
    page.page.focus(".ch-mark")
    page.press("a")
    assert page.page.evaluate("document.activeElement.className").startswith("ch-mark")
    page.page.focus("text='Approve (y)'")
    page.press("Enter")
    assert "note n1 " in page.text(".ch-head")
    assert page.page.evaluate("document.activeElement.innerText") == "Approve (y)"
