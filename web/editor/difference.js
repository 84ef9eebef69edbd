// Two texts, and the change between them.

/// The smallest change that makes one text of another.
export function difference(old, text) {
  let from = 0;
  while (from < old.length && from < text.length && old[from] === text[from]) from++;
  let end = 0;
  const room = Math.min(old.length, text.length) - from;
  while (end < room && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  return { from, to: old.length - end, insert: text.slice(from, text.length - end) };
}
