// footnote.js: footnotes in the desk's rich text. A mark stands for each; a small form writes what it says.
(() => {
  const { createElement, Component } = window.React;
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const MARK = "*";
  const SOON = 60; // milliseconds, after the desk’s own menu has given the focus back
  const WRITTEN = 300;

  const config = () => JSON.parse(document.getElementById("wagtail-config").textContent);

  async function ask(address, values) {
    const told = config();
    const response = await fetch(address, {
      method: "POST",
      headers: { [told.CSRF_HEADER_NAME]: told.CSRF_TOKEN },
      body: values,
    });
    if (!response.ok && response.status !== 422) throw new Error(response.statusText);
    return response.json();
  }

  // The notes of this page, each once, in the order in which they stand.
  function notesOfPage() {
    const found = new Map();
    for (const mark of document.querySelectorAll("[data-footnote-key]")) {
      const { footnoteKey: key, footnoteNote: note, footnotePlain: plain } = mark.dataset;
      const known = found.get(`${key} ${note}`) || { key, note, plain, times: 0 };
      found.set(`${key} ${note}`, { ...known, times: known.times + 1 });
    }
    return [...found.values()];
  }

  const isMark = (entity, { key, note }) =>
    entity.getType() === "FOOTNOTE" && entity.getData().key === key && entity.getData().note === note;

  // A text in which every mark of a note stands for what it says now.
  function rewritten(content, before, after) {
    const places = [];
    for (const block of content.getBlocksAsArray()) {
      const here = (sign) => sign.getEntity() && isMark(content.getEntity(sign.getEntity()), before);
      block.findEntityRanges(here, (start, end) => places.push({ block: block.getKey(), start, end }));
    }
    return places.reverse().reduce((text, { block, start, end }) => {
      const made = text.createEntity("FOOTNOTE", "IMMUTABLE", after);
      const place = SelectionState.createEmpty(block).merge({ anchorOffset: start, focusOffset: end });
      return Modifier.replaceText(made, place, MARK, null, made.getLastCreatedEntityKey());
    }, content);
  }

  // All the other texts of the page that refer to a note.
  function rewriteElsewhere(own, before, after) {
    for (const { draftailEditor: editor } of document.querySelectorAll("input[type=hidden]")) {
      const state = editor?.getEditorState();
      const content = state?.getCurrentContent();
      if (!content || content === own) continue;
      const next = rewritten(content, before, after);
      if (next !== content) editor.onChange(EditorState.push(state, next, "insert-characters"));
    }
  }

  // Marks show the number that readers will see: references to one note have the same.
  function number() {
    const known = new Map();
    for (const mark of document.querySelectorAll(".footnote-mark")) {
      const name = `${mark.dataset.footnoteKey} ${mark.dataset.footnoteNote}`;
      if (!known.has(name)) known.set(name, String(known.size + 1));
      if (mark.dataset.number !== known.get(name)) mark.dataset.number = known.get(name);
    }
  }

  let due = 0;
  new MutationObserver(() => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(number);
  }).observe(document.documentElement, { childList: true, subtree: true });

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  // What is said of a note that is referred to from several places.
  const again = (times) =>
    interpolate(
      ngettext(
        "It is referred to %(count)s time; it will say the same there.",
        "It is referred to %(count)s times; all of them will say the same.",
        times,
      ),
      { count: times },
      true,
    );

  // The choice among the notes that there are, to refer to one of them again.
  function choice(onChoose) {
    const notes = notesOfPage();
    if (!notes.length) return "";
    const select = element("select", { id: "footnote-again" }, element("option", { value: "" }, gettext("a new note, below")));
    notes.forEach((note, place) => {
      const words = note.plain.length > 90 ? `${note.plain.slice(0, 90)}…` : note.plain;
      select.append(element("option", { value: place }, `${place + 1}. ${words}`));
    });
    select.addEventListener("change", () => select.value && onChoose(notes[Number(select.value)]));
    return element("p", { class: "footnote__again" }, element("label", { for: "footnote-again" }, `${gettext("Refer to")} `), select);
  }

  class Footnote extends Component {
    async componentDidMount() {
      const { entity, entityType } = this.props;
      const known = entity ? entity.getData() : { key: "", note: "" };
      this.before = document.activeElement;
      this.form = element("form", { class: "footnote__form" });
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.save(known);
      });
      const close = element("button", { type: "button", class: "button button-secondary" }, gettext("Close without saving"));
      close.addEventListener("click", () => this.props.onClose());
      const save = element("button", { type: "submit", class: "button" }, entity ? gettext("Change the note") : gettext("Put it in"));
      this.fields = element("div", { class: "footnote__fields" });
      this.trouble = element("p", { class: "footnote__trouble", role: "alert" });
      const title = element("h2", { id: "footnote-title" }, gettext("Footnote"));
      const others = entity ? notesOfPage().find((one) => one.key === known.key && one.note === known.note) : null;
      this.form.append(
        title,
        entity ? "" : choice((note) => this.put(note)),
        others?.times > 1 && known.key ? element("p", {}, again(others.times)) : "",
        this.fields,
        this.trouble,
        element("p", { class: "footnote__ways" }, save, " ", close),
      );
      const labelled = { role: "dialog", "aria-modal": "true", "aria-labelledby": "footnote-title" };
      this.dialog = element("div", { class: "footnote", ...labelled }, this.form);
      this.dialog.addEventListener("keydown", (event) => this.keys(event));
      document.body.append(this.dialog);
      await this.show(new URLSearchParams({ stored: known.note }));
    }

    componentWillUnmount() {
      this.dialog.remove();
      this.before?.focus?.();
    }

    async show(values) {
      try {
        const answer = await ask(this.props.entityType.address, values);
        if (answer.form) this.draw(answer.form);
        return answer;
      } catch {
        this.trouble.textContent = gettext("The desk can’t be reached just now. What you wrote is still here; try again.");
        return {};
      }
    }

    draw(form) {
      this.fields.innerHTML = form;
      this.trouble.textContent = "";
      // The editor is put in place by the desk's own scripts as soon as they have seen the field.
      const waiting = new MutationObserver(() => {
        if (!this.editor()) return;
        waiting.disconnect();
        setTimeout(() => this.editor()?.focus(), SOON);
      });
      waiting.observe(this.fields, { childList: true, subtree: true });
    }

    editor() {
      return this.fields.querySelector("[data-draftail-input]")?.draftailEditor;
    }

    keys(event) {
      // Within a chooser that was opened from here, its own keys are at work.
      if (event.key === "Escape" && !event.defaultPrevented) this.props.onClose();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
      if (event.key !== "Tab") return;
      const reached = [...this.dialog.querySelectorAll("select, [contenteditable], button:not([tabindex='-1'])")];
      const last = event.shiftKey ? reached[0] : reached[reached.length - 1];
      if (document.activeElement === last) {
        event.preventDefault();
        reached[event.shiftKey ? reached.length - 1 : 0].focus();
      }
    }

    async save(known) {
      await new Promise((resolve) => setTimeout(resolve, WRITTEN)); // the editor hands on what was typed a little later
      const answer = await this.show(new FormData(this.form));
      if (!answer.note) return;
      const told = { note: answer.note, plain: answer.plain };
      if (known.key) this.rewrite(known, { key: known.key, ...told });
      else this.put({ key: crypto.randomUUID().slice(0, 8), ...told });
    }

    // All references to a note say the same: those of this text, and those of all others.
    rewrite(before, after) {
      const { editorState, onComplete } = this.props;
      const content = editorState.getCurrentContent();
      rewriteElsewhere(content, before, after);
      onComplete(EditorState.push(editorState, rewritten(content, before, after), "insert-characters"));
    }

    // A mark after what is selected (close to the word, without the space between), or in place of the edited one.
    put({ key, note, plain }) {
      const { editorState, entityType, entityKey, onComplete } = this.props;
      const content = editorState.getCurrentContent().createEntity(entityType.type, "IMMUTABLE", { key, note, plain });
      const place = entityKey ? editorState.getSelection() : this.end(content, editorState.getSelection());
      const next = Modifier.replaceText(content, place, MARK, null, content.getLastCreatedEntityKey());
      onComplete(EditorState.push(editorState, next, "insert-characters"));
    }

    end(content, selection) {
      const [key, offset] = [selection.getEndKey(), selection.getEndOffset()];
      const spaces = /\s*$/.exec(content.getBlockForKey(key).getText().slice(0, offset))[0].length;
      const from = { anchorKey: key, anchorOffset: offset - spaces };
      return selection.merge({ ...from, focusKey: key, focusOffset: offset, isBackward: false });
    }

    render() {
      return null;
    }
  }

  function Mark(props) {
    const { key, note, plain } = props.contentState.getEntity(props.entityKey).getData();
    const sign = createElement("span", {
      className: "footnote-mark",
      "data-footnote-key": key,
      "data-footnote-note": note,
      "data-footnote-plain": plain,
      title: plain,
    });
    return createElement(window.draftail.TooltipEntity, { ...props, icon: sign, label: plain, url: null });
  }

  window.draftail.registerPlugin({ type: "FOOTNOTE", source: Footnote, decorator: Mark }, "entityTypes");
})();
