// paste.js: what is pasted into a body from Word, Google Docs or a page becomes headings, paragraphs, lists and tables.

const streams = new Set();
const Definition = window.wagtailStreamField?.blocks?.StreamBlockDefinition;

if (Definition) {
  const render = Definition.prototype.render;
  Definition.prototype.render = function (...places) {
    const stream = render.apply(this, places);
    streams.add(stream);
    return stream;
  };
}

// Several passages, or one that is more than words in a line: what a single rich text can't hold.
function isWhole(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const parts = page.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, table, blockquote, pre, hr");
  return parts.length > 1 || page.querySelector("h1, h2, h3, h4, h5, h6, table, li") !== null;
}

function placeOf(element) {
  for (let at = element.closest("[data-contentpath]"); at; at = at.parentElement?.closest("[data-contentpath]")) {
    for (const stream of streams) {
      const index = stream.children.findIndex((child) => child.id === at.dataset.contentpath);
      if (index >= 0 && stream.children[index].type === "paragraph") return { stream, index };
    }
  }
  return null;
}

function tell(words) {
  let place = document.querySelector("[data-paste-told]");
  if (!place) {
    place = document.createElement("p");
    place.dataset.pasteTold = "";
    place.setAttribute("role", "status");
    place.className = "paste-told";
    document.body.append(place);
  }
  place.textContent = words;
  clearTimeout(tell.later);
  tell.later = setTimeout(() => place.remove(), 12000);
}

async function put(html, { stream, index }, plain) {
  const answer = await fetch("/desk/paste/", {
    method: "POST",
    body: JSON.stringify({ html }),
    headers: { "Content-Type": "application/json", "X-CSRFToken": window.wagtailConfig?.CSRF_TOKEN || "" },
  });
  if (!answer.ok) throw new Error(String(answer.status));
  const { blocks, told } = await answer.json();
  const states = window.telepath.unpack(blocks);
  if (!states.length) return tell(told || plain);
  states.forEach((state, at) => stream.insert(state, index + 1 + at, { animate: false }));
  const before = stream.children[index];
  if (!before.element.querySelector("[contenteditable]")?.textContent.trim()) stream.deleteBlock(index);
  tell(told);
}

document.addEventListener(
  "paste",
  (event) => {
    const editor = event.target.closest?.('[contenteditable="true"]');
    const html = event.clipboardData?.getData("text/html");
    if (!editor || !html || !isWhole(html)) return;
    const place = placeOf(editor);
    if (!place) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const plain = event.clipboardData.getData("text/plain");
    put(html, place, plain).catch(() => {
      // Nothing is lost: the words go in as they are.
      document.execCommand("insertText", false, plain);
      tell(gettext("Pasted as plain text: the desk did not answer."));
    });
  },
  true,
);
