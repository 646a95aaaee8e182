/** What follows a verb: objects, complements, by-agent and prepositional phrases, read off from left to right. */
import type { Analysis, Slot } from '../types.ts';
import type { Chunk, Chunks } from './chunks.ts';
import { adjunctRole, objectRole, type Range, slotOf } from './slots.ts';
import { NO_TAG, type Tag } from './tags.ts';
import { GIVING, TELLING } from './valency.ts';
import type { VerbGroup } from './verb-group.ts';

const MAX_PHRASES = 6;

/** A chunk with the of-phrases that belong to it: "the head | of the council". */
export function widened(chunks: Chunks, analysis: Analysis, chunk: Chunk): Range {
  let to = chunk.to;
  for (;;) {
    const next = analysis.tokens[to + 1]?.lower === 'of' ? chunks.at(to + 2) : null;
    if (next === null) return { from: chunk.from, to };
    to = next.to;
  }
}

/** The slots to the right of a verb group. */
export function rightSlots(analysis: Analysis, tags: readonly Tag[], chunks: Chunks, group: VerbGroup, lemma: string): readonly Slot[] {
  const slots: Slot[] = [];
  let at = skipAdverbs(tags, group.to + 1);
  const objects: Chunk[] = [];
  while (objects.length < 2) {
    const chunk = chunks.at(at);
    if (chunk === null || (objects.length === 1 && isSubjectOfNext(tags, chunk))) break;
    objects.push(chunk);
    at = skipAdverbs(tags, widened(chunks, analysis, chunk).to + 1);
  }
  slots.push(...objectSlots(analysis, chunks, group, lemma, objects));
  if (tags[at]?.upos === 'ADJ' && (group.passive || lemma === 'be' || objects.length > 0)) {
    slots.push(slotOf(analysis, 'complement', null, { from: at, to: at }, at));
    at = skipAdverbs(tags, at + 1);
  }
  slots.push(...phraseSlots(analysis, tags, chunks, group, at));
  return slots;
}

function isSubjectOfNext(tags: readonly Tag[], chunk: Chunk): boolean {
  const next = tags[chunk.to + 1]?.upos;
  return next === 'VERB' || next === 'AUX';
}

function skipAdverbs(tags: readonly Tag[], from: number): number {
  let at = from;
  while (tags[at]?.upos === 'ADV' || tags[at]?.xpos === 'RB') at++;
  return at;
}

function objectSlots(analysis: Analysis, chunks: Chunks, group: VerbGroup, lemma: string, objects: readonly Chunk[]): Slot[] {
  const [first, second] = objects;
  if (first === undefined) return [];
  const slot = (role: Slot['role'], chunk: Chunk): Slot => slotOf(analysis, role, null, widened(chunks, analysis, chunk), chunk.head);
  const role = objectRole(analysis, first, first.head);
  if (lemma === 'be') return [slot('complement', first)];
  if (group.passive) return [slot(role !== 'patient' || GIVING.has(lemma) || TELLING.has(lemma) ? role : 'complement', first)];
  if (second === undefined) return [slot(TELLING.has(lemma) && role === 'patient' ? 'recipient' : role, first)];
  const late = objectRole(analysis, second, second.head);
  if (late !== 'patient') return [slot(role, first), slot(late, second)];
  return GIVING.has(lemma) || TELLING.has(lemma)
    ? [slot('recipient', first), slot('patient', second)]
    : [slot(role, first), slot('complement', second)];
}

function phraseSlots(analysis: Analysis, tags: readonly Tag[], chunks: Chunks, group: VerbGroup, start: number): Slot[] {
  const slots: Slot[] = [];
  let at = start;
  for (let count = 0; count < MAX_PHRASES; count++) {
    const bare = chunks.at(at);
    if (bare !== null && count > 0 && objectRole(analysis, bare, bare.head) === 'time' && !isSubjectOfNext(tags, bare)) {
      slots.push(slotOf(analysis, 'time', null, bare, bare.head));
      at = skipAdverbs(tags, bare.to + 1);
      continue;
    }
    if ((tags[at] ?? NO_TAG).upos !== 'ADP') break;
    let end = at;
    while ((tags[end + 1] ?? NO_TAG).upos === 'ADP') end++;
    const chunk = chunks.at(end + 1);
    if (chunk === null) break;
    const preposition = analysis.tokens
      .slice(at, end + 1)
      .map((token) => token.lower)
      .join(' ');
    const range = widened(chunks, analysis, chunk);
    const role = adjunctRole(analysis, preposition, chunk, chunk.head);
    const byAgent = group.passive && preposition === 'by' && role === 'oblique';
    slots.push(slotOf(analysis, byAgent ? 'agent' : role, preposition, range, chunk.head));
    at = skipAdverbs(tags, range.to + 1);
  }
  return slots;
}
