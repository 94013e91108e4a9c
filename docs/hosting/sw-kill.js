// Upload this in place of sw.js to take the page out of its readers' browsers again: it throws away what was kept,
// and takes itself away. Pages that are open are loaded anew from the server. Leave it there for as long as readers
// may come back who have the old one; a page without sw.js would never reach them.
"use strict";
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const own = `clausemap ${registration.scope} `;
  const all = await caches.keys();
  await Promise.all(all.filter((name) => name.startsWith(own)).map((name) => caches.delete(name)));
  await registration.unregister();
  // Only now: a page that came earlier would be its own again.
  for (const page of await clients.matchAll({ type: "window" })) page.navigate(page.url).catch(() => {});
}
