// What stands around the words without being part of them: counts and placeholders.
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const LIMITS = { headline: 70, standfirst: 160 };
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const known = new WeakMap();

export const furniture = new Plugin({
  props: {
    decorations(state) {
      const around = [];
      state.doc.forEach((node, pos) => around.push(Decoration.node(pos, pos + node.nodeSize, attributes(node))));
      return DecorationSet.create(state.doc, around);
    },
  },
});

function attributes(node) {
  let given = known.get(node);
  if (!given) known.set(node, given = count(node));
  return given;
}

function count(node) {
  const empty = node.isTextblock ? node.content.size === 0 : node.childCount === 1 && node.firstChild.content.size === 0
      && node.firstChild.type.name === "paragraph";
  const limit = LIMITS[node.type.name];
  if (!limit) return empty ? { class: "empty" } : {};
  const length = [...letters.segment(node.textContent.trim())].length;
  const over = length - limit;
  return {
    class: (empty ? "empty" : "") + (over > 0 ? " over" : ""),
    "data-count": `${length} of ${limit}` + (over > 0 ? `, ${over} over` : ""),
  };
}
