/** Who did what to whom by tags and word order alone, without a tree: sure in short plain sentences, silent or unsure elsewhere. */
import type { Analysis, Predicate, Slot } from '../types.ts';
import { type Chunk, type Chunks, nounChunks } from './chunks.ts';
import { BE_FORMS, NEGATIVE_QUANTIFIERS } from './closed-class.ts';
import { rightSlots, widened } from './complements.ts';
import { verbLemma } from './lemma.ts';
import { nominalPredicates } from './nominal.ts';
import { tagByRule } from './rule-tagger.ts';
import { adjunctRole, slotOf, spanOf, withoutRepeats } from './slots.ts';
import { type Subject, subjectOf } from './subject.ts';
import { NO_TAG, type Tag } from './tags.ts';
import { GIVING, TELLING } from './valency.ts';
import { type VerbGroup, verbGroup } from './verb-group.ts';

/**
 * The predicates of a sentence in their order, read with the rule tagger. A copula is a predicate of its own (`be`, with
 * its `complement`); a passive's subject is its patient, or its recipient after verbs of telling and giving.
 */
export function shallowPredicates(analysis: Analysis): readonly Predicate[] {
  return shallowReading(analysis, tagByRule(analysis.tokens));
}

/** The same with tags from elsewhere, one for each token. */
export function shallowReading(analysis: Analysis, tags: readonly Tag[]): readonly Predicate[] {
  const { tokens } = analysis;
  const chunks = nounChunks(tokens, tags);
  const found: Predicate[] = [];
  let previous: Clause | null = null;
  for (let head = 0; head < tokens.length; head++) {
    if (!isPredicate(analysis, tags, chunks, head)) continue;
    const clause = readClause(analysis, tags, chunks, head, previous);
    previous = clause;
    found.push(clause.predicate);
  }
  return [...found, ...nominalPredicates(analysis, tags, chunks)].sort((a, b) => a.head - b.head);
}

interface Clause {
  readonly group: VerbGroup;
  readonly subject: Subject | null;
  readonly predicate: Predicate;
}

/** A main verb outside a noun phrase, or a form of "be" with no verb to help. */
function isPredicate(analysis: Analysis, tags: readonly Tag[], chunks: Chunks, at: number): boolean {
  const { upos } = tags[at] ?? NO_TAG;
  if (upos === 'VERB') return chunks.at(at) === null;
  if (upos !== 'AUX' || !BE_FORMS.has(analysis.tokens[at]?.lower ?? '')) return false;
  let next = at + 1;
  while (tags[next]?.upos === 'ADV' || (tags[next]?.upos === 'PART' && tags[next]?.xpos === 'RB')) next++;
  const { upos: follower } = tags[next] ?? NO_TAG;
  return follower !== 'VERB' && follower !== 'AUX';
}

function readClause(analysis: Analysis, tags: readonly Tag[], chunks: Chunks, head: number, previous: Clause | null): Clause {
  const { tokens } = analysis;
  const own = verbGroup(tokens, tags, head);
  const shared = previous !== null && joins(analysis, tags, own, previous) ? previous : null;
  const lemma = verbLemma(tokens[head]?.lower ?? '');
  // "was arrested and charged": the second participle has the first one's auxiliary, modality and subject, unless an object
  // of its own shows it to be a past tense ("was not persuaded and rejected the appeal").
  const participle = own.form !== 'infinitive' && /^VB[ND]$/.test(tags[head]?.xpos ?? '') && own.from === head;
  const inherits = shared?.group.passive && participle && (chunks.at(own.to + 1) === null || GIVING.has(lemma));
  const group: VerbGroup = inherits
    ? { ...own, passive: true, form: 'finite', modality: shared.group.modality }
    : participle && shared !== null
      ? { ...own, passive: false, form: 'finite' }
      : own;
  const subject =
    shared !== null ? shared.subject : group.form === 'bare' ? reducedSubject(chunks, group) : subjectOf(tokens, tags, chunks, group);
  const right = rightSlots(analysis, tags, chunks, group, lemma);
  const slots: Slot[] = [];
  const chunk = subject?.chunk ?? null;
  if (chunk !== null) slots.push(slotOf(analysis, subjectRole(group, lemma, right), null, widened(chunks, analysis, chunk), chunk.head));
  slots.push(...right, ...frontedTimes(analysis, tags, chunks, group, chunk));
  const turned = [chunk, chunks.at(group.to + 1)].some((one) => one !== null && NEGATIVE_QUANTIFIERS.has(tokens[one.from]?.lower ?? ''));
  const predicate: Predicate = {
    head,
    lemma,
    span: spanOf(analysis, group),
    negated: group.negated !== turned,
    modality: group.modality === 'fact' && conditional(analysis, group, chunk) ? 'conditional' : group.modality,
    voice: group.passive ? 'passive' : 'active',
    slots: withoutRepeats(slots),
    confidence: confidenceOf(group, subject, shared !== null),
  };
  return { group, subject, predicate };
}

