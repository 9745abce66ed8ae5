// own_fields.js: of the fields that only some types have, leaves those of the type that is chosen, and what is filled.
const choice = document.querySelector("[data-own-fields]");

if (choice) {
  const { all, types } = JSON.parse(choice.dataset.ownFields);
  const fields = all.map((name) => document.getElementById(`id_${name}`)).filter(Boolean);
  const place = (field) => field.closest(".w-panel__wrapper");
  const group = fields[0].closest(".w-panel");
  const pdfs = document.getElementById("id_pdfs-TOTAL_FORMS");
  const show = () => {
    const wanted = types[choice.value] ?? [];
    for (const field of fields) place(field).hidden = !wanted.includes(field.name) && !field.value;
    if (pdfs) pdfs.closest(".w-panel").hidden = !wanted.includes("pdfs") && pdfs.value === "0";
    group.hidden = fields.every((field) => place(field).hidden);
  };
  choice.addEventListener("change", show);
  show();
}
