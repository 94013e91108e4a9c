import { geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { COLOURS, LINE, found, frame, offer } from "./contract.js";
import { features, projection, version } from "./d3.js";

// Projected once, into a path element per feature; a gesture changes one transform over all.
let now = zoomIdentity;
const svg = select("#map").append("svg").attr("width", innerWidth).attr("height", innerHeight);
const all = svg.append("g").attr("stroke", LINE);
const moved = ({ transform }) => {
  now = transform;
  all.attr("transform", transform);
};
svg.call(zoom().scaleExtent([0.5, 64]).on("zoom", moved));

async function draw() {
  all.selectAll("path").data(await features()).join("path")
    .attr("d", geoPath(projection))
    .attr("fill", ({ properties }) => COLOURS[properties.v])
    .attr("vector-effect", "non-scaling-stroke")
    .on("click", (_, { id }) => found(id));
  await frame();
}

offer({
  name: "d3-svg",
  version,
  ready: draw(),
  project: (lon, lat) => now.apply(projection([lon, lat])),
  hit: (x, y) => select(document.elementFromPoint(x, y)).datum()?.id ?? null,
  settled: frame,
});
