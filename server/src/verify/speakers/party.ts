/** Whoever speaks or is spoken to, as a sentence shows them: a name, a description, or both. */
import { isBodyNoun, isRoleNoun } from '../../corpus/gazetteer/words.ts';
import { analyse } from '../../text/analyse.ts';
import { withoutTitles } from '../../text/namewords.ts';
import { contains, overlap, type Span } from '../../text/span.ts';
import { stem } from '../../text/stem.ts';
import { isStop } from '../../text/stopwords.ts';
import type { Analysis } from '../../text/types.ts';
import { type Description, describe, descriptionsOf } from './description.ts';
import { bodyFamily, personFamily } from './families.ts';
import { speakerOf } from './named.ts';

export interface Party {
  /** As written, for the reader: a name with its title, or a description with its article. */
  readonly written: string;
  /** Null where nobody is named. */
  readonly name: string | null;
  /** What the sentence calls them. */
  readonly called: readonly Description[];
}

/** A phrase that is one name all through: "The Health and Safety Executive". */
const ALL_NAME =
  /^(?:[Tt]he\s+)?(\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s+(?:and|of|for|the|&|\p{Lu}[\p{L}\p{N}.&’'-]*))*\s+\p{Lu}[\p{L}\p{N}.&’'-]*)$/u;

/** "The Governor of the Bank of England", "the Treasury": an office or a body by its noun, which a capital does not make a name. */
function officeIn(written: string): Description | null {
  if (!/^the\s+\p{Lu}/iu.test(written)) return null;
  const called = describe(written);
  if (called === null || called.plural) return null;
  if (isRoleNoun(called.noun) || personFamily(called.head) !== null) return called;
  return called.modifiers.length === 0 && (isBodyNoun(called.noun) || bodyFamily(called.head) !== null) ? called : null;
}

/** "Ofqual, the exams regulator". */
const NAME_AND = /^(\p{Lu}[\p{L}\p{N}’'-]*),\s+(.+?),?$/u;

/** The phrase without its article where it is one name, and no plural of people ("Residents of Mill Lane"). */
function wholeName(written: string): string | undefined {
  const name = ALL_NAME.exec(written)?.[1];
  const last = name?.split(/\s+/).at(-1)?.toLowerCase() ?? '';
  return name !== undefined && (/^the\s/i.test(written) || isBodyNoun(last)) ? name : undefined;
}

export function partyOf(span: Span<'text'>, analysis: Analysis): Party | null {
  const written = analysis.text.slice(span.start, span.end).trim();
  const apposed = NAME_AND.exec(written);
  if (apposed?.[1] !== undefined) {
    const called = describe(apposed[2] ?? '');
    return { written: apposed[1], name: apposed[1], called: called === null ? [] : [called] };
  }
  const office = officeIn(written);
  if (office !== null) return { written: lowered(written), name: null, called: [office] };
  const whole = wholeName(written);
  const speaker = speakerOf(span, analysis);
  if (speaker.kind === 'pronoun') return null;
  if (speaker.kind === 'description' && whole === undefined) {
    const called = describe(written);
    return called === null ? null : { written: lowered(written), name: null, called: [called] };
  }
  const mentions = analysis.names.filter((one) => overlap(one.span, span) > 0);
  const head = mentions.find((one) => contains(span, one.span) && speaker.name.endsWith(one.name)) ?? mentions[0];
  const called = head === undefined ? [] : descriptionsOf(head, analysis);
  const isPerson = mentions.some((one) => one.form === 'person' || one.title !== null);
  const name = whole !== undefined && !isPerson ? whole : speaker.name;
  return { written: whole !== undefined && /^the\s/i.test(written) ? lowered(written) : name, name, called };
}

/** Somebody whom the corpus names as a speaker, in its own words. */
export function partyNamed(speaker: string): Party {
  const analysis = analyse(speaker);
  // A lone capitalised word, or a handle, is a name that no grammar shows.
  if (/^(?:\p{Lu}[\p{L}’'-]*|\S*[\d_]\S*)$/u.test(speaker)) return { written: speaker, name: speaker, called: [] };
  return partyOf({ start: 0, end: speaker.length }, analysis) ?? { written: speaker, name: null, called: [] };
}

function lowered(written: string): string {
  return /^(?:the|an?|his|her|their|its|one|some|many|several|this|that|two|three)\s/i.test(written)
    ? written.charAt(0).toLowerCase() + written.slice(1)
    : written;
}

/** Whether the words name a body, a person or several people; null where they do not tell. */
export type Kind = 'person' | 'people' | 'body';

export function kindOf(party: Party): Kind | null {
  if (party.name !== null && (isBodyName(party.name) || party.called.some((one) => one.plural))) return 'body';
  for (const one of party.called) {
    const body = bodyFamily(one.head) !== null || isBodyNoun(one.noun);
    const person = personFamily(one.head) !== null || isRoleNoun(one.noun);
    // Directors and governors, all of them, are a board.
    if (person && !(body && one.plural)) return one.plural ? 'people' : 'person';
    if (body) return 'body';
  }
  if (party.name !== null && isPersonName(party.name)) return 'person';
  return null;
}

function isBodyName(name: string): boolean {
  const words = name.split(/\s+/);
  return words.length > 1 && isBodyNoun(words.at(-1)?.toLowerCase() ?? '');
}

/** By titles that nothing but a person has: "General" and "Private" open the names of companies and papers too. */
function isPersonName(name: string): boolean {
  return /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Judge|Justice|Cllr|Councillor)\.?\s/.test(name);
}

/** The stems by which somebody is named or called: what another's description may belong to. */
export function wordsOf(party: Party): ReadonlySet<string> {
  const words = (party.name ?? '').match(/\p{L}[\p{L}\p{N}-]+/gu) ?? [];
  const named = withoutTitles(words).filter((word) => !isStop(word.toLowerCase()));
  return new Set([...named.map((word) => stem(word.toLowerCase())), ...party.called.map((one) => one.head)]);
}
