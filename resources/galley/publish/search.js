// Looks for the reader's words in the site's own index, newest part first, until enough is found. Nothing leaves the browser.
(() => {
  "use strict";
  const form = document.getElementById("search");
  const field = document.getElementById("words");
  const found = document.getElementById("found");
  const hits = document.getElementById("hits");
  const enough = 60;
  const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const parts = [];
  const part = number => parts[number] ??= fetch(form.dataset.root + number + ".json").then(answer => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then(rows => rows.map(row => ({ row, text: plain(row.slice(1, 4).join(" ") + " " + row[6]) })));
  let question = 0;
  const show = row => {
    const [path, headline, standfirst, section, published, language] = row;
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = form.dataset.root + "../" + path;
    link.textContent = headline;
    if (language) link.lang = language;
    link.dir = "auto";
    const below = document.createElement("p");
    below.dir = "auto";
    const day = new Date(published).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "short", year: "numeric" });
    below.textContent = [section, day, standfirst].filter(Boolean).join(" · ");
    item.append(link, below);
    hits.append(item);
  };
  const search = async () => {
    const mine = ++question;
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    hits.replaceChildren();
    hits.hidden = true;
    history.replaceState(null, "", words.length ? "?q=" + encodeURIComponent(field.value.trim()) : location.pathname);
    if (!words.length) { found.textContent = ""; return; }
    found.textContent = form.dataset.busy;
    let many = 0;
    try {
      for (let number = +form.dataset.parts; number > 0 && many < enough; number--) {
        const rows = await part(number);
        if (mine !== question) return;
        for (const { row, text } of rows) {
          if (many < enough && words.every(word => text.includes(word))) { show(row); many++; }
        }
      }
    } catch {
      found.textContent = form.dataset.trouble;
      return;
    }
    hits.hidden = !many;
    found.textContent = !many ? form.dataset.none : many === 1 ? form.dataset.one : form.dataset.many.replace("%", many + (many === enough ? "+" : ""));
  };
  form.hidden = false;
  let pause;
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 150); });
  form.addEventListener("submit", event => { event.preventDefault(); search(); });
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) search();
  field.focus({ preventScroll: true });
})();
