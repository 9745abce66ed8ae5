// one_save.js: a form is sent whole. When it is being saved by itself, that ends first; when somebody has just written,
// the editor of rich text first puts the last words into the form: a quarter of a second after them, or after it is left.
const SETTLES = 400; // milliseconds
const saving = new Set(); // forms that are being saved by themselves
const waiting = new Map(); // forms that wait to be sent, and the buttons they are sent with
const sent = new Set(); // forms on their way
let written = -SETTLES; // when somebody last wrote into a rich text, or left it

for (const kind of ["keydown", "beforeinput", "compositionend", "mousedown", "paste", "drop", "focusout"]) {
  const note = (event) => {
    if (event.target.closest?.('.Draftail-Editor, [contenteditable="true"]')) written = event.timeStamp;
  };
  window.addEventListener(kind, note, { capture: true, passive: true });
}

document.addEventListener("w-autosave:save", (event) => {
  if (sent.has(event.target)) event.preventDefault();
  else saving.add(event.target);
});

for (const end of ["w-autosave:success", "w-autosave:error"]) {
  document.addEventListener(end, ({ target: form }) => {
    saving.delete(form);
    release(form);
  });
}

window.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    const settles = written + SETTLES - performance.now();
    if (!saving.has(form) && settles <= 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.set(form, event.submitter);
    if (settles > 0) setTimeout(release, settles, form);
  },
  true,
);

function release(form) {
  if (!waiting.has(form) || saving.has(form)) return;
  const button = waiting.get(form);
  waiting.delete(form);
  send(form, button);
}

window.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) sent.add(event.target);
});

// What was pressed is told along with the form. A button that is shown as busy would not be, and the first save of a new
// page draws the buttons anew: then a field says what the button said.
function send(form, button) {
  const stands = button?.isConnected && button.form === form;
  if (stands) button.disabled = false;
  else if (button?.name) form.append(field(button));
  form.requestSubmit(stands ? button : null);
}

function field({ name, value }) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}
