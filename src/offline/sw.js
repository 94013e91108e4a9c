// Keeps the files of one build, and answers with them: all of them or none, so that a program never meets a dossier
// of another day. Written by `clausemap offline` (src/offline), which knows the files and their hashes.
"use strict";
const FILES = ⟦files⟧;
const OWN = `clausemap ${registration.scope} `;
const CACHE = `${OWN}⟦build⟧`;

// A file that is not as it was when this was written belongs to another build: then nothing is kept.
async function fill() {
  try {
    const cache = await caches.open(CACHE);
    for (const [name, hash] of Object.entries(FILES)) {
      const address = new URL(name, registration.scope);
      const answer = await fetch(address, { cache: "no-cache", priority: "low" });
      const bytes = await answer.arrayBuffer();
      if (!answer.ok || (await hashed(bytes)) !== hash) throw new Error(`${name} is not of this build`);
      await cache.put(address, new Response(bytes, { headers: { "content-type": kind(name, answer) } }));
    }
  } catch (fault) {
    await caches.delete(CACHE);
    throw fault;
  }
}

async function hashed(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A program is compiled while it arrives only if it says what it is; not every server does.
function kind(name, answer) {
  return name.endsWith(".wasm") ? "application/wasm" : answer.headers.get("content-type") ?? "";
}

// Caches are shared by all pages of a host: only those of this page are its own.
async function clear() {
  const all = await caches.keys();
  await Promise.all(all.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name)));
}

async function tell() {
  for (const page of await clients.matchAll()) page.postMessage("taken over");
}

// The name of a file of the list, by its address without what is asked in it.
const NAMES = new Map(Object.keys(FILES).map((name) => [new URL(name, registration.scope).href, name]));
NAMES.set(registration.scope, "index.html");

function named(request) {
  const { origin, pathname } = new URL(request.url);
  return request.method === "GET" ? NAMES.get(origin + pathname) : undefined;
}

async function answer(name, request) {
  const cache = await caches.open(CACHE);
  // A browser that is short of room may have thrown all of it away.
  return (await cache.match(new URL(name, registration.scope))) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(fill()));
// By now no page of the build before is open, or its reader has asked for this one: then all go over.
addEventListener("activate", (event) => event.waitUntil(clear().then(tell)));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const name = named(event.request);
  if (name) event.respondWith(answer(name, event.request));
});
