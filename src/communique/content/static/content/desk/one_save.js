// one_save.js: when a form is sent while it is being saved by itself, lets the one end before the other begins.
const saving = new Set(); // forms that are being saved by themselves
const waiting = new Map(); // forms that wait to be sent, and the buttons they are sent with
const sent = new Set(); // forms on their way

document.addEventListener("w-autosave:save", (event) => {
  if (sent.has(event.target)) event.preventDefault();
  else saving.add(event.target);
});

for (const end of ["w-autosave:success", "w-autosave:error"]) {
  document.addEventListener(end, ({ target: form }) => {
    saving.delete(form);
    if (!waiting.has(form)) return;
    send(form, waiting.get(form));
    waiting.delete(form);
  });
}

window.addEventListener(
  "submit",
  (event) => {
    if (!saving.has(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.set(event.target, event.submitter);
  },
  true,
);

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
