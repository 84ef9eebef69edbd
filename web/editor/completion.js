// What can be written at a place, and what a name means: from the interpreter's library, and from the program itself.
// The library's list (see web/library.mjs) is asked for when it is first needed; the page is asked for types, which it
// knows once the program has been changed.
import { autocompletion } from "@codemirror/autocomplete";
import { hoverTooltip } from "@codemirror/view";

const KINDS = { fn: "function", struct: "class", enum: "enum", trait: "interface", type: "type", macro: "keyword" };

/// What most programs use most: offered before the rest.
const COMMON = new Set("Iterator Option Result Vec String str Future HashMap Duration tokio::time tokio::sync tokio tokio::task".split(" "));

/// How many meanings of one name are told at once.
const MEANINGS = 4;

let library = null;

/// Asks for the library's list, once; without it, only the program's own names are known.
function load(address) {
  library ??= fetch(address)
    .then((it) => (it.ok ? it.text() : ""))
    .catch(() => "")
    .then((text) => {
      const items = read(text);
      if (items.length === 0) library = null;
      return items;
    });
  return library;
}

/// Each item as `{ owner, of, name, kind, declaration }`: `owner` is a path, the name of a type, or of a trait.
function read(text) {
  const items = [];
  let of = "";
  let owner = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("=")) {
      [of] = line.slice(1).split(" ", 1);
      owner = line.slice(of.length + 2);
      continue;
    }
    const found = line.match(/^(?:async |unsafe )*(\w+) (\w+)/);
    if (found) items.push({ owner, of, name: found[2], kind: found[1], declaration: line });
  }
  return items;
}

/// The type, module or trait in front of `::`, and whether a name comes after a dot.
function context(before) {
  const path = before.match(/(\w+)(?:::<[^<>]*>)?::\w*$/);
  return { path: path?.[1] ?? null, dot: /[\w)\]?"}]\s*\.\w*$/.test(before) };
}

