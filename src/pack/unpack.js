// Unpacks what this file holds (src/pack): the program, the dossier, the worker for large layers. Nothing of it is
// asked for elsewhere. Each part lies in an element of its own, packed by zlib and written in base64.
(function () {
  "use strict";
  var root = document.documentElement;
  var parts = null, script = null, address = null;

  function find(name) {
    if (!parts) {
      parts = new Map();
      document.querySelectorAll("script[data-file]").forEach(function (one) {
        parts.set(one.dataset.file, one);
      });
    }
    return parts.get(name);
  }

  function bytes(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    var letters = atob(text), all = new Uint8Array(letters.length);
    for (var at = 0; at < letters.length; at++) all[at] = letters.charCodeAt(at);
    return all;
  }

  // The bytes of a part; nothing for a name that is not here.
  function read(name) {
    var part = find(name);
    if (!part) return Promise.resolve();
    if (!window.DecompressionStream) {
      // The page that was made beforehand stays, and frame.js says why.
      root.setAttribute("data-fault", "old");
      return Promise.reject(new Error("this browser cannot unpack the program"));
    }
    var unpacked = new Blob([bytes(part.textContent)]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(unpacked).arrayBuffer().then(function (all) { return new Uint8Array(all); });
  }

  // The program's own bytes, once all is at hand that it will want in the middle of something.
  function program() {
    return read("overlay.js").then(function (text) {
      script = text;
      return read("program.wasm");
    });
  }

  // A worker that gets its program from here: it has no file to fetch it from.
  function worker() {
    address = address || URL.createObjectURL(new Blob(
      [script, "\nonmessage = function (event) { onmessage = null; wasm_bindgen({ module_or_path: event.data })"
        + ".catch(function (fault) { setTimeout(function () { throw fault; }); }); };"],
      { type: "text/javascript" }
    ));
    var one = new Worker(address);
    read("overlay.wasm").then(function (all) { one.postMessage(all, [all.buffer]); });
    return one;
  }

  // What the file is stands at its foot, under the program as under the page.
  new MutationObserver(function () {
    var foot = document.getElementById("packed");
    if (root.dataset.app === "ready" && foot.nextElementSibling) document.body.appendChild(foot);
  }).observe(root, { attributeFilter: ["data-app"] });

  window.clausemapPack = { read: read, program: program, worker: worker };
})();
