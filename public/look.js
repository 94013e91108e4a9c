// How the page looks where it stands, and in which language, said before there is anything to see: what the query asks
// for (src/route/presentation.rs reads it for the program). A frame is light unless it is told otherwise: what its
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

  // The colour of links, made readable in both themes: as src/route/accent.rs has it.
  function accent() {
    var asks = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(asked.get("accent") || "");
    if (!asks) return;
    var parts = asks[1].length === 3 ? asks[1].replace(/./g, "$&$&") : asks[1];
    var own = bytes(parts);
    root.dataset.accent = "1";
    root.style.setProperty("--accent-light", readable(own, bytes("efede7"), 0));
    root.style.setProperty("--accent-dark", readable(own, bytes("242c34"), 255));
  }

  function bytes(six) {
    return [0, 2, 4].map(function (at) { return parseInt(six.substr(at, 2), 16); });
  }

  function light(colour) {
    var sum = 0;
    [0.2126, 0.7152, 0.0722].forEach(function (share, at) {
      var part = colour[at] / 255;
      sum += share * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    });
    return sum + 0.05;
  }

  function readable(own, ground, end) {
    for (var step = 0; ; step++) {
      var mixed = own.map(function (part) { return Math.floor((part * (32 - step) + end * step) / 32); });
      var a = light(mixed), b = light(ground);
      if (step === 32 || Math.max(a, b) / Math.min(a, b) >= 4.52) return "rgb(" + mixed + ")";
    }
  }

  // Each language has a page of its own. Whoever is on another one is led there; in a frame, which an article may know
  // by its address, that page is fetched into this one (boot.js).
  function speak() {
    var pages = {};
    document.querySelectorAll("link[hreflang]").forEach(function (link) {
      pages[link.hreflang] = new URL(link.href);
    });
    var tags = [asked.get("lang"), root.dataset.lang].concat(navigator.languages || []);
    var known = tags.map(function (tag) { return String(tag).slice(0, 2); }).filter(function (lang) {
      return lang === root.lang || pages.hasOwnProperty(lang);
    });
    var own = pages[known[0]];
    if (!own) return;
    // A server may give this page under every name, or lead from there to here.
    var led = performance.getEntriesByType("navigation")[0];
    if (framed || own.pathname === location.pathname || led && led.redirectCount) return root.dataset.wanted = known[0];
    own.search = location.search;
    own.hash = location.hash;
    location.replace(own.href);
  }

  root.dataset.theme = theme();
  accent();
  if (!asked.get("dossier")) speak();
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
