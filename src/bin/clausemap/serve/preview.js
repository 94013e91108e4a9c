// Reloads the page when the dossier is saved. Only `clausemap serve` puts it there.
let seen = "";
for (;;) {
  try {
    const answer = await fetch(`clausemap-saves/${seen}`, { cache: "no-store" });
    const now = await answer.text();
    if (seen !== "" && now !== seen) location.reload();
    seen = now;
  } catch {
    // The preview has ended. Perhaps it is begun again.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
