"""The editor in front ends other than JupyterLab: anywidget's own one in bare pages, as VS Code and Colab load it.

Both load the AMD file that anywidget ships and give it their own `@jupyter-widgets/base`; VS Code shows outputs in the
colours of its theme, Colab in a frame without an origin. Here stands a base that has nothing but what anywidget asks of
it, so that an editor which asked for more of its host would fail.
"""

import json
import re
import sys
from pathlib import Path

import pytest

import chatham.review
from chatham.model.private import Finding, Kind, RawNote
from chatham.model.public import AnonymisedNote
from chatham.review.decide import review
from chatham.review.widget import Editor
from chatham.store import Store

STATIC = Path(chatham.review.__file__).parent / "static"
FRONT_END = Path(sys.prefix) / "share" / "jupyter" / "nbextensions" / "anywidget" / "index.js"
NOTHING_FROM_ELSEWHERE = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; style-src 'unsafe-inline'; frame-src 'self'"
)
HOST_STYLE = """
body { background: #1e1e1e; color: #cccccc; font: 13px monospace; color-scheme: dark; text-align: center; }
p, td, th, label, strong, button, summary { color: #cccccc; font-family: monospace; }
input, select, textarea { color: #fff; background: #222; }
"""
BASE = """
class DOMWidgetModel {
  constructor(state) { this.state = state; this.heard = []; this.widget_manager = {}; this.initialize(state, {}); }
  initialize() {}
  get(name) { if (!(name in this.state)) throw new Error("no trait " + name); return this.state[name]; }
  set() { throw new Error("nothing may be kept in traits"); }
  save_changes() { throw new Error("nothing may be kept in traits"); }
  on(name, call, context) { this.heard.push([name, call, context]); }
  once(name, call, context) { this.on(name, call, context); }
  off(name, call, context) {
    this.heard = this.heard.filter(([n, c, x]) =>
      !((name == null || n === name) && (call == null || c === call) && (context == null || x === context)));
  }
  trigger(name, ...rest) { for (const [n, call] of [...this.heard]) if (n === name) call(...rest); }
  async send(content) { for (const each of await window.answers(content)) await this._handle_comm_msg(each); }
  async _handle_comm_msg(content) { this.trigger("msg:custom", content, []); }
}
class DOMWidgetView {
  constructor(model, el) { this.model = model; this.el = el; this.$el = { empty: () => el.replaceChildren() }; }
  remove() { this.el.remove(); }
}
window.define = (needs, make) => {
  if (String(needs) !== "@jupyter-widgets/base") throw new Error("asked for " + needs);
  const { AnyModel, AnyView } = make({ DOMWidgetModel, DOMWidgetView });
  window.start = async (state, el) => {
    window.model = new AnyModel(state);
    window.view = new AnyView(window.model, el);
    await window.view.render();
  };
};
"""


@pytest.fixture
def store(tmp_path):
    """Three notes with a redaction each."""
    with Store.open(tmp_path / "s.sqlite") as made:
        notes = [RawNote(id=f"n{i}", text=f"Priya Raman said that form {i} is late. Tom agreed.") for i in range(3)]
        made.put_notes(notes)
        more = {"kind": Kind.PERSON, "replacement": "A participant", "recogniser": "r", "score": 0.9, "why": "listed"}
        found = [Finding(note=n.id, start=0, end=11, **more) for n in notes]
        made.put_anonymised([AnonymisedNote(id=n.id, text="A participant" + n.text[11:]) for n in notes], found)
        yield made


class Host:
    """A page with the editor's widget in it, and the other end of its messages."""

    def __init__(self, new_page, store, *, style="", framed=False):
        self.widget = Editor(store, who="Reviewer")
        self.said, self.errors, self.asked = [], [], []
        self.widget.send = self.said.append
        self.page = new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("request", lambda r: self.asked.append(r.url) if not r.url.startswith(("blob:", "about:")) else 0)
        self.page.expose_function("answers", self.answers)
        page = (
            f'<!doctype html><html lang=en><head><meta http-equiv="Content-Security-Policy" '
            f'content="{NOTHING_FROM_ELSEWHERE}"><title>T</title><style>{style}</style></head>'
            "<body><p id=other>another output</p><button id=theirs>Run</button><div id=output></div></body></html>"
        )
        if framed:
            outer = page.replace(
                "<div id=output></div>", "<iframe sandbox='allow-scripts' id=frame width=900 height=700></iframe>"
            )
            self.page.set_content(outer)
            self.page.evaluate("(inner) => { document.getElementById('frame').srcdoc = inner; }", page)
            self.frame = self.page.query_selector("#frame").content_frame()
            self.frame.wait_for_selector("#output", state="attached")
        else:
            self.page.set_content(page)
            self.frame = self.page.main_frame
        self.before = self.look()
        state = self.widget.get_state(["_esm", "_css", "_anywidget_id"])
        self.frame.add_script_tag(content=BASE)
        self.frame.add_script_tag(content=FRONT_END.read_text("utf-8"))
        self.frame.evaluate("(state) => window.start(state, document.getElementById('output'))", state)
        self.frame.wait_for_selector(".chatham-editor .ch-text")

    def answers(self, message):
        self.said.clear()
        self.widget._heard(self.widget, message, [])
        return json.loads(json.dumps(self.said))

    def look(self):
        """What the host's own elements look like."""
        return self.frame.evaluate(
            """() => ["body", "#other", "#theirs"].map((name) => {
                const all = getComputedStyle(document.querySelector(name));
                const kept = [...all].filter((k) => !/size|origin|width|height|inset/.test(k));
                return kept.map((k) => all.getPropertyValue(k));
            })"""
        )

    def wait_for(self, words):
        self.frame.wait_for_function(
            "(words) => document.querySelector('.chatham-editor').innerText.includes(words)", arg=words
        )


