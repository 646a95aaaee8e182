/** Who did it to whom: the same act with agent and patient changed about. */
import { contains, type Span } from '../../text/span.ts';
import type { Predicate, Slot } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import { isPronoun } from './frames.ts';
import { counterparts } from './places.ts';
import { type CompareInput, inPart, type UnitClash } from './types.ts';

/** Predicates must be read with this confidence on both sides before a swap is told. */
const SURE = 0.6;
/** A swap leaves nearly every word as it was. */
const NEARLY_ALL = 0.7;
/** What two people are or do together, whoever is named first. */
export const MUTUAL: ReadonlySet<string> = new Set(
  'be meet marry divorce fight join speak talk agree argue quarrel resemble match share see separate debate negotiate date'.split(' '),
);

export function compareRoles(input: CompareInput): readonly UnitClash[] {
  const { claim, unit, alignment } = input;
  const clashes: UnitClash[] = [];
  if (alignment.coverage < NEARLY_ALL) return clashes;
  for (const mine of claim.predicates) {
    const head = claim.analysis.tokens[mine.head];
    if (head === undefined || mine.confidence < SURE || !inPart(input, head) || MUTUAL.has(mine.lemma)) continue;
    const [agent, patient] = [slot(mine, 'agent'), slot(mine, 'patient') ?? slot(mine, 'recipient')];
    if (agent === null || patient === null) continue;
    const done = doneBy(input, mine, agent, patient);
    if (done !== null) clashes.push(done);
    unit.members.forEach((member, m) => {
      if (m > 0) return;
      for (const theirs of counterparts(mine, member.reading, m, alignment)) {
        if (theirs.confidence < SURE) continue;
        const [otherAgent, otherPatient] = [slot(theirs, 'agent'), slot(theirs, 'patient') ?? slot(theirs, 'recipient')];
        if (otherAgent === null || otherPatient === null) continue;
        const crossed =
          fills(claim, agent, member.reading, otherPatient, m, input) && fills(claim, patient, member.reading, otherAgent, m, input);
        const straight =
          fills(claim, agent, member.reading, otherAgent, m, input) || fills(claim, patient, member.reading, otherPatient, m, input);
        if (crossed && !straight)
          clashes.push({
            kind: 'agent-swap',
            claim: headSpan(claim, agent),
            member: m,
            passage: headSpan(member.reading, otherAgent),
            replacement: null,
            sureness: Math.min(mine.confidence, theirs.confidence),
          });
      }
    });
  }
  return clashes;
}

/**
 * "A rang B" against "B rang": whom the claim has it done to did it, and the passage names nobody whom it was done to ("B rang me").
 * Told of people only, for a door that somebody opened opened too.
 */
function doneBy(input: CompareInput, mine: Predicate, agent: Slot, patient: Slot): UnitClash | null {
  const { claim, unit } = input;
  const { reading } = unit.core;
  if (mine.voice !== 'active' || !isPerson(claim, patient)) return null;
  for (const theirs of reading.predicates) {
    if (theirs.confidence < SURE || theirs.voice !== 'active' || theirs.lemma !== mine.lemma) continue;
    const doer = slot(theirs, 'agent');
    const other = slot(theirs, 'patient') ?? slot(theirs, 'recipient');
    if (doer === null || (other !== null && !isPronoun(reading, other))) continue;
    if (!fills(claim, patient, reading, doer, 0, input) || fills(claim, agent, reading, doer, 0, input)) continue;
    return {
      kind: 'agent-swap',
      claim: headSpan(claim, agent),
      member: 0,
      passage: headSpan(reading, doer),
      replacement: null,
      sureness: Math.min(mine.confidence, theirs.confidence),
    };
  }
  return null;
}

function isPerson({ analysis }: Reading, of: Slot): boolean {
  return analysis.names.some((n) => contains(of.span, n.span) && (n.form === 'person' || n.title !== null));
}

function slot(predicate: Predicate, role: Slot['role']): Slot | null {
  return predicate.slots.find((s) => s.role === role) ?? null;
}

/** Whether the head of the claim's slot is carried by a word inside the passage's slot. */
function fills(claim: Reading, mine: Slot, other: Reading, theirs: Slot, member: number, input: CompareInput): boolean {
  const words = input.alignment.words.filter(
    (a) => contains(mine.span, a.word.token) && (a.word.index === mine.head || a.word.class === 'name'),
  );
  if (words.length === 0) return claim.analysis.tokens[mine.head]?.stem === other.analysis.tokens[theirs.head]?.stem;
  return words.some((a) => {
    const token = a.partner !== null && a.partner.member === member ? other.analysis.tokens[a.partner.index] : undefined;
    return token !== undefined && contains(theirs.span, token);
  });
}

function headSpan(reading: Reading, of: Slot): Span<'text'> {
  const name = reading.analysis.names.find((n) => contains(of.span, n.span));
  return name?.span ?? { start: of.span.start, end: of.span.end };
}