const isMethod = (it) => it.of !== "mod" && /\((?:&|mut |'\w+ )*(?:mut )?self\b/.test(it.declaration);

function fits(it, { path, dot }) {
  if (dot) return isMethod(it);
  if (!path) return it.of === "mod";
  return it.of === "mod" ? it.owner.split("::").at(-1) === path : it.owner === path && !isMethod(it);
}

function option(name, of) {
  const [first] = of;
  const owners = [...new Set(of.map((it) => it.owner))];
  const isCall = first.kind === "fn";
  return {
    label: first.kind === "macro" ? `${name}!` : name,
    type: isCall && first.of !== "mod" ? "method" : (KINDS[first.kind] ?? "variable"),
    boost: owners.some((it) => COMMON.has(it)) ? 1 : 0,
    detail: owners.length > 3 ? `${owners.slice(0, 3).join(", ")}, …` : owners.join(", "),
    info: isCall ? [...new Set(of.map((it) => it.declaration))].slice(0, MEANINGS).join("\n") : undefined,
  };
}

function libraryOptions(items, at) {
  const byName = new Map();
  for (const it of items.filter((it) => fits(it, at))) byName.set(it.name, [...(byName.get(it.name) ?? []), it]);
  return [...byName].map(([name, of]) => option(name, of));
}

const WORDS =
  "async await break const continue else enum fn for if impl in let loop match mod move mut pub return self Self static " +
  "struct trait type use where while true false bool char f64 i32 i64 str u8 u32 u64 usize";

/// The names in the program, but for the one that is being written.
function ownOptions(doc, position, { path, dot }) {
  const found = new Map();
  const text = doc.toString().replace(/\/\/.*$/gm, (it) => " ".repeat(it.length));
  for (const it of text.matchAll(/(\.|\b(?:fn|struct|enum|trait|mod|const|static|let|type)\s+)?\b([\p{L}_][\p{L}\p{N}_]*)\b(\s*[:(!])?/gu)) {
    const [, before, name, after] = it;
    const ends = it.index + (before?.length ?? 0) + name.length;
    if (ends === position || name.length < 2 || /^\d/.test(name)) continue;
    const isMember = before === "." || (before?.startsWith("fn") ?? false) || after?.includes(":");
    if ((dot && !isMember) || (!dot && before === ".")) continue;
    const keyword = before?.trim();
    if (!found.has(name) || KINDS[keyword]) {
      found.set(name, { label: name, type: KINDS[keyword] ?? "variable", boost: path ? 0 : 1 });
    }
  }
  return [...found.values()];
}

/// What the value before the dot has, by what the page knows of its type.
async function typedOptions(ask, doc, position) {
  const found = await ask("complete", doc, position);
  return found.map(([label, type, owner, signature]) => ({
    label,
    type,
    boost: type === "method" ? 0 : 1,
    detail: owner,
    info: signature || undefined,
  }));
}

function source(address, ask) {
  return async (completing) => {
    const line = completing.state.doc.lineAt(completing.pos);
    const before = line.text.slice(0, completing.pos - line.from);
    // Nothing is to be completed in a comment or in a string.
    const kind = completing.tokenBefore(["comment", "text"]);
    if (kind) return null;
    const at = context(before);
    const word = completing.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
    if (!word && !at.path && !at.dot && !completing.explicit) return null;
    const from = word?.from ?? completing.pos;
    const validFor = /^[\p{L}\p{N}_]*$/u;
    if (at.dot) {
      const typed = await typedOptions(ask, completing.state.doc, completing.pos);
      if (completing.aborted) return null;
      if (typed.length > 0) return { from, options: typed, validFor };
    }
    const own = ownOptions(completing.state.doc, completing.pos, at);
    const items = await load(address);
    if (completing.aborted) return null;
    const words = at.path || at.dot ? [] : WORDS.split(" ").map((label) => ({ label, type: "keyword", boost: -1 }));
    const options = new Map();
    for (const it of [...words, ...own, ...libraryOptions(items, at)]) options.set(it.label, it);
    return { from, options: [...options.values()], validFor };
  };
}

/// What a name at a place of the text means: the declarations that fit.
async function meaning(address, view, position) {
  const word = view.state.wordAt(position);
  if (!word) return null;
  const line = view.state.doc.lineAt(position);
  const before = line.text.slice(0, word.to - line.from);
  const name = view.state.sliceDoc(word.from, word.to);
  const at = context(before);
  const after = line.text.slice(word.to - line.from);
  const named = (await load(address)).filter((it) => it.name === name && (it.kind === "macro") === /^!(?!=)/.test(after));
  const fitting = named.filter((it) => fits(it, at));
  return fitting.length > 0 ? { word, fitting } : null;
}

/// What the page knows of a name at a place of the text.
async function typedMeaning(ask, view, position) {
  const word = view.state.wordAt(position);
  const [found] = word ? await ask("describe", view.state.doc, position) : [];
  return found ? { word, fitting: [{ owner: found[0], declaration: found[1] }] } : null;
}

function hover(address, ask) {
  return hoverTooltip(async (view, position) => {
    const found = (await typedMeaning(ask, view, position)) ?? (await meaning(address, view, position));
    if (!found) return null;
    const create = () => {
      const dom = document.createElement("div");
      dom.className = "meaning";
      for (const it of found.fitting.slice(0, MEANINGS)) {
        const item = dom.appendChild(document.createElement("p"));
        item.appendChild(document.createElement("code")).textContent = it.declaration;
        if (it.owner) item.appendChild(document.createElement("small")).textContent = it.owner;
      }
      const more = found.fitting.length - MEANINGS;
      if (more > 0) dom.appendChild(document.createElement("small")).textContent = `and ${more} more of this name`;
      return { dom };
    };
    return { pos: found.word.from, end: found.word.to, create };
  });
}

/// Completion and hover with the library's list from this address; `ask` asks the page about a place of the text.
export function completion(address, ask) {
  return [autocompletion({ override: [source(address, ask)], icons: false }), hover(address, ask)];
}