/** Whether a verb goes on with the clause before it: "… and charged", "… , then left". */
function joins(analysis: Analysis, tags: readonly Tag[], group: VerbGroup, previous: Clause): boolean {
  let at = group.from - 1;
  while (tags[at]?.upos === 'ADV') at--;
  return (
    tags[at]?.upos === 'CCONJ' &&
    at > previous.group.head &&
    group.form !== 'gerund' &&
    group.form !== 'infinitive' &&
    analysis.tokens[at]?.text !== ';'
  );
}

/** "the report published by …": a bare participle takes the noun directly before it. */
function reducedSubject(chunks: Chunks, group: VerbGroup): Subject | null {
  const chunk = chunks.at(group.from - 1);
  return chunk === null ? null : { chunk, reach: 'far', relative: true };
}

function subjectRole(group: VerbGroup, lemma: string, right: readonly Slot[]): Slot['role'] {
  if (!group.passive) return 'agent';
  return TELLING.has(lemma) ||
    (GIVING.has(lemma) && right.some((slot) => slot.role === 'patient' || (slot.role === 'amount' && slot.preposition === null)))
    ? 'recipient'
    : 'patient';
}

/** Times that stand before the subject: "In 2008 the council …". */
function frontedTimes(analysis: Analysis, tags: readonly Tag[], chunks: Chunks, group: VerbGroup, subject: Chunk | null): Slot[] {
  const slots: Slot[] = [];
  let at = Math.min(subject?.from ?? group.from, group.from) - 1;
  while (at >= 0) {
    const tag = tags[at] ?? NO_TAG;
    if (tag.upos === 'VERB' || tag.upos === 'AUX' || tag.xpos === ':') break;
    const chunk = chunks.at(at);
    if (chunk !== null) {
      const before = tags[chunk.from - 1]?.upos === 'ADP' ? (analysis.tokens[chunk.from - 1]?.lower ?? null) : null;
      const role = adjunctRole(analysis, before, chunk, chunk.head);
      if (role === 'time' || role === 'place') slots.unshift(slotOf(analysis, role, before, chunk, chunk.head));
      at = chunk.from - 1;
    } else at--;
  }
  return slots;
}

function conditional(analysis: Analysis, group: VerbGroup, subject: Chunk | null): boolean {
  const before = Math.min(subject?.from ?? group.from, group.from) - 1;
  return /^(?:if|unless|whether)$/.test(analysis.tokens[before]?.lower ?? '');
}

/** Without a tree nothing is surer than 0.7; each step away from "X did Y" costs. */
function confidenceOf(group: VerbGroup, subject: Subject | null, shared: boolean): number {
  if (subject === null || group.form !== 'finite') return 0.3;
  if (shared) return 0.45;
  return subject.reach === 'near' ? 0.7 : 0.5;
}
