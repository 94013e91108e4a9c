// Starts the program. A file of its own, so that a strict content security policy allows it.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
try {
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
} catch (fault) {
  // The program never arrived, so its words did not either: this sentence is the only one kept here.
  console.error(fault);
  document.documentElement.dataset.app = "failed";
  const told = document.createElement("p");
  told.className = "state";
  told.setAttribute("role", "alert");
  told.textContent = "The program of this page could not be started. Reload the page, or try a newer browser.";
  document.body.replaceChildren(told);
}
