// What an editor can do to the text: each takes a state, and a dispatch when it is to be done.
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";
import { AllSelection, TextSelection } from "prosemirror-state";
import { PARTS, isPlain, linkable, schema } from "galley/schema.js";

const { nodes, marks } = schema;

/** The commands Java calls by name (EditorCommand). */
export const commands = {
  bold: toggleMark(marks.strong),
  italic: toggleMark(marks.em),
  subscript: toggleMark(marks.sub),
  superscript: toggleMark(marks.sup),
  paragraph: outOfLists(setBlockType(nodes.paragraph), lift),
  heading: outOfLists(setBlockType(nodes.heading, { level: 2 })),
  subheading: outOfLists(setBlockType(nodes.heading, { level: 3 })),
  quote: (state, dispatch) => (enclosing(state, "blockquote") ? liftOutOf("blockquote") : wrapIn(nodes.blockquote))(state, dispatch),
  bullets: toggleList(nodes.bullet_list),
  numbers: toggleList(nodes.ordered_list),
  indent: sinkListItem(nodes.list_item),
  outdent: liftListItem(nodes.list_item),
  unlink: (state, dispatch) => setLink(null)(state, dispatch),
  undo,
  redo,
  selectPart,
};

/** The part that holds the whole selection, or null when it runs over several. */
export function partOf(state) {
  const { $from, $to } = state.selection;
  return $from.depth && $to.depth && $from.index(0) === $to.index(0) ? $from.node(1).type.name : null;
}

/** The nearest node of one of these types around the start of the selection: {node, pos}, or null. */
export function enclosing(state, ...names) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 1; depth--) {
    if (names.includes($from.node(depth).type.name)) return { node: $from.node(depth), pos: $from.before(depth), depth };
  }
  return null;
}

/** Selects the part the cursor is in; once more, the whole story. */
export function selectPart(state, dispatch) {
  const part = partOf(state);
  const { $from } = state.selection;
  let selection = new AllSelection(state.doc);
  if (part) {
    const inside = TextSelection.between(state.doc.resolve($from.start(1)), state.doc.resolve($from.end(1)));
    if (!inside.eq(state.selection)) selection = inside;
  }
  dispatch?.(state.tr.setSelection(selection));
  return true;
}

/** A selection over several parts empties what it covers of each; all five parts stay. */
export function clearAcrossParts(state, dispatch) {
  if (partOf(state)) return false;
  if (dispatch) {
    const { from, to } = state.selection;
    const tr = state.tr;
    const covered = [];
    state.doc.forEach((node, pos) => {
      const start = Math.max(from, pos + 1), end = Math.min(to, pos + node.nodeSize - 1);
      if (start < end) covered.unshift({ node, start, end, whole: start === pos + 1 && end === pos + node.nodeSize - 1 });
    });
    for (const { node, start, end, whole } of covered) {
      if (whole && !isPlain(node.type.name)) tr.replaceWith(start, end, nodes.paragraph.create());
      else tr.delete(start, end);
    }
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(from, 1)), 1));
    dispatch(tr.scrollIntoView());
  }
  return true;
}

/** Moves to the start of the next part (1) or the one before (-1); false at either end of the story. */
export const toPart = step => (state, dispatch) => {
  const { $head } = state.selection;
  const index = ($head.depth ? $head.index(0) : step > 0 ? -1 : PARTS.length) + step;
  return index >= 0 && index < PARTS.length && goTo(PARTS[index], step > 0 ? "start" : "end")(state, dispatch);
};

/** Puts the cursor at the start or end of a part. */
export const goTo = (part, edge) => (state, dispatch) => {
  let pos = 0;
  for (let i = 0; i < PARTS.indexOf(part); i++) pos += state.doc.child(i).nodeSize;
  const node = state.doc.child(PARTS.indexOf(part));
  const selection = edge === "end" ? TextSelection.near(state.doc.resolve(pos + node.nodeSize - 1), -1)
      : TextSelection.near(state.doc.resolve(pos + 1), 1);
  dispatch?.(state.tr.setSelection(selection).scrollIntoView());
  return true;
};

