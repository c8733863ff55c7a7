// A form is sent once: its buttons rest until the answer comes.
import { word } from "./page.js";

export function start(forms) {
  for (const form of forms) form.addEventListener("submit", (event) => rest(form, event));
  addEventListener("pageshow", () => forms.forEach(wake));
}

function rest(form, event) {
  if (event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-disabled", "true");
  const pressed = event.submitter;
  if (!pressed) return;
  pressed.dataset.words = pressed.textContent;
  pressed.textContent = word("sending");
}

function wake(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button[type=submit]")) {
    button.removeAttribute("aria-disabled");
    if (button.dataset.words) button.textContent = button.dataset.words;
  }
}
