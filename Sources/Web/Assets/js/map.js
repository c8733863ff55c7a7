// The point picker: draws the GeoJSON of the place (WGS-84) as SVG; a tap sets latitude and longitude.
import { make, word } from "./page.js";

const svgNames = "http://www.w3.org/2000/svg";
const width = 1000;

export function start(fields) {
  for (const field of fields) draw(field).catch(() => {}); // Without the outline the two numbers remain.
}

async function draw(field) {
  const response = await fetch(field.dataset.geojsonUrl);
  if (!response.ok) return;
  const features = (await response.json()).features ?? [];
  const frame = frameOf(features.flatMap(({ geometry }) => lines(geometry).flat()));
  const unit = width / Math.max(field.clientWidth, 200); // of one pixel
  if (!frame) return;
  const [latitude, longitude] = field.querySelectorAll("input");
  const svg = shape("svg", { viewBox: `0 0 ${width} ${frame.height}`, role: "img", "aria-label": word("mapLabel") });
  for (const feature of features) svg.append(...drawn(feature, frame, 15 * unit));
  const mark = shape("circle", { class: "map-mark", r: 9 * unit, visibility: "hidden" });
  svg.append(mark);
  const status = make("span", { role: "status" });
  const place = (lat, lon) => {
    latitude.value = lat.toFixed(6);
    longitude.value = lon.toFixed(6);
    show();
    latitude.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const show = () => {
    const [lat, lon] = [latitude.value, longitude.value].map(Number);
    const known = latitude.value !== "" && longitude.value !== "" && Number.isFinite(lat) && Number.isFinite(lon);
    mark.setAttribute("visibility", known ? "visible" : "hidden");
    if (!known) return;
    const [x, y] = frame.toPage([lon, lat]);
    mark.setAttribute("cx", x);
    mark.setAttribute("cy", y);
    status.textContent = word("mapMarked", { lat: lat.toFixed(5), lon: lon.toFixed(5) });
  };
  svg.addEventListener("click", (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    const [lon, lat] = frame.toWorld([point.x, point.y]);
    place(lat, lon);
  });
  field.querySelector("[data-map-canvas]").append(svg, tools(place, status));
  for (const input of [latitude, longitude]) input.addEventListener("change", show);
  show();
}

function tools(place, status) {
  const line = make("div", { className: "map-tools" });
  if (navigator.geolocation) {
    const here = make("button", { type: "button", className: "button plain" }, word("mapHere"));
    here.addEventListener("click", () =>
      navigator.geolocation.getCurrentPosition(({ coords }) => place(coords.latitude, coords.longitude), () => {}),
    );
    line.append(here);
  }
  line.append(status);
  return line;
}

// One degree of longitude is shorter by the cosine of the latitude; good enough for a town.
function frameOf(points) {
  if (points.length === 0) return null;
  const [west, east] = edges(points.map(([lon]) => lon));
  const [south, north] = edges(points.map(([, lat]) => lat));
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((east - west) * narrow, (north - south) * 0.8, 1e-6);
  const shift = (width - (east - west) * narrow * scale) / 2;
  return {
    height: Math.round((north - south) * scale),
    toPage: ([lon, lat]) => [shift + (lon - west) * narrow * scale, (north - lat) * scale],
    toWorld: ([x, y]) => [west + (x - shift) / narrow / scale, north - y / scale],
  };
}

function edges(numbers) {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const room = Math.max((most - least) * 0.06, 0.001);
  return [least - room, most + room];
}

function lines(geometry) {
  const { type, coordinates } = geometry ?? {};
  if (type === "LineString") return [coordinates];
  if (type === "Polygon" || type === "MultiLineString") return coordinates;
  if (type === "MultiPolygon") return coordinates.flat();
  return type === "Point" ? [[coordinates]] : [];
}

function drawn({ geometry, properties }, frame, size) {
  const closed = geometry?.type.endsWith("Polygon");
  const paths = lines(geometry).map((line) => line.map((point) => frame.toPage(point)));
  const d = paths.filter((path) => path.length > 1).map((path) => `M${path.map((p) => p.join(" ")).join("L")}`);
  const parts = d.length ? [shape("path", { class: closed ? "map-area" : "map-line", d: d.join("") })] : [];
  if (!properties?.name || paths.length === 0) return parts;
  const middle = [0, 1].map((axis) => paths[0].reduce((sum, point) => sum + point[axis], 0) / paths[0].length);
  const name = shape("text", { class: "map-name", x: middle[0], y: middle[1], "font-size": size });
  name.textContent = properties.name;
  return [...parts, name];
}

function shape(name, attributes) {
  const element = document.createElementNS(svgNames, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
