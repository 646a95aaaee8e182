/**
 * The tree of a draft put together from the trees of its pieces (`pieces.ts`), of which those that were parsed before are
 * taken again. It is the tree that parsing the whole draft gives, but for lines and columns, which nobody asks for.
 */
import type { Nodes, Root, RootContent } from 'mdast';
import { memoised } from '../text/memo.ts';
import { pieceStarts } from './pieces.ts';

/** A piece's own tree. Its offsets are moved to where the piece stands now, so that one tree serves one place at a time. */
interface Parsed {
  readonly children: readonly RootContent[];
  /** Where the offsets count from. */
  at: number;
  /** The last draft that used it. */
  used: number;
}

/** A name that links or notes go by, as a line that defines it. */
interface Name {
  readonly identifier: string;
  readonly line: string;
}

/** A line at which everything that runs on ends. */
const PARAGRAPH = 'x\n\n';

/** Code units of pieces that are remembered: a few long drafts. */
const MOST_REMEMBERED = 400_000;

export interface PiecewiseParser {
  parse(text: string): Root;
  /** How many pieces have been parsed since the start, for measuring. */
  readonly parsed: number;
}

/** `parse` parses a text as a whole. */
export function createPiecewiseParser(parse: (text: string) => Root): PiecewiseParser {
  const known = new Map<string, Parsed[]>();
  let remembered = 0;
  let now = 0;
  let parsed = 0;

  /** A tree of the piece, with `names` before it, that no other place of this draft uses. */
  const treeOf = (piece: string, names: string, isLast: boolean): Parsed => {
    // What is still open at the end of a draft holds its last empty lines; elsewhere the next piece closes it.
    const key = names + piece + (isLast ? '' : PARAGRAPH);
    const end = names.length + piece.length;
    const same = known.get(key) ?? [];
    const free = same.find(({ used }) => used !== now);
    if (free !== undefined) {
      free.used = now;
      return free;
    }
    parsed++;
    const children = parse(key).children.filter((node) => offsetOf(node) >= names.length && offsetOf(node) < end);
    const fresh: Parsed = { children, at: names.length, used: now };
    known.set(key, [...same, fresh]);
    remembered += key.length;
    return fresh;
  };

  const forget = (): void => {
    if (remembered <= MOST_REMEMBERED) return;
    for (const [key, trees] of known) {
      const kept = trees.filter(({ used }) => used === now);
      remembered -= (trees.length - kept.length) * key.length;
      if (kept.length === 0) known.delete(key);
      else known.set(key, kept);
    }
  };

  return {
    get parsed() {
      return parsed;
    },
    parse(text) {
      now++;
      const starts = pieceStarts(text);
      const pieces = starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length));
      // What is defined anywhere makes a link of its name everywhere; whether a piece defines anything does not hang on the others.
      const last = pieces.length - 1;
      const names = pieces.flatMap((piece, i) => (piece.includes(']:') ? namesIn(treeOf(piece, '', i === last).children) : []));
      now++;
      const children: RootContent[] = [];
      for (const [i, piece] of pieces.entries()) {
        const tree = treeOf(piece, i === 0 && /^---\s/.test(piece) ? '' : namesFor(piece, names), i === last);
        moveTo(tree, starts[i] ?? 0);
        for (const node of tree.children) children.push(node);
      }
      forget();
      return { type: 'root', children };
    },
  };
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** The names that nodes define, the first definition of each. */
function namesIn(nodes: readonly Nodes[]): readonly Name[] {
  return nodes.flatMap((node): readonly Name[] => {
    if (node.type === 'definition') return [{ identifier: node.identifier, line: `[${node.identifier}]: x\n\n` }];
    const inside = 'children' in node ? namesIn(node.children) : [];
    return node.type === 'footnoteDefinition' ? [{ identifier: node.identifier, line: `[^${node.identifier}]: x\n\n` }, ...inside] : inside;
  });
}

/** Lines that define, in front of a piece, the names that it may mention. */
function namesFor(piece: string, names: readonly Name[]): string {
  if (names.length === 0 || !piece.includes('[')) return '';
  const said = plainWords(piece);
  const lines = new Set(names.filter(({ identifier }) => said.includes(plainly(identifier))).map(({ line }) => line));
  // A paragraph ends the last of them, or a piece that begins indented would go on with it.
  return lines.size === 0 ? '' : `${[...lines].join('')}${PARAGRAPH}`;
}

/** Of the pieces of some long drafts, which are asked at every keystroke. */
const plainWords = memoised(2000, plainly);

/** Names are compared without case, and with one space for any white space. */
function plainly(words: string): string {
  return words
    .toLowerCase()
    .toUpperCase()
    .replaceAll(/[\t\n\r >]+/g, ' ');
}

function moveTo(tree: Parsed, start: number): void {
  const by = start - tree.at;
  if (by === 0) return;
  for (const node of tree.children) move(node, by);
  tree.at = start;
}

function move(node: Nodes, by: number): void {
  if (node.position !== undefined) {
    const { start, end } = node.position;
    start.offset = (start.offset ?? 0) + by;
    end.offset = (end.offset ?? 0) + by;
  }
  if ('children' in node) for (const child of node.children) move(child, by);
}
