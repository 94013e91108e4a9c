// What the benchmark asks of a page (see bench/README.md), answered by what the program offers.
const until = (holds) => new Promise((done) => {
  const look = () => (holds() ? done() : requestAnimationFrame(look));
  look();
});
const drawn = () => performance.getEntriesByName("clausemap:overlay-drawn").length > 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.name === "clausemap:bytes") performance.mark("bytes", { startTime: entry.startTime });
  }
}).observe({ type: "mark", buffered: true });
window.mapBench = {
  name: "clausemap",
  version: "0.1.0",
  ready: new Promise((done) => {
    new PerformanceObserver((list) => {
      if (list.getEntries().some((entry) => entry.name === "clausemap:overlay-drawn")) done();
    }).observe({ type: "mark", buffered: true });
  }),
  project: (lon, lat) => window.ours.project(lon, lat),
  hit: (x, y) => window.ours.hit(x, y),
  settled: () => until(() => drawn() && window.ours.isStill()),
};
