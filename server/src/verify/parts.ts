/**
 * A compound sentence in its parts: stretches of tokens that each state a fact of their own, cut at coordinated finite clauses and
 * semicolons. Each part is judged; the worst counts.
 */
import { contains, type Span } from '../text/span.ts';
import type { Reading } from './reading.ts';

export interface Part {
  /** Token indices of the part's own words. */
  readonly tokens: ReadonlySet<number>;
  readonly span: Span<'text'>;
}

/** Words after which a new finite clause may begin. */
const JOINTS = new Set([
  'and',
  'but',
  'while',
  'whereas',
  'though',
  'although',
  'when',
  'where',
  'which',
  'who',
  'whom',
  'whose',
  'having',
  'because',
  'since',
]);
/** A part needs this many content words to state anything by itself. */
const LEAST_WORDS = 3;

/** The parts of a sentence; a sentence that does not fall apart is its own single part. */
export function partsOf(reading: Reading): readonly Part[] {
  const { tokens } = reading.analysis;
  const cuts: number[] = [];
  tokens.forEach((token, i) => {
    const joint = token.lower === ';' || (JOINTS.has(token.lower) && startsClause(reading, i));
    if (joint) cuts.push(i);
  });
  const edges = [0, ...cuts, tokens.length];
  const parts: Part[] = [];
  let from = edges[0] ?? 0;
  for (let e = 1; e < edges.length; e++) {
    const to = edges[e] ?? tokens.length;
    const last = e === edges.length - 1;
    if (!statesBetween(reading, from, to) && !last) continue;
    if (last && parts.length > 0 && !statesBetween(reading, from, to)) {
      const before = parts.pop();
      if (before !== undefined) from = Math.min(...before.tokens);
    }
    parts.push(part(reading, from, to));
    from = to;
  }
  return parts;
}

function part(reading: Reading, from: number, to: number): Part {
  const { tokens } = reading.analysis;
  const own = new Set<number>();
  for (let i = from; i < to; i++) own.add(i);
  for (const i of subjectOf(reading, own)) own.add(i);
  return { tokens: own, span: { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 } };
}

/** Tokens of the name that a part without a subject of its own shares with the part before ("Amory tried it and stopped short"). */
function subjectOf(reading: Reading, own: ReadonlySet<number>): readonly number[] {
  const { tokens, names } = reading.analysis;
  const verbs = reading.predicates.filter((p) => p.voice !== 'nominal' && own.has(p.head));
  return verbs.flatMap((p) => {
    const subject =
      p.slots.find((s) => s.role === 'agent') ?? (p.voice === 'passive' ? p.slots.find((s) => s.role === 'patient') : undefined);
    if (subject === undefined || own.has(subject.head)) return [];
    const name = names.find((n) => contains(subject.span, n.span) && contains(n.span, tokens[subject.head] ?? subject.span));
    return name === undefined ? [] : tokens.flatMap((t, i) => (contains(name.span, t) ? [i] : []));
  });
}

/** Whether a predicate with a subject of its own, or a finite verb at once, follows the joint. */
function startsClause(reading: Reading, joint: number): boolean {
  const next = reading.predicates.filter((p) => p.voice !== 'nominal' && p.head > joint).sort((a, b) => a.head - b.head)[0];
  if (next === undefined) return false;
  const { tokens } = reading.analysis;
  const between = tokens.slice(joint + 1, next.head);
  if (between.some((t) => t.kind === 'punct' && t.lower !== ',' && t.lower !== '-')) return false;
  const start = tokens[joint]?.start ?? 0;
  const subject = next.slots.find((s) => s.role === 'agent' || (s.role === 'patient' && next.voice === 'passive'));
  return (subject !== undefined && subject.span.start > start) || between.length <= 3;
}

function statesBetween(reading: Reading, from: number, to: number): boolean {
  return states(reading, { has: (index) => index >= from && index < to });
}

/** Whether some tokens (by their index) state a fact by themselves: enough words, and a verb among them. */
export function states(reading: Reading, tokens: { has(index: number): boolean }): boolean {
  const words = reading.words.filter((w) => w.class !== 'attribution' && tokens.has(w.index));
  return words.length >= LEAST_WORDS && reading.predicates.some((p) => p.voice !== 'nominal' && tokens.has(p.head));
}
