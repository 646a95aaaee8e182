/** Feature templates as data: each names the atoms (values read off the state) whose combination is one feature. */
import { mix } from './hash.ts';

/** A list of templates made ready: for each, a seed and the places of its atoms. */
export interface Templates {
  readonly count: number;
  readonly seeds: Int32Array;
  /** `starts[i]` to `starts[i + 1]` are the atoms of template i in `atoms`. */
  readonly starts: Int32Array;
  readonly atoms: Int32Array;
  /** Names that no atom has: a slip in the templates, which the tests look for. */
  readonly unknown: readonly string[];
}

/**
 * Compiles templates written as atom names with spaces between, several templates parted by `|` or a line's end.
 * An unknown name stands for atom 0.
 */
export function compileTemplates(source: string, atomNames: readonly string[]): Templates {
  const lists = source
    .split(/[|\n]/)
    .map((part) => part.trim().split(/\s+/))
    .filter((names) => names[0] !== '');
  const starts = new Int32Array(lists.length + 1);
  const atoms: number[] = [];
  for (const [i, names] of lists.entries()) {
    for (const name of names) atoms.push(Math.max(0, atomNames.indexOf(name)));
    starts[i + 1] = atoms.length;
  }
  const seeds = Int32Array.from(lists, (_, i) => Math.imul(i + 1, 0x3779fb1d));
  const unknown = lists.flat().filter((name) => !atomNames.includes(name));
  return { count: lists.length, seeds, starts, atoms: Int32Array.from(atoms), unknown };
}

/** Writes the hash of every template's feature to `features`. */
export function fillFeatures(templates: Templates, values: Int32Array, features: Int32Array): void {
  const { count, seeds, starts, atoms } = templates;
  let at = 0;
  for (let i = 0; i < count; i++) {
    let hash = seeds[i] as number;
    const end = starts[i + 1] as number;
    for (; at < end; at++) hash = mix(hash, values[atoms[at] as number] as number);
    features[i] = mix(hash, 7);
  }
}
