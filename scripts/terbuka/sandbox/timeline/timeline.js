// Brings new posts onto the page while it is open. Without this script the page reloads itself instead.
"use strict";
const seconds = Number(document.body.dataset.seconds);
const gone = document.getElementById("gone");

// What a person has opened stays open.
function opened(root) {
  return [...root.querySelectorAll("details")].map((one) => one.open);
}

async function look() {
  let answer;
  try {
    answer = await fetch(location.href, {
      cache: "no-store",
      headers: { "If-None-Match": `"${document.body.dataset.mark}"` },
    });
  } catch {
    gone.textContent = gone.dataset.words;
    return;
  }
  gone.textContent = "";
  if (answer.status !== 200) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (fresh.body.dataset.mark === document.body.dataset.mark) return;
  for (const place of ["main", "aside"]) {
    const old = document.querySelector(place);
    if (old.contains(document.activeElement) && document.activeElement !== old) return; // not under someone's hands
    const next = fresh.querySelector(place);
    if (place === "main") {
      const state = opened(old);
      const shift = next.querySelectorAll("details").length - state.length;
      [...next.querySelectorAll("details")].forEach((one, index) => (one.open = state[index - shift] ?? false));
    }
    old.replaceWith(next);
  }
  document.body.dataset.mark = fresh.body.dataset.mark;
}

setInterval(() => document.hidden || look(), seconds * 1000);
