// While somebody types: asks the server what it makes of the text, and shows danger first, then similar matters,
// then who will likely deal with it. Answer: {urgent, similar, likely}, each possibly null.
import { showNumbers } from "./emergency.js";
import { afterRest, csrf, make, ownAddress, word } from "./page.js";

const fewest = 4; // letters

export function start(areas) {
  for (const area of areas) {
    const target = document.querySelector(`[data-suggest-target="${area.id}"]`);
    if (!target) continue;
    let asked = "";
    let request;
    const ask = afterRest(600, async () => {
      const text = area.value.trim();
      if (text === asked) return;
      asked = text;
      request?.abort();
      if (text.length < fewest) return show(target, area.id, {});
      request = new AbortController();
      show(target, area.id, await answer(area, text, request.signal));
    });
    area.addEventListener("input", ask);
    if (area.value) ask();
  }
}

async function answer(area, text, signal) {
  const body = new URLSearchParams({ [area.name]: text, csrf: csrf() });
  try {
    const response = await fetch(area.dataset.suggestUrl, { method: "POST", body, signal });
    return response.ok ? await response.json() : {};
  } catch {
    return null; // No network, or overtaken by more typing: what is shown stays.
  }
}

function show(target, id, found) {
  if (!found) return;
  showNumbers("suggest:" + id, found.urgent?.numbers ?? []);
  const parts = [];
  if (found.similar?.length) parts.push(similar(found.similar));
  if (found.likely?.lead) {
    parts.push(make("p", { className: "likely" }, word(found.likely.class === "private" ? "likelyPrivate" : "likely", found.likely)));
  }
  target.replaceChildren(...parts);
}

function similar(list) {
  return make(
    "div",
    { className: "similar" },
    make("p", { className: "similar-title" }, word("similar")),
    make("ul", {}, ...list.map(entry)),
  );
}

function entry({ title, count, state, join_url: address }, index) {
  const facts = [count ? word("similarCount", { n: count }) : null, state].filter(Boolean).join(" · ");
  const join = ownAddress(address);
  return make(
    "li",
    {},
    make("span", { className: "similar-words" }, title, make("span", { className: "similar-meta" }, facts)),
    join && joining(join, `join-${index}`),
  );
}

// One tap joins. The button stands inside the form of the report, so its own form stands at the end of the page:
// nothing of what was typed is sent along.
function joining(action, id) {
  document.getElementById(id)?.remove();
  const token = make("input", { type: "hidden", name: "csrf", value: csrf() });
  document.body.append(make("form", { id, method: "post", action, hidden: true }, token));
  const button = make("button", { type: "submit", className: "button plain" }, word("similarJoin"));
  button.setAttribute("form", id);
  return button;
}
