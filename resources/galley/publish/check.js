// Checks a page against the signatures in it, as the program Galley does and as src/docs/trust.md defines it.
// Nothing leaves the reader's browser; the keys are those that this page was published with.
globalThis.GalleyChecker = (() => {
  "use strict";

  // ---- the text of one block

  const set = words => new Set(words.split(" "));
  const INLINE = set("a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q ruby rb rt rp s samp small span strike strong sub sup time u var wbr img label");
  const NO_TEXT = set("script style template");
  const EMBEDDED = set("applet audio canvas datalist embed frame iframe input math meter noembed noframes noscript object plaintext progress select svg title video xmp");
  const PARTS = "headline standfirst byline dateline body image caption credit source context methodology evidence correction".split(" ");
  const MARKS = [["\uFDD0", "\uFDD1", set("del s strike")], ["\uFDD2", "\uFDD3", set("sup")], ["\uFDD4", "\uFDD5", set("sub")]];
  const STRAY = "stray", CLAIM = "claim:", FORM = "story-text/1", TYPE = "newsroom-signoff/1";
  const UNREVIEWED = "published-before-review", BY_BOARD = "verified-by-board";

  const printable = raw => {
    let kept = "";
    for (const letter of raw) {
      const c = letter.codePointAt(0);
      if (c >= 0xD800 && c <= 0xDFFF) kept += "\uFFFD";
      else if (c >= 0x20 && c < 0x7F || c === 9 || c === 10 || c === 13
        || c >= 0xA0 && !(c >= 0xFDD0 && c <= 0xFDEF) && (c & 0xFFFE) !== 0xFFFE) kept += letter;
    }
    return kept;
  };

  const folded = text => text.replace(/[\u00AD\u200B\u2060\uFEFF]/g, "").replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-").replace(/\u2026/g, "...").replace(/[\t\n\r\p{Z}]/gu, " ").normalize("NFC").replace(/ +/g, " ").replace(/^ | $/g, "");

  const blockText = raw => folded(printable(raw));

  const excerpt = text => {
    const letters = [...text];
    return letters.length <= 80 ? text : letters.slice(0, 79).join("").trimEnd() + "…";
  };

  // ---- addresses, as RFC 3986 resolves them and otherwise as they are written

  // Elements whose content no browser shows, or only one that lacks something.
  const NEVER_SHOWN = new Set(["template", "noscript", "object", "iframe", "video", "audio", "canvas", "datalist", "meter", "progress", "select",
    "svg", "math", "noembed", "noframes", "title", "textarea", "script", "style"]);

  const isAbsolute = address => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(address);
  const web = address => /^([A-Za-z][A-Za-z0-9+.-]*:)(\/\/[^/?#]*)([^?#]*)(\?[^#]*)?(#[^]*)?$/.exec(address);
  const isSameSite = (one, other) => {
    const a = web(one), b = web(other);
    return !!a && !!b && (a[1] + a[2]).toLowerCase() === (b[1] + b[2]).toLowerCase();
  };
  const withoutDots = whole => {
    const end = whole.search(/[?#]/) < 0 ? whole.length : whole.search(/[?#]/);
    const segments = [], parts = whole.slice(1, end).split("/");
    parts.forEach((part, i) => {
      if (part === "..") segments.pop();
      else if (part !== ".") { segments.push(part); return; }
      if (i === parts.length - 1) segments.push("");
    });
    return "/" + segments.join("/") + whole.slice(end);
  };
  const resolved = (base, address) => {
    const from = web(base);
    if (isAbsolute(address) || !from) return address;
    const host = from[1] + from[2], path = from[3];
    if (address.startsWith("//")) return from[1] + address;
    if (address.startsWith("/")) return host + withoutDots(address);
    if (address === "" || address.startsWith("#")) return host + path + (from[4] || "") + address;
    if (address.startsWith("?")) return host + path + address;
    return host + withoutDots((path.slice(0, path.lastIndexOf("/") + 1) || "/") + address);
  };

  // ---- how inline styles make words look

  const whole = pattern => new RegExp("^(?:" + pattern + ")$");
  const isOneOf = (pattern, text) => whole(pattern).test(text);
  const compiled = new WeakMap();
  const byFirst = phrases => {
    const sorted = new Map();
    phrases.forEach(p => sorted.set(p.letters[0], [...(sorted.get(p.letters[0]) || []), p]));
    return sorted;
  };
  // The lists that the program shares with this checker, ready for use.
  const listsOf = config => {
    if (!compiled.has(config)) {
      const { look, sheets } = config, all = map => Object.entries(map).map(([k, v]) => [k, whole(v)]);
      compiled.set(config, {
        elements: new Set(look.elements), attributes: new Set(look.attributes), words: look.words, styles: new Map(all(look.styles)),
        harm: Object.entries(look.harm).map(([k, v]) => [whole(k), v]), covering: whole(look.covering), noLetters: new RegExp(look.noLetters),
        colours: look.colours, writing: new Set(sheets.writing), sheetHarm: all(sheets.harm), inLine: new Set(sheets.inLine),
        phrases: byFirst(config.phrases), alike: alikeOf(config.alike), enclosed: config.enclosed,
      });
    }
    return compiled.get(config);
  };

  const PLAIN = { ink: 0, paper: 0xFFFFFF, size: 16, opacity: 1 };
  const SIZES = { "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32 };
  const FONT = /^((?:normal|italic|oblique|bold|bolder|lighter|small-caps|[1-9]00) )*([0-9.]+(?:px|pt|em|rem|%))(?: ?\/ ?([0-9.]+(?:px|pt|em|rem|%)?|normal))? ([a-z0-9 ,'"_-]+)$/;
  const light = colour => [[0.2126, 16], [0.7152, 8], [0.0722, 0]].reduce((sum, [part, shift]) => {
    const c = (colour >> shift & 255) / 255;
    return sum + part * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
  }, 0);
  const contrast = (one, other) => {
    const a = light(one), b = light(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const colourOf = (value, lists) => {
    let hex = Object.prototype.hasOwnProperty.call(lists.colours, value) ? lists.colours[value] : value.startsWith("#") ? value.slice(1) : "";
    if (/^[0-9a-f]{3}f?$/.test(hex)) hex = hex.slice(0, 3).replace(/(.)/g, "$1$1");
    if (/^[0-9a-f]{6}(ff)?$/.test(hex)) return parseInt(hex.slice(0, 6), 16);
    const rgb = /^rgba?\( ?([0-9]{1,3})[ ,]+([0-9]{1,3})[ ,]+([0-9]{1,3}) ?([,\/] ?(1|1\.0+|100%) ?)?\)$/.exec(value);
    return rgb ? Math.min(255, +rgb[1]) << 16 | Math.min(255, +rgb[2]) << 8 | Math.min(255, +rgb[3]) : null;
  };
  const isUnreadable = look => look.size < 8 || look.opacity < 0.6 || contrast(look.ink, look.paper) < 2;
  const sizeOf = (value, around) => {
    if (value === "inherit") return around;
    if (value === "smaller" || value === "larger") return value === "smaller" ? around / 1.2 : around * 1.2;
    if (Object.prototype.hasOwnProperty.call(SIZES, value)) return SIZES[value];
    const size = /^([0-9]*\.?[0-9]+)(px|pt|em|rem|%)$/.exec(value);
    if (!size) return NaN;
    const number = parseFloat(size[1]);
    return { px: number, pt: number * 4 / 3, rem: number * 16, em: number * around, "%": number / 100 * around }[size[2]];
  };
  const isHarmless = (name, value, element, lists) => {
    if (name === "direction") return /^(ltr|rtl|inherit)$/.test(value);
    if (element === "img" && /^(min-|max-)?(width|height)$/.test(name) || ["img", "picture", "figure"].includes(element) && name === "float") return /^[a-z0-9.% -]+$/.test(value);
    const harmless = lists.styles.get(name);
    return !!harmless && harmless.test(value) && !(name === "font-family" && lists.noLetters.test(value));
  };
  const applied = (name, value, look, around, lists) => {
    const sized = size => size !== size || size > 160 ? null : { ...look, size };
    if (name === "color") {
      const ink = /^(inherit|currentcolor)$/.test(value) ? around.ink : colourOf(value, lists);
      return ink === null ? null : { ...look, ink };
    }
    if (name === "background" || name === "background-color") {
      const paper = /^(none|transparent|inherit)$/.test(value) ? around.paper : colourOf(value, lists);
      return paper === null ? null : { ...look, paper };
    }
    if (name === "opacity") {
      if (!/^[0-9]*\.?[0-9]+%?$/.test(value)) return null;
      return { ...look, opacity: around.opacity * Math.min(1, parseFloat(value) / (value.endsWith("%") ? 100 : 1)) };
    }
    if (name === "font-size") return sized(sizeOf(value, around.size));
    if (name === "font") {
      const font = FONT.exec(value);
      return !font || lists.noLetters.test(font[4]) || font[3] !== undefined && !isHarmless("line-height", font[3], "", lists) ? null : sized(sizeOf(font[2], around.size));
    }
    return null;
  };
  const bareStyle = style => style.replace(/\/\*[^]*?\*\//g, "").replace(/[ \t\n\v\f\r]+/g, " ").toLowerCase();
  const inlineStyle = (style, around, element, lists) => {
    if (!style.trim()) return { look: around, harm: "", covers: false };
    const bare = bareStyle(style);
    if (bare.includes("\\") || bare.includes("/" + "*")) return { look: around, harm: "hidden", covers: true };
    const harm = [];
    let look = around, covers = false;
    for (const declaration of bare.split(";")) {
      const colon = declaration.indexOf(":");
      if (colon < 0) continue;
      const name = declaration.slice(0, colon).trim(), value = declaration.slice(colon + 1).replace(/! ?important ?$/, "").trim();
      if (!name || !value || name.startsWith("mso-")) continue;
      const then = applied(name, value, look, around, lists);
      if (then) look = then;
      else if (!isHarmless(name, value, element, lists)) {
        harm.push(name.startsWith("text-decoration") && value.includes("line-through") ? "struck out" : lists.harm.find(([p]) => p.test(name))[1]);
        covers = covers || lists.covering.test(name);
      }
    }
    if (isUnreadable(look) && look !== around && ["ink", "paper", "size", "opacity"].some(k => look[k] !== around[k])) harm.push("hidden");
    return { look, harm: harm.includes("hidden") ? "hidden" : harm[0] || "", covers };
  };
  const directionOf = style => {
    const found = bareStyle(style).split(";").find(d => /^direction ?: ?(rtl|ltr)( ?! ?important)?$/.test(d.trim()));
    return !found ? "" : found.includes("rtl") ? "rtl" : "ltr";
  };

  // ---- what keeps words from being read as they stand

  const HIDING = new RegExp("(^|;)(display:none|visibility:(hidden|collapse)|content-visibility:hidden"
    + "|opacity:(0?\\.0\\d*|0)%?(?=;|!|$)|(font-size|zoom|scale|width|height|max-width|max-height|line-height):[01]?(\\.\\d+)?(px|em|rem|%|pt|vh|vw)?(?=;|!|$)"
    + "|text-indent:-|position:(absolute|fixed)|(left|right|top|bottom|inset|margin)[a-z-]*:[^;]*-\\d{3,}|clip(-path)?:|mask(-image)?:|transform:|translate:"
    + "|(-webkit-text-fill-)?color:(transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}00|(rgb|hsl)a?\\((([^,;]*,){3}|[^/;]*/)(0|0?\\.0+)%?\\))(?=;|!|$)"
    + "|-webkit-text-security:|font:0|filter:|mix-blend-mode:)");
  const TURNING = /(^|;)(unicode-bidi:(bidi-override|isolate-override)|writing-mode:|(flex-direction|flex-flow):[a-z-]*reverse)/;
  const LEFTWARDS = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

  const nameOf = element => element.localName.toLowerCase();
  const attribute = (element, name) => element.getAttribute(name) || "";
  const runsAgainst = (way, element) => {
    const letters = said(element).match(/\p{L}/gu) || [], leftwards = letters.filter(l => LEFTWARDS.test(l)).length, rightwards = letters.length - leftwards;
    return way === "rtl" ? rightwards > leftwards : leftwards > rightwards;
  };
  const isTurned = element => {
    const way = directionOf(attribute(element, "style")) || attribute(element, "dir").trim().toLowerCase();
    return (way === "rtl" || way === "ltr") && nameOf(element) !== "html" && runsAgainst(way, element);
  };
  const concealment = (element, harm) => {
    const name = nameOf(element);
    if (["hidden", "popover", "inert"].some(a => element.hasAttribute(a)) || attribute(element, "aria-hidden").trim().toLowerCase() === "true"
      || name === "rp" || (name === "details" || name === "dialog") && !element.hasAttribute("open")) return "hidden";
    if (harm) return harm;
    if (name === "bdo" || isTurned(element)) return "turned round";
    return name === "ol" && ["start", "reversed", "type"].some(a => element.hasAttribute(a)) || name === "li" && element.hasAttribute("value") ? "numbered otherwise" : "";
  };
  const isHiddenAround = (article, lists) => {
    const around = [];
    for (let one = article.parentElement; one; one = one.parentElement) around.unshift(one);
    let look = PLAIN;
    return around.some(one => {
      const written = attribute(one, "style").replace(/\/\*[^]*?\*\//g, "").replace(/[ \t\n\v\f\r]/g, "").toLowerCase();
      look = inlineStyle(attribute(one, "style"), look, nameOf(one), lists).look;
      const how = concealment(one, "");
      return NEVER_SHOWN.has(nameOf(one)) || written.includes("\\") || HIDING.test(written) || TURNING.test(written) || isUnreadable(look) || how && how !== "numbered otherwise";
    });
  };

  // ---- walking an article

  const alt = image => blockText(image.getAttribute("alt") || "") || "[image without words]";
  const isText = node => node.nodeType === 3 || node.nodeType === 4;
  const said = element => {
    let words = "";
    const visit = node => {
      if (isText(node)) words += printable(node.data);
      else if (node.nodeType === 1) {
        const name = nameOf(node), space = INLINE.has(name) ? "" : " ";
        if (NO_TEXT.has(name)) { words += space; return; }
        words += name === "img" ? " " + alt(node) + " " : space;
        node.childNodes.forEach(visit);
        words += space;
      }
    };
    visit(element);
    return blockText(words);
  };

  const CONCEALING = set("hidden popover inert start reversed open");
  const walk = (article, base, lists) => {
    const found = { blocks: new Map(), links: new Map(), concealed: [], furniture: [], relative: [], tampering: [] };
    const put = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value]);
    const marks = new Set();
    let open = "", bucket = STRAY, look = PLAIN, embedded = 0;
    const endBlock = () => {
      let before, text = open;
      do {
        before = text;
        for (const [from, to] of MARKS) text = text.split(to + from).join("");
      } while (text !== before);
      open = "";
      text = folded(text);
      if (text) put(found.blocks, bucket, text);
    };
    const ownBucket = element => element.hasAttribute("data-part")
      ? PARTS.includes(element.getAttribute("data-part")) ? element.getAttribute("data-part") : STRAY
      : element.hasAttribute("data-claim") ? CLAIM + element.getAttribute("data-claim") : null;
    const besides = element => lists.words.filter(key => !(key === "alt" && nameOf(element) === "img")).map(key => blockText(attribute(element, key))).filter(value => value);
    const furniture = element => {
      const words = said(element), all = [element, ...element.querySelectorAll("*")], beside = [...new Set(all.flatMap(besides))];
      const speaks = beside.length || (bucket === STRAY ? /[\p{L}\p{Nd}]/u.test(words) : words !== "" && !/^(?:[·•|\s]*|\s+[-–—]\s+)$/u.test(element.textContent)) || all.some(e => nameOf(e) === "img" || EMBEDDED.has(nameOf(e)));
      const told = (words + " " + beside.join(" ")).trim();
      if (speaks && bucket !== STRAY) put(found.blocks, STRAY, told);
      else if (speaks) found.furniture.push(told);
      all.map(e => attribute(e, "style")).filter(style => inlineStyle(style, PLAIN, "", lists).covers)
        .forEach(style => found.tampering.push(["Something unsigned can be laid over the signed words", blockText(style)]));
    };
    const withoutText = (element, name) => {
      if (name === "style") found.tampering.push(["A style sheet that nobody signed stands in the article", ""]);
      else if (name === "script" && !attribute(element, "type").toLowerCase().includes("json")) found.tampering.push(["A script that nobody signed stands in the article", ""]);
    };
    // An attribute of HTML is harmless, or says what the element says anyway, or is reported.
    const attributes = (element, name) => {
      for (const { name: written, value: raw } of element.attributes) {
        const key = written.toLowerCase(), value = blockText(raw);
        if (lists.words.includes(key)) {
          if (!(name === "img" && key === "alt") && value && !said(element).includes(value)) {
            if (key.startsWith("aria-") && bucket === STRAY) found.furniture.push(value);
            else put(found.blocks, STRAY, value);
          }
        } else if (/^on[a-z]+$/.test(key)) found.tampering.push(["A script that nobody signed stands in the article (" + key + ")", ""]);
        else if (/^[a-z]+$/.test(key) && !lists.attributes.has(key) && !CONCEALING.has(key) && !(key === "type" && ["a", "source", "ol"].includes(name)))
          found.tampering.push(["The attribute " + key + ", which nobody signed, stands in the article", value]);
      }
    };
    const isEmbedded = (element, name) => EMBEDDED.has(name) || !lists.elements.has(name) || name === "meta" && !element.hasAttribute("itemprop") && !element.hasAttribute("property");
    const image = element => {
      endBlock();
      const outer = bucket;
      if (!element.hasAttribute("data-part") && bucket !== STRAY) bucket = "image";
      open += alt(element);
      endBlock();
      bucket = outer;
    };
    const link = href => {
      if (!isAbsolute(href)) found.relative.push(href);
      put(found.links, bucket, base ? resolved(base, href) : href);
    };
    const visit = element => {
      const name = nameOf(element);
      if (element.hasAttribute("data-unsigned")) return furniture(element);
      if (NO_TEXT.has(name)) return withoutText(element, name);
      const outerLook = look, own = ownBucket(element), outer = bucket, breaks = own !== null || !INLINE.has(name) && name !== "br";
      if (breaks) endBlock();
      if (own !== null) bucket = own;
      const style = inlineStyle(attribute(element, "style"), look, name, lists), how = concealment(element, style.harm);
      look = style.look;
      if (how && said(element)) found.concealed.push([how, said(element)]);
      attributes(element, name);
      const foreign = isEmbedded(element, name);
      if (name === "br") open += " ";
      else if (name === "img") image(element);
      else {
        if (element.hasAttribute("href")) link(element.getAttribute("href").trim());
        if (foreign && !embedded) { open += "[" + name + "]"; endBlock(); }
        const quotes = name === "q" && element.getAttribute("data-part") !== "evidence" ? '"' : "";
        open += quotes;
        embedded += foreign ? 1 : 0;
        const mark = MARKS.find(m => m[2].has(name)), begins = mark && !marks.has(mark);
        if (begins) marks.add(mark);
        children(element);
        if (begins) marks.delete(mark);
        embedded -= foreign ? 1 : 0;
        open += quotes;
      }
      if (breaks) endBlock();
      bucket = outer;
      look = outerLook;
    };
    const children = parent => parent.childNodes.forEach(node => {
      if (isText(node)) {
        let text = printable(node.data);
        if (marks.size && blockText(text)) MARKS.filter(m => marks.has(m)).forEach(([from, to]) => { text = from + text + to; });
        open += text;
      } else if (node.nodeType === 1) visit(node);
    });
    children(article);
    endBlock();
    return found;
  };

  // ---- style sheets, as far as a checker needs them

  const pastQuotes = (css, i) => {
    while (i < css.length) {
      const c = css[i];
      if (c === "\\") i += 2;
      else if (c === '"' || c === "'") {
        i++;
        while (i < css.length && css[i] !== c) i += css[i] === "\\" ? 2 : 1;
        i++;
      } else return i;
    }
    return css.length;
  };
  const closing = (css, open) => {
    let depth = 0;
    for (let i = open; i < css.length; i++) {
      i = pastQuotes(css, i);
      if (i >= css.length) break;
      depth += css[i] === "{" ? 1 : css[i] === "}" ? -1 : 0;
      if (depth === 0) return i;
    }
    return css.length;
  };
  const sheetItems = css => {
    const items = [];
    let from = 0;
    for (let i = 0; i < css.length; i++) {
      i = pastQuotes(css, i);
      if (i >= css.length) break;
      const c = css[i];
      if (c === ";" || c === "}") {
        items.push([css.slice(from, i), null]);
        from = i + 1;
      } else if (c === "{") {
        const end = closing(css, i);
        items.push([css.slice(from, i), css.slice(i + 1, end)]);
        i = end;
        from = Math.min(css.length, end + 1);
      }
    }
    items.push([css.slice(from), null]);
    return items;
  };
  const splitAt = (text, at) => {
    const parts = [];
    let depth = 0, from = 0;
    for (let i = 0; i < text.length; i++) {
      i = pastQuotes(text, i);
      if (i >= text.length) break;
      const c = text[i];
      depth += c === "(" || c === "[" ? 1 : c === ")" || c === "]" ? -1 : 0;
      if (c === at && depth <= 0) {
        parts.push(text.slice(from, i));
        from = i + 1;
      }
    }
    parts.push(text.slice(from));
    return parts;
  };
  const unescaped = text => text.replace(/\\(?:([0-9A-Fa-f]{1,6})[ \t\r\n]?|([^]))/g, (all, hex, other) => {
    if (hex === undefined) return other;
    const c = parseInt(hex, 16);
    return c === 0 || c > 0x10FFFF || c >= 0xD800 && c <= 0xDFFF ? "\uFFFD" : String.fromCodePoint(c);
  });
  const sheetRules = css => {
    const rules = [];
    const resolvedSelectors = (head, parents) => {
      const selectors = [];
      for (const selector of splitAt(head, ",")) for (const parent of parents || [""]) if (selectors.length < 256)
        selectors.push(!parent ? selector.trim() : selector.includes("&") ? selector.trim().split("&").join(parent) : parent + " " + selector.trim());
      return selectors;
    };
    const read = (text, parents, depth) => {
      if (depth > 12) return;
      const declarations = [];
      for (const [written, body] of sheetItems(text)) {
        const head = written.trim();
        if (body === null) {
          if (parents && head.includes(":")) declarations.push(unescaped(head));
        } else if (head.startsWith("@")) {
          if (/^@(media|supports|layer|container|scope|starting-style|-moz-document)\b/i.test(head) && !/^@media\s+print\s*$/i.test(head)) read(body, parents, depth + 1);
        } else read(body, resolvedSelectors(head, parents), depth + 1);
      }
      if (parents && declarations.length) rules.push({ selectors: parents, declarations });
    };
    read(css.replace(/\/\*[^]*?(\*\/|$)/g, " "), null, 0);
    return rules;
  };
  const PSEUDO = /::?[A-Za-z-]+(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?/g;
  const isPseudoElement = selector => /::[a-z-]+|:(before|after|first-letter|first-line)\b/i.test(selector);
  const widened = selector => selector.replace(/:root\b/gi, "html").replace(PSEUDO, "").trim().replace(/\s*([>+~])\s*/g, "$1").replace(/\s+/g, " ")
    .replace(/(^|[\s>+~])(?=$|[>+~])/g, "$1*");

  // What the style elements of a page do to signed words.
  const drawnWords = (page, article, lists) => {
    const rules = [...page.querySelectorAll("style")].filter(style => attribute(style, "media").trim().toLowerCase() !== "print").flatMap(style => sheetRules(style.textContent));
    const wrong = new Set(), strings = [];
    const selected = selector => {
      try {
        return [...page.querySelectorAll(widened(selector))];
      } catch (notUnderstood) {
        return [];
      }
    };
    const isSigned = element => article.contains(element) && !element.closest("[data-unsigned]");
    const isAround = element => element !== article && element.contains(article);
    const parts = declaration => [declaration.slice(0, declaration.indexOf(":")).trim().toLowerCase(), declaration.slice(declaration.indexOf(":") + 1)];
    // A variable counts as it is set first: the light page's value.
    const variables = new Map();
    const value = written => {
      const bare = written.split("!important").join("").trim().toLowerCase(), named = /^var\( ?(--[a-z0-9_-]+) ?\)$/.exec(bare);
      return named && variables.has(named[1]) ? variables.get(named[1]) : bare;
    };
    rules.forEach(rule => rule.declarations.map(parts).filter(([name]) => name.startsWith("--") && !variables.has(name)).forEach(([name, v]) => variables.set(name, v.trim().toLowerCase())));
    const colour = (declarations, property) => {
      const found = declarations.map(parts).filter(([name]) => isOneOf(property, name)).map(([, v]) => colourOf(value(v), lists)).filter(c => c !== null);
      return found.length ? found[0] : null;
    };
    const isFaded = declarations => {
      const ink = colour(declarations, "color"), ground = colour(declarations, "background(-color)?");
      return ink !== null && ground !== null && contrast(ink, ground) < 1.6;
    };
    const isPale = declarations => {
      const ink = colour(declarations, "color");
      return ink !== null && contrast(ink, 0xFFFFFF) < 1.6;
    };
    const isGround = declarations => declarations.map(parts).some(([name, v]) => {
      if (!/^background(-color|-image)?$/.test(name)) return false;
      const laid = colourOf(value(v), lists);
      return laid !== null ? contrast(laid, 0xFFFFFF) >= 1.6 : !/^(none|transparent|inherit|initial|unset)$/.test(value(v));
    });
    const concerns = rule => rule.selectors.some(s => !isPseudoElement(s) && selected(s).some(e => isSigned(e) || isAround(e)));
    const applies = (how, element) => how === "squeezed" ? !["sub", "sup"].includes(nameOf(element)) : how === "floated" ? lists.inLine.has(nameOf(element))
      : how === "leftwards" ? runsAgainst("rtl", element) : how === "rightwards" ? runsAgainst("ltr", element) : true;
    const named = how => how === "hidden" || how === "squeezed" ? "hidden" : how === "struck" ? "struck out" : "turned round";
    const isWords = text => /[\p{L}\p{N}\p{Sm}\p{Sc}\p{Cf}.,%\u2030!?]|^[-\u2013\u2014]+$/u.test(text.replace(/[\u2190-\u21FF]/g, ""));
    const judge = rule => {
      let drawn = "";
      const hows = new Set();
      for (const declaration of rule.declarations) {
        const [name, raw] = parts(declaration), written = raw.trim();
        if (lists.writing.has(name)) {
          for (const quoted of written.match(/"[^"]*"|'[^']*'/g) || []) drawn += quoted.slice(1, -1);
          if (/attr\(|url\(|image|element\(|var\(/.test(written.replace(/"[^"]*"|'[^']*'/g, ""))) drawn += "[" + written.replace(/"[^"]*"|'[^']*'/g, " ").trim() + "]";
        }
        const bare = (name + ":" + written).replace(/[ \t\n\v\f\r]|!important/g, "").toLowerCase(), harm = lists.sheetHarm.find(([, p]) => p.test(bare));
        if (harm) hows.add(harm[0]);
      }
      if (drawn) strings.push(drawn);
      if (isFaded(rule.declarations) || isPale(rule.declarations) && !rules.some(r => isGround(r.declarations) && concerns(r))) hows.add("hidden");
      const draws = isWords(drawn);
      if (!draws && !hows.size) return;
      for (const selector of rule.selectors) {
        const pseudo = isPseudoElement(selector);
        for (const element of selected(selector)) {
          if (isSigned(element)) {
            if (draws) {
              wrong.add("A style sheet writes among the signed words: “" + excerpt(blockText(drawn)) + "”.");
              return;
            }
            const words = said(element), how = pseudo || !words ? undefined : [...hows].find(h => applies(h, element));
            if (how) {
              wrong.add("Signed text is " + named(how) + " by a style sheet: “" + excerpt(words) + "”.");
              return;
            }
          }
          if (!pseudo && isAround(element) && [...hows].some(h => applies(h, element))) {
            wrong.add("The whole article is hidden or turned round by a style sheet.");
            return;
          }
        }
      }
    };
    rules.forEach(judge);
    return { wrong: [...wrong], strings };
  };

  // ---- phrases of trust, however they are spelt

  const alikeOf = pairs => {
    const letters = [...pairs], same = new Map();
    for (let i = 0; i + 1 < letters.length; i += 2) same.set(letters[i], letters[i + 1]);
    for (const [from, to] of same) if (same.has(to)) same.set(from, same.get(to));
    return same;
  };
  const plainLetter = (letter, lists) => {
    const c = letter.codePointAt(0), first = lists.enclosed.find(f => c >= f && c < f + 26);
    return first !== undefined ? String.fromCharCode(97 + c - first) : letter.normalize("NFKD").toLowerCase().normalize("NFKD");
  };
  const bareLetters = (words, lists) => {
    let text = "", begin = true, afterFigure = false, i = 0;
    const begins = new Set(), origin = [];
    const add = (plain, figure) => {
      if (begin || figure !== afterFigure) begins.add(text.length);
      begin = false;
      afterFigure = figure;
      text += lists.alike.get(plain) || plain;
      while (origin.length < text.length) origin.push(i);
    };
    for (const letter of words) {
      const c = letter.charCodeAt(0);
      if (c < 0x80) {
        if (c >= 97 && c <= 122) add(letter, false);
        else if (c >= 65 && c <= 90) add(String.fromCharCode(c + 32), false);
        else if (c >= 48 && c <= 57) add(letter, true);
        else begin = true;
      } else if (!/[\p{Cf}\u115F\u1160\u3164\uFFA0]/u.test(letter)) for (const plain of plainLetter(letter, lists)) {
        const figure = /\p{Nd}/u.test(plain);
        if (figure || /\p{L}/u.test(plain)) add(plain, figure);
        else if (!/\p{M}/u.test(plain)) begin = true;
      }
      i += letter.length;
    }
    return { text, begins, origin };
  };
  const phraseAt = (letters, from, lists) => {
    const phrase = (lists.phrases.get(letters.text[from]) || []).find(p => letters.text.startsWith(p.letters, from) && (letters.begins.has(from) || p.letters.charCodeAt(0) > 0x58F));
    return phrase ? { kind: phrase.kind, from, to: from + phrase.letters.length } : null;
  };
  const phrasesIn = (letters, lists) => {
    const found = [];
    for (let from = 0; from < letters.text.length;) {
      const here = phraseAt(letters, from, lists);
      if (here) found.push(here);
      from = here ? here.to : from + 1;
    }
    return found;
  };

  // ---- what a page says around its article

  const carried = address => {
    const bare = address.trim(), comma = bare.indexOf(","), head = bare.slice(0, Math.max(0, comma)).toLowerCase();
    if (comma < 0 || !/^data:(text\/|image\/svg|application\/xhtml)[^,]*$/.test(head)) return "";
    const raw = utf8(bare.slice(comma + 1)), bytes = [];
    for (let i = 0; i < raw.length; i++) {
      const two = raw[i] === 37 && i + 2 < raw.length ? String.fromCharCode(raw[i + 1], raw[i + 2]) : "";
      if (/^[0-9A-Fa-f]{2}$/.test(two)) {
        bytes.push(parseInt(two, 16));
        i += 2;
      } else bytes.push(raw[i]);
    }
    const data = fromUtf8(Uint8Array.from(bytes));
    if (!head.replace(/ /g, "").endsWith(";base64")) return data;
    try {
      return fromUtf8(Uint8Array.from(atob(data.replace(/[^A-Za-z0-9+\/]/g, "")), c => c.charCodeAt(0)));
    } catch (noBase64) {
      return "";
    }
  };
  const outerText = (page, article, lists) => {
    let text = "";
    const links = [];
    const children = (parent, depth) => parent.childNodes.forEach(node => {
      if (isText(node)) text += node.data;
      else if (node.nodeType === 1) visit(node, depth);
    });
    const visit = (element, depth) => {
      const name = nameOf(element), shadow = name === "template" && (element.hasAttribute("shadowrootmode") || element.hasAttribute("shadowroot"));
      if (element === article || name === "script" || name === "style" || name === "template" && !shadow) { text += "\n"; return; }
      const space = lists.inLine.has(name) || ["wbr", "ruby", "rt"].includes(name) ? "" : "\n";
      text += space;
      for (const key of lists.words) if (attribute(element, key).trim()) text += "\n" + attribute(element, key) + "\n";
      for (const key of ["srcdoc", "src", "data"]) if (depth < 4 && element.hasAttribute(key) && (name === "iframe" || key !== "srcdoc")) {
        const html = key === "srcdoc" ? element.getAttribute(key) : carried(element.getAttribute(key));
        if (html) {
          text += "\n";
          children(new DOMParser().parseFromString(html, "text/html").body, depth + 1);
          text += "\n";
        }
      }
      const from = text.length;
      children(shadow && element.content ? element.content : element, depth);
      if (name === "a" && element.hasAttribute("href") && !element.getAttribute("href").trim().startsWith("#")) links.push([from, text.length]);
      text += space;
    };
    children(page.body, 0);
    const first = from => {
      const rest = text.slice(from).search(/[\p{L}\p{Nd}]/u);
      return rest < 0 ? text.length : from + rest;
    };
    return { text, isInsideLink: at => links.some(([from, to]) => at < to && at >= from && at > first(from)) };
  };

  const PEOPLE = /author|creator|editor|reviewe|byl|contributor|verifie|fact-?check/;
  const TITLES = /^((og|twitter|dc|dcterms|citation|parsely|sailthru)[:._-]title|headline|title)$/;
  const DESCRIPTIONS = /^(((og|twitter|dc|dcterms|sailthru)[:.])?description)$/;
  const PUBLISHED = /^(article:published_time|datepublished|dc\.date|dc\.date\.issued|citation_publication_date|parsely-pub-date|sailthru\.date)$/;
  const MODIFIED = /^(article:modified_time|og:updated_time|datemodified)$/;
  const STRIP = { "signed-edited": "editor", "signed-reviewed": "reviewer", "signed-board": "board", "signed-published": "publisher" };

  // What a page says about its story outside the signed article may not name others, other words or other times than were signed.
  const beside = (page, article, signed, drawn, lists) => {
    const wrong = new Set(), header = signed.header;
    const words = said => blockText(said.replace(/<[^<>]*>/g, " "));
    const of = part => (signed.text[part] || []).join(" ");
    const names = (...roles) => [...new Set(signed.signers.filter(s => roles.includes(s.role)).flatMap(s => [s.name, s.own]))];
    const unended = said => said.replace(/ ?\.\.\.$/, "");
    const isTitle = said => said.includes(of("headline")) || said.length >= 20 && of("headline").startsWith(unended(said));
    const isSaid = said => ["headline", "standfirst", "body", "context"].some(p => of(p).includes(unended(said))) || (of("dateline") + " " + of("body")).includes(unended(said));
    const isAt = (said, when, seconds) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return Math.abs(Math.floor(Date.parse(said + "T00:00:00Z") / 864e5) - Math.floor(when / 864e5)) <= 1;
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}(:\d{2})?)$/i.test(said)
        && Math.abs(Math.floor(Date.parse(said) / 1000) - Math.floor(when / 1000)) <= seconds;
    };
    const published = header.published ? [Date.parse(header.published)] : [];
    const modified = [...(header.modified ? [Date.parse(header.modified)] : []), ...published, header.iat * 1000];
    const time = (place, said, when) => {
      if (!when.some(w => isAt(said, w, 0))) wrong.add("“" + place + "” names another time than was signed: " + excerpt(said) + ".");
    };
    const name = (place, said, may) => {
      if (!/^(https?:\/\/.*|@.*)$/i.test(said) && !may.some(n => words(n) === said)) wrong.add("“" + place + "” names “" + excerpt(said) + "”, who signed nothing of the kind.");
    };
    const anybody = [...names("editor", "reviewer", "publisher"), ...(signed.text.source || []), ...(signed.text.byline || [])];
    const notHeadline = said => " says “" + excerpt(said) + "”, which is not the signed headline.";

    page.querySelectorAll("head > title, body > title").forEach(title => {
      const said = words(title.textContent);
      if (said.split(" ").length >= 4 && !isTitle(said)) wrong.add("The title" + notHeadline(said));
    });
    page.querySelectorAll("meta[content]").forEach(meta => {
      const place = (["property", "name", "itemprop"].map(a => attribute(meta, a)).find(n => n.trim()) || "").trim().toLowerCase(), said = words(attribute(meta, "content"));
      if (!said) return;
      if (TITLES.test(place)) { if (!isTitle(said)) wrong.add("“" + place + "”" + notHeadline(said)); }
      else if (DESCRIPTIONS.test(place)) { if (!isSaid(said)) wrong.add("“" + place + "” says what nobody signed: “" + excerpt(said) + "”."); }
      else if (PUBLISHED.test(place)) time(place, said, published);
      else if (MODIFIED.test(place)) time(place, said, modified);
      else if (place === "og:url" && said !== header.url) wrong.add("“" + place + "” names another address than the one it was published at.");
      else if (PEOPLE.test(place)) name(place, said, anybody);
    });

    const isString = value => typeof value === "string";
    const isObject = value => value !== null && typeof value === "object" && !Array.isArray(value);
    const namesIn = (value, depth) => {
      if (isString(value)) return [words(value)];
      if (isObject(value) && "name" in value) return depth < 4 ? namesIn(value.name, depth + 1) : [];
      return Array.isArray(value) && depth < 4 ? value.flatMap(one => namesIn(one, depth + 1)) : [];
    };
    const told = node => {
      const people = (property, may) => namesIn(node[property], 0).forEach(said => name(property, said, may));
      people("editor", names("editor"));
      people("reviewedBy", names("reviewer", "board"));
      ["author", "creator", "contributor"].forEach(maker => people(maker, anybody));
      ["headline", "alternativeHeadline"].forEach(title => {
        const said = words(isString(node[title]) ? node[title] : "");
        if (said && !isTitle(said)) wrong.add("“" + title + "”" + notHeadline(said));
      });
      const description = words(isString(node.description) && "headline" in node ? node.description : "");
      if (description && !isSaid(description)) wrong.add("“description” says what nobody signed: “" + excerpt(description) + "”.");
      if (isString(node.datePublished)) time("datePublished", node.datePublished, published);
      if (isString(node.dateModified)) time("dateModified", node.dateModified, modified);
      if (isString(node.lastReviewed)) {
        const review = signed.signers.find(s => s.role === "reviewer");
        if (!review || !isAt(node.lastReviewed, review.iat * 1000, 86400)) wrong.add("“lastReviewed” names another time than was signed: " + excerpt(node.lastReviewed) + ".");
      }
    };
    const visit = (node, depth) => {
      if (depth > 8) return;
      if (Array.isArray(node)) node.forEach(one => visit(one, depth + 1));
      else if (isObject(node)) {
        told(node);
        ["@graph", "mainEntity", "mainEntityOfPage"].forEach(inner => { if (inner in node) visit(node[inner], depth + 1); });
      }
    };
    page.querySelectorAll("script[type*='ld+json' i]").forEach(script => {
      try {
        visit(parse(script.textContent.replace(/^\s*(\/\/)?<!\[CDATA\[/, "").replace(/(\/\/)?]]>\s*$/, "").replace(/[\u0000-\u001F]/g, " ")), 0);
      } catch (unreadable) {
        if (!(unreadable instanceof SyntaxError)) throw unreadable;
        wrong.add("What the page tells machines of its story cannot be read.");
      }
    });

    for (const id of Object.keys(STRIP)) page.querySelectorAll("#" + id).forEach(line => {
      const spoken = said(line), letters = bareLetters(spoken, lists).text;
      const right = line.closest("article") !== article && signed.signers.filter(s => s.role === STRIP[id]).some(s => [s.name, s.own].some(n => letters.includes(bareLetters(n, lists).text))
        && [...line.querySelectorAll("a")].every(a => [s.name, s.own].some(n => words(n) === said(a))) && [...line.querySelectorAll("code")].every(c => said(c) === s.kid)
        && [...line.querySelectorAll("time[datetime]")].every(t => isAt(attribute(t, "datetime"), s.iat * 1000, 0)));
      if (!right) wrong.add("“" + id + "” does not say who signed, and when: “" + excerpt(spoken) + "”.");
    });

    const isFollowed = (kind, letters, after, may) => {
      let at = after;
      for (let again = phraseAt(letters, at, lists); again && again.kind === kind; again = phraseAt(letters, at, lists)) at = again.to;
      return may.map(n => bareLetters(n, lists).text).some(n => n && letters.text.startsWith(n, at) && (at + n.length === letters.text.length || letters.begins.has(at + n.length)));
    };
    const isTrue = (kind, letters, after) => kind === "edited-by" ? isFollowed(kind, letters, after, names("editor"))
      : kind === "reviewed-by" ? isFollowed(kind, letters, after, names("reviewer"))
      : kind === "never" ? isFollowed(kind, letters, after, names("board")) : kind in (header.claims || {});
    const phrases = (text, isInsideLink) => {
      const letters = bareLetters(text, lists);
      phrasesIn(letters, lists).forEach(match => {
        const at = letters.origin[match.from];
        if (!isInsideLink(at) && !isTrue(match.kind, letters, match.to))
          wrong.add("Outside the article the page claims what nobody signed: “" + excerpt(blockText(text.slice(at, at + 70))) + "”.");
      });
    };
    const outer = outerText(page, article, lists);
    phrases(outer.text, outer.isInsideLink);
    const rest = [...drawn];
    page.querySelectorAll("head > title, meta[content]").forEach(e => {
      const said = words(nameOf(e) === "meta" ? attribute(e, "content") : e.textContent);
      if (!isSaid(said) && !Object.values(signed.text).some(blocks => blocks.includes(said))) rest.push(of("headline") ? said.split(of("headline")).join(" | ") : said);
    });
    rest.forEach(text => phrases(text, () => false));
    return [...wrong];
  };

  // ---- JSON and base64url, read strictly

  const parse = text => {
    let at = 0;
    const fail = () => { throw new SyntaxError("not JSON"); };
    const space = () => { while (/[ \t\r\n]/.test(text[at] || "")) at++; };
    const string = () => {
      const end = /^"(?:[^"\\\u0000-\u001F]|\\["\\\/bfnrt]|\\u[0-9A-Fa-f]{4})*"/.exec(text.slice(at));
      if (!end) fail();
      at += end[0].length;
      return JSON.parse(end[0]);
    };
    const members = (close, one) => {
      at++;
      space();
      if (text[at] === close) { at++; return; }
      for (;;) {
        one();
        space();
        if (text[at] === close) { at++; return; }
        if (text[at++] !== ",") fail();
        space();
      }
    };
    const value = () => {
      space();
      if (text[at] === "{") {
        const object = Object.create(null);
        members("}", () => {
          const key = string();
          if (key in object) throw new SyntaxError("a key named twice");
          space();
          if (text[at++] !== ":") fail();
          object[key] = value();
        });
        return object;
      }
      if (text[at] === "[") {
        const list = [];
        members("]", () => list.push(value()));
        return list;
      }
      if (text[at] === '"') return string();
      const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(text.slice(at));
      if (!word) fail();
      at += word[0].length;
      return JSON.parse(word[0]);
    };
    const whole = value();
    space();
    if (at !== text.length) fail();
    return whole;
  };

  const encode = bytes => btoa(Array.from(bytes, b => String.fromCharCode(b)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const decode = text => {
    if (typeof text !== "string" || !/^[A-Za-z0-9_-]*$/.test(text)) throw new SyntaxError("not base64url");
    const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
    if (encode(bytes) !== text) throw new SyntaxError("not the canonical base64url");
    return bytes;
  };
  const utf8 = text => new TextEncoder().encode(text);
  const fromUtf8 = bytes => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const object = json => {
    if (json === null || typeof json !== "object" || Array.isArray(json)) throw new SyntaxError("not an object");
    return json;
  };

  const webCrypto = {
    sha256: async bytes => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)),
    verify: async (key, signature, bytes) => crypto.subtle.verify("Ed25519",
      await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]), signature, bytes),
  };

  // ---- differences by block

  const without = (list, taken) => {
    const left = [...list];
    taken.forEach(t => { const i = left.indexOf(t); if (i >= 0) left.splice(i, 1); });
    return left;
  };
  const take = (list, value) => {
    const i = list.indexOf(value);
    if (i >= 0) list.splice(i, 1);
    return i >= 0;
  };
  const same = (one, other) => one.length === other.length && one.every((x, i) => x === other[i]);
  const blockName = (part, i, count) => count === 1 ? part : part + " block " + (i + 1);

  const between = (part, signed, printed, texts, wrong) => {
    if (same(signed, printed)) return;
    const before = wrong.length, missing = without(signed, printed), added = without(printed, signed);
    const most = Math.max(signed.length, printed.length);
    if (!missing.length && !added.length) {
      printed.forEach((p, i) => {
        if (p !== signed[i]) wrong.push(blockName(part, i, printed.length) + " was moved: “" + excerpt(texts[i]) + "”.");
      });
      return;
    }
    const changed = new Set();
    for (let i = 0; i < Math.min(signed.length, printed.length); i++) {
      const neighbours = signed.length === printed.length
        || i + 1 < signed.length && i + 1 < printed.length && signed[i + 1] === printed[i + 1];
      if (missing.includes(signed[i]) && added.includes(printed[i]) && neighbours) changed.add(i);
    }
    printed.forEach((p, i) => {
      if (take(added, p)) wrong.push(blockName(part, i, most) + (changed.has(i) ? " differs: “" : " was added: “") + excerpt(texts[i]) + "”.");
    });
    signed.forEach((s, i) => {
      if (!changed.has(i) && take(missing, s)) wrong.push(blockName(part, i, most) + " is missing.");
    });
    if (wrong.length === before) wrong.push(part + " is not as it was signed.");
  };

  const linksBetween = (signed, printed, wrong) => {
    if (same(signed, printed)) return;
    for (let i = 0; i < Math.max(signed.length, printed.length); i++) {
      if (i >= signed.length) wrong.push("A link was added: " + printed[i] + ".");
      else if (i >= printed.length) wrong.push("A link is missing: " + signed[i] + ".");
      else if (signed[i] !== printed[i]) wrong.push("Link " + (i + 1) + " leads to " + printed[i] + " instead of " + signed[i] + ".");
    }
  };

  // ---- the check

  // Which part each signature has to play, by its place: an editor, a reviewer, the board's members, the newsroom.
  const rolesOf = (headers, count, wrong) => {
    const last = headers[headers.length - 1], members = count - 3;
    if (count === 2 && last && last.emergency === true && last.role === "publisher") return ["editor", "publisher"];
    const oneMore = members > 0 && count <= 64 && headers.slice(2, count - 1).every(h => h.role === "board");
    if (members !== 0 && !oneMore)
      wrong.push("The signature block holds " + count + " signatures; an editor's, a reviewer's and the newsroom's are needed.");
    return ["editor", "reviewer", ...Array(oneMore ? members : 0).fill("board"), "publisher"];
  };

  // keys: the key set's JSON. config: what the program writes beside it, see CheckerConfig
  const verify = async (html, keys, config, tools = webCrypto) => {
    const digest = async text => encode(await tools.sha256(utf8(text)));
    const page = new DOMParser().parseFromString(html, "text/html");
    const lists = listsOf(config), wrong = [], signers = {}, boardOf = () => signers.board || [], text = {}, good = new Set();
    let story = null, unknown = false;
    const known = [];
    for (const key of parse(keys).keys) {
      if (key.kty === "OKP" && key.crv === "Ed25519" && key.kid === await digest('{"crv":"Ed25519","kty":"OKP","x":"' + key.x + '"}')) known.push(key);
    }
    const time = signer => signer ? new Date(signer.header.iat * 1000).toISOString().replace(".000Z", "Z") : null;
    const answer = kind => ({
      verdict: unknown && kind === "altered" && !["editor", "reviewer", "publisher"].some(r => signers[r]) ? "unknown-key" : kind,
      editedBy: signers.editor ? signers.editor.header.name : null, reviewedBy: signers.reviewer ? signers.reviewer.header.name : null,
      differences: wrong, story, url: signers.publisher && signers.publisher.header.url || null, editedAt: time(signers.editor),
      reviewedAt: time(signers.reviewer), text, good, signers, block: null,
    });

    const signature = async (role, header, jws, before, timeBefore, payload) => {
      if (header.alg !== "Ed25519") { wrong.push("The " + role + "'s signature uses “" + header.alg + "”, not Ed25519."); return; }
      if (header.typ !== "newsroom-signoff+jws") { wrong.push("The " + role + "'s signature was made for something else."); return; }
      const key = known.find(k => k.kid === header.kid);
      if (!key) { unknown = true; return; }
      let holds = false;
      try {
        holds = await tools.verify(decode(key.x), decode(jws.signature), utf8(jws.protected + "." + payload));
      } catch (malformed) {
        if (!(malformed instanceof SyntaxError)) throw malformed;
      }
      if (!holds) { wrong.push("The " + role + "'s signature does not hold."); return; }
      if (header.role !== role || !(key.roles || []).includes(role)) {
        wrong.push("The key of " + key.name + " may not sign as " + role + ".");
        return;
      }
      if (!(header.iat >= key.nbf && (key.exp == null || header.iat <= key.exp))) wrong.push("The key of " + key.name + " was not valid when it signed.");
      if (role !== "publisher" && header.name !== key.name && !(key.credits || []).includes(header.name))
        wrong.push(key.name + " may not sign as “" + header.name + "”.");
      if (config.meanings[role] && config.meanings[role] !== header.meaning) wrong.push("The " + role + "'s signature says “" + header.meaning + "”.");
      if (before && await digest(before.protected + "." + before.signature) !== header.prev)
        wrong.push("The " + role + "'s signature does not build on the one before it.");
      if (header.iat < timeBefore) wrong.push("The " + role + " signed before the one whose work they sign.");
      if (role === "board") {
        if (boardOf().some(s => s.key.sub === key.sub)) wrong.push(key.name + " signed for the board twice.");
        signers.board = [...boardOf(), { header, key }];
        return;
      }
      signers[role] = { header, key };
    };

    const signatures = async (list, payload) => {
      const headers = list.slice(0, 64).map(one => {
        const header = object(parse(fromUtf8(decode(object(one).protected))));
        if ("crit" in header) throw new SyntaxError("critical members");
        header.iat = header.iat || 0;
        return header;
      });
      const roles = rolesOf(headers, list.length, wrong);
      let before = null, review = null, timeBefore = -Infinity;
      for (let i = 0; i < Math.min(list.length, roles.length); i++) {
        const jws = { protected: list[i].protected, signature: list[i].signature };
        // Each member of the board signs the review, not the member before.
        await signature(roles[i], headers[i], jws, roles[i] === "board" ? review : before, timeBefore, payload);
        before = jws;
        if (roles[i] === "reviewer") review = jws;
        timeBefore = headers[i].iat;
      }
      if (signers.editor && signers.reviewer && signers.editor.key.sub === signers.reviewer.key.sub) wrong.push("Editor and reviewer are the same person.");
    };

    const readStatement = async block => {
      try {
        const json = object(parse(block.textContent.replace(/^\s*(\/\/)?<!\[CDATA\[/, "").replace(/(\/\/)?]]>\s*$/, "")));
        const statement = object(parse(fromUtf8(decode(json.payload))));
        story = statement.story;
        if (statement.typ !== TYPE || statement.canon !== FORM || !statement.parts || !statement.links) {
          wrong.push("The signature block is of a kind this checker does not know.");
          return null;
        }
        await signatures(json.signatures || [], json.payload);
        return statement;
      } catch (unreadable) {
        if (!(unreadable instanceof SyntaxError)) throw unreadable;
        wrong.push("The signature block cannot be read.");
        return null;
      }
    };

    const findArticle = () => {
      const articles = page.querySelectorAll("article, [data-signoff]");
      if (articles.length === 1 && articles[0].hasAttribute("data-signoff")) return articles[0];
      wrong.push(!articles.length ? "The page has no article." : articles.length > 1 ? "The page has more than one article." : "The article is not marked as signed.");
      return null;
    };

    const unsigned = (found, article) => {
      (found.blocks.get(STRAY) || []).forEach(stray => wrong.push("Text that nobody signed stands in the article: “" + excerpt(stray) + "”."));
      (found.links.get(STRAY) || []).forEach(link => wrong.push("A link that nobody signed stands in the article: " + link + "."));
      found.furniture.filter(words => phrasesIn(bareLetters(words, lists), lists).length)
        .forEach(words => wrong.push("An unsigned label claims what nobody signed: “" + excerpt(words) + "”."));
      found.concealed.forEach(([how, words]) => wrong.push("Signed text is " + how + ": “" + excerpt(words) + "”."));
      found.tampering.forEach(([what, words]) => wrong.push(what + (words ? ": “" + excerpt(words) + "”." : ".")));
      const drawn = drawnWords(page, article, lists);
      wrong.push(...drawn.wrong);
      if (isHiddenAround(article, lists)) wrong.push("The whole article is hidden or turned round.");
      if ([...page.querySelectorAll("template[shadowrootmode], template[shadowroot]")].some(t => article.contains(t) || t.parentElement && t.parentElement.contains(article)))
        wrong.push("Something else is drawn in the place of the signed words.");
      if (found.relative.length && page.querySelector("base[href]")) wrong.push("The page turns its links elsewhere.");
      return drawn.strings;
    };

    const claims = async (found, header) => {
      const signed = header.claims || {}, printed = new Map();
      const emergency = header.emergency === true, saysBefore = UNREVIEWED in signed;
      if (emergency !== saysBefore || saysBefore && "reviewed-by" in signed) wrong.push("The page does not say rightly whether it was reviewed before it was printed.");
      if (BY_BOARD in signed) {
        const stated = header.board, reviewer = signers.reviewer;
        if (!stated || !(stated.quorum >= 1) || boardOf().length < stated.quorum)
          wrong.push("The page says that the board verified it, but " + boardOf().length + " of its members signed.");
        else if (!stated.seniors && reviewer && boardOf().every(s => s.key.sub === reviewer.key.sub))
          wrong.push("The page says that the board verified it, but only its reviewer signed for the board.");
      }
      found.blocks.forEach((blocks, bucket) => { if (bucket.startsWith(CLAIM)) printed.set(bucket.slice(CLAIM.length), blocks); });
      printed.forEach((blocks, kind) => { text[kind] = blocks; });
      Object.keys(signed).forEach(kind => { if (!printed.has(kind)) wrong.push("The line “" + kind + "” is missing."); });
      for (const [kind, blocks] of printed) {
        const digests = await Promise.all(blocks.map(digest));
        if (signed[kind] && same(signed[kind], digests)) blocks.forEach((b, i) => good.add(kind + " " + i));
        else wrong.push("The line “" + kind + "” is not the one that was signed: “" + excerpt(blocks.join(" ")) + "”.");
      }
      found.links.forEach((links, bucket) => {
        if (bucket.startsWith(CLAIM)) links.filter(link => !header.url || !isSameSite(header.url, link)).forEach(link =>
          wrong.push("The line “" + bucket.slice(CLAIM.length) + "” leads away from the newsroom, to " + link + "."));
      });
      if ([...page.querySelectorAll("link[rel=canonical i]")].some(l => l.getAttribute("href") !== header.url))
        wrong.push("The page names another address than the one it was published at.");
      const dates = (claim, when, otherwise) => {
        if ([...page.querySelectorAll("[data-claim=" + claim + "] time[datetime]")].some(t => t.getAttribute("datetime") !== when)) wrong.push(otherwise);
      };
      dates("published", header.published, "The date of publication is not the one that was signed.");
      dates("modified", header.modified, "The date of the last change is not the one that was signed.");
    };

    const compare = async (statement, article) => {
      const header = signers.publisher && signers.publisher.header;
      if (article.getAttribute("data-signoff") !== FORM || statement.story !== article.getAttribute("data-story"))
        wrong.push("The article names another story than the signatures.");
      const found = walk(article, header && header.url || "", lists);
      const digests = {};
      for (const part of PARTS) {
        if (!found.blocks.has(part)) continue;
        text[part] = found.blocks.get(part);
        digests[part] = await Promise.all(text[part].map(digest));
      }
      const parts = [...Object.keys(statement.parts), ...Object.keys(digests).filter(p => !(p in statement.parts))];
      for (const part of parts) {
        const signed = statement.parts[part] || [], printed = digests[part] || [];
        between(part, signed, printed, text[part] || [], wrong);
        printed.forEach((p, i) => { if (same(signed, printed) || signed.includes(p) && signed[i] === p) good.add(part + " " + i); });
      }
      const composed = links => links.map(l => l.normalize("NFC"));
      linksBetween(composed(statement.links), composed(PARTS.flatMap(p => found.links.get(p) || [])), wrong);
      const drawn = unsigned(found, article);
      if (!header) return;
      await claims(found, header);
      const besides = ({ header: h, key }) => ({ role: h.role, name: h.name || key.name, own: key.name, kid: key.kid, iat: h.iat });
      const everybody = [...["editor", "reviewer", "publisher"].filter(r => signers[r]).map(r => besides(signers[r])), ...boardOf().map(besides)];
      wrong.push(...beside(page, article, { header, signers: everybody, text }, drawn, lists));
    };

    const blocks = page.querySelectorAll('script[type="application/jose+json" i], script#signoff');
    if (!blocks.length) return answer("unsigned");
    if (blocks.length > 1) {
      wrong.push("The page carries more than one signature block.");
      return answer("altered");
    }
    const statement = await readStatement(blocks[0]), article = findArticle();
    if (statement && article) await compare(statement, article);
    const result = answer(wrong.length ? "altered" : unknown ? "unknown-key" : "ours-current");
    result.block = blocks[0].textContent;
    return result;
  };

  return { verify, resolved, webCrypto };
})();
