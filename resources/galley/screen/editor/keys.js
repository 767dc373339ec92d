// The keyboard: what each key does, and what typed signs turn into.
// Copy, cut, paste, find, link and sign are taken by Java before they get here.
import { baseKeymap, chainCommands } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { splitListItem } from "prosemirror-schema-list";
import { Plugin } from "prosemirror-state";
import { breakLine, clearAcrossParts, commands, enclosing, enterInLine, headingToParagraph, selectPart, toPart } from "galley/commands.js";
import { schema } from "galley/schema.js";

const { nodes } = schema;


// Tab moves lists in and out, else from part to part, and at either end leaves the editor, so it never traps anyone.
const tab = (step, inList, leave) => (state, dispatch, view) =>
  enclosing(state, "list_item") && inList(state, dispatch) || toPart(step)(state, dispatch, view) || (leave(step), true);

export const keys = leave => [
  keymap({
    "Mod-b": commands.bold,
    "Mod-i": commands.italic,
    "Mod-z": undo,
    "Shift-Mod-z": redo,
    "Mod-y": redo,
    "Mod-a": selectPart,
    "Mod-Alt-0": commands.paragraph,
    "Mod-Alt-2": commands.heading,
    "Mod-Alt-3": commands.subheading,
    "Mod-Shift-7": commands.numbers,
    "Mod-Shift-8": commands.bullets,
    "Mod-Shift-9": commands.quote,
    "Enter": chainCommands(clearAcrossParts, enterInLine, splitListItem(nodes.list_item)),
    "Shift-Enter": breakLine,
    "Mod-Enter": () => true,
    "Ctrl-Enter": () => true,
    "Tab": tab(1, commands.indent, leave),
    "Shift-Tab": tab(-1, commands.outdent, leave),
    "Backspace": chainCommands(clearAcrossParts, undoInputRule, headingToParagraph),
    "Mod-Backspace": clearAcrossParts,
    "Delete": clearAcrossParts,
    "Mod-Delete": clearAcrossParts,
  }),
  keymap(baseKeymap),
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
      wrappingInputRule(/^\s*1[.)]\s$/, nodes.ordered_list),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      textblockTypeInputRule(/^(#{2,3})\s$/, nodes.heading, match => ({ level: match[1].length })),
    ],
  }),
  history(),
  // Typing over a selection that runs across parts must not tear them.
  new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        if (!clearAcrossParts(view.state, view.dispatch)) return false;
        view.dispatch(view.state.tr.insertText(text));
        return true;
      },
    },
  }),
];
