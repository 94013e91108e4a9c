// Starts who reads and draws large layers (src/app/overlay): a worker, from its own address, or, in a frame that has no
// origin, from a text that asks for the same files. Where the page's policy lets none start it is the same program in
// the page's own thread, and where that is not let in either, nobody: it says `none`.
const beside = (file) => new URL(file, document.baseURI).href;
// A packed file has it in itself (src/pack/unpack.js).
const ways = window.clausemapPack ? [window.clausemapPack.worker] : [ofAddress, ofText, withoutWorker];

function ofAddress() {
  if (origin === "null") throw new Error("no address is this frame's own");
  return new Worker(beside("overlay-worker.js"));
}

function ofText() {
  const text = `const from = ${JSON.stringify(beside("./"))}; importScripts(from + "overlay-worker.js");`;
  return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

let inside;
function withoutWorker() {
  const { port1, port2 } = new MessageChannel();
  inside ??= new Promise((go, fail) => {
    const script = document.createElement("script");
    Object.assign(script, { src: beside("clausemap-overlay.js"), onload: go, onerror: fail });
    document.head.append(script);
  }).then(() => wasm_bindgen({ module_or_path: beside("clausemap-overlay_bg.wasm") }));
  inside.then(() => clausemapServe(port2)).catch(() => port1.onerror());
  port1.terminate = () => port1.postMessage(["end"]);
  return port1;
}

// Speaks as a worker does, whoever it is; what is said to it before it has said `ready` is lost.
window.clausemapWorker = () => {
  const left = [...ways];
  let one, heard, over;
  const seat = {
    postMessage: (...all) => one.postMessage(...all),
    terminate() {
      over = true;
      one?.terminate();
    },
  };
  const next = () => {
    if (over) return;
    const way = left.shift();
    if (!way) return seat.onmessage?.({ data: ["none"] });
    try {
      one = way();
    } catch {
      return next();
    }
    one.onerror = (event) => {
      if (heard) return;
      event?.preventDefault();
      next();
    };
    one.onmessage = (event) => {
      heard = true;
      seat.onmessage?.(event);
    };
  };
  setTimeout(next);
  return seat;
};
