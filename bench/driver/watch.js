// Runs in a page before any script of its own, and writes down when things happen. It changes nothing.
(() => {
  const twoFrames = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
  const watch = { lastInput: 0, lastUp: 0, frames: [], sizes: [] };
  window.watch = watch;
  watch.twoFrames = twoFrames;

  let bench = null;
  let offer;
  const offered = new Promise((done) => { offer = done; });
  Object.defineProperty(window, "mapBench", {
    configurable: true,
    get: () => bench,
    set(value) { bench = value; offer(value); },
  });

  watch.drawn = async () => {
    await (await offered).ready;
    const end = await twoFrames();
    const [mark] = performance.getEntriesByName("bytes");
    if (!mark) throw new Error("the page did not mark `bytes`");
    return { drawn: end - mark.startTime, load: end, version: bench.version ?? "" };
  };

  const listen = (type, heard) => addEventListener(type, heard, { capture: true, passive: true });
  for (const type of ["wheel", "pointermove", "pointerup"]) {
    listen(type, (event) => { watch.lastInput = event.timeStamp; });
  }
  listen("pointerup", (event) => { watch.lastUp = event.timeStamp; });

  // While it runs, when each frame began, and how far apart two points of the map then were.
  let running = false;
  let [a, b] = [];
  watch.start = (one, other) => {
    [a, b] = [one, other];
    watch.frames = [];
    watch.sizes = [];
    running = true;
    const each = (time) => {
      if (!running) return;
      watch.frames.push(time);
      if (bench && a) {
        const [p, q] = [bench.project(...a), bench.project(...b)];
        if (p && q) watch.sizes.push(Math.hypot(p[0] - q[0], p[1] - q[1]));
      }
      requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
    return twoFrames();
  };
  // The frames up to a time, but those of the whole script in any case.
  watch.stop = (until) => {
    running = false;
    const least = watch.frames[0] + 2000;
    const frames = watch.frames.filter((time) => time <= until || time <= least);
    return { frames, sizes: watch.sizes };
  };
  // A page at rest stays where it is: turns of the wheel that it gathers before it follows them are
  // no rest.
  watch.rest = async () => {
    for (;;) {
      await bench.settled();
      const end = await twoFrames();
      const where = JSON.stringify([bench.project(...a), bench.project(...b)]);
      await new Promise((done) => { setTimeout(done, 300); });
      if (where === JSON.stringify([bench.project(...a), bench.project(...b)])) {
        return { after: end - watch.lastInput, end };
      }
    }
  };

  // Each question by itself, in microseconds (the clock's step is 5), until `most` ms are over.
  watch.hits = async (points, most) => {
    const [times, ids] = [[], []];
    const begin = performance.now();
    for (const [x, y] of points) {
      const start = performance.now();
      let id = bench.hit(x, y);
      if (typeof id?.then === "function") id = await id;
      const end = performance.now();
      times.push((end - start) * 1000);
      ids.push(id ?? null);
      if (end - begin > most) break;
    }
    return { times, ids, mean: (performance.now() - begin) * 1000 / times.length };
  };

  // From the release of the button to what the page answers; null when it does not.
  const once = (listens, most) => {
    watch.answer = new Promise((done) => {
      listens((id) => {
        const changed = performance.now() - watch.lastUp;
        twoFrames().then((end) => done({ id, changed, shown: end - watch.lastUp }));
      });
      setTimeout(() => done(null), most);
    });
  };
  watch.awaitHit = () => once((heard) => {
    addEventListener("bench:hit", (event) => heard(event.detail.id), { once: true });
  }, 3000);
  watch.awaitPane = () => once((heard) => {
    const pane = document.querySelector("[data-pane]");
    const observer = new MutationObserver(() => {
      observer.disconnect();
      heard(pane.dataset.subject);
    });
    observer.observe(pane, { attributes: true, attributeFilter: ["data-subject"] });
  }, 3000);
})();
