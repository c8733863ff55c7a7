// A button that takes something away asks for a second tap, with the words of data-confirm; after 5 s it rests.
import { word } from "./page.js";

export function start(buttons) {
  for (const button of buttons) arm(button);
}

function arm(button) {
  const words = button.textContent;
  let timer;
  const rest = () => {
    clearTimeout(timer);
    delete button.dataset.armed;
    button.textContent = words;
  };
  button.addEventListener("click", (event) => {
    if ("armed" in button.dataset) return rest();
    event.preventDefault();
    button.dataset.armed = "";
    button.textContent = button.dataset.confirm || word("confirmAgain");
    timer = setTimeout(rest, 5000);
  });
  button.addEventListener("blur", rest);
}
