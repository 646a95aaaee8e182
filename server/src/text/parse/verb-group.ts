/** A verb with its auxiliaries: "had not been told" → passive, negated, finite. */
import type { Predicate, Token } from '../types.ts';
import { BE_FORMS, NEGATORS, POSSIBILITY_ADVERBS } from './closed-class.ts';
import { NO_TAG, type Tag } from './tags.ts';

export interface VerbGroup {
  readonly head: number;
  /** First and last token of the group. */
  readonly from: number;
  readonly to: number;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modality: Predicate['modality'];
  /** `bare` is a participle with no auxiliary ("the man arrested"), `infinitive` has its "to". */
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'bare';
}

const MODALS: ReadonlyMap<string, Predicate['modality']> = new Map([
  ['can', 'possible'],
  ['ca', 'possible'],
  ['could', 'possible'],
  ['may', 'possible'],
  ['might', 'possible'],
  ['would', 'conditional'],
  ["'d", 'conditional'],
  ['should', 'obligation'],
  ['must', 'obligation'],
  ['ought', 'obligation'],
  ['will', 'future'],
  ['wo', 'future'],
  ['shall', 'future'],
  ['sha', 'future'],
  ["'ll", 'future'],
]);

/** The modality that an auxiliary or adverb gives its verb, or null. */
export function modalityOf(lower: string): Predicate['modality'] | null {
  return MODALS.get(lower) ?? (POSSIBILITY_ADVERBS.has(lower) ? 'possible' : null);
}

/** Reads the verb group whose last verb is token `head`. */
export function verbGroup(tokens: readonly Token[], tags: readonly Tag[], head: number): VerbGroup {
  let from = head;
  let be = false;
  let helped = false;
  let infinitive = false;
  let negators = 0;
  let modality: Predicate['modality'] = 'fact';
  for (let i = head - 1; i >= 0; i--) {
    const { upos, xpos } = tags[i] ?? NO_TAG;
    const lower = tokens[i]?.lower ?? '';
    const goes = upos === 'AUX' || upos === 'ADV' || (upos === 'PART' && xpos !== 'POS') || lower === 'neither' || lower === 'nor';
    const got = /^(?:got|get|gets|getting)$/.test(lower) && i === head - 1 && tags[head]?.xpos === 'VBN';
    if (!goes && !got) break;
    if (upos === 'AUX' || got) {
      helped = true;
      be ||= BE_FORMS.has(lower) || got;
      from = i;
    }
    if (NEGATORS.has(lower)) {
      negators++;
      from = i;
    }
    modality = modalityOf(lower) ?? modality;
    if (xpos === 'TO') {
      infinitive = !helped || modality === 'fact';
      from = i;
      if (/^(?:have|has|had|need|needs|needed)$/.test(tokens[i - 1]?.lower ?? '')) modality = 'obligation';
      break;
    }
  }
  if (/^(?:not|never)$/.test(tokens[from - 1]?.lower ?? '') && infinitive) negators++;
  const { xpos } = tags[head] ?? NO_TAG;
  const participle = xpos === 'VBN' || (xpos === 'VBD' && be);
  const form = infinitive ? 'infinitive' : helped ? 'finite' : xpos === 'VBG' ? 'gerund' : xpos === 'VBN' ? 'bare' : 'finite';
  const particle = tags[head + 1]?.xpos === 'RP' ? head + 1 : head;
  return { head, from, to: particle, passive: participle && (be || form === 'bare'), negated: negators % 2 === 1, modality, form };
}
