// The editor on a page of its own: messages go to the server that served it, one at a time and in order.

import { mount } from "/editor.js";

// The token leaves the address bar at once, for the eyes of others and the browser's history; a reload finds it here.
const given = location.hash.slice(1);
if (given) {
  sessionStorage.setItem("token", given);
  history.replaceState(null, "", location.pathname);
}
const token = sessionStorage.getItem("token") || "";
const page = Array.from(crypto.getRandomValues(new Uint32Array(4))).join("-");
const root = document.getElementById("editor");

let hear = () => {};
let last = Promise.resolve();

async function post(message) {
  let answer;
  try {
    answer = await fetch("/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Chatham-Token": token, "X-Chatham-Page": page },
      body: JSON.stringify(message),
    });
  } catch {
    stop("chatham has stopped. Everything that was decided is stored. Start `chatham review` again to go on.");
    return;
  }
  if (answer.status === 403) stop("This address is not valid any more. Open the one that chatham printed last.");
  else if (answer.ok) (await answer.json()).forEach((each) => hear(each));
  else hear({ type: "failed", text: "That did not work. Reload the page." });
}

function stop(text) {
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent = text;
  root.replaceChildren(said);
  root.removeAttribute("aria-busy");
}

mount((message) => { last = last.then(() => post(message)); }, (listener) => { hear = listener; }, root);
root.focus();
