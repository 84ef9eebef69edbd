// The editor: CodeMirror, as the page uses it. The page holds the text and everything that is known of it; here is only
// what it takes to type. Loaded after the first paint; without it the page offers a plain text area.
import {
  acceptCompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, Prec, Transaction } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { completion } from "./completion.js";
import { difference } from "./difference.js";
import {
  lineAndColumn,
  markedAt,
  place,
  readFaults,
  readLines,
  records,
  setFaults,
  setLines,
  setRan,
  showMarks,
  whereIs,
} from "./marks.js";
import { language } from "./rust.js";

/// How long Tab leads out of the editor, in milliseconds, if no other key is pressed: for good.
const WAY_OUT_MS = 1e9;

/// What the page says about the text area for those who do not see it.
const attributes = {
  id: "source",
  "aria-label": "Source",
  "aria-describedby": "editor-keys",
  "data-testid": "editor",
  spellcheck: "false",
  autocorrect: "off",
  autocapitalize: "off",
  translate: "no",
};

/// Makes an editor and returns what makes it do things: a function of a command and what belongs to it. `tell` is told of
/// changes (`"changed", text`), of a line whose spans are asked for (`"picked", line`), of one whose group of awaits is to be
/// gathered (`"gather", line`) and of questions about a place (`"ask", [kind, line, column, done]`); `library` is the address of the library's list.
export function create(library, tell) {
  /// The states of the other programs, with what can be undone in them.
  const left = new Map();
  let name = null;
  /// Whether a change is the page's own, which need not be told to it.
  let told = true;
  /// Whether the last thing that was done is Tab.
  let byTab = false;
  document.addEventListener("keydown", (event) => (byTab = event.key === "Tab"), true);
  document.addEventListener("mousedown", () => (byTab = false), true);

  const picked = (line) => tell("picked", line);
  const gathered = (line) => tell("gather", line);
  const pick = ({ state }) => {
    const mark = markedAt(state, state.selection.main.head);
    if (mark?.awaits) picked(mark.line);
    return Boolean(mark?.awaits);
  };
  const gather = ({ state }) => {
    const mark = markedAt(state, state.selection.main.head);
    if (mark?.gather) gathered(mark.line);
    return Boolean(mark?.gather);
  };

  /// Asks the page about a place of the text, which is that of the page as well.
  const ask = (kind, doc, position) =>
    new Promise((done) => {
      const { line, column } = lineAndColumn(doc, position);
      tell("ask", [kind, line, column, done]);
    }).then(records);

  const extensions = [
    EditorView.contentAttributes.of(attributes),
    language,
    history(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    search({ top: true }),
    highlightSelectionMatches(),
    completion(library, ask),
    // The page runs the program, wherever the focus is.
    Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => true, stopPropagation: false }])),
    keymap.of([
      { key: "Alt-Enter", run: pick },
      { key: "Mod-.", run: gather },
      { key: "Tab", run: acceptCompletion },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      // The page's search is on this key.
      ...defaultKeymap.filter((it) => it.key !== "Ctrl-k" && it.mac !== "Ctrl-k"),
      indentWithTab,
    ]),
    showMarks(picked, gathered),
    EditorView.domEventObservers({
      // The way out for those who have but a keyboard: Escape, then Tab. Whoever comes by Tab goes on by it too.
      keyup: (event, view) => {
        if (event.key === "Escape") view.setTabFocusMode(WAY_OUT_MS);
      },
      focus: (_, view) => {
        if (byTab) view.setTabFocusMode(WAY_OUT_MS);
      },
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && told) tell("changed", update.state.doc.toString());
    }),
  ];

  const stateOf = (doc) => EditorState.create({ doc, extensions });
  const view = new EditorView({ state: stateOf("") });

  const replace = (text) => {
    const changes = difference(view.state.doc.toString(), text);
    told = false;
    try {
      view.dispatch({ changes, annotations: Transaction.addToHistory.of(true), userEvent: "input.replace" });
    } finally {
      told = true;
    }
  };

  const go = (at) => {
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    view.focus();
  };

  /// Scrolls the pane around the editor, but never the page: whoever picks a bar wants to go on looking at it.
  const reveal = (line) => {
    const at = whereIs(view.state, line);
    const pane = view.dom.closest("#code");
    if (at === null || !pane) return;
    const { top, height } = view.lineBlockAt(at);
    const y = view.documentTop + top;
    const box = pane.getBoundingClientRect();
    const above = box.top + 2 * height - y;
    const below = y + 3 * height - box.bottom;
    if (above > 0) pane.scrollTop -= above;
    else if (below > 0) pane.scrollTop += below;
  };

  const commands = {
    /// Puts the editor into an element, if it is not there.
    attach(to) {
      if (view.dom.parentNode !== to) to.append(view.dom);
    },
    /// Shows the text of a program, and goes on with it where it was left.
    open(program, text) {
      if (name !== program) {
        if (name !== null) left.set(name, view.state);
        name = program;
        view.setState(left.get(program) ?? stateOf(text));
        left.delete(program);
      }
      if (view.state.doc.toString() !== text) replace(text);
    },
    /// Says which text runs: it is its lines that are marked.
    ran: (text) => view.dispatch({ effects: setRan.of(text) }),
    /// Shows what there is to show beside lines.
    mark: (lines) => view.dispatch({ effects: setLines.of(readLines(lines)) }),
    /// Shows what is wrong with the text.
    faults: (faults) => view.dispatch({ effects: setFaults.of(readFaults(faults)) }),
    reveal,
    /// Goes to a place of the text.
    goTo(line, column) {
      go(place(view.state.doc, line, column));
    },
    /// Goes to where a line of the last run is now.
    goToLine(line) {
      go(whereIs(view.state, line) ?? place(view.state.doc, line, 1));
    },
  };
  return (command, first, second) => commands[command](first, second);
}
