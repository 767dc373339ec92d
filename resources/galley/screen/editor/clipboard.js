// What goes to the clipboard and what comes from it. Java holds the clipboard and has cleaned any HTML before it gets here.
import { Fragment, Slice } from "prosemirror-model";
import { clearAcrossParts, partOf, setLink } from "galley/commands.js";
import { oneLine, wordsOf, writeBlocks, writeInline } from "galley/markup.js";
import { isPlain, linkable, schema } from "galley/schema.js";

/** The selection in three flavours: our own slice (within one part), story markup and plain text. */
export function copied(state) {
  if (state.selection.empty) return null;
  const content = state.selection.content();
  const text = state.doc.textBetween(state.selection.from, state.selection.to, "\n\n", "\n");
  const part = partOf(state);
  if (!part) return { slice: null, html: writeBlocks(flattened(content.content)), text };
  const slice = isPlain(part) ? new Slice(content.content.firstChild.content, 0, 0)
      : new Slice(content.content.firstChild.content, content.openStart - 1, content.openEnd - 1);
  return { slice: JSON.stringify(slice), html: markupOf(slice), text };
}

/** Pastes the best flavour the place can take: {slice, html, text}, each may be null. */
export function paste(view, { slice, html, text }) {
  clearAcrossParts(view.state, view.dispatch);
  const { state } = view;
  const words = text ?? (html ? wordsOf(html) : "");
  if (isPlain(partOf(state))) {
    const line = oneLine(words);
    if (line) view.dispatch(state.tr.insertText(line).setMeta("paste", true).scrollIntoView());
    return;
  }
  const address = words.trim();
  if (!state.selection.empty && linkable(address) && !/\s/.test(address) && state.selection.$from.sameParent(state.selection.$to)) {
    setLink(address)(state, view.dispatch);
    return;
  }
  const own = slice && ownSlice(slice);
  if (own) view.dispatch(state.tr.replaceSelection(own).setMeta("paste", true).setMeta("uiEvent", "paste").scrollIntoView());
  else if (html) view.pasteHTML(html);
  else if (text) view.pasteText(text);
}

// Another program may have written this flavour too, so it is checked like any other input.
function ownSlice(json) {
  try {
    const slice = Slice.fromJSON(schema, JSON.parse(json));
    slice.content.forEach(node => node.check());
    return slice;
  } catch {
    return null;
  }
}

function markupOf(slice) {
  const { content } = slice;
  if (!content.childCount || content.firstChild.isInline) return writeInline(content);
  return content.childCount === 1 && content.firstChild.isTextblock && slice.openStart && slice.openEnd
      ? writeInline(content.firstChild.content) : writeBlocks(content);
}

// Parts as blocks: the headline becomes a heading, the other lines paragraphs.
function flattened(parts) {
  let blocks = Fragment.empty;
  parts.forEach(part => {
    const type = part.type === schema.nodes.headline ? schema.nodes.heading : schema.nodes.paragraph;
    blocks = blocks.append(isPlain(part.type.name) ? Fragment.from(type.create(null, part.content)) : part.content);
  });
  return blocks;
}