HOSTS = {"bare": {}, "dark, as VS Code": {"style": HOST_STYLE}, "in a frame, as Colab": {"framed": True}}


@pytest.mark.parametrize("name", HOSTS)
def test_notes_are_decided_and_a_missed_span_is_marked(new_page, store, name):
    host = Host(new_page, store, **HOSTS[name])
    host.frame.focus(".chatham-editor")
    for key in ("a", "y"):
        host.page.keyboard.press(key)
    host.wait_for("1 of 3 decided")
    host.page.keyboard.press("w")
    host.frame.wait_for_selector(".ch-pane .ch-goes")
    host.page.keyboard.press("ArrowRight")
    host.page.keyboard.press("Enter")
    host.wait_for("added")
    host.frame.evaluate(
        """() => {
            const text = [...document.querySelector(".ch-text").childNodes].at(-1);
            const at = text.data.indexOf("Tom");
            document.getSelection().setBaseAndExtent(text, at, text, at + 3);
        }"""
    )
    host.page.keyboard.press("m")
    host.frame.fill(".ch-pane input[name=replacement]", "Another participant")
    host.frame.press(".ch-pane input[name=replacement]", "Enter")
    host.wait_for("Another participant")
    note = review(store.snapshot())["n1"]
    assert note.text == "Priya a participant said that form 1 is late. Another participant agreed."
    assert host.errors == []
    assert host.asked == []
    assert host.look() == host.before


@pytest.mark.parametrize("name", HOSTS)
def test_every_word_can_be_read_whatever_the_colours_around_it(new_page, store, name):
    host = Host(new_page, store, **HOSTS[name])
    host.frame.focus(".chatham-editor")
    for key in ("o", "t"):
        host.page.keyboard.press(key)
    host.frame.wait_for_selector(".ch-pane")
    assert contrasts(host.frame) == []


def contrasts(frame):
    """Texts of the editor whose contrast is under 4.5, as the Web Content Accessibility Guidelines count it."""
    return frame.evaluate(
        """() => {
            const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
            const light = (c) => {
                const [r, g, b] = rgb(c).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ground = (node) => {
                for (let at = node; at; at = at.parentElement) {
                    const [r, g, b, a] = rgb(getComputedStyle(at).backgroundColor);
                    if (a !== 0) return `rgb(${r}, ${g}, ${b})`;
                }
                return "rgb(255, 255, 255)";
            };
            const low = [];
            for (const node of document.querySelectorAll(".chatham-editor, .chatham-editor *")) {
                if (![...node.childNodes].some((c) => c.nodeType === 3 && c.data.trim()) && !node.value) continue;
                const [a, b] = [light(getComputedStyle(node).color), light(ground(node))].sort((x, y) => y - x);
                const ratio = (a + 0.05) / (b + 0.05);
                if (ratio < 4.5) low.push([node.className || node.tagName, Math.round(ratio * 10) / 10]);
            }
            return low;
        }"""
    )


def test_a_view_that_is_taken_away_stops_listening(new_page, store):
    host = Host(new_page, store)
    listening = "() => window.model.heard.filter(([name]) => name === 'msg:custom').length"
    heard = host.frame.evaluate(listening)
    assert heard > 0
    host.frame.evaluate("window.view.remove()")
    host.frame.wait_for_function(f"(before) => ({listening})() < before", arg=heard)
    assert host.frame.evaluate(listening) == heard - 1


def test_the_style_sheet_is_about_the_editor_and_nothing_else():
    style = (STATIC / "editor.css").read_text("utf-8")
    rules = re.findall(r"([^{}]+)\{", style)
    names = [name.strip() for rule in rules for name in re.split(r",(?![^(]*\))", rule)]
    assert len(names) > 40
    assert [name for name in names if not name.startswith((".chatham-editor", ".chatham-page"))] == []
    assert "@" not in style
    assert "url(" not in style


def test_the_module_asks_for_nothing_beyond_the_documented_model():
    script = (STATIC / "editor.js").read_text("utf-8")
    assert (
        re.findall(r"^\s*import\b|\bimport\(|\brequire\(|https?:|\bfetch\(|XMLHttpRequest|WebSocket", script, re.M)
        == []
    )
    assert set(re.findall(r"\bmodel\.(\w+)", script)) <= {"get", "set", "save_changes", "on", "off", "send"}
    assert re.findall(r"\b(?:window|localStorage|sessionStorage|Jupyter|IPython|google)\b\.", script) == []
