// Writes down what the interpreter's library offers, for the editor's completion and hover: one line an item.
//
// usage: node library.mjs <crates/interp> <file>
//
// A line that begins with `=` names what the items below it belong to: `=mod tokio::time`, `=type Option`,
// `=trait Iterator`. Any other is an item as it is declared, without its body. The library is written as rustfmt writes,
// so lines tell enough: what is public stands at the margin, or one step from it within an `impl` or a `trait`.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [interp, target] = process.argv.slice(2);
const folder = join(interp, "library");

/// The items by what they belong to.
const items = new Map();

function add(owner, item) {
  const all = items.get(owner) ?? new Set();
  items.set(owner, all.add(item));
}

/// The declaration that starts at a line: up to its body, its end or its fields, in one line.
function declaration(lines, at) {
  let text = "";
  for (let line = at; line < lines.length && line < at + 20; line++) {
    text += ` ${lines[line].trim()}`;
    if (/[{;]\s*$|\{ .* \}$|\}$/.test(lines[line])) break;
  }
  return text
    .replace(/\s*\{.*$|\s*;$|\s+=\s.*;$|\s+where\b.*$/s, "")
    .replace(/^\s*(?:pub )?/, "")
    .replace(/\b(?:const|unsafe|default) (?=(?:async )?(?:unsafe )?fn\b)/g, "")
    .replace(/\(\s+/g, "(")
    .replace(/,?\s+\)/g, ")")
    .replace(/\bcrate::(?:\w+::)*/g, "")
    .replace(/^(struct [^(]*)\(.*$/, "$1")
    .replaceAll("$ty", "Self")
    .trim();
}

/// The name of the type that an `impl` is for; nothing for an `impl` of a trait, whose methods stand with the trait.
function ownerOf(head) {
  const plain = head.replaceAll("->", "").replace(/^(?:unsafe )?impl\b/, "").replace(/<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>/g, "").replace(/\s*\{.*$/s, "").trim();
  if (/\bfor\b/.test(plain)) return null;
  const type = plain.replace(/\bwhere\b.*$/s, "").trim();
  return type.replace(/^&(?:mut )?/, "").replace(/^.*::/, "") || null;
}

/// Reads the lines of a module from `at`, at this indentation, to its end; returns where that is.
function readModule(lines, at, margin, path, children) {
  let owner = null;
  for (; at < lines.length; at++) {
    const line = lines[at];
    const inner = line.slice(margin.length);
    if (margin && line === `${margin.slice(4)}}`) return at;
    if (!line.startsWith(margin) || inner === "") continue;
    if (inner === "}") owner = null;
    const module = inner.match(/^(pub )?mod (\w+)(;| \{$)/);
    if (module?.[3] === ";") children.push([module[2], Boolean(module[1])]);
    else if (module) at = readModule(lines, at + 1, `${margin}    `, module[1] ? `${path}::${module[2]}` : path, children);
    else if (/^(?:unsafe )?impl\b/.test(inner)) {
      const type = ownerOf(declaration(lines, at).concat(" {"));
      owner = type && !/[{;}]\s*\}$/.test(inner) ? `type ${type}` : null;
    } else if (/^pub (?:unsafe )?trait \w+/.test(inner)) {
      add(`mod ${path}`, declaration(lines, at));
      owner = inner.endsWith("}") ? null : `trait ${inner.match(/trait (\w+)/)[1]}`;
    } else if (/^pub (?:const |async |unsafe )*(?:fn|struct|enum|type|static|const) \w+/.test(inner)) {
      add(`mod ${path}`, declaration(lines, at));
    } else if (/^ {8}impl \$ty \{$/.test(inner)) {
      // The numbers have theirs from macros.
      const isFloat = lines.some((it) => it.startsWith("macro_rules! float"));
      readNumbers(lines, at, isFloat ? "type f32, f64" : "type integers");
    } else if (owner) {
      const own = inner.match(/^ {4}(pub )?(?:const |async |unsafe )*(?:fn|const) \w+/);
      if (own && (own[1] || owner.startsWith("trait"))) add(owner, declaration(lines, at));
    }
  }
  return at;
}

/// Reads the methods of numbers, which stand three steps from the margin.
function readNumbers(lines, at, owner) {
  for (; at < lines.length && lines[at] !== "        }"; at++) {
    if (/^ {12}pub (?:const |unsafe )*(?:fn|const) \w+/.test(lines[at])) add(owner, declaration(lines, at));
  }
}

/// Reads a file and those of its modules. What a private module declares public belongs to the one above.
function readFile(file, beside, path) {
  const children = [];
  readModule(readFileSync(file, "utf8").split("\n"), 0, "", path, children);
  for (const [name, isPublic] of children) {
    const child = join(beside, `${name}.rs`);
    if (existsSync(child)) readFile(child, join(beside, name), isPublic ? `${path}::${name}` : path);
  }
}

/// Reads the table of macros. Attributes, and what only has a message, are left out.
function readMacros(table) {
  const names = (text) =>
    [...text.matchAll(/\("(\w+)", Known::(\w+)/g)].filter((it) => !["Attribute", "No", "Native"].includes(it[2]));
  const shared = names(table.match(/const JOINS\b.*?\];/s)?.[0] ?? "");
  for (const [, crate, path, rest] of table.matchAll(/\brow\(\s*"(\w+)",\s*&\[(.*?)\],(.*?)\)(?:,$|\s*\];)/gms)) {
    const owner = [crate, ...[...path.matchAll(/"(\w+)"/g)].map((it) => it[1])].join("::");
    for (const [, name] of rest.includes("JOINS") ? shared : names(rest)) add(`mod ${owner}`, `macro ${name}!`);
  }
}

for (const crate of readdirSync(folder).sort()) {
  const top = join(folder, crate, "lib.rs");
  if (existsSync(top)) readFile(top, join(folder, crate), crate);
}
readMacros(readFileSync(join(interp, "src/lower/macros/table.rs"), "utf8"));
let out = "";
for (const [owner, all] of items) out += `=${owner}\n${[...all].join("\n")}\n`;
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, out);
