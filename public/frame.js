// Tells the page around how high this one is, also without the program. It sends heights and ids, takes
// requests for them alone, and goes nowhere.
(function () {
  "use strict";
  var root = document.documentElement;
  var host = window.parent;
  var framed = host !== window;
  var asked = new URLSearchParams(location.search);
  var fills = /^(1|true)$/.test(asked.get("fit") || "");
  // As the host called us.
  var address = location.href;
  var pymId = /^[\w:.-]{1,128}$/.exec(asked.get("childId") || "");
  var secret = /#\?secret=([A-Za-z0-9]{1,64})$/.exec(location.hash);
  // Old hosts know us by it.
  var folder = /([\w-]+)\/?[^/]*$/.exec(location.pathname) || /[\w-]+/.exec(location.hostname) || ["clausemap"];
  var sizerId = "";
  var told = 0, toldWidth = 0, grown = 0, waits = 0, held = 0, late = 0, isReady = false, first = true, subject;
  var STEPS = 30, PATIENCE = 1200, SLOW = 15000;

  function post(message) {
    if (framed) host.postMessage(message, "*");
  }

  // How high the page is. Nothing in it may follow the window's height (style/frame.css).
  function height() {
    var bottom = 0, body = document.body;
    for (var one = body && body.firstElementChild; one; one = one.nextElementSibling) {
      var style = getComputedStyle(one);
      if (style.display === "none" || /absolute|fixed/.test(style.position)) continue;
      var end = one.getBoundingClientRect().bottom + (parseFloat(style.marginBottom) || 0);
      bottom = Math.max(bottom, end - body.getBoundingClientRect().top + body.scrollTop);
    }
    return Math.ceil(bottom - 0.05);
  }

  function send(high, wide) {
    post({ sentinel: "amp", type: "embed-size", height: high });
    if (pymId) post("pymxPYMx" + pymId[0] + "xPYMxheightxPYMx" + high);
    var sizes = {};
    sizes[folder[1] || folder[0]] = high;
    post({ "datawrapper-height": sizes });
    post(JSON.stringify({ src: address, context: "iframe.resize", height: high }));
    post(JSON.stringify({ id: "clausemap", type: "set-height", value: high }));
    post({ type: "iframe-resized", width: wide, height: high });
    if (secret) post({ message: "height", value: high, secret: secret[1] });
    if (sizerId) post("[iFrameSizer]" + sizerId + ":" + high + ":" + wide + ":resizeObserver");
    post({ source: "clausemap", v: 1, type: "height", height: high });
  }

  // In a frame left too low the page scrolls by itself, even where the host forbade it.
  function hold() {
    clearTimeout(held);
    if (innerHeight >= told - 1) root.removeAttribute("data-held");
    else held = setTimeout(function () { root.setAttribute("data-held", ""); }, PATIENCE);
  }

  // Of a long page the beginning is shown, and a button.
  function fold() {
    var page = document.querySelector(".pane"), more = document.getElementById("more");
    if (!page) return;
    if (subject !== page.dataset.subject) root.removeAttribute("data-unfolded");
    subject = page.dataset.subject;
    var isLong = page.scrollHeight > page.clientHeight + 1 && getComputedStyle(page).overflowY === "clip"
      && !document.querySelector(".view");
    root.toggleAttribute("data-long", isLong);
    if (more && !isLong) more.remove();
    if (!more && isLong) button(document.body, "all", unfold).id = "more";
  }

  function unfold() {
    root.setAttribute("data-unfolded", "");
    soon();
  }

  // What is gone to is not left beyond the fold.
  function reach(event) {
    var to = event.target, page = to.closest && to.closest(".pane");
    if (root.hasAttribute("data-long") && page && page !== to && (to.closest(".jump")
      || to.getBoundingClientRect().bottom > page.getBoundingClientRect().bottom)) unfold();
  }

  function tell(again) {
    waits = 0;
    if (!framed) return;
    ready();
    // Without its style it is as high as all its text.
    if (fills || !getComputedStyle(root).getPropertyValue("--bar")) return;
    fold();
    var wide = innerWidth, high = height();
    // A frame that is not shown yet has no width.
    if (wide < 1 || high < 1) return;
    var same = wide === toldWidth;
    if (same && high === told && !again) return hold();
    if (same && high > told && ++grown > STEPS) return;
    if (!same || high < told) grown = 0;
    told = high;
    toldWidth = wide;
    send(high, wide);
    if (first) post("[iFrameResizerChild]Ready");
    first = false;
    hold();
  }

  function ready() {
    if (isReady || !(root.dataset.app !== "loading" || document.getElementById("static"))) return;
    isReady = true;
    post({ sentinel: "amp", type: "embed-ready" });
  }

  // Once per picture; by the clock in a frame that its host still hides.
  function soon(again) {
    if (again) waits = 2;
    else if (waits) return;
    else waits = 1;
    var done = false;
    function go() {
      if (done) return;
      done = true;
      if (waits) tell(waits === 2);
    }
    requestAnimationFrame(go);
    setTimeout(go, 100);
  }

  function hear(event) {
    if (event.source !== host || !framed || fills) return;
    var said = event.data;
    if (typeof said === "string") {
      if (said.length > 4096) return;
      var parts = said.split(":");
      if (said.indexOf("[iFrameSizer]") === 0) {
        var id = parts[0].slice(13);
        if (/^(true|false)$/.test(parts[2]) && /^[^[\]<>]{1,128}$/.test(id)) {
          sizerId = id;
          post("[iFrameSizer]" + id + ":" + Math.max(1, height()) + ":" + innerWidth + ":init");
        }
        soon(true);
      } else if (pymId && said.indexOf("pymxPYMx" + pymId[0] + "xPYMxwidthxPYMx") === 0) soon(true);
    } else if (said && typeof said === "object") {
      var asks = said.sentinel === "amp" && said.type === "frames-init"
        || said.type === "iframe-child-init" || said.type === "iframe-get-child-dimensions"
        || secret && said.message === "ready" && said.secret === secret[1]
        || said.target === "clausemap" && said.type === "get-height";
      if (asks) soon(true);
    }
  }

  // For when the program has none.
  var WORDS = {
    en: {
      lang: "en",
      all: "Show all",
      reload: "Reload",
      blocked: "The interactive map cannot start in this frame: its server sends no CORS header.",
      policy: "The interactive map cannot start: wasm-unsafe-eval is missing from the security policy of this page.",
      old: "The interactive map needs a newer browser.",
      files: "The interactive map could not start: some of its files did not arrive.",
      stopped: "The interactive map has stopped because of a fault.",
      slow: "The interactive map is taking long to arrive."
    },
    uk: {
      lang: "uk",
      all: "Показати все",
      reload: "Перезавантажити",
      blocked: "Інтерактивна карта не може запуститися в цій рамці: її сервер не надсилає заголовка CORS.",
      policy: "Інтерактивна карта не може запуститися: у політиці безпеки сторінки бракує wasm-unsafe-eval.",
      old: "Інтерактивна карта потребує новішого браузера.",
      files: "Інтерактивна карта не запустилася: деякі її файли не надійшли.",
      stopped: "Інтерактивна карта зупинилася через збій.",
      slow: "Інтерактивна карта довго завантажується."
    },
    ru: {
      lang: "ru",
      all: "Показать всё",
      reload: "Перезагрузить",
      blocked: "Интерактивная карта не может запуститься в этом фрейме: её сервер не присылает заголовка CORS.",
      policy: "Интерактивная карта не может запуститься: в политике безопасности страницы нет wasm-unsafe-eval.",
      old: "Интерактивная карта требует более нового браузера.",
      files: "Интерактивная карта не запустилась: некоторые её файлы не получены.",
      stopped: "Интерактивная карта остановилась из-за сбоя.",
      slow: "Интерактивная карта долго загружается."
    }
  };

  // In the language of the program, once there is one.
  function words() {
    var now = root.dataset.app === "ready" || root.dataset.fault === "stopped" ? root.lang : asked.get("lang");
    var tags = [now].concat(navigator.languages || [], "en");
    for (var i = 0; ; i++) {
      var tag = String(tags[i]).slice(0, 2);
      if (WORDS.hasOwnProperty(tag)) return WORDS[tag];
    }
  }

  function button(parent, word, act) {
    var one = document.createElement("button");
    one.className = "button";
    one.textContent = words()[word];
    one.onclick = act;
    parent.appendChild(one);
    return one;
  }

  var still = document.getElementById("static"), line = null;

  // One line says it, over the static page; what the program drew is dead (style/frame.css).
  function fail(why, goesOn) {
    if (!document.body) return addEventListener("DOMContentLoaded", function () { fail(why, goesOn); });
    if (line && !line.hasAttribute("data-slow")) return;
    if (line) line.remove();
    line = document.createElement("p");
    line.className = "state fault";
    line.lang = words().lang;
    line.setAttribute("role", goesOn ? "status" : "alert");
    if (goesOn) line.setAttribute("data-slow", "");
    line.textContent = words()[why] + " ";
    button(line, "reload", function () { location.reload(); });
    document.body.insertBefore(line, document.body.firstChild);
    if (!goesOn) {
      root.setAttribute("data-fault", why);
      root.dataset.app = "failed";
      if (still && !still.isConnected) document.body.appendChild(still);
      if (still) still.hidden = false;
      tellOf("error", { why: why });
    }
    soon();
  }

  // Tells the host what happened: a kind such as `region.select`, and ids.
  function tellOf(type, detail) {
    if (!/^[a-z]{1,16}(\.[a-z]{1,16})?$/.test(type)) return;
    var message = { source: "clausemap", v: 1, type: type };
    Object.keys(detail || {}).forEach(function (name) {
      var value = detail[name];
      var isId = typeof value === "string" && /^[\w.:-]{1,128}$/.test(value);
      if (!(name in message) && (isId || isFinite(value) && typeof value === "number")) message[name] = value;
    });
    post(message);
  }

  function watch() {
    still = document.getElementById("static") || still;
    var sizes = window.ResizeObserver && new ResizeObserver(function () { soon(); });
    function all() {
      for (var i = 0; sizes && i < document.body.children.length; i++) sizes.observe(document.body.children[i]);
      soon();
    }
    new MutationObserver(all).observe(document.body, { childList: true });
    all();
  }

  function state() {
    var why = root.getAttribute("data-fault");
    if (root.dataset.app === "failed" && why) fail(WORDS.en.hasOwnProperty(why) ? why : "files");
    clearTimeout(late);
    if (root.dataset.app === "loading") late = setTimeout(function () { fail("slow", true); }, SLOW);
    else if (line && line.hasAttribute("data-slow")) {
      line.remove();
      line = null;
    }
    soon();
  }

  // In no link.
  if (secret) try { history.replaceState(null, "", address.slice(0, -secret[0].length)); } catch (refused) {}
  if (framed) root.dataset.frame = fills ? "fit" : "flow";
  window.clausemapFrame = { framed: framed, tell: tellOf };
  addEventListener("message", hear);
  addEventListener("resize", function () { soon(); });
  addEventListener("load", function () { soon(); });
  // Only what grows by itself is stopped.
  ["pointerdown", "keydown", "hashchange"].forEach(function (act) {
    addEventListener(act, function () { grown = 0; }, true);
  });
  // Links within a copied page would bring its host into the frame.
  if (location.protocol === "about:") addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    location.hash = link.getAttribute("href");
  });
  ["focusin", "click"].forEach(function (act) { addEventListener(act, reach, true); });
  // A script that may not be read, a program that breaks off.
  addEventListener("error", function (event) {
    var from = event.target;
    if (from && from.dataset && from.dataset.wasm) fail(window.origin === "null" ? "blocked" : "files");
    else if (window.WebAssembly && event.error instanceof WebAssembly.RuntimeError) fail("stopped");
  }, true);
  new MutationObserver(state).observe(root, { attributes: true, attributeFilter: ["data-app"] });
  if (document.body) watch();
  else addEventListener("DOMContentLoaded", watch);
  if (!window.WebAssembly || !("noModule" in HTMLScriptElement.prototype)) fail("old");
  state();
})();
