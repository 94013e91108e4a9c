// How the page looks where it stands, said before there is anything to see: what the query asks for
// (src/route/presentation.rs reads it for the program). A frame is light unless it is told otherwise: what its
// reader's system likes says nothing of the article around it.
(function () {
  "use strict";
  var root = document.documentElement;
  var asked = new URLSearchParams(location.search);
  var framed = window.top !== window;

  function says(name, words) {
    return words.indexOf(asked.get(name)) >= 0;
  }

  function theme() {
    var own = /[#&]theme=(light|dark)(&|$)/.exec(location.hash);
    if (own) return own[1];
    if (says("theme", ["light", "dark", "auto"])) return asked.get("theme");
    if (says("dark", ["1", "true"])) return "dark";
    if (says("dark", ["0", "false"])) return "light";
    return framed && !says("dark", ["auto"]) ? "light" : "auto";
  }

  root.dataset.theme = theme();
  // Another dossier than the page's own: what was made of that is not shown (style/brought.css).
  if (asked.get("dossier")) root.dataset.brought = "";
  if (framed) root.dataset.framed = "1";
  if (says("ui", ["minimal"])) root.dataset.ui = "minimal";
  if (says("transparent", ["1", "true"])) root.dataset.transparent = "1";
  if (says("title", ["0", "false"])) root.dataset.title = "0";
  if (!says("links", ["0", "false"])) return;
  root.dataset.links = "0";
  // Those of the page that was made beforehand; the program makes its own.
  addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("#static a[href^='http']").forEach(function (link) {
      link.removeAttribute("href");
    });
  });
})();
