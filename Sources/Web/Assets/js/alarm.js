// Asks every 10 s for urgent matters that nobody has taken; shows them above everything, with a sound.
// /alarms.json answers {alarms: [{id, title, place, since, url, acknowledge_url, phones: [{name, number}]}]}.
import { csrf, make, ownAddress, word } from "./page.js";
import { beep } from "./beep.js";

let quiet = false;
let shown = "";
let missed = 0;

export function start() {
  look();
  setInterval(look, 10_000);
  document.addEventListener("visibilitychange", () => document.hidden || look());
}

async function look() {
  try {
    const response = await fetch("/alarms.json", { headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    missed = 0;
    show((await response.json()).alarms ?? []);
  } catch {
    missed += 1;
    if (missed === 3) banner(make("p", { className: "alarm-head" }, word("alarmOffline")));
  }
}

function show(alarms) {
  const key = alarms.map(({ id }) => id).join();
  if (alarms.length > 0 && !quiet) beep();
  if (key === shown && document.querySelector(".alarm ul")) return;
  if (key !== shown) quiet = false;
  shown = key;
  document.querySelector(".alarm")?.remove();
  if (alarms.length === 0) return;
  const silence = make("button", { type: "button", className: "text-button" }, word("alarmQuiet"));
  silence.addEventListener("click", () => {
    quiet = true;
    silence.remove();
  });
  banner(
    make("div", { className: "alarm-head" }, make("span", {}, word("alarm", { n: alarms.length })), silence),
    make("ul", {}, ...alarms.map(entry)),
  );
}

function banner(...children) {
  document.querySelector(".alarm")?.remove();
  // After the way to the content, which stays the first stop of the keyboard.
  const bar = make("section", { className: "alarm", role: "alert" }, ...children);
  document.querySelector("body > .skip").after(bar);
}

function entry({ title, place, since, url, acknowledge_url: take, phones }) {
  const action = ownAddress(take);
  return make(
    "li",
    {},
    make(
      "div",
      { className: "alarm-words" },
      make("a", { href: ownAddress(url) ?? "#main" }, title),
      make("div", {}, [place, since].filter(Boolean).join(" · ")),
      make("div", { className: "alarm-phones" }, ...(phones ?? []).map(phone)),
    ),
    action && taking(action),
  );
}

function phone({ name, number }) {
  return make("a", { href: `tel:${number}` }, `${name} ${number}`);
}

function taking(action) {
  return make(
    "form",
    { method: "post", action },
    make("input", { type: "hidden", name: "csrf", value: csrf() }),
    make("button", { type: "submit", className: "button" }, word("alarmTake")),
  );
}
