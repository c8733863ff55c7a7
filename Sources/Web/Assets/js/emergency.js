// The box with the numbers for danger, at the top of the page and kept in sight; one box, whoever asks for it.
import { make, word } from "./page.js";

const asked = new Map();

/** Shows the numbers ([{number, name}]) that `source` asks for; an empty list takes its request back. */
export function showNumbers(source, numbers) {
  asked.set(source, numbers);
  const all = new Map([...asked.values()].flat().map((one) => [String(one.number), one]));
  const old = document.querySelector(".emergency.live");
  const same = old?.dataset.numbers === [...all.keys()].join();
  if (same) return;
  old?.remove();
  if (all.size > 0) document.querySelector("main").prepend(box(all));
}

function box(all) {
  const section = make(
    "section",
    { className: "emergency live", role: "alert" },
    make("p", { className: "emergency-title" }, word("emergency")),
    make("ul", { className: "emergency-numbers" }, ...[...all.values()].map(entry)),
    make("p", { className: "emergency-note" }, word("emergencyNote")),
  );
  section.dataset.numbers = [...all.keys()].join();
  return section;
}

function entry({ number, name }) {
  return make(
    "li",
    {},
    make(
      "a",
      { className: "emergency-number", href: `tel:${number}` },
      make("strong", {}, String(number)),
      make("span", {}, name ?? ""),
    ),
  );
}
