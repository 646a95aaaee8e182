/**
 * Words that are all in the passage, but bound to another act: "B was dismissed in 2003" against "A was suspended in 2003 and dismissed
 * in 2005". The passage's own predicate says who did it, and when; that the claim's words stand somewhere near is no support.
 */
import { contains, type Span, slice } from '../../text/span.ts';
import type { NameMention, Predicate, Slot } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import { counterparts } from './places.ts';
import { type CompareInput, inPart, type UnitClash, type ValueResult } from './types.ts';

/** Readings less sure than this bind nothing; only surer ones accuse, the others merely withhold support. */
const READABLE = 0.5;
const SURE = 0.8;
const WITHHELD = 0.45;
const ACCUSED = 0.7;
const CORE: readonly Slot['role'][] = ['agent', 'patient', 'recipient'];

/** Names of the claim whose slot the passage's own predicate fills with somebody else, though they stand elsewhere in it. */
export function compareBoundNames(input: CompareInput): readonly UnitClash[] {
  const { claim } = input;
  const core = input.unit.core.reading;
  return pairs(input).flatMap(([mine, theirs]) =>
    CORE.flatMap((role): readonly UnitClash[] => {
      const [slot, counterpart] = [slotOf(mine, role), slotOf(theirs, role)];
      const name = slot === null ? undefined : claim.analysis.names.find((n) => contains(slot.span, n.span));
      if (slot === null || counterpart === null || name === undefined) return [];
      const places = partnersOf(input, name);
      if (places.length === 0 || places.some((p) => contains(counterpart.span, p))) return [];
      const other = core.analysis.names.find((n) => contains(counterpart.span, n.span));
      if (other === undefined || isCarriedBy(input, slot, core, other)) return [];
      const sure = mine.confidence >= SURE && theirs.confidence >= SURE && input.tools.gazetteer.compare(name.name, other.name) !== 'same';
      return [
        {
          kind: 'name',
          claim: name.span,
          member: 0,
          passage: other.span,
          replacement: slice(core.analysis.text, other.span),
          sureness: sure ? ACCUSED : WITHHELD,
        },
      ];
    }),
  );
}

/** Values that the passage has, but ties to another predicate, while the claim's own predicate has another value there. */
export function compareBoundValues(input: CompareInput, values: readonly ValueResult[]): readonly UnitClash[] {
  const core = input.unit.core.reading;
  return values.flatMap((value): readonly UnitClash[] => {
    if (value.partner === null || value.partner.member !== 0 || value.status === 'clash') return [];
    const { span } = value.partner;
    const date = core.analysis.dates.some((d) => contains(d.span, span));
    return pairs(input).flatMap(([mine, theirs]): readonly UnitClash[] => {
      if (!owns(mine, value.claim) || owns(theirs, span)) return [];
      const elsewhere = core.predicates.some((p) => p !== theirs && p.voice !== 'nominal' && owns(p, span));
      const own = (date ? core.analysis.dates : core.analysis.quantities).find((v) => owns(theirs, v.span) && !contains(v.span, span));
      if (!elsewhere || own === undefined) return [];
      const sure = mine.confidence >= SURE && theirs.confidence >= SURE;
      return [
        {
          kind: date ? 'date' : 'number',
          claim: value.claim,
          member: 0,
          passage: own.span,
          replacement: slice(core.analysis.text, own.span),
          sureness: sure ? ACCUSED : WITHHELD,
        },
      ];
    });
  });
}

/** Predicates of the claim's part and of the passage itself that carry each other and are read surely enough. */
function pairs(input: CompareInput): readonly (readonly [Predicate, Predicate])[] {
  const { claim, unit, alignment } = input;
  const readable = (p: Predicate): boolean => p.confidence >= READABLE && p.voice !== 'nominal';
  return claim.predicates
    .filter((p) => readable(p) && inPart(input, claim.analysis.tokens[p.head] ?? { start: -1, end: -1 }))
    .flatMap((mine) =>
      counterparts(mine, unit.core.reading, 0, alignment)
        .filter(readable)
        .map((theirs) => [mine, theirs] as const),
    );
}

function slotOf(predicate: Predicate, role: Slot['role']): Slot | null {
  return predicate.slots.find((s) => s.role === role) ?? null;
}

function owns(predicate: Predicate, span: Span): boolean {
  return predicate.slots.some((s) => (s.role === 'time' || s.role === 'amount' || s.role === 'oblique') && contains(s.span, span));
}

/** Where the passage itself has a name of the claim. */
function partnersOf(input: CompareInput, name: NameMention): readonly Span[] {
  return input.alignment.words.flatMap((a) => {
    const token =
      a.word.class === 'name' && contains(name.span, a.word.token) && a.partner?.member === 0
        ? input.unit.core.reading.analysis.tokens[a.partner.index]
        : undefined;
    return token === undefined ? [] : [token];
  });
}

/** Whether the passage's name carries a word of the claim's slot: then the slot names both, and nobody is missing. */
function isCarriedBy(input: CompareInput, slot: Slot, core: Reading, other: NameMention): boolean {
  return input.alignment.words.some((a) => {
    const token = contains(slot.span, a.word.token) && a.partner?.member === 0 ? core.analysis.tokens[a.partner.index] : undefined;
    return token !== undefined && contains(other.span, token);
  });
}
