/** A small tagger by closed classes, endings and neighbours: what is left to shallow reading when no model is at hand. */
import type { Token } from '../types.ts';
import { closedClassTag } from './closed-class.ts';
import { irregularForm, isIrregularBase } from './irregular.ts';
import { NO_TAG, type Tag } from './tags.ts';

const tag = (upos: Tag['upos'], xpos: string): Tag => ({ upos, xpos });

/** Frequent regular verbs whose present or bare form has no ending to know them by. */
const REGULAR_BASES = new Set(
  `accept accuse add admit advise agree allege allow announce appeal appear apply appoint approve argue arrest ask attend believe
  call cause change charge claim close conclude confirm consider contain continue convict create decide describe deny die dismiss
  employ end expect explain fail fine follow happen hire identify include inform inspect investigate involve issue join kill like live
  look mention move name need note offer open operate order own pass plan point promise prosecute publish raise reach receive recommend
  record reject release remain remove report request require resign return reveal say seem sentence serve sign start state stop suffer
  suggest support suspend test treat try use visit wait want warn watch work`
    .trim()
    .split(/\s+/),
);

function isBase(lower: string): boolean {
  return REGULAR_BASES.has(lower) || isIrregularBase(lower);
}

function singularOf(lower: string): string {
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return /(?:sh|ch|ss|x)es$/.test(lower) ? lower.slice(0, -2) : lower.slice(0, -1);
}

