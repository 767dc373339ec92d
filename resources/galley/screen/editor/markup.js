// Story markup in and out: the HTML that is stored, signed and printed.
import { DOMParser as MarkupParser, DOMSerializer } from "prosemirror-model";
import { PARTS, isPlain, schema } from "galley/schema.js";

// A document of its own: nothing in it runs, loads or is shown.
const inert = document.implementation.createHTMLDocument("");

const parser = MarkupParser.fromSchema(schema);
const serializer = new DOMSerializer({
  text: node => node.text,
  hard_break: () => ["br"],
  paragraph: () => ["p", 0],
  heading: node => ["h" + node.attrs.level, 0],
  bullet_list: () => ["ul", 0],
  ordered_list: () => ["ol", 0],
  list_item: node => ["li", node.attrs.loose || paragraphs(node) > 1 ? {} : { unwrap: "" }, 0],
  blockquote: node => ["blockquote", node.attrs.bare && node.childCount === 1 ? { unwrap: "" } : {}, 0],
}, {
  ...DOMSerializer.marksFromSchema(schema),
  link: mark => ["a", { href: mark.attrs.href }, 0],
});

/** Makes the document of one story from its five strings. */
export function readStory(text) {
  return schema.node("doc", null, PARTS.map(part => readPart(part, text[part])));
}

/** The five strings; a part nobody changed comes back letter for letter as it was given. */
export function writeStory(doc, opened) {
  const text = {};
  doc.forEach((node, _, index) => {
    const part = node.type.name;
    text[part] = opened.doc.child(index).eq(node) ? opened.text[part] : writePart(node);
  });
  return text;
}

export function readPart(part, markup) {
  const type = schema.nodes[part];
  if (isPlain(part)) {
    const words = oneLine(markup);
    return type.create(null, words ? schema.text(words) : null);
  }
  return parser.parse(fragment(markup), { topNode: type.create() });
}

export function writePart(node) {
  return isPlain(node.type.name) ? node.textContent.trim() : writeBlocks(node.content);
}

/** Blocks as story markup; blocks without words are left out. */
export function writeBlocks(content) {
  const box = inert.createElement("div");
  serializer.serializeFragment(content, { document: inert }, box);
  for (const block of [...box.querySelectorAll("p, h2, h3, li, ul, ol, blockquote")].reverse()) {
    if (!block.textContent.trim()) block.remove();
  }
  for (const block of box.querySelectorAll("[unwrap]")) {
    block.removeAttribute("unwrap");
    const first = block.firstElementChild;
    if (first?.localName === "p") first.replaceWith(...first.childNodes);
  }
  return box.innerHTML.replaceAll("&nbsp;", "\u00a0");
}

/** Words within one block as story markup. */
export function writeInline(content) {
  const box = inert.createElement("div");
  serializer.serializeFragment(content, { document: inert }, box);
  return box.innerHTML.replaceAll("&nbsp;", "\u00a0");
}

/** The words of some markup on one line. */
export function wordsOf(markup) {
  const box = fragment(markup);
  for (const block of box.querySelectorAll("p, h1, h2, h3, li, blockquote, br")) block.before(" ");
  return oneLine(box.textContent);
}

export const oneLine = text => text.replace(/[ \t\r\n\f]+/g, " ").trim();

function fragment(markup) {
  const box = inert.createElement("div");
  box.innerHTML = markup;
  return box;
}

function paragraphs(item) {
  let count = 0;
  item.forEach(child => count += child.type === schema.nodes.paragraph ? 1 : 0);
  return count;
}
