// The checker page itself: takes a page by address, file or paste, and shows what was found and the very words that were checked.
(() => {
  "use strict";
  const by = id => document.getElementById(id);
  const form = by("check-form"), file = by("check-file"), drop = by("check-drop"), status = by("check-status"), result = by("check-result");
  const keys = by("newsroom-keys").textContent, config = JSON.parse(by("checker-config").textContent);

  const SAYS = {
    "ours-current": ["good", "These words are signed, and nobody has changed them since.",
      "Two different people signed exactly the words below, and this newsroom signed the lines about them."],
    "ours-superseded": ["aged", "These words were signed, but a newer version has been published.",
      "Nobody has changed the words below since they were signed. They are no longer the newest."],
    "altered": ["bad", "This page is not as it was signed.", "What differs is listed here. Do not rely on the words below."],
    "unsigned": ["bad", "This page carries no signatures.", "Nothing can be said about its words."],
    "unknown-key": ["bad", "This page is signed with a key that this newsroom does not publish.",
      "The signatures may be another newsroom’s. Check the page at that newsroom’s own site."],
  };
  const PARTS = {
    headline: "Headline", standfirst: "Standfirst", byline: "Byline", dateline: "Place and date", body: "Text", image: "Picture described", caption: "Caption",
    credit: "Picture credit", source: "Based on a report by", context: "Context", methodology: "Note on method", evidence: "Evidence", correction: "Correction",
  };
  const ROLES = [["editor", "Edited by"], ["reviewer", "Reviewed by"], ["board", "Board"], ["publisher", "Published by"]];

  const make = (name, attributes, ...content) => {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...content.filter(c => c !== null && c !== undefined));
    return element;
  };
  const when = iat => new Date(iat * 1000).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }) + " UTC";
  const tell = words => { status.textContent = words; };
  // Private use and bidi characters are drawn where they stand, so that nothing hides in the words shown.
  const plain = text => text.replace(/[\uFDD0-\uFDD5]/g, c => ({ "\uFDD0": "[struck: ", "\uFDD2": "[raised: ", "\uFDD4": "[lowered: " })[c] || "]")
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, c => "[U+" + c.codePointAt(0).toString(16).toUpperCase() + "]");

  const canCheck = async () => {
    try {
      const key = Uint8Array.from(atob("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), c => c.charCodeAt(0));
      await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
      return true;
    } catch (cannot) {
      return false;
    }
  };

  const signersOf = found => ROLES.flatMap(([role, label]) => [found.signers[role] || []].flat().map(({ header, key }) => make("li", {},
    make("span", { class: "label" }, label),
    make("div", {}, make("p", {}, make("strong", {}, header.name || key.name), " ", make("time", { datetime: new Date(header.iat * 1000).toISOString() }, when(header.iat))),
      header.meaning ? make("p", {}, make("q", {}, header.meaning)) : null,
      role === "publisher" && header.url ? make("p", { class: "key" }, "at " + header.url) : null,
      make("p", { class: "key" }, "Key ", make("code", {}, header.kid))))));

  // Labels are said once for blocks that follow each other; screen readers hear them each time.
  const wordsOf = found => Object.entries(found.text).flatMap(([part, blocks]) => blocks.map((block, i) => {
    const holds = found.good.has(part + " " + i), intact = found.verdict.startsWith("ours-");
    const label = (PARTS[part] || "Generated line") + (holds || intact ? "" : " — not as signed");
    return make("li", { class: (holds ? "" : "differs") + (i > 0 && holds ? " again" : "") }, make("span", { class: "label" }, label),
      make("p", { dir: "auto" }, plain(block)));
  }));

  // A newer version at the page's own address, if that is at this site.
  const newer = async found => {
    const here = found.url && new URL(found.url).origin === location.origin;
    if (!here || found.verdict !== "ours-current") return null;
    try {
      const answer = await fetch(found.url, { cache: "no-store", credentials: "omit" });
      if (!answer.ok) return null;
      const live = await GalleyChecker.verify(await answer.text(), keys, config);
      return live.verdict === "ours-current" && live.story === found.story && live.block !== found.block
        && live.signers.publisher.header.iat > found.signers.publisher.header.iat ? found.url : null;
    } catch (unreachable) {
      return null;
    }
  };

  let turn = 0;
  const check = async (name, html) => {
    const mine = ++turn;
    tell("Checking " + name + " …");
    result.replaceChildren();
    const found = await GalleyChecker.verify(html, keys, config);
    const at = await newer(found);
    if (mine !== turn) return;
    if (at) found.verdict = "ours-superseded";
    let [kind, heading, more] = SAYS[found.verdict];
    if (kind !== "bad" && !found.signers.reviewer) {
      kind = "aged";
      more = "Only the editor and the newsroom signed the words below: they were published before a second person had reviewed them, and the page has to say so.";
    }
    const signers = signersOf(found), words = wordsOf(found);
    result.replaceChildren(...[
      make("div", { class: "verdict " + kind }, make("h2", { id: "verdict", tabindex: "-1" }, heading), make("p", {}, more),
        at ? make("p", {}, make("a", { href: at }, "Read the newest version")) : null,
        found.differences.length ? make("ul", {}, ...found.differences.map(d => make("li", { dir: "auto" }, plain(d)))) : null),
      signers.length ? make("h3", {}, "Who signed, when, and what they said") : null,
      signers.length ? make("ul", { class: "signers" }, ...signers) : null,
      words.length ? make("h3", {}, kind === "bad" ? "The words on that page" : "The words that were checked") : null,
      words.length ? make("p", { class: "quiet" }, "Compare them with what you see on the page. What is not listed here was not checked.") : null,
      words.length ? make("ol", { class: "words" }, ...words) : null,
    ].filter(Boolean));
    tell("Checked " + name + ".");
    by("verdict").focus();
  };
  const guarded = (name, html) => check(name, html).catch(() => tell("Something went wrong while checking " + name + ". Nothing was verified."));

  const fetched = async address => {
    let url;
    try {
      url = new URL(address, location.href);
    } catch (noAddress) {
      return tell("“" + address + "” is not an address.");
    }
    if (location.protocol === "file:") return tell("A page opened from a disk may not read its neighbours. Drop the file below instead.");
    if (url.origin !== location.origin) return tell("Only pages of " + location.host + " can be fetched from here. Save the other page and drop the file below.");
    tell("Fetching " + url.pathname + " …");
    try {
      const answer = await fetch(url, { cache: "no-store", credentials: "omit" });
      if (!answer.ok) return tell("There is no page at " + url.pathname + " (" + answer.status + ").");
      return guarded(decodeURIComponent(url.pathname), await answer.text());
    } catch (unreachable) {
      return tell("The page at " + url.pathname + " did not answer. Try again, or drop the saved file below.");
    }
  };
  const read = files => files && files[0] && files[0].text().then(html => guarded(files[0].name, html));

  const begin = async () => {
    if (!await canCheck()) {
      tell("This browser cannot check Ed25519 signatures" + (window.isSecureContext ? "" : " on a page that was not loaded over https")
        + ". Use a current Firefox, Safari, Chrome or Edge, or the program Galley: galley verify FILE.");
      document.querySelectorAll("#checker input, #checker button, #checker textarea").forEach(e => { e.disabled = true; });
      return;
    }
    form.addEventListener("submit", event => {
      event.preventDefault();
      fetched(by("check-address").value.trim());
    });
    by("check-paste").addEventListener("submit", event => {
      event.preventDefault();
      guarded("the pasted source", by("check-source").value);
    });
    file.addEventListener("change", () => read(file.files));
    ["dragenter", "dragover"].forEach(type => addEventListener(type, event => { event.preventDefault(); drop.classList.add("over"); }));
    ["dragleave", "drop"].forEach(type => addEventListener(type, event => { event.preventDefault(); drop.classList.remove("over"); }));
    addEventListener("drop", event => read(event.dataTransfer.files));
    const asked = new URLSearchParams(location.search).get("page");
    if (asked) {
      by("check-address").value = new URL(asked, location.href).href;
      fetched(asked);
    }
  };
  begin();
})();
