// Follows work that runs on its own: data-progress-url answers {done, total, state}; state "done" or "failed" ends it.
import { word } from "./page.js";

export function start(boxes) {
  for (const box of boxes) follow(box, 1000);
}

async function follow(box, pause) {
  let wait = Math.min(pause * 1.2, 5000);
  try {
    const response = await fetch(box.dataset.progressUrl, { headers: { accept: "application/json" } });
    if (response.ok) {
      const { done, total, state } = await response.json();
      show(box, done, total, state);
      if (state === "done" || state === "failed") return location.reload();
    }
  } catch {
    wait = 5000; // No network: look again later.
  }
  setTimeout(() => follow(box, wait), pause);
}

function show(box, done, total, state) {
  const bar = box.querySelector("progress");
  bar.max = Math.max(total, 1);
  bar.value = done;
  const figures = box.querySelector("[data-progress-figures]");
  figures.textContent = { done: word("progressDone"), failed: word("progressFailed") }[state] ?? `${done} / ${total}`;
}
