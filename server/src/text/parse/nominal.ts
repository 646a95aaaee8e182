/** Nouns that tell of a deed: "the conviction of X", "X's resignation", read as predicates of their verbs. */
import type { Analysis, Predicate, Slot } from '../types.ts';
import type { Chunks } from './chunks.ts';
import { widened } from './complements.ts';
import { adjunctRole, slotOf, spanOf } from './slots.ts';
import type { Tag } from './tags.ts';

/** What the one who owns the noun is to the verb: always its doer, always the one it is done to, or doer with 's and patient with "of". */
type Owner = 'agent' | 'patient' | 'split';

const NOUNS = new Map<string, { readonly lemma: string; readonly owner: Owner }>();
const enter = (owner: Owner, pairs: string): void => {
  for (const pair of pairs.trim().split(/\s+/)) {
    const [noun = '', lemma = noun] = pair.split(':');
    NOUNS.set(noun, { lemma, owner });
  }
};
enter(
  'agent',
  `resignation:resign death:die departure:depart arrival:arrive retirement:retire birth:bear collapse failure:fail refusal:refuse apology:apologise
  confession:confess testimony:testify visit escape disappearance:disappear appearance:appear return growth:grow decline fall rise suicide:die
  complaint:complain appeal survival:survive marriage:marry recovery:recover`,
);
enter(
  'patient',
  `conviction:convict arrest appointment:appoint dismissal:dismiss sacking:sack removal:remove suspension:suspend imprisonment:imprison murder killing:kill
  assassination:assassinate election:elect closure:close publication:publish destruction:destroy acquittal:acquit prosecution:prosecute sentencing:sentence
  release detention:detain treatment:treat abuse construction:construct abolition:abolish creation:create introduction:introduce approval:approve
  rejection:reject cancellation:cancel loss:lose sale:sell theft:steal deportation:deport execution:execute trial:try promotion:promote nomination:nominate
  injury:injure expulsion:expel adoption:adopt withdrawal:withdraw`,
);
enter(
  'split',
  `decision:decide investigation:investigate inspection:inspect review finding:find discovery:discover assessment:assess examination:examine attack
  criticism:criticise description:describe analysis:analyse report claim allegation:allege denial:deny announcement:announce recommendation:recommend
  acquisition:acquire purchase invasion:invade assault handling:handle use purchase payment:pay`,
);

/** The verb whose deed a noun names ("arrests": arrest), or null. */
export function nominalLemma(lower: string): string | null {
  return nominalOf(lower)?.lemma ?? null;
}

function nominalOf(lower: string): { readonly lemma: string; readonly owner: Owner } | undefined {
  return NOUNS.get(lower) ?? (lower.endsWith('s') ? NOUNS.get(lower.slice(0, -1)) : undefined);
}

/** Reads the nominal predicates of a tagged sentence. */
export function nominalPredicates(analysis: Analysis, tags: readonly Tag[], chunks: Chunks): readonly Predicate[] {
  const found: Predicate[] = [];
  for (const chunk of chunks.all) {
    const lower = analysis.tokens[chunk.to]?.lower ?? '';
    const noun = tags[chunk.to]?.upos === 'NOUN' ? nominalOf(lower) : undefined;
    if (noun === undefined) continue;
    const slots: Slot[] = [];
    const possessive = possessorOf(tags, chunk.from, chunk.to);
    if (possessive !== null) {
      const role = noun.owner === 'split' ? 'agent' : noun.owner;
      slots.push(slotOf(analysis, role, null, possessive.range, possessive.head));
    }
    slots.push(...phrases(analysis, tags, chunks, chunk.to, noun.owner, possessive !== null));
    if (!slots.some((slot) => slot.role === 'agent' || slot.role === 'patient')) continue;
    found.push({
      head: chunk.to,
      lemma: noun.lemma,
      span: spanOf(analysis, { from: chunk.to, to: chunk.to }),
      negated: analysis.tokens[chunk.from]?.lower === 'no',
      modality: 'fact',
      voice: 'nominal',
      slots,
      confidence: noun.owner === 'split' ? 0.4 : 0.5,
    });
  }
  return found;
}

function possessorOf(
  tags: readonly Tag[],
  from: number,
  to: number,
): { readonly range: { readonly from: number; readonly to: number }; readonly head: number } | null {
  for (let i = to - 1; i > from; i--) {
    if (tags[i]?.xpos !== 'POS') continue;
    let head = i - 1;
    while (head > from && tags[head]?.upos === 'PROPN' && tags[head - 1]?.upos === 'PROPN') head--;
    return { range: { from, to: i - 1 }, head };
  }
  return tags[from]?.xpos === 'PRP$' ? { range: { from, to: from }, head: from } : null;
}

function phrases(analysis: Analysis, tags: readonly Tag[], chunks: Chunks, noun: number, owner: Owner, owned: boolean): Slot[] {
  const slots: Slot[] = [];
  let at = noun + 1;
  for (let count = 0; count < 4 && tags[at]?.upos === 'ADP'; count++) {
    const chunk = chunks.at(at + 1);
    if (chunk === null) break;
    const preposition = analysis.tokens[at]?.lower ?? null;
    const range = widened(chunks, analysis, chunk);
    const role = adjunctRole(analysis, preposition, chunk, chunk.head);
    if (preposition === 'of' && !owned) slots.push(slotOf(analysis, owner === 'agent' ? 'agent' : 'patient', 'of', range, chunk.head));
    else if (preposition === 'by' && role === 'oblique') slots.push(slotOf(analysis, 'agent', 'by', range, chunk.head));
    else slots.push(slotOf(analysis, role, preposition, range, chunk.head));
    at = range.to + 1;
  }
  return slots;
}