function bySuffix(token: Token): Tag {
  const { lower } = token;
  if (/ly$/.test(lower) && lower.length > 4) return tag('ADV', 'RB');
  if (/(?:ous|ful|ive|less|able|ible|ical|ial|ish|ary)$/.test(lower)) return tag('ADJ', 'JJ');
  if (/ing$/.test(lower) && lower.length > 5) return tag('VERB', 'VBG');
  if (/[^e]ed$/.test(lower) && lower.length > 4) return tag('VERB', 'VBD');
  if (/[^su']s$/.test(lower)) return tag('NOUN', 'NNS');
  return tag('NOUN', 'NN');
}

function alone(token: Token, first: boolean): Tag {
  if (token.kind === 'punct') return token.text === '-' ? tag('PUNCT', 'HYPH') : tag('PUNCT', token.text);
  if (token.kind === 'symbol') return tag('SYM', 'SYM');
  if (token.kind === 'number') return tag('NUM', 'CD');
  const closed = closedClassTag(token.lower);
  if (closed !== null && !(token.text === 'May' && !first)) return closed;
  if (/^\p{Lu}/u.test(token.text) && !first) return tag('PROPN', 'NNP');
  const irregular = irregularForm(token.lower);
  if (irregular !== null) return tag('VERB', irregular.past ? 'VBD' : 'VBN');
  if (/^\p{Lu}/u.test(token.text) && !isBase(token.lower) && bySuffix(token).upos === 'NOUN') return tag('PROPN', 'NNP');
  return bySuffix(token);
}

/** Whether the words before `at` (adverbs and negations skipped) end in a form of "be" or "get", "have", or a modal. */
function auxiliaryBefore(tokens: readonly Token[], tags: readonly Tag[], at: number): 'be' | 'have' | 'base' | null {
  for (let i = at - 1; i >= 0; i--) {
    const { upos, xpos } = tags[i] ?? NO_TAG;
    const lower = tokens[i]?.lower ?? '';
    if (upos === 'ADV' || (upos === 'PART' && xpos === 'RB')) continue;
    if (xpos === 'TO' || xpos === 'MD' || /^(?:do|does|did)$/.test(lower)) return 'base';
    if (/^(?:has|have|had|having|'ve)$/.test(lower)) return 'have';
    return /^(?:be|is|was|were|are|been|being|am|'re|'m|get|got|gets)$/.test(lower) ? 'be' : null;
  }
  return null;
}

/** Settles what a form alone leaves open (verb or noun, past or participle) by the words before it. */
function inContext(tokens: readonly Token[], tags: readonly Tag[], at: number, guess: Tag): Tag {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return guess;
  const { lower } = token;
  const before = tags[at - 1] ?? NO_TAG;
  const helper = auxiliaryBefore(tokens, tags, at);
  if (guess.upos === 'VERB' && (guess.xpos === 'VBD' || guess.xpos === 'VBN')) {
    const participle = irregularForm(lower)?.participle ?? true;
    if ((helper === 'be' || helper === 'have') && participle) return tag('VERB', 'VBN');
    if (before.upos === 'DET' || before.xpos === 'PRP$') return tag('ADJ', 'VBN');
    if (/^(?:by)$/.test(tokens[at + 1]?.lower ?? '') && participle) return tag('VERB', 'VBN');
    return guess;
  }
  const open =
    before.upos === 'DET' || before.xpos === 'PRP$' || ((before.upos === 'ADJ' || before.upos === 'NOUN') && tags[at - 2]?.upos === 'DET');
  if (open && guess.upos === 'ADV' && /ly$/.test(lower) && tokens[at + 1]?.kind !== 'word') return tag('NOUN', 'NN');
  if (open && guess.xpos === 'VBG' && tokens[at + 1]?.kind !== 'word') return tag('NOUN', 'NN');
  if (helper === 'base' && (guess.upos === 'NOUN' || guess.upos === 'ADJ') && before.upos !== 'ADJ' && /[a-z]/.test(lower))
    return tag('VERB', 'VB');
  if (isBase(lower) && (before.xpos === 'PRP' || before.xpos === 'WP' || before.xpos === 'NNS')) return tag('VERB', 'VBP');
  if (lower.endsWith('s') && isBase(singularOf(lower)) && (before.upos === 'PROPN' || before.xpos === 'PRP' || before.xpos === 'NN'))
    return tag('VERB', 'VBZ');
  if (guess.upos === 'PART' && guess.xpos === 'POS' && before.upos === 'PRON') return tag('AUX', 'VBZ');
  if (lower === 'to') return toTag(tokens, at);
  return guess;
}

/** "to" before a bare verb marks an infinitive, elsewhere it is a preposition. */
function toTag(tokens: readonly Token[], at: number): Tag {
  const next = tokens[at + 1];
  const infinitive = next !== undefined && next.text === next.lower && (isBase(next.lower) || /^(?:be|have|do)$/.test(next.lower));
  return infinitive ? tag('PART', 'TO') : tag('ADP', 'IN');
}

/** One tag a token, by rules alone. */
export function tagByRule(tokens: readonly Token[]): readonly Tag[] {
  const tags: Tag[] = [];
  for (const [at, token] of tokens.entries()) tags.push(inContext(tokens, tags, at, alone(token, at === 0)));
  for (let i = 0; i < tags.length; i++) {
    const here = tags[i];
    const lower = tokens[i]?.lower ?? '';
    // "had", "did", "was" with no verb to help are main verbs or copulas; the copula stays an auxiliary, as in the treebank.
    if (here?.upos === 'AUX' && /^(?:have|has|had|do|does|did)$/.test(lower) && !helpsVerb(tags, i)) tags[i] = tag('VERB', here.xpos);
    if (lower === 'that' && RELATIVE_BEFORE.has(tags[i - 1]?.upos ?? 'X')) tags[i] = tag('PRON', 'WDT');
  }
  return tags;
}

const RELATIVE_BEFORE: ReadonlySet<Tag['upos']> = new Set<Tag['upos']>(['NOUN', 'PROPN']);

function helpsVerb(tags: readonly Tag[], at: number): boolean {
  for (let i = at + 1; i < tags.length && i < at + 5; i++) {
    const { upos, xpos } = tags[i] ?? NO_TAG;
    if (upos === 'VERB' || upos === 'AUX') return true;
    if (upos !== 'ADV' && xpos !== 'RB' && upos !== 'PRON') return false;
  }
  return false;
}
