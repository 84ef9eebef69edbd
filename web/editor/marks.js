// What the page has to show beside and in the text: the times of a run, lines that could be gathered, what is picked,
// what is wrong. Marks move with the text until the page gives new ones.
import { ChangeSet, MapMode, RangeSet, RangeSetBuilder, StateEffect, StateField, Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter, gutterLineClass, hoverTooltip, lineNumbers } from "@codemirror/view";
import { difference } from "./difference.js";

/// Says to which text lines belong that are marked from now on: that of the last run.
export const setRan = StateEffect.define();

/// Replaces what is shown beside lines.
export const setLines = StateEffect.define();

/// Replaces what is wrong.
export const setFaults = StateEffect.define();

/// Reads the records that the page writes.
export const records = (text) => text.split("\x1e").slice(0, -1).map((it) => it.split("\x1f"));

/// Reads what `crates/app/src/marks.rs` writes of lines.
export const readLines = (text) =>
  records(text).map(([line, css, time, sentence, gain]) => ({
    line: Number(line),
    css,
    awaits: css.includes("awaits"),
    gather: css.includes("could-gather"),
    time,
    sentence,
    gain,
  }));

/// Reads what it writes of faults. Lines and columns count from 1, columns in characters.
export const readFaults = (text) =>
  records(text).map(([severity, line, column, endLine, endColumn, message]) => ({
    severity,
    line: Number(line),
    column: Number(column),
    endLine: Number(endLine),
    endColumn: Number(endColumn),
    message,
  }));

class Mark extends GutterMarker {
  constructor(of, css) {
    super();
    this.of = of;
    this.elementClass = css;
  }
}

class Time extends GutterMarker {
  constructor(of) {
    super();
    this.of = of;
  }

  eq(other) {
    return other.of.time === this.of.time && other.of.sentence === this.of.sentence && other.of.gain === this.of.gain;
  }

  toDOM() {
    const time = document.createElement("span");
    time.className = "time";
    time.title = this.of.sentence;
    time.textContent = this.of.time;
    if (this.of.gain) {
      const gain = document.createElement("button");
      gain.type = "button";
      gain.tabIndex = -1;
      gain.className = "gain";
      gain.textContent = this.of.gain;
      time.prepend(gain);
    }
    return time;
  }
}

/// The place in the text of a line and a column, which may lie outside.
export function place(doc, line, column) {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return at.from + [...at.text].slice(0, Math.max(column - 1, 0)).join("").length;
}

/// The line and the column of a place in the text, counted as the page does.
export function lineAndColumn(doc, position) {
  const line = doc.lineAt(position);
  return { line: line.number, column: [...line.text.slice(0, position - line.from)].length + 1 };
}

function faultsOf(doc, faults) {
  const ranges = faults.map((it) => {
    let from = place(doc, it.line, it.column);
    let to = Math.max(place(doc, it.endLine, it.endColumn), from);
    // Something has to be underlined: the character at the place, or the one before the line's end.
    if (from === to) {
      const line = doc.lineAt(from);
      if (to < line.to) to++;
      else if (from > line.from) from--;
    }
    return { from, to, fault: it };
  });
  const visible = ranges.filter((it) => it.from < it.to);
  return Decoration.set(
    visible.map(({ from, to, fault }) => Decoration.mark({ class: `fault ${fault.severity}`, fault }).range(from, to)),
    true,
  );
}

/// The start of a line of the run in the text as it is now; nothing if the line is gone.
function startOf({ ran, changes }, line) {
  return line >= 1 && line <= ran.lines ? changes.mapPos(ran.line(line).from, 1, MapMode.TrackDel) : null;
}

