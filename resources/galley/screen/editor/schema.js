// The story as one document: five parts, always all five, always in this order.
// Whatever is typed, pasted or dropped, nothing outside this grammar can enter the text.
import { Schema } from "prosemirror-model";

export const PARTS = ["slugline", "headline", "standfirst", "body", "context"];
export const isPlain = part => part === "slugline" || part === "headline" || part === "standfirst";

// One line of plain text.
const line = (part, tag) => ({
  content: "text*", marks: "", isolating: true, defining: true,
  toDOM: () => ["div", { class: "part " + part }, [tag, { dir: "auto" }, 0]],
});

// Blocks in story markup.
const copy = part => ({
  content: "block+", isolating: true, defining: true,
  toDOM: () => ["div", { class: "part " + part }, 0],
});

const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote";
const startsWithBlock = dom => Boolean(dom.firstElementChild?.matches(BLOCKS)
    && dom.firstElementChild === [...dom.childNodes].find(child => child.nodeType === 1 || child.data?.trim()));

export const linkable = href => /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(href);
const mustBeLinkable = href => {
  if (typeof href !== "string" || !linkable(href)) throw new RangeError("not a link for a story: " + href);
};
const mustBeFlag = flag => {
  if (typeof flag !== "boolean") throw new RangeError("not a flag: " + flag);
};

export const schema = new Schema({
  nodes: {
    doc: { content: PARTS.join(" ") },
    slugline: line("slugline", "p"),
    headline: line("headline", "h1"),
    standfirst: line("standfirst", "p"),
    body: copy("body"),
    context: copy("context"),

    paragraph: {
      group: "block", content: "inline*",
      parseDOM: [{ tag: "p" }], toDOM: () => ["p", { dir: "auto" }, 0],
    },
    heading: {
      group: "block", content: "inline*", defining: true,
      attrs: { level: { default: 2, validate: "number" } },
      parseDOM: [1, 2, 3, 4, 5, 6].map(n => ({ tag: "h" + n, attrs: { level: n < 3 ? 2 : 3 } })),
      toDOM: node => ["h" + node.attrs.level, { dir: "auto" }, 0],
    },
    // `bare` and `loose` remember whether the wire wrote <li>word</li> or <li><p>word</p></li>, so that saving gives it back.
    blockquote: {
      group: "block", content: "block+", defining: true,
      attrs: { bare: { default: false, validate: mustBeFlag } },
      parseDOM: [{ tag: "blockquote", getAttrs: dom => ({ bare: !startsWithBlock(dom) }) }],
      toDOM: () => ["blockquote", { dir: "auto" }, 0],
    },
    bullet_list: {
      group: "block", content: "list_item+",
      parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", { dir: "auto" }, 0],
    },
    ordered_list: {
      group: "block", content: "list_item+",
      parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", { dir: "auto" }, 0],
    },
    list_item: {
      content: "paragraph block*", defining: true,
      attrs: { loose: { default: false, validate: mustBeFlag } },
      parseDOM: [{ tag: "li", getAttrs: dom => ({ loose: startsWithBlock(dom) }) }],
      toDOM: () => ["li", 0],
    },
    text: { group: "inline" },
    hard_break: {
      group: "inline", inline: true, selectable: false,
      parseDOM: [{ tag: "br" }], toDOM: () => ["br"],
    },
  },
  // The first mark stands outermost in the markup.
  marks: {
    link: {
      inclusive: false,
      attrs: { href: { validate: mustBeLinkable } },
      parseDOM: [{
        tag: "a[href]",
        getAttrs: dom => linkable(dom.getAttribute("href").trim()) && { href: dom.getAttribute("href").trim() },
      }],
      toDOM: mark => ["a", { href: mark.attrs.href, title: mark.attrs.href }, 0],
    },
    strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    sub: { group: "shifted", excludes: "shifted", parseDOM: [{ tag: "sub" }], toDOM: () => ["sub", 0] },
    sup: { group: "shifted", excludes: "shifted", parseDOM: [{ tag: "sup" }], toDOM: () => ["sup", 0] },
  },
});
