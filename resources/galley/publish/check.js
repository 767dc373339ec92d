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

  // ---- what keeps words from being read as they stand

  const HIDING = new RegExp("(^|;)(display:none|visibility:(hidden|collapse)|content-visibility:hidden"
    + "|opacity:(0?\\.0\\d*|0)%?(?=;|!|$)|(font-size|zoom|scale|width|height|max-width|max-height|line-height):0(\\.0+)?[a-z%]*(?=;|!|$)"
    + "|text-indent:-|position:(absolute|fixed)|clip(-path)?:|mask(-image)?:|transform:|(-webkit-text-fill-)?color:transparent"
    + "|-webkit-text-security:|font:0|filter:)");
  const TURNING = /(^|;)(unicode-bidi:(bidi-override|isolate-override))/;
  const STRIKING = /(^|;)text-decoration(-line)?:[^;]*line-through/;

  const nameOf = element => element.localName.toLowerCase();
  const concealment = element => {
    const style = (element.getAttribute("style") || "").replace(new RegExp("/\\*.*?\\*/|\\s", "g"), "").toLowerCase(), name = nameOf(element);
    if (element.hasAttribute("hidden") || element.hasAttribute("popover") || style.includes("\\") || name === "rp" || HIDING.test(style)
      || (name === "details" || name === "dialog") && !element.hasAttribute("open")) return "hidden";
    if (name === "bdo" || TURNING.test(style)) return "turned round";
    if (name === "ol" && ["start", "reversed", "type"].some(a => element.hasAttribute(a)) || name === "li" && element.hasAttribute("value"))
      return "numbered otherwise";
    return STRIKING.test(style) ? "struck out" : "";
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

  const walk = (article, base) => {
    const found = { blocks: new Map(), links: new Map(), concealed: [], furniture: [], relative: [] };
    const put = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value]);
    const marks = new Set();
    let open = "", bucket = STRAY;
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
    const furniture = element => {
      const words = said(element);
      const speaks = (bucket === STRAY ? /[\p{L}\p{Nd}]/u.test(words) : words !== "" && !/^(?:[·•|\s]*|\s+[-–—]\s+)$/u.test(element.textContent)) || [element, ...element.querySelectorAll("*")].some(e => nameOf(e) === "img" || EMBEDDED.has(nameOf(e)));
      if (bucket !== STRAY && speaks) put(found.blocks, STRAY, words);
      else if (speaks) found.furniture.push(words);
    };
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
      if (NO_TEXT.has(name)) return;
      const own = ownBucket(element), outer = bucket, breaks = own !== null || !INLINE.has(name) && name !== "br";
      if (breaks) endBlock();
      if (own !== null) bucket = own;
      const how = concealment(element);
      if (how && said(element)) found.concealed.push([how, said(element)]);
      if (name === "br") open += " ";
      else if (name === "img") image(element);
      else {
        if (element.hasAttribute("href")) link(element.getAttribute("href").trim());
        if (EMBEDDED.has(name)) { open += "[" + name + "]"; endBlock(); }
        const mark = MARKS.find(m => m[2].has(name)), begins = mark && !marks.has(mark);
        if (begins) marks.add(mark);
        children(element);
        if (begins) marks.delete(mark);
      }
      if (breaks) endBlock();
      bucket = outer;
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

  // keys: the key set's JSON. config: { meanings: {role: words}, phrases: [...] }
  const verify = async (html, keys, config, tools = webCrypto) => {
    const digest = async text => encode(await tools.sha256(utf8(text)));
    const page = new DOMParser().parseFromString(html, "text/html");
    const wrong = [], signers = {}, boardOf = () => signers.board || [], text = {}, good = new Set();
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
      found.furniture.filter(words => config.phrases.some(p => words.toLowerCase().includes(p)))
        .forEach(words => wrong.push("An unsigned label claims what nobody signed: “" + excerpt(words) + "”."));
      found.concealed.forEach(([how, words]) => wrong.push("Signed text is " + how + ": “" + excerpt(words) + "”."));
      for (let around = article.parentElement; around; around = around.parentElement) {
        const how = concealment(around);
        if (NEVER_SHOWN.has(nameOf(around)) || how && how !== "numbered otherwise") { wrong.push("The whole article is hidden or turned round."); break; }
      }
      if ([...page.querySelectorAll("template[shadowrootmode], template[shadowroot]")].some(t => article.contains(t) || t.parentElement && t.parentElement.contains(article)))
        wrong.push("Something else is drawn in the place of the signed words.");
      if (found.relative.length && page.querySelector("base[href]")) wrong.push("The page turns its links elsewhere.");
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
      const found = walk(article, header && header.url || "");
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
      unsigned(found, article);
      if (header) await claims(found, header);
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
