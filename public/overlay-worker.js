// Starts the program that reads and draws large layers (src/app/overlay/worker.rs), in a worker. `from` is the folder, where
// the worker has no address of its own (overlay-start.js).
var folder = typeof from === "undefined" ? "" : from;
importScripts(folder + "clausemap-overlay.js");
wasm_bindgen({ module_or_path: folder + "clausemap-overlay_bg.wasm" })
  // Whoever started it hears of faults, not of promises.
  .catch(function (fault) { setTimeout(function () { throw fault; }); });
