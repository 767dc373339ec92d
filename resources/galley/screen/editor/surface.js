// The writing surface: one ProseMirror view for the whole story, and the functions Java calls on it (window.galley).
// `window.desk` is Java's side of the bridge: ready(), changed(), selected(json), leave(step), follow(href), trouble(words).
import { redoDepth, undoDepth } from "prosemirror-history";
import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { copied, paste } from "galley/clipboard.js";
import { commands, enclosing, goTo, linkAt, partOf, setLink, clearAcrossParts } from "galley/commands.js";
import { find, findStep, findWords, forget } from "galley/find.js";
import { furniture } from "galley/furniture.js";
import { keys } from "galley/keys.js";
import { readStory, writeStory } from "galley/markup.js";
import { schema } from "galley/schema.js";

const NO_TEXT = { slugline: "", headline: "", standfirst: "", body: "", context: "" };

let readOnly = true;
let told = "";
let opened;

const plugins = [...keys(step => window.desk.leave(step)), find, furniture];

const view = new EditorView(document.getElementById("story"), {
  state: freshState(NO_TEXT),
  editable: () => !readOnly,
  attributes: { role: "textbox", "aria-multiline": "true", "aria-label": "Story", spellcheck: "false", autocorrect: "off", autocapitalize: "off" },
  dispatchTransaction(tr) {
    this.updateState(this.state.apply(tr));
    if (tr.docChanged) window.desk?.changed();
    tellSelection();
  },
  handleDOMEvents: {
    // The browser reports a moved cursor a moment late; the key that follows must find it where it is.
    // Escape belongs to the screen around: true keeps ProseMirror from taking it.
    keydown: (_, event) => {
      if (!view.composing) settle();
      return event.keyCode === 27;
    },
    beforeinput: (_, event) => {
      const torn = event.inputType?.startsWith("delete") && [...event.getTargetRanges()].some(range =>
          partElement(range.startContainer) !== partElement(range.endContainer));
      if (torn) event.preventDefault();
      return torn;
    },
    copy: stop, cut: stop, paste: stop,
    click: (_, event) => {
      const link = event.target.closest?.("a[href]");
      if (!link) return false;
      event.preventDefault();
      if (readOnly || event.ctrlKey || event.metaKey) window.desk.follow(link.getAttribute("href"));
      return false;
    },
  },
});

// A state of its own for every story opened: words and undo history are never shared.
function freshState(text) {
  const doc = readStory(text);
  opened = { text, doc };
  return EditorState.create({ doc, plugins });
}

function stop(_, event) {
  event.preventDefault();
  return true;
}

function partElement(node) {
  return (node.nodeType === 1 ? node : node.parentElement)?.closest(".part") ?? null;
}

// Takes up what the browser has typed into the page but ProseMirror has not seen yet.
function settle() {
  view.domObserver.flush();
}

function tellSelection() {
  const now = JSON.stringify(selection());
  if (now !== told) {
    told = now;
    window.desk?.selected(now);
  }
}

function selection() {
  const { state } = view;
  const { $from, empty } = state.selection;
  const has = mark => empty ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks()))
      : state.doc.rangeHasMark(state.selection.from, state.selection.to, mark);
  const list = enclosing(state, "bullet_list", "ordered_list");
  const block = $from.parent.type.name;
  return {
    part: (partOf(state) ?? "several").toUpperCase(),
    block: block !== "heading" ? "PARAGRAPH" : $from.parent.attrs.level === 2 ? "HEADING" : "SUBHEADING",
    bold: has(schema.marks.strong),
    italic: has(schema.marks.em),
    subscript: has(schema.marks.sub),
    superscript: has(schema.marks.sup),
    link: linkAt(state)?.href ?? "",
    bullets: list?.node.type === schema.nodes.bullet_list,
    numbers: list?.node.type === schema.nodes.ordered_list,
    quote: Boolean(enclosing(state, "blockquote")),
    empty,
    canUndo: !readOnly && undoDepth(state) > 0,
    canRedo: !readOnly && redoDepth(state) > 0,
    paragraph: $from.parent.isTextblock ? $from.parent.textContent.slice(0, 400) : "",
  };
}

window.galley = {
  open(json, editable) {
    readOnly = !editable;
    view.updateState(freshState(JSON.parse(json)));
    view.setProps({});
    window.scrollTo(0, 0);
    tellSelection();
  },
  read() {
    settle();
    return JSON.stringify(writeStory(view.state.doc, opened));
  },
  run(name) {
    settle();
    return !readOnly && commands[name](view.state, view.dispatch, view);
  },
  link(href) {
    settle();
    return !readOnly && setLink(href)(view.state, view.dispatch);
  },
  copy() {
    settle();
    return JSON.stringify(copied(view.state));
  },
  cut() {
    const taken = this.copy();
    if (!readOnly && !clearAcrossParts(view.state, view.dispatch)) {
      view.dispatch(view.state.tr.deleteSelection().setMeta("uiEvent", "cut").scrollIntoView());
    }
    return taken;
  },
  paste(json) {
    settle();
    if (!readOnly) paste(view, JSON.parse(json));
  },
  type(text) {
    settle();
    if (readOnly) return;
    clearAcrossParts(view.state, view.dispatch);
    view.dispatch(view.state.tr.insertText(text).scrollIntoView());
  },
  dropAt(x, y) {
    const place = view.posAtCoords({ left: x, top: y });
    if (place) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
  },
  find: (words, matchCase) => findWords(view, words, matchCase),
  findStep: step => findStep(view, step),
  findEnd: () => forget(view),
  focus(part) {
    view.focus();
    if (part && part !== partOf(view.state)) goTo(part, "start")(view.state, view.dispatch);
  },
  selectedText: () => view.state.doc.textBetween(view.state.selection.from, view.state.selection.to, "\n\n", "\n"),
  beforeSelection: () => view.state.selection.$from.parent.textBetween(0, view.state.selection.$from.parentOffset, "\n", "\n"),
  readOnly(value) {
    readOnly = value;
    view.setProps({ editable: () => !readOnly });
    tellSelection();
  },
  theme(json) {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(JSON.parse(json))) root.style.setProperty("--" + name, value);
  },
  language(tag) {
    document.documentElement.lang = tag;
  },
  start() {
    window.desk.ready();
  },
};

window.addEventListener("error", event => window.desk?.trouble(event.message + " " + event.filename?.slice(0, 40) + ":" + event.lineno));
window.addEventListener("unhandledrejection", event => window.desk?.trouble(String(event.reason)));
if (window.desk) window.galley.start();
