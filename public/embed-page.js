// Fills in what was chosen on the page for newsrooms. All that it says and offers is in the page already
// (src/newsroom), the codes too: here the places marked ⟦name⟧ in them get their values.
(() => {
  "use strict";
  const form = document.forms[0];
  const base = new URL("./", location.href).href;
  const { lang } = document.documentElement;
  const frames = [...document.querySelectorAll(".previews iframe")];
  const status = document.querySelector(".told");

  const escape = (text) =>
    text.replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one]);

  const height = () => {
    const asked = Math.round(form.height.valueAsNumber);
    return asked >= 100 ? Math.min(asked, 5000) : 560;
  };

  // What opens, and how it looks, as the query of an address; `more` is what one kind of code adds. A page has been
  // made of each language and of some places: there the program need not be waited for.
  const address = (look, more) => {
    const [any, { page }, { whole }] = [form.anylang.checked, form.opens.selectedOptions[0].dataset, form.opens.dataset];
    const isPlace = page && !any;
    const file = isPlace ? page : any ? "" : whole;
    const query = new URLSearchParams(isPlace ? "" : form.opens.value);
    if (!any) query.set("lang", lang);
    for (const [name, value] of Object.entries({ ...look, ...more })) query.set(name, value);
    const written = query.toString();
    return `${base}${file}${written && "?"}${written}`;
  };

  const look = () => {
    const looks = {};
    if (form.theme.value !== "light") looks.theme = form.theme.value;
    for (const box of [form.ui, form.title, form.transparent, form.links]) {
      if (box.checked) looks[box.name] = box.value;
    }
    const accent = form.accent.value.trim().replace(/^#/, "");
    if (accent && form.accent.validity.valid) looks.accent = accent.toLowerCase();
    return looks;
  };

  const write = () => {
    const option = form.opens.selectedOptions[0];
    const { title, image, narrow } = option.dataset;
    const looks = look();
    for (const area of document.querySelectorAll("[data-code]")) {
      const values = {
        address: address(looks, "fit" in area.dataset ? { fit: 1 } : {}),
        link: address({}, {}),
        image: image && new URL(image, base).href,
        narrow: narrow && new URL(narrow, base).href,
        height: String(height()),
        base,
        title,
      };
      const code = image ? area.dataset.pictured : area.dataset.bare;
      area.value = code.replace(/⟦(\w+)⟧/g, (_, name) => escape(values[name] ?? ""));
    }
    for (const frame of frames) frame.style.height = `${height()}px`;
  };

  // Not while a number is still being typed; and in place, so that Back leaves the page.
  let waits = 0;
  const preview = () => {
    clearTimeout(waits);
    waits = setTimeout(() => {
      const there = address(look(), { fit: 1 });
      for (const frame of frames) {
        if (frame.dataset.there === there) continue;
        if (frame.dataset.there) frame.contentWindow.location.replace(there);
        else frame.src = there;
        frame.dataset.there = there;
      }
    }, 300);
  };

  const keep = () => {
    const kept = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...kept]) if (!value) kept.delete(name);
    try {
      history.replaceState(null, "", `#${kept}`);
    } catch {
      // Refused from a disk; then the choice is lost with the page.
    }
    for (const link of document.querySelectorAll(".tongues a")) {
      link.href = `${link.getAttribute("href").split("#")[0]}#${kept}`;
    }
  };

  // What another language of this page, or the map itself, hands over.
  const take = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    const offered = [...form.opens.options].map((one) => one.value);
    const opens = given.get("opens") ?? ["region", "clause", "view"].map((name) => given.has(name) && `${name}=${given.get(name)}`).find(Boolean);
    if (offered.includes(opens)) form.opens.value = opens;
    for (const name of ["height", "accent"]) if (given.has(name)) form[name].value = given.get(name);
    if (["light", "dark", "auto"].includes(given.get("theme"))) form.theme.value = given.get("theme");
    for (const name of ["ui", "title", "transparent", "links", "anylang"]) form[name].checked = given.has(name);
  };

  const update = () => {
    write();
    preview();
    keep();
  };

  const copy = async (area) => {
    let done = false;
    try {
      await navigator.clipboard.writeText(area.value);
      done = true;
    } catch {
      area.focus();
      area.select();
      done = document.execCommand("copy");
    }
    // Emptied first, so that the same words are said again.
    status.textContent = "";
    setTimeout(() => (status.textContent = done ? status.dataset.copied : status.dataset.refused), 50);
  };

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const { target } = event;
    const button = target.closest("[data-copy]");
    // The address holds the choice: what is skipped to gets the focus, not the fragment.
    if (target.closest(".skip")) {
      event.preventDefault();
      document.querySelector("[data-code]").focus();
    }
    if (button) copy(document.querySelector(`[data-code="${button.dataset.copy}"]`));
  });
  document.addEventListener("focusin", ({ target }) => target.matches("[data-code]") && target.select());
  addEventListener("hashchange", () => {
    take();
    update();
  });
  take();
  update();
})();
