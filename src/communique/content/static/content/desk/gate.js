// gate.js: goes to the place of a finding in the editor, and renews the findings whenever a draft was saved.

const LONG = 4000; // milliseconds in which the editor has set up all its blocks

// The element of a path, or of as much of it as the editor shows.
function placed(path) {
  const parts = path.split(".").filter(Boolean);
  while (parts.length) {
    const found = document.querySelector(parts.map((part) => `[data-contentpath="${CSS.escape(part)}"]`).join(" "));
    if (found) return found;
    parts.pop();
  }
  // Rows of a page's own (contributors) have a panel and no path.
  return document.querySelector(`[id$="-${CSS.escape(path.split(".")[0])}-section"]`);
}

function go(path) {
  const place = placed(path);
  if (!place) return false;
  const tab = place.closest('[role="tabpanel"]');
  if (tab) document.querySelector(`[role="tab"][href="#${tab.id}"]`)?.click();
  for (let panel = place; panel; panel = panel.parentElement?.closest("[data-panel]")) {
    const toggle = panel.querySelector?.('[data-panel-toggle][aria-expanded="false"]');
    if (toggle && panel.matches("[data-panel]")) toggle.click();
  }
  place.scrollIntoView({ block: "center" });
  const field = place.querySelector('[contenteditable="true"], input:not([type="hidden"]), textarea, select');
  (field || place.querySelector("button:not([data-panel-toggle])"))?.focus({ preventScroll: true });
  place.classList.add("gate-here");
  setTimeout(() => place.classList.remove("gate-here"), LONG);
  return true;
}

function goWhenThere(path, since = Date.now()) {
  const [, block] = path.split(".");
  const found = block ? document.querySelector(`[data-contentpath="${CSS.escape(block)}"]`) : placed(path);
  if (found || Date.now() - since > LONG) go(path);
  else setTimeout(() => goWhenThere(path, since), 100);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-gate-place]");
  if (!link || !document.querySelector("[data-edit-form]")) return;
  event.preventDefault();
  if (link.dataset.gatePlace) goWhenThere(link.dataset.gatePlace);
});

const told = decodeURIComponent(window.location.hash).match(/^#gate:(.+)$/);
if (told) window.addEventListener("load", () => goWhenThere(told[1]));

function count() {
  const panel = document.querySelector("[data-gate-panel]");
  const badge = document.querySelector('[data-side-panel-toggle="checks"] [data-side-panel-toggle-counter]');
  if (!panel || !badge) return;
  const number = Number(panel.querySelector("[data-gate-count]")?.dataset.gateCount || 0);
  badge.textContent = String(number);
  badge.hidden = !number;
}

async function renew() {
  const panel = document.querySelector("[data-gate-panel]");
  const page = document.querySelector("[data-edit-form]")?.getAttribute("action")?.match(/\/pages\/(\d+)\/edit\//);
  if (!panel || !page) return;
  const answer = await fetch(`/desk/gate/${page[1]}/findings/`, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok) return;
  panel.innerHTML = await answer.text();
  count();
}

document.addEventListener("w-autosave:success", renew);
document.addEventListener("DOMContentLoaded", count);
count();
