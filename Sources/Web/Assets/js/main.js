// Loads the behaviours that this page asks for by its data- attributes. Every page works without them.
const behaviours = {
  "form[data-draft], [data-draft-clear], form[data-sign-out]": "drafts",
  "form[data-once]": "once",
  "[data-confirm]": "confirm",
  "input[type=file][data-photos]": "photos",
  "input[type=file]:not([data-photos])": "files",
  "[data-print]": "print",
  "[data-danger-words]": "danger",
  "[data-suggest-url]": "suggest",
  "[data-dictate]": "speech",
  "[data-geojson-url]": "map",
  "[data-progress-url]": "progress",
  "body[data-alarm]": "alarm",
  "body.office": "keys",
};

for (const [selector, name] of Object.entries(behaviours)) {
  const found = document.querySelectorAll(selector);
  if (found.length > 0) import(`./${name}.js`).then((behaviour) => behaviour.start(found));
}
