// A button that takes speech into a text, where the browser can.
import { make, word } from "./page.js";

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

export function start(areas) {
  if (!Recognition) return;
  for (const area of areas) offer(area);
}

function offer(area) {
  const button = make("button", { type: "button", className: "button plain dictate" }, word("dictate"));
  button.setAttribute("aria-pressed", "false");
  area.after(button);
  let running = null;
  const state = (on) => {
    button.setAttribute("aria-pressed", String(on));
    button.textContent = word(on ? "dictating" : "dictate");
  };
  button.addEventListener("click", () => {
    if (running) return running.stop();
    running = listen(area, () => {
      running = null;
      state(false);
    });
    state(true);
  });
}

function listen(area, ended) {
  const recognition = new Recognition();
  recognition.lang = area.dataset.dictate;
  recognition.continuous = true;
  recognition.addEventListener("result", (event) => {
    for (const result of [...event.results].slice(event.resultIndex)) {
      if (result.isFinal) area.setRangeText(result[0].transcript, area.selectionStart, area.selectionEnd, "end");
    }
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  recognition.addEventListener("error", ended);
  recognition.addEventListener("end", ended);
  recognition.start();
  return recognition;
}
