// The editor's page: plain DOM, no build step. It shows what it is sent and sends what was decided; nothing is kept here.

const KEYS = [
  ["y", "approve, next"], ["x", "keep back, next"], ["n", "next"], ["p", "previous"],
  ["1 to 9", "choose a redaction"], ["a", "it is right"], ["r", "it is wrong: the words stay"],
  ["Shift+A, Shift+R", "and everywhere like it"], ["c", "change what it says"],
  ["w", "change which words it covers"], ["g", "take the advice of the risk audit, to change or save"],
  ["m", "the selected words were missed"], ["Shift+M", "and everywhere like them"], ["s", "split before the selection"],
  ["j", "join the next note"], ["e", "rewrite the text"], ["t", "tags"], ["o", "original, show or hide"],
  ["u", "undo"], ["z", "reopen"], ["?", "these keys"],
];

const SILENT = "No answer yet. If none comes, run the notebook's cell again, or start `chatham review` again: what was decided is stored.";

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

// Python counts code points, JavaScript counts UTF-16 units.
const points = (text) => Array.from(text).length;

function mount(tell, listen, root) {
  let note = null;
  let awaited = 0; // answers that are still to come: each message is answered by one `note` or `original`
  const typed = []; // keys that came meanwhile: they are meant for what those answers show
  let chosen = 0;
  let choices = { objectives: [], reviews: [], groups: [], kinds: [] };
  let original = null;
  let pane = null; // "change" | "cover" | "edit" | "advice" | "tags" | "missed" | "keys"
  let missed = null; // the selection that was marked as missed
  let covering = null; // which words of the original a redaction shall cover

  const live = el("p", { class: "ch-told", role: "status", "aria-live": "polite" });
  const spoken = el("p", { class: "ch-spoken", role: "status", "aria-live": "polite" }); // for screen readers
  const filters = el("form", { class: "ch-filters", "aria-label": "Which notes", onsubmit: (e) => e.preventDefault() });
  const body = el("div", { class: "ch-body" });
  root.classList.add("chatham-editor");
  root.tabIndex = 0;
  root.setAttribute("role", "application");
  root.setAttribute("aria-label", "Review of notes. Press question mark for the keys.");
  root.setAttribute("data-lm-suppress-shortcuts", "true"); // keys are ours while the focus is here, not JupyterLab's
  root.replaceChildren(filters, live, spoken, body);
  const tree = () => root.getRootNode(); // the document, or the shadow tree that some front ends put outputs into

  // Busy while an answer is to come or keys wait: screen readers hold back what is half drawn, and tests wait for it.
  const busy = () => root.setAttribute("aria-busy", String(awaited > 0 || typed.length > 0));
  let patience; // a kernel that was started anew does not know this editor, and never answers

  function send(message) {
    awaited += 1;
    busy();
    clearTimeout(patience);
    patience = setTimeout(() => { if (awaited) live.textContent = SILENT; }, 20000);
    tell(message);
  }

  const act = (action, more = {}) =>
    note && note.id !== null && send({ type: "do", action, note: note.id, version: note.version, ...more });
  const undo = () => note.id === null ? send({ type: "undo" }) : act("undo");
  const redactions = () => (note && note.segments ? note.segments.filter((s) => s.number !== undefined) : []);

  function drawFilters() {
    const now = choices.filters || { undecided: true };
    const select = (name, label, options) =>
      el("label", {}, `${label} `, el("select", { name, onchange: sendFilters },
        el("option", { value: "" }, "all"),
        ...options.map(([value, title]) => el("option", { value, selected: String(value) === now[name] }, title))));
    filters.replaceChildren(
      select("working_group", "Working group", choices.groups),
      select("objective", "Objective", choices.objectives.map(([c, t]) => [c, `${c}. ${t}`])),
      select("review", "Review objective", choices.reviews),
      select("kind", "Kind", choices.kinds.map((k) => [k, k.toLowerCase()])),
      el("label", {}, "Score under ",
        el("input", { name: "below", type: "number", min: "0", max: "1", step: "0.05", value: now.below, onchange: sendFilters })),
      el("label", {}, el("input", { name: "undecided", type: "checkbox", checked: now.undecided, onchange: sendFilters }),
        " undecided only"),
      ...(choices.risks ? [el("label", {},
        el("input", { name: "risk", type: "checkbox", checked: now.risk, onchange: sendFilters }),
        ` at risk only (${choices.risks})`)] : []),
    );
  }

  function sendFilters() {
    const given = Object.fromEntries(new FormData(filters));
    const ticked = (name) => Boolean(filters.elements[name] && filters.elements[name].checked);
    send({ type: "filter", ...given, undecided: ticked("undecided"), risk: ticked("risk") });
  }

  function label(segment) {
    const says = segment.open ? "says nothing yet" : segment.verdict === "rejected" ? "the words stay" : "";
    return [`${segment.number + 1}`, segment.kind.toLowerCase(), segment.verdict, says].filter(Boolean).join(", ");
  }

  function drawText() {
    // A document inside the application: there a screen reader reads word by word.
    const text = el("p", { class: "ch-text", role: "document", tabindex: "0", "aria-label": "Anonymised text",
      "data-status": note.status });
    for (const segment of note.segments) {
      if (segment.number === undefined) {
        text.append(segment.text);
        continue;
      }
      const mark = el("span", {
        class: `ch-mark ch-${segment.kind.toLowerCase()} ch-is-${segment.verdict}${segment.open ? " ch-open" : ""}`,
        role: "button", tabindex: "0", title: segment.why,
        "aria-label": `${segment.text || "removed"}: redaction ${label(segment)}. ${segment.why}`,
        "aria-pressed": String(segment.number === chosen),
        onclick: () => choose(segment.number), onfocus: () => choose(segment.number, false),
      });
      // The label is drawn by the style sheet, so that it is no part of the text that can be selected.
      mark.dataset.label = `${segment.number + 1} ${segment.kind.toLowerCase()}`;
      mark.dataset.key = `mark ${segment.number}`;
      mark.append(segment.text);
      if (note.text === note.segments.map((s) => s.text).join("") && segment.verdict !== "rejected") {
        mark.addEventListener("pointermove", (e) => { mark.style.cursor = edge(mark, e) ? "ew-resize" : "pointer"; });
        mark.addEventListener("pointerdown", (e) => drag(mark, segment, e));
      }
      text.append(mark);
    }
    return text;
  }

  // Which edge of a redaction the pointer is at: "start", "end" or null.
  function edge(mark, event) {
    const boxes = [...mark.getClientRects()];
    const first = boxes[0], last = boxes[boxes.length - 1];
    const on = (box) => event.clientY >= box.top && event.clientY <= box.bottom;
    if (on(last) && Math.abs(event.clientX - last.right) <= 6) return "end";
    return on(first) && Math.abs(event.clientX - first.left) <= 6 ? "start" : null;
  }

  // A redaction's edge is dragged: outwards over the words that are to go with it, or inwards. What is under a redaction
  // is not on the page, so for that the original is asked for, and the reviewer decides with the words in view.
  function drag(mark, segment, event) {
    const side = edge(mark, event);
    if (!side) return;
    event.preventDefault();
    choose(segment.number, false);
    const drop = (up) => {
      const at = offsetAt(up.clientX, up.clientY);
      if (at === null) return;
      const start = place(mark);
      const end = start + points(segment.text);
      if (side === "end" ? at > end : at < start) {
        act("mark", { start: side === "end" ? start : at, end: side === "end" ? at : end, kind: segment.kind,
          replacement: segment.open ? null : segment.text });
      } else if (at > start && at < end) {
        cover({ side, share: (at - start) / (end - start) });
      }
    };
    document.addEventListener("pointerup", drop, { once: true });
  }

  // Opens the pane that says which words of the original the chosen redaction covers.
  function cover(pulled = null) {
    if (!redactions()[chosen]) { refuse("No redaction is chosen."); return; }
    if (note.text !== note.segments.map((s) => s.text).join("")) return;
    covering = { number: redactions()[chosen].number, pulled };
    if (original !== null && original.note === note.id && original.version === note.version) covered();
    else send({ type: "original" });
  }

  function covered() {
    const [start, end] = original.covered[covering.number];
    const before = (units) => points(original.text.slice(0, units));
    const words = [...original.text.matchAll(/[\p{L}\p{M}\p{N}]+|\S/gu)].map((found) => ({
      from: found.index, to: found.index + found[0].length,
      start: before(found.index), end: before(found.index + found[0].length) }));
    const inside = words.flatMap((w, i) => (w.start < end && w.end > start ? [i] : []));
    if (!inside.length) { covering = null; return; }
    const [first, last] = [inside[0], inside[inside.length - 1]];
    covering = { ...covering, start, end, words, first, last, was: [first, last] };
    if (covering.pulled) {
      const { side, share } = covering.pulled;
      const at = first + Math.round(share * (last + 1 - first));
      if (side === "end") covering.last = Math.max(first, at - 1);
      else covering.first = Math.min(last, at);
    }
    pane = null;
    open("cover");
    if (covering.pulled && covering.pulled.side === "end") body.querySelector(".ch-pane input[name=last]").focus();
  }

  function drawCover() {
    const { words, was } = covering;
    const low = Math.max(0, was[0] - 12), high = Math.min(words.length - 1, was[1] + 12);
    const shown = el("p", { class: "ch-cover" });
    const sliders = ["first", "last"].map((name) => el("input", { type: "range", min: low, max: high, step: 1, name,
      "aria-label": name === "first" ? "First word that goes" : "Last word that goes",
      oninput: (e) => set(name, Number(e.target.value)) }));

    function set(name, at) {
      covering[name] = at;
      if (covering.first > covering.last) covering[name === "first" ? "last" : "first"] = at;
      show();
    }

    function show() {
      const { first, last } = covering;
      const piece = (from, to) => original.text.slice(from, to);
      const word = (w, i) => el("span", { "data-word": String(low + i) }, piece(w.from, w.to));
      const parts = { before: [], goes: [], after: [] };
      words.slice(low, high + 1).forEach((w, i) => {
        const where = low + i < first ? "before" : low + i > last ? "after" : "goes";
        const gap = i ? piece(words[low + i - 1].to, w.from) : "";
        parts[where === "goes" && low + i === first ? "before" : where].push(gap);
        parts[where].push(word(w, i));
      });
      shown.replaceChildren(...parts.before, el("mark", { class: "ch-goes" }, ...parts.goes), ...parts.after);
      sliders[0].value = first;
      sliders[1].value = last;
      sliders[0].setAttribute("aria-valuetext", piece(words[first].from, words[first].to));
      sliders[1].setAttribute("aria-valuetext", piece(words[last].from, words[last].to));
    }

    // The nearer edge follows the pointer over the words.
    shown.addEventListener("pointerdown", (down) => {
      const word = (event) => {
        const under = tree().elementFromPoint(event.clientX, event.clientY);
        const found = under && under.closest("[data-word]");
        return found && shown.contains(found) ? Number(found.dataset.word) : null;
      };
      const at = word(down);
      if (at === null) return;
      down.preventDefault();
      const name = Math.abs(at - covering.first) < Math.abs(at - covering.last) ? "first" : "last";
      const move = (event) => { const to = word(event); if (to !== null) set(name, to); };
      set(name, at);
      document.addEventListener("pointermove", move);
      document.addEventListener("pointerup", () => document.removeEventListener("pointermove", move), { once: true });
    });
    show();
    return form(`What redaction ${covering.number + 1} covers (original, private)`, [
      shown, el("label", {}, "from ", sliders[0]), el("label", {}, "to ", sliders[1]),
      el("span", {}, "What is not marked can be read again, once you save."),
    ], () => {
      const { first, last, start, end, number } = covering;
      act("cover", { number, start: first === was[0] ? start : words[first].start,
        end: last === was[1] ? end : words[last].end });
    });
  }

  // How many code points of the text stand before a node.
  function place(node) {
    const before = document.createRange();
    before.selectNodeContents(body.querySelector(".ch-text"));
    before.setEndBefore(node);
    return points(before.toString());
  }

  function offsetAt(x, y) {
    const text = body.querySelector(".ch-text");
    let node, offset;
    if (document.caretPositionFromPoint) {
      const found = document.caretPositionFromPoint(x, y, tree() === document ? {} : { shadowRoots: [tree()] });
      if (found) [node, offset] = [found.offsetNode, found.offset];
    } else {
      const found = document.caretRangeFromPoint(x, y);
      if (found) [node, offset] = [found.startContainer, found.startOffset];
    }
    if (!node || !text.contains(node)) return null;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(node, offset);
    return points(before.toString());
  }

  function drawList() {
    const rows = redactions().map((s) => el("tr", { class: s.number === chosen ? "ch-chosen" : "" },
      el("td", {}, String(s.number + 1)), el("td", {}, s.kind.toLowerCase()), el("td", {}, s.verdict),
      el("td", {}, s.open ? "still open" : s.verdict === "rejected" ? "the words stay" : s.text || "(removed)"),
      el("td", {}, s.score.toFixed(2)), el("td", {}, s.why)));
    if (!rows.length) return null;
    const head = ["", "kind", "state", "says", "score", "why"].map((t) => el("th", { scope: "col" }, t));
    return el("table", { class: "ch-list" }, el("caption", {}, "Redactions"), el("thead", {}, el("tr", {}, ...head)),
      el("tbody", {}, ...rows));
  }

  // No form is ever submitted: a front end may show outputs in a frame where that is forbidden.
  function form(title, fields, save) {
    const done = (event) => {
      event.preventDefault();
      const given = new FormData(made);
      pane = null;
      save(given);
      root.focus();
    };
    const made = el("form", { class: "ch-pane", "aria-label": title, onsubmit: done, onkeydown: (event) => {
      const written = event.target.tagName === "TEXTAREA" && !event.ctrlKey && !event.metaKey;
      if (event.key === "Enter" && !written && event.target.tagName !== "BUTTON") done(event);
    } }, el("strong", {}, title), ...fields, el("button", { type: "button", onclick: (event) => done(event) }, "Save"),
      el("button", { type: "button", onclick: () => close() }, "Cancel (Esc)"));
    return made;
  }

  function drawPane() {
    if (pane === "change" && redactions()[chosen]) {
      const s = redactions()[chosen];
      return form(`What redaction ${chosen + 1} says`, [
        el("input", { name: "replacement", value: s.open ? "" : s.text, "aria-label": "Replacement" }),
        el("label", {}, el("input", { name: "everywhere", type: "checkbox" }), " everywhere like it"),
      ], (given) => act("replace", {
        number: s.number, replacement: given.get("replacement"), everywhere: given.has("everywhere") }));
    }
    if (pane === "missed" && missed) {
      const { words, ...span } = missed;
      return form("These words were missed", [
        el("q", {}, words),
        el("select", { name: "kind", "aria-label": "They give away" },
          ...choices.kinds.map((k) => el("option", { value: k }, k.toLowerCase()))),
        el("input", { name: "replacement", placeholder: "says, if not the usual", "aria-label": "Replacement" }),
        el("label", {}, el("input", { name: "everywhere", type: "checkbox", checked: missed.everywhere }),
          " everywhere like them"),
      ], (given) => act("mark", { ...span, kind: given.get("kind"),
        replacement: given.get("replacement") || null, everywhere: given.has("everywhere") }));
    }
    if (pane === "cover" && covering && covering.words) return drawCover();
    if (pane === "edit" || (pane === "advice" && note.advised)) {
      const area = el("textarea", { name: "text", rows: "6", "aria-label": "Text" });
      area.value = pane === "advice" ? note.advised : note.text;
      const why = pane === "advice" ? "advice of the risk audit" : "";
      return form(why ? "Advice of the risk audit" : "Rewrite the text", [area], (given) =>
        act("edit", { text: given.get("text").replaceAll("\r\n", "\n"), why }));
    }
    if (pane === "tags") {
      return el("div", {}, ...note.parts.map((part, index) => form(`Tags of ${part.id}`, [
        el("input", { name: "objectives", value: part.objectives.join(", "), "aria-label": "Objectives, with commas" }),
        choices.reviews.length
          ? el("select", { name: "review", "aria-label": "Review objective" }, el("option", { value: "" }, "none"),
            ...choices.reviews.map(([id, t]) => el("option", { value: id, selected: id === part.review }, t)))
          : el("input", { name: "review", value: part.review || "", "aria-label": "Review objective" }),
      ], (given) => act("tag", { part: note.parts.length > 1 ? index + 1 : null,
        objectives: given.get("objectives").split(",").map((c) => c.trim()).filter(Boolean),
        review: given.get("review") }))));
    }
    if (pane === "keys") {
      return el("dl", { class: "ch-keys" },
        ...KEYS.flatMap(([key, what]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)]));
    }
    return null;
  }

  // Its label ends with its key. Of a double click the second half is none of another decision.
  function button(text) {
    const key = text.at(-2);
    return el("button", { type: "button", "data-key": text,
      onclick: (event) => { if (event.detail < 2 || "np".includes(key)) press(key); } }, text);
  }

  // Draws the note anew. The focus stays where it was, or else goes to the whole: a key must not be lost to the page around.
  function draw() {
    if (!note) return;
    const active = tree().activeElement;
    const inside = body.contains(active);
    const key = inside && active.dataset.key;
    redraw();
    if (inside && !root.contains(tree().activeElement)) (key && body.querySelector(`[data-key="${key}"]`) || root).focus();
  }

  function redraw() {
    const head = el("p", { class: "ch-head" }, el("strong", {}, note.progress),
      note.id === null ? "" : ` · note ${note.id} (${note.index + 1} of ${note.total}) · ${note.status}`);
    if (note.id === null) {
      body.replaceChildren(head, el("p", {}, note.total ? "That was the last one." : "No note is like that."),
        el("p", { class: "ch-buttons" }, button("Undo (u)"), button("Previous (p)")));
      return;
    }
    const about = note.parts.map((part) => {
      const objectives = part.objectives.length ? part.objectives.join(", ") : "none";
      const [one, other] = ["objectives", "review"].map((tag) => note.suggested.includes(tag) ? " (suggested)" : "");
      return `${part.id}: objectives ${objectives}${one}; ${part.review || "no review objective"}${other}`;
    });
    if (note.working_group) about.unshift(`working group ${note.working_group}`);
    if (note.edited) about.push("rewritten");
    if (note.merged.length) about.push(`joined with ${note.merged.join(", ")}`);
    if (note.risk && note.risk.length) about.push(`at risk: ${note.risk.join("; ")}`);
    about.push(...note.stale.map((name) => `an earlier ${name} does not fit any more`));
    const shown = original !== null && original.note === note.id
      ? el("section", { class: "ch-original", "aria-label": "Original, private" }, el("strong", {}, "Original, private"),
        el("p", {}, ...under())) : null;
    const history = note.history.length ? el("details", {}, el("summary", {}, `${note.history.length} decision${note.history.length === 1 ? "" : "s"}`),
      ...note.history.map((h) => el("p", {}, `${h.when} ${h.who}: ${h.action}${h.stands ? "" : ", taken back"}`))) : null;
    const parts = note.parts.length > 1 ? el("ol", { class: "ch-parts", "aria-label": "Parts of the note" },
      ...note.parts.map((part) => el("li", {}, part.text))) : null;
    body.replaceChildren(head, el("p", { class: "ch-about" }, about.join(" · ")), drawText(), ...[
      parts, shown, drawList(), drawPane(),
      el("p", { class: "ch-buttons" },
        ...["Approve (y)", "Keep back (x)", "Missed (m)", "Change (c)", "Words (w)", ...(note.advised ? ["Advice (g)"] : []),
          "Rewrite (e)", "Tags (t)", "Original (o)", "Undo (u)", "Previous (p)", "Next (n)", "Keys (?)"].map(button)),
      history].filter((child) => child !== null));
  }

  // The original in pieces: what a redaction takes out of the text is underlined.
  function under() {
    const letters = Array.from(original.text);
    const pieces = [];
    let done = 0;
    for (const [start, end, applies] of original.covered) {
      if (!applies || start < done) continue;
      pieces.push(letters.slice(done, start).join(""), el("span", { class: "ch-under" }, letters.slice(start, end).join("")));
      done = end;
    }
    return [...pieces, letters.slice(done).join("")];
  }

  function advice() {
    if (note.advised) open("advice"); else refuse("There is no advice for this note as it stands.");
  }

  function choose(number, redraw = true) {
    if (number >= redactions().length || number === chosen) return;
    chosen = number;
    if (redraw) draw();
    else for (const mark of body.querySelectorAll(".ch-mark"))
      mark.setAttribute("aria-pressed", String(mark.dataset.label.startsWith(`${number + 1} `)));
  }

  function open(name) {
    pane = pane === name ? null : name;
    draw();
    const field = body.querySelector(".ch-pane input, .ch-pane textarea, .ch-pane select");
    if (field) { field.focus(); if (field.select) field.select(); }
  }

  function close() { pane = null; draw(); root.focus(); }

  function toggle() {
    if (original !== null && original.note === note.id) { original = null; draw(); } else send({ type: "original" });
  }

  // Where the selected words stand: in the text as it is shown, or in the original while that is shown.
  function selection() {
    const selected = tree().getSelection ? tree().getSelection() : document.getSelection();
    if (!selected || !selected.rangeCount) return null;
    const range = selected.getRangeAt(0);
    for (const name of [".ch-text", ".ch-original p"]) {
      const text = body.querySelector(name);
      if (!text || !text.contains(range.startContainer) || !text.contains(range.endContainer)) continue;
      const before = document.createRange();
      before.selectNodeContents(text);
      before.setEnd(range.startContainer, range.startOffset);
      const start = points(before.toString());
      return { start, end: start + points(range.toString()), original: name !== ".ch-text", words: range.toString() };
    }
    return null;
  }

  function mark(everywhere) {
    const span = selection();
    if (!span || span.start === span.end) { refuse("Select the words that were missed first."); return; }
    missed = { ...span, everywhere };
    open("missed");
  }

  function split() {
    const span = selection();
    if (!span || span.original || span.start === 0) { refuse("Select a word: the split goes before it."); return; }
    act("split", { cuts: [span.start] });
  }

  const does = {
    y: () => act("approve"), x: () => act("withhold"), z: () => act("reopen"), u: undo,
    n: () => send({ type: "go", by: 1 }), p: () => send({ type: "go", by: -1 }), o: toggle,
    a: () => act("accept", { number: chosen }), A: () => act("accept", { number: chosen, everywhere: true }),
    r: () => act("reject", { number: chosen }), R: () => act("reject", { number: chosen, everywhere: true }),
    c: () => redactions()[chosen] ? open("change") : refuse("No redaction is chosen."), w: () => cover(), g: advice, e: () => open("edit"), t: () => open("tags"), "?": () => open("keys"),
    m: () => mark(false), M: () => mark(true), s: split,
    j: () => note.follows ? act("merge", { others: [note.follows] }) : refuse("No note follows."),
  };

  root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const escape = event.key === "Escape";
    const ticking = event.target.matches(".ch-filters input[type=checkbox]"); // takes no letters: they are ours
    if (!escape && !ticking && event.target.closest("input, textarea, select, .ch-pane")) return;
    // Keys that come too early for a form that is to open are kept for it; else only those that mean something.
    const ours = escape || /^[1-9]$/.test(event.key) || does[event.key];
    if (!ours && !(awaited && (event.key.length === 1 || /^(Enter|ArrowLeft|ArrowRight)$/.test(event.key)))) return;
    if (!ours && event.target.closest("button, summary, [role=button]")) return;
    event.preventDefault();
    if (!event.repeat || "np".includes(event.key)) press(event.key); // a key held down decides once
  });

  // One way in for keys and buttons: at once, or when what is awaited has come.
  function press(key) {
    typed.push(key);
    obeyed();
  }

  function obeyed() {
    while (typed.length && !awaited) {
      const key = typed.shift();
      const made = body.querySelector("form.ch-pane");
      if (key === "Escape") close();
      else if (made && made.contains(tree().activeElement)) write(tree().activeElement, key);
      else obey(key);
    }
    busy();
  }

  // What was typed before the form opened goes where it would have gone.
  function write(field, key) {
    const written = field.tagName === "TEXTAREA";
    if (key === "Enter" && !written) field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    else if (field.type === "range" && key.startsWith("Arrow")) {
      if (key === "ArrowRight") field.stepUp(); else field.stepDown();
      field.dispatchEvent(new Event("input"));
    } else if ((written || field.type === "text") && !key.startsWith("Arrow")) {
      field.setRangeText(key === "Enter" ? "\n" : key, field.selectionStart, field.selectionEnd, "end");
    }
  }

  function obey(key) {
    if (!note || (note.id === null && !"pu".includes(key))) return;
    live.textContent = "";
    if (does[key]) does[key](); else if (/^[1-9]$/.test(key)) choose(Number(key) - 1);
  }

  function refuse(text) {
    live.textContent = text;
    typed.length = 0; // what follows was meant for what did not happen
  }

  listen((message) => {
    if (live.textContent === SILENT) live.textContent = "";
    if (message.type === "choices") { choices = message; drawFilters(); }
    if (message.type === "told") { if (message.refused) refuse(message.text); else live.textContent = message.text; }
    if (message.type === "failed") { awaited = 0; refuse(message.text); busy(); }
    if (message.type === "original") {
      awaited -= 1;
      original = { ...message, version: note.version };
      if (covering && !covering.words) covered(); else draw();
      obeyed();
    }
    if (message.type === "note") {
      awaited -= 1;
      const changed = note && note.id === message.id && note.version !== message.version;
      if (!note || note.id !== message.id) { chosen = 0; original = null; pane = null; }
      if (message.id === null) spoken.textContent = `${message.progress}.`;
      else if (!note || note.id !== message.id) spoken.textContent =
        `${message.progress}. Note ${message.index + 1} of ${message.total}, ${message.status}. ${message.text}`;
      else if (changed) spoken.textContent = `${message.progress}. ${message.status}. ${message.text}`;
      if (pane === "cover") pane = null;
      covering = null;
      note = message;
      if (changed && original !== null) { original = null; send({ type: "original" }); } // its redactions are others now
      draw();
      obeyed();
    }
  });
  drawFilters();
  send({ type: "open" });
}

export { mount };

export default {
  render({ model, el: root }) {
    let hear = () => {};
    const heard = (message) => hear(message);
    model.on("msg:custom", heard);
    const inside = document.createElement("div");
    root.append(inside);
    mount((message) => model.send(message), (listener) => { hear = listener; }, inside);
    return () => model.off("msg:custom", heard);
  },
};
