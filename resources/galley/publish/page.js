// The ticker moves only for readers who did not ask for less motion, and stops for good when they press Pause.
// Times are told relative to the moment of reading; without this script the absolute ones stand.
(() => {
  "use strict";
  const ticker = document.querySelector(".ticker");
  const begin = () => {
    const button = ticker.querySelector("button");
    const view = ticker.querySelector(".ticker-view");
    const list = view.querySelector("ul");
    const pause = button.textContent;
    const remembered = {
      get still() { try { return localStorage.getItem("ticker") === "still"; } catch { return false; } },
      set still(yes) { try { localStorage.setItem("ticker", yes ? "still" : "moves"); } catch { /* not kept */ } },
    };
    const show = moves => {
      ticker.classList.toggle("moves", moves);
      button.textContent = moves ? pause : button.dataset.play;
    };
    if (list.scrollWidth > view.clientWidth) {
      const again = list.cloneNode(true);
      again.setAttribute("aria-hidden", "true");
      again.inert = true;
      view.append(again);
      ticker.style.setProperty("--lap", Math.round(list.scrollWidth / 35) + "s");
      show(!remembered.still && !matchMedia("(prefers-reduced-motion: reduce)").matches);
      button.addEventListener("click", () => {
        const moves = !ticker.classList.contains("moves");
        remembered.still = !moves;
        show(moves);
      });
    } else {
      button.hidden = true;
    }
  };
  // An old page asks what trends now; unanswered, its link to the home page stands.
  const ask = ticker && ticker.dataset.ask;
  if (ask) {
    fetch(ask).then(answer => answer.json()).then(now => ticker.querySelector("ul").replaceChildren(...now.links.map(([headline, path, language]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = ticker.dataset.root + path;
      link.textContent = headline;
      link.lang = language;
      link.dir = "auto";
      item.append(link);
      return item;
    }))).catch(() => {}).finally(begin);
  } else if (ticker) {
    begin();
  }
  const times = document.querySelectorAll("time[data-rel]");
  if (!times.length || !window.Intl || !Intl.RelativeTimeFormat) return;
  const tell = () => times.forEach(time => {
    const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / 60000);
    if (!(minutes >= 0 && minutes < 7 * 1440)) return;
    const language = time.closest("[lang]").lang.split("-u-")[0];
    const ago = new Intl.RelativeTimeFormat(language + "-u-nu-latn", { numeric: minutes < 1 ? "auto" : "always" });
    time.title = time.title || time.textContent;
    time.textContent = minutes < 1 ? ago.format(0, "second")
      : minutes < 60 ? ago.format(-minutes, "minute")
      : minutes < 2880 ? time.dataset.rel.replace("%", ago.format(-Math.round(minutes / 60), "hour"))
      : ago.format(-Math.floor(minutes / 1440), "day");
  });
  tell();
  setInterval(tell, 60000);
  // Paper is read later than screens.
  addEventListener("beforeprint", () => times.forEach(time => { time.textContent = time.title || time.textContent; }));
  addEventListener("afterprint", tell);
})();
