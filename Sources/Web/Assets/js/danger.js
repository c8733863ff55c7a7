// Words of danger that the phone knows without the network: data-danger-words holds [{number, name, words}].
import { showNumbers } from "./emergency.js";

export function start(areas) {
  for (const area of areas) {
    const list = JSON.parse(area.dataset.dangerWords);
    const look = () =>
      showNumbers("danger:" + area.id, list.filter(({ words }) => words.some((one) => area.value.includes(one))));
    area.addEventListener("input", look);
    look();
  }
}
