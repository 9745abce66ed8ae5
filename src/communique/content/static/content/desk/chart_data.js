// chart_data.js: says below a chart's data how they are read or what is wrong, and lets them be filled in as a table.
const SOON = 400; // milliseconds after the last key

const config = () => JSON.parse(document.getElementById("wagtail-config").textContent);
const address = () => `${location.pathname.split("/pages/")[0].split("/snippets/")[0]}/chart/`;

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

async function look(values) {
  const told = config();
  const response = await fetch(address(), {
    method: "POST",
    headers: { [told.CSRF_HEADER_NAME]: told.CSRF_TOKEN },
    body: new URLSearchParams(values),
  });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

class ChartData {
  constructor(text) {
    this.text = text;
    this.told = element("div", { class: "chart-data__told", role: "status" });
    this.turn = element("button", { type: "button", class: "button button-small button-secondary" }, gettext("As a table"));
    this.grid = element("div", { class: "chart-data__grid" });
    this.grid.hidden = true;
    text.after(this.grid, element("p", { class: "chart-data__ways" }, this.turn), this.told);
    this.turn.addEventListener("click", () => (this.grid.hidden ? this.draw() : this.putAway()));
    text.addEventListener("input", () => this.soon());
    const kind = text.closest("[data-contentpath]")?.parentElement?.querySelector("select");
    kind?.addEventListener("change", () => this.soon());
    this.kind = kind;
    if (text.value.trim()) this.look();
  }

  soon() {
    clearTimeout(this.due);
    this.due = setTimeout(() => this.look(), SOON);
  }

  async look() {
    const data = this.text.value;
    const language = document.querySelector("[name=language]")?.value || "";
    try {
      const found = await look({ data, kind: this.kind?.value || "", language });
      if (data !== this.text.value) return found; // something newer is on its way
      const faults = found.faults.map((fault) => element("li", {}, fault));
      this.told.replaceChildren(faults.length ? element("ul", { class: "chart-data__faults" }, ...faults) : found.read);
      return found;
    } catch {
      this.told.replaceChildren(gettext("The desk can’t be reached just now. What you wrote is still here."));
      return { cells: [] };
    }
  }

  async draw() {
    const { cells } = await this.look();
    if (!cells.length && this.text.value.trim()) return;
    this.fill(cells.length ? cells : [["", ""], ["", ""]]);
    this.grid.hidden = false;
    this.text.hidden = true;
    this.turn.textContent = gettext("As text");
    this.grid.querySelector("input").focus();
  }

  putAway() {
    this.grid.hidden = true;
    this.text.hidden = false;
    this.turn.textContent = gettext("As a table");
    this.text.focus();
  }

  fill(cells) {
    const rows = cells.map((row, at) => element("tr", {}, ...row.map((cell, column) => this.cell(cell, at, column))));
    const more = (label, act) => {
      const made = element("button", { type: "button", class: "button button-small button-secondary" }, label);
      made.addEventListener("click", act);
      return made;
    };
    this.grid.replaceChildren(
      element("table", {}, element("tbody", {}, ...rows)),
      element(
        "p",
        { class: "chart-data__ways" },
        more(gettext("One row more"), () => this.grow(1, 0)),
        more(gettext("One column more"), () => this.grow(0, 1)),
      ),
    );
  }

  cell(value, row, column) {
    const named = interpolate(gettext("Row %(row)s, column %(column)s"), { row: row + 1, column: column + 1 }, true);
    const input = element("input", { type: "text", "aria-label": named, autocomplete: "off" });
    input.value = value;
    input.addEventListener("input", () => this.keep());
    input.addEventListener("paste", (event) => this.paste(event, row, column));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (row + 1 === this.cells().length) this.grow(1, 0);
      this.at(row + 1, column).focus();
    });
    return element(row === 0 || column === 0 ? "th" : "td", {}, input);
  }

  at(row, column) {
    return this.grid.querySelectorAll("tr")[row].querySelectorAll("input")[column];
  }

  cells() {
    return [...this.grid.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("input")].map((one) => one.value));
  }

  grow(rows, columns) {
    const cells = this.cells().map((row) => [...row, ...Array(columns).fill("")]);
    while (rows--) cells.push(cells[0].map(() => ""));
    this.fill(cells);
    this.keep();
    this.at(columns ? 0 : cells.length - 1, columns ? cells[0].length - 1 : 0).focus();
  }

  // Cells of a spreadsheet go into as many cells here.
  paste(event, row, column) {
    const pasted = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!/[\t\n]/.test(pasted)) return;
    event.preventDefault();
    const given = pasted.split("\n").map((line) => line.split("\t"));
    const cells = this.cells();
    const wide = Math.max(cells[0].length, ...given.map((line) => column + line.length));
    while (cells.length < row + given.length) cells.push([]);
    for (const line of cells) while (line.length < wide) line.push("");
    given.forEach((line, down) => line.forEach((value, across) => (cells[row + down][column + across] = value)));
    this.fill(cells);
    this.keep();
    this.at(row, column).focus();
  }

  keep() {
    const quoted = (value) => (value.includes('"') ? `"${value.replace(/"/g, '""')}"` : value);
    const lines = this.cells().map((row) => row.map(quoted).join("\t"));
    this.text.value = lines.join("\n").replace(/[\t\n]+$/, "");
    this.text.dispatchEvent(new Event("input", { bubbles: true }));
    this.text.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function find() {
  for (const text of document.querySelectorAll("textarea[data-chart-data]:not([data-chart-data=known])")) {
    text.dataset.chartData = "known";
    new ChartData(text);
  }
}

new MutationObserver(find).observe(document.documentElement, { childList: true, subtree: true });
find();
