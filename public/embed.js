// Puts Clausemap into an article: each <div data-clausemap="https://…/"> becomes a frame as high as its
// page. What stands in the div, a picture with a link, stays until that page is there, and for good if it
// never comes. docs/EMBEDDING.md says how it is used. May stand in a page any number of times.
(() => {
  "use strict";
  if (window.clausemapEmbed) {
    window.clausemapEmbed();
    return;
  }

  // What data- attributes may say beside the address.
  const WORDS = ["lang", "theme", "ui", "view", "region", "clause", "plan", "lens", "asof", "fit", "static", "transparent", "links", "accent"];
  const [LEAST, FIRST, MOST] = [100, 520, 5000];
  const embeds = [];

  const within = (height) => {
    const whole = Math.round(Number(height));
    return whole > 0 ? Math.min(MOST, Math.max(LEAST, whole)) : FIRST;
  };

  const upgrade = (holder) => {
    if (holder.clausemap) return;
    const said = holder.dataset;
    let address;
    try {
      address = new URL(said.clausemap, document.baseURI);
    } catch {
      return;
    }
    if (!/^https?:$/.test(address.protocol)) return;
    for (const word of WORDS) {
      if (said[word]) address.searchParams.set(word, said[word]);
    }

    const height = `${within(said.height)}px`;
    const fits = /^(1|true)$/.test(address.searchParams.get("fit"));
    const frame = document.createElement("iframe");
    frame.title = said.title || "Clausemap";
    frame.loading = "lazy";
    frame.allow = "fullscreen; clipboard-write";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    // Property by property: a strict content security policy forbids style attributes.
    Object.assign(holder.style, { position: "relative", minHeight: height });
    Object.assign(frame.style, { position: "absolute", top: 0, left: 0, width: "100%", height: "100%", border: 0, visibility: "hidden" });
    frame.src = address.href;
    holder.append(frame);

    const { origin } = address;
    embeds.push({ holder, frame, origin, fits, height });
    holder.clausemap = (type, value) =>
      frame.contentWindow.postMessage({ source: "clausemap-host", type, value }, origin);
  };

  const show = ({ holder, frame, fits, height }) => {
    if (frame.style.visibility === "visible") return;
    for (const node of [...holder.childNodes]) {
      if (node !== frame) node.remove();
    }
    frame.style.visibility = "visible";
    if (fits) return;
    Object.assign(frame.style, { position: "static", display: "block", height });
    // From here on the frame holds the place.
    holder.style.minHeight = "0";
  };

  addEventListener("message", ({ data, source, origin }) => {
    if (!data || data.source !== "clausemap") return;
    // Whoever else says so is not the frame: its window and its origin are both asked for.
    const embed = embeds.find((one) => one.frame.contentWindow === source && one.origin === origin);
    if (!embed) return;
    if (data.type === "height" && !embed.fits) {
      embed.height = `${within(data.height)}px`;
      if (embed.frame.style.visibility === "visible") embed.frame.style.height = embed.height;
    }
    if (data.type === "ready") show(embed);
    embed.holder.dispatchEvent(new CustomEvent("clausemap", { bubbles: true, detail: data }));
  });

  const scan = () => document.querySelectorAll("[data-clausemap]").forEach(upgrade);
  window.clausemapEmbed = scan;
  scan();
  // The script may stand above what it is for.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", scan);
})();
