/** The known word that a mistyped one was most likely meant for, or null where none is near (a third of its letters may differ). */
export function closest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.floor(Math.min(word.length, 40) / 3) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase().slice(0, 40), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein's distance: insertions, deletions and replacements of single characters. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
