// The keyboard of who works here all day: j and k along the rows, / to search, n onwards, Ctrl+Enter sends.

export function start() {
  addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return send(event);
    if (event.ctrlKey || event.metaKey || event.altKey || types(event.target)) return;
    const act = { j: () => along(1), k: () => along(-1), "/": search, n: onwards }[event.key];
    if (act?.()) event.preventDefault();
  });
}

function types(element) {
  return element.matches?.("input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]") ?? false;
}

function along(step) {
  const rows = [...document.querySelectorAll("[data-row] .row-link")];
  if (rows.length === 0) return false;
  const here = rows.indexOf(document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(here + step, 0), rows.length - 1);
  rows[next].focus();
  return true;
}

function search() {
  const field = document.querySelector("[data-search]");
  field?.focus();
  field?.select();
  return Boolean(field);
}

function onwards() {
  const link = document.querySelector("[data-next]");
  link?.click();
  return Boolean(link);
}

function send(event) {
  const form = event.target.closest?.("form[method=post]");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector(".button.primary[type=submit]"));
}
