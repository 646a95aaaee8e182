/** The closed classes of English: words whose part of speech hardly depends on their neighbours, and what follows from them. */
import type { Tag, Upos } from './tags.ts';

const CLASSES: readonly (readonly [Upos, string, string])[] = [
  ['DET', 'DT', 'the a an this these those every each some any no another both all either neither'],
  [
    'PRON',
    'PRP',
    'i he she it we they me him us them myself himself herself itself themselves ourselves yourself you mine hers theirs ours yours',
  ],
  ['PRON', 'PRP$', 'my his her its our their your'],
  ['PRON', 'NN', 'nobody nothing everyone everybody everything someone somebody something anyone anybody anything none'],
  ['PRON', 'WP', 'who whom what whoever'],
  ['PRON', 'WDT', 'which'],
  ['PRON', 'WP$', 'whose'],
  [
    'ADP',
    'IN',
    'of in at on by for from with about against between into through during after before without under over within along across behind beyond despite near outside inside around among amid above below via per towards toward upon throughout until till off beside alongside regarding concerning following versus',
  ],
  ['SCONJ', 'IN', 'because although though unless whether while whereas if since once whereby lest that'],
  ['CCONJ', 'CC', 'and or but nor yet &'],
  ['AUX', 'MD', "can could may might must shall should will would ca wo sha ought 'll 'd"],
  ['AUX', 'VBZ', 'is has does'],
  ['AUX', 'VBP', "am are have do 're 've 'm"],
  ['AUX', 'VBD', 'was were had did'],
  ['AUX', 'VBN', 'been'],
  ['AUX', 'VB', 'be'],
  ['AUX', 'VBG', 'being'],
  ['PART', 'RB', "not n't"],
  ['PART', 'TO', 'to'],
  ['PART', 'POS', "' 's"],
  [
    'ADV',
    'RB',
    'never also only then now later again already still even just soon often always very too so there here however therefore thus hence indeed instead meanwhile moreover yesterday today tomorrow ago nearly almost hardly barely scarcely once twice together perhaps maybe further rather quite well as',
  ],
  ['ADV', 'WRB', 'when where why how'],
  [
    'ADJ',
    'JJ',
    'guilty new old other such same several many few more most own first last next former late good bad great small large big high low long young local public able unable dead alive responsible due further least less second third senior chief main early recent current many due',
  ],
  ['INTJ', 'UH', 'yes no-one oh please'],
];

const TAGS = new Map<string, Tag>();
for (const [upos, xpos, words] of CLASSES) {
  for (const word of words.split(' ')) if (!TAGS.has(word)) TAGS.set(word, { upos, xpos });
}

/** The tag of a word of a closed class, or null. */
export function closedClassTag(lower: string): Tag | null {
  return TAGS.get(lower) ?? null;
}

/** Words that turn a verb over by standing beside it. */
export const NEGATORS: ReadonlySet<string> = new Set(['not', "n't", 'never', 'neither', 'nor', 'hardly', 'scarcely', 'barely', 'cannot']);
/** Words that turn a clause over as (part of) its subject or object. */
export const NEGATIVE_QUANTIFIERS: ReadonlySet<string> = new Set(['no', 'nobody', 'nothing', 'none', 'neither']);
export const RELATIVE_PRONOUNS: ReadonlySet<string> = new Set(['who', 'whom', 'which', 'that']);
export const BE_FORMS: ReadonlySet<string> = new Set(['be', 'is', 'was', 'were', 'are', 'been', 'being', 'am', "'s", "'re", "'m"]);
/** Adverbs that stand between an auxiliary and its verb without changing the reading of either. */
export const POSSIBILITY_ADVERBS: ReadonlySet<string> = new Set([
  'allegedly',
  'reportedly',
  'possibly',
  'probably',
  'perhaps',
  'maybe',
  'apparently',
  'supposedly',
  'likely',
]);
