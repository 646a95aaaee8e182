/** Statements turned over: the same predicate affirmed here and negated there, or an opposite word in the same place. */
import { contains } from '../../text/span.ts';
import type { Predicate } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import type { ReadPassage } from '../unit.ts';
import { areOpposites } from './opposites.ts';
import { alignedHeads, samePlaceShallow } from './places.ts';
import { type CompareInput, inPart, type UnitClash } from './types.ts';

/** Negation of aligned predicates that differs, seen by the tree and by the negation words alike. */
export function comparePolarity(input: CompareInput): readonly UnitClash[] {
  const { claim, unit, alignment } = input;
  const clashes: UnitClash[] = [];
  for (const mine of claim.predicates) {
    const head = claim.analysis.tokens[mine.head];
    if (head === undefined || !inPart(input, head)) continue;
    unit.members.forEach((member, m) => {
      if (m > 0) return;
      for (const theirs of member.reading.predicates) {
        const other = member.reading.analysis.tokens[theirs.head];
        if (other === undefined || !alignedHeads(mine, theirs, m, alignment)) continue;
        const a = negationOf(claim, mine);
        const b = negationOf(member.reading, theirs);
        if (a === null || b === null || a === b) continue;
        clashes.push({ kind: 'negation', claim: head, member: m, passage: other, replacement: null, sureness: sharedArguments(mine, theirs, input, member) });
      }
    });
  }
  return clashes;
}

/** A carried word that a prefix turns over on one side only: "accidental" against "non-accidental". */
export function comparePrefixes(input: CompareInput): readonly UnitClash[] {
  const clashes: UnitClash[] = [];
  for (const { word, partner } of input.alignment.words) {
    const member = partner === null ? undefined : input.unit.members[partner.member];
    const token = partner === null ? undefined : member?.reading.analysis.tokens[partner.index];
    if (partner === null || member === undefined || token === undefined || token.stem !== word.token.stem) continue;
    if (prefixed(input.claim, word.token) === prefixed(member.reading, token)) continue;
    clashes.push({ kind: 'negation', claim: word.token, member: partner.member, passage: token, replacement: null, sureness: 0.85 });
  }
  return clashes;
}

function prefixed(reading: Reading, place: { readonly start: number; readonly end: number }): boolean {
  return reading.analysis.negations.some((n) => n.kind === 'prefix' && contains(n.scope, place));
}

/** True or false where tree and negation words agree, null where they do not. */
function negationOf(reading: Reading, predicate: Predicate): boolean | null {
  const head = reading.analysis.tokens[predicate.head];
  if (head === undefined) return null;
  const shallow = reading.analysis.negations.filter((n) => n.kind !== 'prefix' && contains(n.scope, head)).length % 2 === 1;
  return shallow === predicate.negated ? shallow : null;
}

/** How far the arguments of two aligned predicates carry each other: a negation counts only of the same act of the same people. */
function sharedArguments(mine: Predicate, theirs: Predicate, input: CompareInput, member: ReadPassage): number {
  const slots = mine.slots.filter((s) => s.role === 'agent' || s.role === 'patient' || s.role === 'complement' || s.role === 'oblique');
  if (slots.length === 0) return 0.4;
  let shared = 0;
  for (const slot of slots) {
    const words = input.alignment.words.filter((a) => contains(slot.span, a.word.token));
    const met = words.filter((a) => {
      const partner = a.partner === null ? undefined : member.reading.analysis.tokens[a.partner.index];
      return partner !== undefined && theirs.slots.some((s) => contains(s.span, partner));
    });
    if (words.length === 0) shared += 0.5;
    else shared += met.length / words.length;
  }
  return shared / slots.length;
}

/** Opposite words ("accept"/"reject") of which the claim's is carried by nothing and the passage's stands in its place. */
export function compareOpposites(input: CompareInput): readonly UnitClash[] {
  const { claim, unit, alignment, tools } = input;
  const clashes: UnitClash[] = [];
  for (const { word, partner } of alignment.words) {
    if (word.class !== 'verb' && word.class !== 'word') continue;
    if (partner !== null && partner.how !== 'context' && partner.credit > 0.75) continue;
    unit.members.forEach((member, m) => {
      for (const other of member.reading.words) {
        if (other.class !== 'verb' && other.class !== 'word') continue;
        if (!areOpposites(word.token.stem, other.token.stem) && tools.lexicon.relate(word.token.stem, other.token.stem) !== 'antonym') continue;
        if (alignment.words.some((a) => a.partner?.member === m && a.partner.index === other.index && a.partner.how !== 'context' && a.partner.credit > 0.75)) continue;
        if (negatedAt(claim, word.token) !== negatedAt(member.reading, other.token)) continue;
        const shallow = samePlaceShallow(claim, [word.index, word.index], member, m, [other.index, other.index], alignment);
        clashes.push({
          kind: 'outcome', claim: word.token, member: m, passage: other.token,
          replacement: null, sureness: (m === 0 ? 1 : 0.7) * (0.6 + 0.4 * Math.max(0, shallow)),
        });
      }
    });
  }
  return clashes;
}

function negatedAt(reading: Reading, place: { readonly start: number; readonly end: number }): boolean {
  return reading.analysis.negations.filter((n) => n.kind !== 'prefix' && contains(n.scope, place)).length % 2 === 1;
}
