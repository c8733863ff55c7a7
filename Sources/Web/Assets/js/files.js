// Choosing documents in the page's language, with the names of what was chosen.
import { make, word } from "./page.js";

export function start(inputs) {
  for (const input of inputs) {
    const list = make("ul", { className: "file-names", "aria-live": "polite" });
    const button = make("label", { htmlFor: input.id, className: "button plain photo-button" }, word("fileAdd"));
    input.classList.add("behind");
    input.after(button, list);
    const show = () => list.replaceChildren(...[...input.files].map((file) => make("li", {}, file.name)));
    input.addEventListener("change", show);
    // What the browser kept when somebody came back to the page.
    show();
  }
}
