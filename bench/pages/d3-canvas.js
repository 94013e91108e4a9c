import { geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { COLOURS, LINE, found, frame, offer } from "./contract.js";
import { features, projection, version } from "./d3.js";

// Projected once, into a path per feature; a gesture draws the same paths under another transform.
const sharp = devicePixelRatio;
const [width, height] = [innerWidth, innerHeight];
const canvas = document.createElement("canvas");
canvas.width = width * sharp;
canvas.height = height * sharp;
canvas.style.width = `${width}px`;
canvas.style.height = `${height}px`;
document.querySelector("#map").append(canvas);
const pen = canvas.getContext("2d");
let now = zoomIdentity;
let shapes = [];
let due = null;

function paint() {
  due = null;
  const { k, x, y } = now;
  pen.resetTransform();
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(sharp * k, 0, 0, sharp * k, sharp * x, sharp * y);
  pen.lineWidth = 1 / k;
  pen.strokeStyle = LINE;
  const [left, top] = now.invert([0, 0]);
  const [right, bottom] = now.invert([width, height]);
  for (const { box: [[a, b], [c, d]], colour, path } of shapes) {
    if (c < left || a > right || d < top || b > bottom) continue;
    pen.fillStyle = colour;
    pen.fill(path);
    pen.stroke(path);
  }
}

function at(px, py) {
  const [x, y] = now.invert([px, py]);
  pen.resetTransform();
  const holds = ({ box: [[a, b], [c, d]], path }) =>
    x >= a && x <= c && y >= b && y <= d && pen.isPointInPath(path, x, y);
  return shapes.findLast(holds)?.feature.id ?? null;
}

async function draw() {
  const into = geoPath(projection);
  // The feature stays with its shape, as it does with the elements of the other page: what else
  // could answer for its name?
  shapes = (await features()).map((feature) => {
    const path = new Path2D();
    into.context(path)(feature);
    return { box: into.bounds(feature), colour: COLOURS[feature.properties.v], feature, path };
  });
  paint();
}

const moved = ({ transform }) => {
  now = transform;
  due ??= requestAnimationFrame(paint);
};
select(canvas).call(zoom().scaleExtent([0.5, 64]).on("zoom", moved));
canvas.addEventListener("click", (event) => {
  const id = at(event.offsetX, event.offsetY);
  if (id !== null) found(id);
});
offer({
  name: "d3-canvas",
  version,
  ready: draw(),
  project: (lon, lat) => now.apply(projection([lon, lat])),
  hit: at,
  settled: frame,
});