/// The marks of lines, each at the start of its line.
function linesOf(base, doc) {
  const found = base.lines.map((of) => ({ of, at: startOf(base, of.line) })).filter((it) => it.at !== null);
  const sets = { decorations: new RangeSetBuilder(), numbers: new RangeSetBuilder(), times: new RangeSetBuilder() };
  let last = -1;
  for (const { of, at } of found) {
    const { from } = doc.lineAt(at);
    // Of lines that have become one, the first is marked.
    if (from <= last) continue;
    last = from;
    const attributes = { "data-line": String(of.line) };
    sets.decorations.add(from, from, Decoration.line({ class: of.css, attributes }));
    sets.numbers.add(from, from, new Mark(of, of.css));
    if (of.time || of.gain) sets.times.add(from, from, new Time(of));
  }
  return Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, set.finish()]));
}

/// The numbers of the lines in which something is wrong.
function faultyOf(doc, faults) {
  const severities = new Map();
  for (const it of faults) {
    const { from } = doc.line(Math.min(Math.max(it.line, 1), doc.lines));
    if (severities.get(from) !== "error") severities.set(from, it.severity);
  }
  const marks = [...severities].map(([from, severity]) => new Mark(null, `has-${severity}`).range(from));
  return RangeSet.of(marks, true);
}

const marks = StateField.define({
  create: ({ doc }) => {
    const base = { ran: doc, changes: ChangeSet.empty(doc.length), lines: [] };
    return { ...base, ...linesOf(base, doc), faults: Decoration.none, faulty: RangeSet.empty };
  },
  update(value, { changes, docChanged, effects, state: { doc } }) {
    if (docChanged) {
      value = { ...value, changes: value.changes.compose(changes) };
      for (const name of ["decorations", "numbers", "times", "faults", "faulty"]) value[name] = value[name].map(changes);
    }
    for (const effect of effects) {
      if (effect.is(setRan)) {
        const ran = Text.of(effect.value.split("\n"));
        value = { ...value, ran, changes: ChangeSet.of(difference(effect.value, doc.toString()), ran.length) };
      } else if (effect.is(setLines)) {
        value = { ...value, lines: effect.value };
        Object.assign(value, linesOf(value, doc));
      } else if (effect.is(setFaults)) {
        value = { ...value, faults: faultsOf(doc, effect.value), faulty: faultyOf(doc, effect.value) };
      }
    }
    return value;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (it) => it.decorations),
    EditorView.decorations.from(field, (it) => it.faults),
    gutterLineClass.from(field, (it) => it.numbers),
    gutterLineClass.from(field, (it) => it.faulty),
  ],
});

/// What the page knows of the line at this place of the text, under the number the line had in the run.
export function markedAt(state, position) {
  const line = state.doc.lineAt(position);
  let found = null;
  state.field(marks).numbers.between(line.from, line.from, (_, __, mark) => {
    found = mark.of;
  });
  return found;
}

/// Where the line of the run with this number is now.
export function whereIs(state, number) {
  return startOf(state.field(marks), number);
}

const explained = hoverTooltip((view, position) => {
  const found = [];
  view.state.field(marks).faults.between(position, position, (from, to, { spec }) => {
    found.push({ from, to, fault: spec.fault });
  });
  if (found.length === 0) return null;
  const create = () => {
    const dom = document.createElement("div");
    for (const { fault } of found) {
      const item = document.createElement("p");
      item.className = `fault-told ${fault.severity}`;
      item.textContent = fault.message;
      dom.append(item);
    }
    return { dom };
  };
  return { pos: found[0].from, end: found[0].to, create };
});

/// The marks and the two gutters; `pick` is told of a click on a line that is awaited, `gather` of one on what
/// gathering would gain there.
export function showMarks(pick, gather) {
  const click = (view, line, event) => {
    const mark = markedAt(view.state, line.from);
    if (!mark) return false;
    if (event.target.closest?.(".gain")) gather(mark.line);
    else if (mark.awaits) pick(mark.line);
    else return false;
    event.preventDefault();
    return true;
  };
  const domEventHandlers = { mousedown: click };
  return [
    marks,
    lineNumbers({ domEventHandlers }),
    gutter({ class: "times", side: "after", markers: (view) => view.state.field(marks).times, domEventHandlers }),
    explained,
  ];
}
