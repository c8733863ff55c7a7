// What several behaviours need: the words of the page's language, the session's token, making elements.

const words = JSON.parse(document.body.dataset.words || "{}");

/** A wording, with {name} filled in from `values`. */
export function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The token that a POST must send back; empty for who is not signed in. */
export function csrf() {
  return document.querySelector("input[name=csrf]")?.value ?? "";
}

/** An element with properties and children; texts are never taken for markup. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** The same function, called once after `milliseconds` of rest. */
export function afterRest(milliseconds, act) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}

/** An address of this site, or nothing: what a server answered is not followed elsewhere. */
export function ownAddress(address) {
  if (typeof address !== "string") return null;
  const url = new URL(address, location.href);
  return url.origin === location.origin ? url.href : null;
}
