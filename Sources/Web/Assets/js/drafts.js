// Keeps what is being typed on this device (localStorage, 7 days) and brings it back.
// A page that shows [data-draft-clear] says that it has arrived; signing out forgets all of it.
import { afterRest, make, word } from "./page.js";

const prefix = "draft:";
const days = 7 * 86_400_000;
const kept = "input:not([type=hidden],[type=password],[type=file],[type=submit]), textarea, select";

export function start(found) {
  forget((draft) => Date.now() - draft.at > days);
  for (const element of found) {
    if (element.dataset.draftClear) remove(element.dataset.draftClear);
    else if ("signOut" in element.dataset) element.addEventListener("submit", () => forget(() => true));
    else keep(element);
  }
}

function keep(form) {
  const key = form.dataset.draft;
  const draft = read(prefix + key);
  if (draft && !form.querySelector(".error-summary") && restore(form, draft.fields)) note(form, key, "draftRestored");
  let isKept = true; // as it stands in the form
  const keepNow = () => {
    isKept = true;
    const fields = values(form);
    if (Object.values(fields).every((list) => list.every((value) => value === ""))) return;
    write(key, fields);
    if (!form.querySelector(".draft-note")) note(form, key, "draftKept");
  };
  const rest = afterRest(400, keepNow);
  const save = () => {
    isKept = false;
    rest();
  };
  form.addEventListener("input", save);
  // Sent at once after the last key, and the line may be dead.
  form.addEventListener("submit", () => isKept || keepNow());
  // Typed before this script had come, also over an older draft.
  if ([...form.querySelectorAll("input:not([type=hidden]), textarea")].some((field) => field.value !== field.defaultValue)) save();
  form.addEventListener("reset", () => remove(key));
}

function values(form) {
  const fields = {};
  for (const field of form.querySelectorAll(kept)) {
    if (!field.name || (["radio", "checkbox"].includes(field.type) && !field.checked)) continue;
    (fields[field.name] ??= []).push(field.value);
  }
  return fields;
}

function restore(form, fields) {
  let changed = false;
  for (const field of form.querySelectorAll(kept)) {
    const list = fields[field.name];
    if (!list) continue;
    if (["radio", "checkbox"].includes(field.type)) {
      const checked = list.includes(field.value);
      changed ||= checked !== field.checked;
      field.checked = checked;
    } else if (list[0] && list[0] !== field.value && (field.value === "" || field.matches("select"))) {
      field.value = list[0];
      changed = true;
    }
  }
  if (changed) form.dispatchEvent(new Event("input", { bubbles: true }));
  return changed;
}

function note(form, key, text) {
  form.querySelector(".draft-note")?.remove();
  const discard = make("button", { type: "button", className: "text-button" }, word("draftDiscard"));
  discard.addEventListener("click", () => {
    remove(key);
    location.reload();
  });
  const line = make("p", { className: "draft-note", role: "status" }, word(text));
  if (text === "draftRestored") line.append(discard);
  (form.querySelector(":scope > .actions") ?? form.lastElementChild).before(line);
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function write(key, fields) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), fields }));
  } catch {
    // No room or not allowed: the form works all the same.
  }
}

function remove(key) {
  localStorage.removeItem(prefix + key);
}

function forget(which) {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(prefix) && which(read(name) ?? { at: 0 })) localStorage.removeItem(name);
  }
}
