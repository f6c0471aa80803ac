// The portal works without this file. It adds the switch for colours, and search.
"use strict";

(() => {
  const root = document.documentElement;
  const button = document.querySelector("[data-theme-switch]");
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  const label = () => {
    button.title = isDark() ? button.dataset.light : button.dataset.dark;
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("terbuka:theme", root.dataset.theme); } catch { /* private mode: this page only */ }
    label();
  });
  system.addEventListener("change", label);
  label();
  button.hidden = false;
})();

(async () => {
  const box = document.querySelector("[data-search]");
  if (!box) return;
  const words = new URLSearchParams(location.search);
  const query = (words.get("q") || "").trim();
  box.querySelector("input").value = query;
  if (!query) return;
  const state = box.querySelector("[data-state]");
  const list = box.querySelector("[data-results]");
  const next = box.querySelector("[data-next]");
  const kinds = box.querySelector("[data-kinds]");
  const size = 10;
  let found = [];

  // Titles come as text and stay text; only Pagefind's excerpt, which it has escaped itself, holds <mark>.
  const show = async () => {
    const from = list.children.length;
    for (const result of await Promise.all(found.slice(from, from + size).map((one) => one.data()))) {
      const item = document.createElement("li");
      item.innerHTML = '<article class="card"><div class="card__words"><p class="card__kind"></p>' +
        '<h2 class="card__title"><a></a></h2><p class="card__summary"></p></div></article>';
      const link = item.querySelector("a");
      link.textContent = result.meta.title;
      link.href = result.url;
      item.querySelector(".card__kind").textContent = (result.filters.kind || []).join(", ");
      item.querySelector(".card__summary").innerHTML = result.excerpt;
      list.append(item);
    }
    next.hidden = list.children.length >= found.length;
  };

  try {
    const pagefind = await import(new URL(box.dataset.index, location.href).href);
    await pagefind.filters(); // without this an answer does not count its kinds
    const search = async (kind) => {
      const answer = await pagefind.search(query, kind ? { filters: { kind } } : {});
      found = answer.results;
      list.replaceChildren();
      state.textContent = found.length ? `${found.length} ${box.dataset.found}` : box.dataset.none;
      await show();
      return answer.filters.kind || {};
    };
    const counts = Object.entries(await search()).filter(([, count]) => count);
    if (counts.length > 1) {
      for (const [kind, count] of counts) {
        const chip = document.createElement("button");
        chip.className = "chip";
        chip.type = "button";
        chip.textContent = `${kind} (${count})`;
        chip.setAttribute("aria-pressed", "false");
        chip.addEventListener("click", () => {
          const on = chip.getAttribute("aria-pressed") === "true";
          for (const other of kinds.children) other.setAttribute("aria-pressed", "false");
          chip.setAttribute("aria-pressed", String(!on));
          search(on ? null : kind);
        });
        kinds.append(chip);
      }
      kinds.hidden = false;
    }
    next.addEventListener("click", show);
  } catch {
    state.textContent = box.dataset.failed;
  }
})();
