// Starts the program that reads and draws large layers (src/app/overlay/worker.rs), in a worker.
importScripts("clausemap-overlay.js");
wasm_bindgen({ module_or_path: "clausemap-overlay_bg.wasm" });
