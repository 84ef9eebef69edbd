// Rust as the editor sees it: tokens in the page's own colours, brackets, indentation. The classes are those of
// crates/app/src/highlight.rs, which colours the text before the editor is there.
import { StreamLanguage, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Tag, tagHighlighter } from "@lezer/highlight";

const KEYWORDS = new Set(
  ("as async break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub " +
    "ref return self Self static struct super trait true type unsafe use where while").split(" "),
);

const PRIMITIVES = new Set(
  "bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 u32 u64 u8 usize".split(" "),
);

/// The CSS class of each kind of token. The names are none that the editor has a meaning for.
const CLASSES = { keyword: "kw", awaited: "kw aw", call: "fn", named: "ty", text: "st", number: "nu", comment: "co" };

const tokenTable = Object.fromEntries(Object.keys(CLASSES).map((kind) => [kind, Tag.define()]));
const classes = Object.entries(CLASSES).map(([kind, css]) => ({ tag: tokenTable[kind], class: css }));

const UNIT = 4;
const CLOSING = { ")": "(", "]": "[", "}": "{" };

/// Reads on in a block comment; they nest.
function comment(stream, state) {
  while (state.comments > 0 && !stream.eol()) {
    if (stream.match("/*")) state.comments++;
    else if (stream.match("*/")) state.comments--;
    else stream.next();
  }
  return "comment";
}

/// Reads on in a string, which ends with a quote and so many hashes; only one without hashes knows escapes.
function text(stream, state) {
  const end = `"${"#".repeat(state.hashes)}`;
  while (!stream.eol()) {
    if (stream.match(end)) {
      state.inText = false;
      break;
    }
    if (stream.next() === "\\" && !state.raw) stream.next();
  }
  return "text";
}

/// A character, or a lifetime or label, which is no text.
function quote(stream) {
  if (stream.match(/^'(?:[^'\\\n]|\\(?:x[0-9a-fA-F]{2}|u\{[0-9a-fA-F_]+\}|.))'/u)) return "text";
  stream.next();
  stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u);
  return null;
}

function startsText(stream, state) {
  const start = stream.match(/^(?:[bc]?"|[bc]?r(#*)")/);
  if (!start) return false;
  state.inText = true;
  state.raw = start[0].includes("r");
  state.hashes = start[1]?.length ?? 0;
  return true;
}

function nameKind(name, stream) {
  if (name === "await") return "awaited";
  if (KEYWORDS.has(name)) return "keyword";
  const capital = /^[A-Z]/.test(name);
  if (stream.match(/^(?:\(|::<|!(?!=))/, false)) return capital ? "named" : "call";
  return capital || PRIMITIVES.has(name) ? "named" : null;
}

/// Keeps count of the brackets that are open, each with the indentation of the line in which it was opened.
function bracket(character, stream, state) {
  if ("([{".includes(character)) state.open = [...state.open, { character, indent: stream.indentation() }];
  const opening = CLOSING[character];
  if (!opening) return;
  const at = state.open.map((it) => it.character).lastIndexOf(opening);
  if (at >= 0) state.open = state.open.slice(0, at);
}

function token(stream, state) {
  if (state.comments > 0) return comment(stream, state);
  if (state.inText) return text(stream, state);
  if (stream.eatSpace()) return null;
  if (stream.match("//")) {
    stream.skipToEnd();
    return "comment";
  }
  if (stream.match("/*")) {
    state.comments = 1;
    return comment(stream, state);
  }
  if (startsText(stream, state)) return text(stream, state);
  if (stream.peek() === "'") return quote(stream);
  if (stream.match(/^\d[\w]*(?:\.\d[\w]*)?/)) return "number";
  if (stream.match(/^(?:r#)?[\p{L}_][\p{L}\p{N}_]*/u)) return nameKind(stream.current(), stream);
  bracket(stream.next(), stream, state);
  return null;
}

/// A line belongs to the innermost open bracket; one that begins with a dot goes on with the line before.
function indent(state, after) {
  const innermost = state.open.at(-1);
  const base = innermost ? innermost.indent : 0;
  if (innermost && CLOSING[after[0]] === innermost.character) return base;
  return base + (innermost ? UNIT : 0) + (/^[.?]/.test(after) && !after.startsWith("..") ? UNIT : 0);
}

const rust = StreamLanguage.define({
  name: "rust",
  startState: () => ({ comments: 0, inText: false, raw: false, hashes: 0, open: [] }),
  copyState: (state) => ({ ...state }),
  token,
  indent,
  tokenTable,
  languageData: {
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    closeBrackets: { brackets: ["(", "[", "{", '"'] },
    indentOnInput: /^\s*[}\])]$/,
  },
});

export const language = [rust, indentUnit.of(" ".repeat(UNIT)), syntaxHighlighting(tagHighlighter(classes))];