/** Enter in a line of its own goes on to the next part. */
export function enterInLine(state, dispatch) {
  const part = partOf(state);
  return part && isPlain(part) ? toPart(1)(state, dispatch) : false;
}

/** A hard break; swallowed where there are no lines to break. */
export function breakLine(state, dispatch) {
  if (!isPlain(partOf(state) ?? "headline")) dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create(), true).scrollIntoView());
  return true;
}

/** At the start of a heading, Backspace makes it a paragraph before it joins anything. */
export function headingToParagraph(state, dispatch) {
  const { $from, empty } = state.selection;
  return empty && $from.parentOffset === 0 && $from.parent.type === nodes.heading
      ? setBlockType(nodes.paragraph)(state, dispatch) : false;
}

/** Links the selection, the word at the cursor or the link around it; null takes the link away. */
export const setLink = href => (state, dispatch) => {
  if (href !== null && !linkable(href)) return false;
  const part = partOf(state);
  if (!part || isPlain(part)) return false;
  const range = linkRange(state);
  if (!range && href === null) return false;
  if (dispatch) {
    const tr = state.tr;
    if (!range) {
      tr.insert(state.selection.from, schema.text(href.replace(/^mailto:/, ""), [marks.link.create({ href })]));
    } else {
      tr.removeMark(range.from, range.to, marks.link);
      if (href !== null) tr.addMark(range.from, range.to, marks.link.create({ href }));
    }
    dispatch(tr.removeStoredMark(marks.link).scrollIntoView());
  }
  return true;
};

/** The link at the selection: {href, from, to}, or null. */
export function linkAt(state) {
  const { $from, from, to, empty } = state.selection;
  const parent = $from.parent;
  if (!parent.inlineContent) return null;
  const start = $from.start();
  const runs = [];
  parent.forEach((child, offset) => {
    const href = child.marks.find(mark => mark.type === marks.link)?.attrs.href;
    const last = runs.at(-1);
    if (last && last.href === href) last.to = start + offset + child.nodeSize;
    else runs.push({ href, from: start + offset, to: start + offset + child.nodeSize });
  });
  return runs.find(run => run.href && (empty ? run.from <= from && from <= run.to : run.from <= from && from < run.to && to > run.from)) ?? null;
}

function linkRange(state) {
  const { from, to, empty, $from } = state.selection;
  const link = linkAt(state);
  if (empty) return link ?? wordAt($from);
  return link ? { from: Math.min(from, link.from), to: Math.max(to, link.to) } : { from, to };
}

function wordAt($pos) {
  const text = $pos.parent.textBetween(0, $pos.parent.content.size, null, " ");
  const inWord = /[\p{L}\p{N}\p{M}'’-]/u;
  let from = $pos.parentOffset, to = from;
  while (from > 0 && inWord.test(text[from - 1])) from--;
  while (to < text.length && inWord.test(text[to])) to++;
  return from < to ? { from: $pos.start() + from, to: $pos.start() + to } : null;
}

function outOfLists(set, otherwise = () => false) {
  return (state, dispatch, view) => {
    if (set(state)) return set(state, dispatch, view);
    if (!enclosing(state, "list_item")) return otherwise(state, dispatch);
    if (!liftListItem(nodes.list_item)(state)) return false;
    if (dispatch) {
      liftListItem(nodes.list_item)(state, dispatch);
      outOfLists(set)(view.state, view.dispatch, view);
    }
    return true;
  };
}

function liftOutOf(name) {
  return (state, dispatch) => {
    const around = enclosing(state, name);
    const { $from, $to } = state.selection;
    const range = around && $from.blockRange($to, node => node.type.name === name);
    if (!range) return false;
    dispatch?.(state.tr.lift(range, range.depth - 1).scrollIntoView());
    return true;
  };
}

function toggleList(type) {
  return (state, dispatch) => {
    const list = enclosing(state, "bullet_list", "ordered_list");
    if (!list) return wrapInList(type)(state, dispatch);
    if (list.node.type === type) return liftListItem(nodes.list_item)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(list.pos, type));
    return true;
  };
}
