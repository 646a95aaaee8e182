/**
 * Wrong twins of true sentences, made by a program: one number, date, name, polarity or pair of roles changed, everything
 * else as it was. Seeded, so that a run can be repeated; used to measure how far the engine agrees with itself.
 */
import { type Span, slice } from '../../server/src/text/span.ts';
import type { Analysis, Predicate } from '../../server/src/text/types.ts';

export type MutationKind = 'number' | 'date' | 'polarity' | 'name' | 'agent';

export interface Mutation {
  readonly kind: MutationKind;
  readonly text: string;
  /** The changed words in `text`. */
  readonly focus: Span<'text'>;
}

/** A small repeatable random source (mulberry32, public domain by Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function replace(text: string, span: Span, words: string, kind: MutationKind): Mutation {
  return {
    kind,
    text: text.slice(0, span.start) + words + text.slice(span.end),
    focus: { start: span.start, end: span.start + words.length },
  };
}

/** Another number in the sentence's first quantity that is written in digits and is neither ordinal nor clock time. */
export function mutateNumber(analysis: Analysis, random: () => number): Mutation | null {
  for (const quantity of analysis.quantities) {
    if (quantity.kind === 'ordinal' || quantity.kind === 'clock') continue;
    const digits = analysis.tokens.find((t) => t.start >= quantity.span.start && t.end <= quantity.span.end && /^\d{1,6}$/.test(t.text));
    if (digits === undefined) continue;
    const value = Number(digits.text);
    const other = value < 10 ? value + 2 + Math.floor(random() * 5) : Math.round(value * (1.4 + random()));
    return replace(analysis.text, digits, String(other), 'number');
  }
  return null;
}

/** Another month, or where there is none another year, in the first date. */
export function mutateDate(analysis: Analysis, random: () => number): Mutation | null {
  for (const mention of analysis.dates) {
    if (mention.relative !== null) continue;
    for (const token of analysis.tokens) {
      if (token.start < mention.span.start || token.end > mention.span.end) continue;
      const month = MONTHS.indexOf(token.text);
      if (month >= 0) return replace(analysis.text, token, MONTHS[(month + 2 + Math.floor(random() * 8)) % 12] ?? 'March', 'date');
    }
    const year = analysis.tokens.find((t) => t.start >= mention.span.start && t.end <= mention.span.end && /^(19|20)\d\d$/.test(t.text));
    if (year !== undefined) return replace(analysis.text, year, String(Number(year.text) - 1 - Math.floor(random() * 4)), 'date');
  }
  return null;
}

/** A plain "was" or "had" of the main clause negated, or its "not" taken out. */
export function mutatePolarity(analysis: Analysis, predicates: readonly Predicate[]): Mutation | null {
  const { tokens, text } = analysis;
  const not = tokens.findIndex(
    (t, i) =>
      t.lower === 'not' && i > 0 && /^(is|are|was|were|has|have|had|did|does|do|could|would|will)$/.test(tokens[i - 1]?.lower ?? ''),
  );
  const after = tokens[not + 1];
  const word = tokens[not];
  const support = tokens[not - 1];
  if (
    not >= 0 &&
    word !== undefined &&
    after !== undefined &&
    support !== undefined &&
    !/^d(o|id|oes)$/.test(support.lower) &&
    tokens[not + 1]?.lower !== 'only'
  )
    return {
      kind: 'polarity',
      text: text.slice(0, word.start) + text.slice(after.start),
      focus: { start: support.start, end: support.end },
    };
  const main = predicates.find((p) => p.voice !== 'nominal' && !p.negated && p.confidence >= 0.6);
  if (main === undefined) return null;
  for (let i = main.head; i >= 0 && i > main.head - 4; i--) {
    const token = tokens[i];
    if (
      token !== undefined &&
      /^(is|are|was|were|has|have|had|could|would|will)$/.test(token.lower) &&
      tokens[i + 1]?.lower !== 'not' &&
      tokens[i + 1]?.lower !== "n't"
    )
      return {
        kind: 'polarity',
        text: `${text.slice(0, token.end)} not${text.slice(token.end)}`,
        focus: { start: token.end + 1, end: token.end + 4 },
      };
  }
  return null;
}

/** The first multi-letter name replaced by another name of the same sort from elsewhere. */
export function mutateName(
  analysis: Analysis,
  others: readonly { readonly name: string; readonly form: string }[],
  random: () => number,
): Mutation | null {
  const name = analysis.names.find((n) => n.form !== 'unknown' && n.name.length > 3);
  if (name === undefined) return null;
  const lower = analysis.text.toLowerCase();
  const rivals = others.filter(
    (o) =>
      o.form === name.form &&
      !o.name
        .toLowerCase()
        .split(' ')
        .some((w) => lower.includes(w)),
  );
  const rival = rivals[Math.floor(random() * rivals.length)];
  if (rival === undefined) return null;
  const written = slice(analysis.text, name.span);
  const end = name.span.start + written.replace(/['’]s$/, '').length;
  return replace(analysis.text, { start: name.span.start, end }, rival.name, 'name');
}

/** Agent and patient of the surest predicate changed about, where both are names. */
export function mutateAgent(analysis: Analysis, predicates: readonly Predicate[]): Mutation | null {
  for (const predicate of predicates) {
    if (predicate.confidence < 0.6 || predicate.voice === 'nominal') continue;
    const agent = predicate.slots.find((s) => s.role === 'agent');
    const patient = predicate.slots.find((s) => s.role === 'patient' || s.role === 'recipient');
    if (agent === undefined || patient === undefined) continue;
    const a = analysis.names.find((n) => n.span.start >= agent.span.start && n.span.end <= agent.span.end);
    const b = analysis.names.find((n) => n.span.start >= patient.span.start && n.span.end <= patient.span.end);
    if (a === undefined || b === undefined || a.name === b.name) continue;
    const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
    const bare = (s: Span): Span => ({ start: s.start, end: s.start + slice(analysis.text, s).replace(/['’]s$/, '').length });
    const [f, s] = [bare(first.span), bare(second.span)];
    const text =
      analysis.text.slice(0, f.start) +
      slice(analysis.text, s) +
      analysis.text.slice(f.end, s.start) +
      slice(analysis.text, f) +
      analysis.text.slice(s.end);
    return { kind: 'agent', text, focus: { start: f.start, end: f.start + (s.end - s.start) } };
  }
  return null;
}
