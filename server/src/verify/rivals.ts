/**
 * Two publications with two figures for one thing ("thirty-one people were injured", "twenty-nine were hurt"). A passage that gives
 * another figure in other words is too little like the claim to contradict it alone; but where one publication states the claim,
 * that statement says more of the event, and the second is held against both.
 */

import { contains, type Span } from '../text/span.ts';
import type { Predicate } from '../text/types.ts';
import { type Assessment, asAgainst } from './assess.ts';
import type { UnitClash } from './compare/types.ts';
import type { Engine } from './engine.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';

/** Only figures of the same unit or of the same counted noun are rivals. */
const SURE = 0.8;
/** Least share of the claim's words beside the figure that the rival must carry; more where another verb carries it. */
const COVERAGE = { verb: 0.55, other: 0.75 } as const;
/** Words that rival and statement must share where their verbs differ. */
const SHARED = 2;
/** Characters of a stretch of the statement's document in which the rival's names are looked for. */
const MOST = 200_000;

/** Assessments, made over into contradictions, of the passages that give another figure for what the supporting ones state. */
export function otherFigures(
  claim: Reading,
  supporting: readonly Assessment[],
  all: readonly Assessment[],
  engine: Engine,
): readonly Assessment[] {
  const statements = supporting.filter((s) => s.unit.standing.standing !== 'comment' && s.unit.members.length === 1);
  if (statements.length === 0) return [];
  return all.flatMap((other) => {
    const clash = other.refused.find((c) => (c.kind === 'number' || c.kind === 'amount') && c.sureness >= SURE && c.member === 0);
    if (clash === undefined || other.stance !== null || other.sameThing === null) return [];
    if (other.unit.standing.standing === 'comment') return [];
    if (other.values.some((v) => v.status === 'clash' && v.claim.start !== clash.claim.start)) return [];
    if (statements.some((s) => s.unit.core.passage.citekey === other.unit.core.passage.citekey)) return [];
    const statement = statements.find((s) => isOfOneThing(claim, s, other, clash, engine));
    return statement === undefined ? [] : [asAgainst(other, clash)];
  });
}

function isOfOneThing(claim: Reading, statement: Assessment, rival: Assessment, clash: UnitClash, engine: Engine): boolean {
  const stated = statement.values.some((v) => v.claim.start === clash.claim.start && v.status === 'equal');
  if (!stated) return false;
  const coverage = rival.sameThing?.score ?? 0;
  const { lexicon } = engine.language;
  const mine = statement.unit.core.reading;
  const theirs = rival.unit.core.reading;
  const verbs = [...verbsOf(claim), ...verbsOf(mine)];
  const others = contentOf(theirs);
  const verb = actsOf(theirs, clash.passage).some((v) => verbs.some((w) => isLike(lexicon, v, w)));
  const shared = contentOf(mine).filter((stem) => others.some((o) => isLike(lexicon, o, stem))).length;
  // How long a thing took is told with many verbs ("lasted", "spent"); what is counted is told apart by what was done.
  const lasting = claim.analysis.quantities.some((q) => q.kind === 'duration' && q.span.start === clash.claim.start);
  const enough = verb ? coverage >= COVERAGE.verb : lasting && coverage >= COVERAGE.other && shared >= SHARED;
  return enough && knowsTheNames(claim, statement, rival, engine);
}

/** A passage with a name that the statement's document does not know tells of another event. */
function knowsTheNames(claim: Reading, statement: Assessment, rival: Assessment, { corpus }: Engine): boolean {
  const document = corpus.documents.get(statement.unit.core.passage.citekey);
  if (document === undefined) return false;
  const known = claim.analysis.names.map((n) => n.name);
  const unknown = rival.unit.core.reading.analysis.names
    .map((n) => n.name)
    .filter((name) => !document.title.includes(name) && !known.some((k) => k === name || corpus.gazetteer.compare(k, name) === 'same'));
  if (unknown.length === 0) return true;
  const text = document.ranges
    .map((range) => corpus.words(document.source, { ...range, end: Math.min(range.end, range.start + MOST) }))
    .join(' ');
  return unknown.every((name) => text.includes(name.split(' ').at(-1) ?? name));
}

/** What is told of a value: the verb with it in a slot, or else the nearest one; of "were hurt" the word that "were" leads to. */
function actsOf(reading: Reading, value: Span<'text'>): readonly string[] {
  const told = reading.predicates.filter((p) => p.voice !== 'nominal');
  const away = (p: Predicate): number => Math.min(Math.abs(p.span.start - value.end), Math.abs(value.start - p.span.end));
  const holding = told.filter((p) => p.slots.some((s) => contains(s.span, value)));
  const nearest = [...told].sort((a, b) => away(a) - away(b)).slice(0, 1);
  const heads = (holding.length > 0 ? holding : nearest).flatMap((p) => [
    p.head,
    ...p.slots.filter((s) => s.role === 'complement' && p.lemma === 'be' && !contains(s.span, value)).map((s) => s.head),
  ]);
  return reading.words.filter((w) => heads.includes(w.index)).map((w) => w.token.stem);
}

function verbsOf(reading: Reading): readonly string[] {
  return reading.words.filter((w) => w.class === 'verb').map((w) => w.token.stem);
}

function contentOf(reading: Reading): readonly string[] {
  return reading.words.filter((w) => w.class === 'word' || w.class === 'verb' || w.class === 'name').map((w) => w.token.stem);
}

function isLike(lexicon: Lexicon, a: string, b: string): boolean {
  const relation = a === b ? 'synonym' : (lexicon.relate(a, b) ?? lexicon.relate(b, a));
  return relation !== null && relation !== 'antonym';
}
