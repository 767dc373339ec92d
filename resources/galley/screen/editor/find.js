// Finds words in the story and marks every place.
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const key = new PluginKey("find");
const NOTHING = { pattern: null, places: [], active: -1, marks: DecorationSet.empty };

export const find = new Plugin({
  key,
  state: {
    init: () => NOTHING,
    apply(tr, was) {
      const asked = tr.getMeta(key);
      if (asked === undefined && !tr.docChanged) return was;
      const pattern = asked === undefined ? was.pattern : asked.pattern;
      if (!pattern) return NOTHING;
      const places = asked !== undefined && asked.places || placesOf(tr.doc, pattern);
      const active = asked === undefined ? Math.min(was.active, places.length - 1) : asked.active ?? -1;
      return { pattern, places, active, marks: marksFor(tr.doc, places, active) };
    },
  },
  props: { decorations: state => key.getState(state).marks },
});

/** Marks these words everywhere and goes to the first place at or after the cursor. */
export function findWords(view, words, matchCase) {
  const pattern = words ? patternFor(words, matchCase) : null;
  if (!pattern) return forget(view);
  const places = placesOf(view.state.doc, pattern);
  const from = view.state.selection.from;
  const here = places.findIndex(place => place.from >= from);
  return goTo(view, pattern, places, places.length && here < 0 ? 0 : here);
}

/** Goes to the next place (1) or the one before (-1), round and round. */
export function findStep(view, step) {
  const { pattern, places, active } = key.getState(view.state);
  return places.length ? goTo(view, pattern, places, (active + step + places.length) % places.length) : found(view);
}

export function forget(view) {
  view.dispatch(view.state.tr.setMeta(key, { pattern: null }));
  return found(view);
}

function goTo(view, pattern, places, active) {
  const tr = view.state.tr.setMeta(key, { pattern, places, active });
  if (active >= 0) tr.setSelection(TextSelection.create(tr.doc, places[active].from, places[active].to)).scrollIntoView();
  view.dispatch(tr);
  return found(view);
}

function found(view) {
  const { places, active } = key.getState(view.state);
  return JSON.stringify({ total: places.length, at: active + 1 });
}

// Straight and curly quotes, all dashes and all spaces find one another: a person searching types the plain ones.
function patternFor(words, matchCase) {
  const source = words
      .replace(/[.*+?^${}()|[\]\\\/]/g, "\\$&")
      .replace(/['’‘]/g, "['’‘]").replace(/["“”„«»]/g, "[\"“”„«»]")
      .replace(/[-–—]/g, "[-–—]").replace(/\s+/g, "\\s+");
  return new RegExp(source, matchCase ? "gu" : "giu");
}

function placesOf(doc, pattern) {
  const places = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, null, "\n");
    for (const match of text.matchAll(pattern)) {
      if (match[0]) places.push({ from: pos + 1 + match.index, to: pos + 1 + match.index + match[0].length });
    }
    return false;
  });
  return places;
}

function marksFor(doc, places, active) {
  return DecorationSet.create(doc, places.map((place, index) =>
      Decoration.inline(place.from, place.to, { class: index === active ? "found here" : "found" })));
}
