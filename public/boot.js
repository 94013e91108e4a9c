// Starts the program. A file of its own, so that a strict content security policy allows it.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
try {
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
} catch (fault) {
  // The program never arrived, so its words did not either: frame.js says why, in words of its own.
  console.error(fault);
  const root = document.documentElement;
  const isPolicy = fault instanceof WebAssembly.CompileError && /unsafe-eval|content security/i.test(fault.message);
  // A program that has begun, and broken off, has told so by itself.
  root.dataset.fault ??= isPolicy ? "policy" : "files";
  root.dataset.app = "failed";
}
