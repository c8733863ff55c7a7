// Makes photos smaller on the phone before they are sent (longest side 1600 px; what the camera wrote into the file,
// such as the place, is gone too), and shows them.
import { make, word } from "./page.js";

const longest = 1600;

export function start(inputs) {
  for (const input of inputs) {
    const status = make("p", { className: "hint", role: "status" });
    const list = make("ul", { className: "previews" });
    input.classList.add("behind");
    input.after(make("label", { htmlFor: input.id, className: "button plain photo-button" }, word("photoAdd")), status, list);
    let kept = [];
    input.addEventListener("change", async () => {
      status.textContent = word("photoShrinking");
      const fresh = await Promise.all([...input.files].map(smaller));
      kept = input.multiple ? [...kept, ...fresh] : fresh;
      show(input, status, list, kept, (files) => (kept = files));
    });
  }
}

async function smaller(file) {
  if (!file.type.startsWith("image/")) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = make("canvas", {
      width: Math.round(picture.width * scale),
      height: Math.round(picture.height * scale),
    });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    return blob ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file; // A kind this phone cannot draw goes as it is; the server looks at it.
  }
}

function put(input, files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
}

/** What is kept goes into the input and into sight; `change` hears of a removal. */
function show(input, status, list, files, change) {
  put(input, files);
  for (const image of list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
  list.replaceChildren();
  files.forEach((file, index) => {
    const remove = make(
      "button",
      { type: "button", className: "preview-remove", ariaLabel: word("photoRemove", { n: index + 1 }) },
      "×",
    );
    remove.addEventListener("click", () => {
      const rest = files.filter((other) => other !== file);
      change(rest);
      show(input, status, list, rest, change);
      input.focus();
    });
    list.append(make("li", {}, make("img", { src: URL.createObjectURL(file), alt: file.name }), remove));
  });
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  status.textContent = files.length === 0 ? "" : word("photoReady", { n: files.length, size: readable(bytes) });
}

function readable(bytes) {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
