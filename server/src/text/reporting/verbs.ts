/**
 * English verbs that report words, by lemma, with the act they report and the frames they take. The class and its frames
 * follow the reference grammars (Quirk et al. 1985, §14.28–34 and §16.30–38; Levin 1993, classes 37 and 29.2): it is a
 * lexical class of the language, complete as they are, and owes nothing to any corpus.
 */
import type { Reporting } from '../types.ts';

export type Act = Reporting['act'];

/**
 * What may follow (or, for `quote`, surround) the verb:
 * `quote` direct speech, also with subject and verb turned round; `that` a that-clause; `bare` one without "that";
 * `hearer` a noun phrase naming who is told, before the content; `wh` "whether", "how" …; `gerund` "denied taking";
 * `subject-to` an infinitive whose doer is the speaker ("promised to go"); `hearer-to` one whose doer is the hearer
 * ("ordered them to go"); `noun` what is denied, announced, confirmed … as a noun phrase; `as` "described her as";
 * `of` "accused them of"; `about` "complained about it", "spoke of it"; `for` "blamed them for"; `name` "called it a failure"; `to-for` "apologised to them for".
 */
export type Frame =
  | 'quote'
  | 'that'
  | 'bare'
  | 'hearer'
  | 'wh'
  | 'gerund'
  | 'subject-to'
  | 'hearer-to'
  | 'noun'
  | 'as'
  | 'of'
  | 'about'
  | 'for'
  | 'name'
  | 'to-for';

export interface ReportingVerb {
  readonly lemma: string;
  readonly act: Act;
  readonly frames: ReadonlySet<Frame>;
}

/** `act | frames | lemmas`; `+` after a lemma marks a doubled final consonant. */
const CLASSES: readonly (readonly [Act, string, string])[] = [
  ['say', 'quote that bare wh noun', 'say'],
  ['say', 'quote hearer that bare wh hearer-to of', 'tell'],
  [
    'say',
    'quote that bare wh',
    'add explain respond reply answer write add recall state repeat reiterate recount remember note remark observe comment testify reflect',
  ],
  [
    'say',
    'quote that',
    'continue interject retort joke quip+ exclaim shout cry scream yell whisper mutter murmur mumble gasp groan grumble moan sob+ snap+ bark roar boast gloat sneer tweet post chime echo chant recite recap+ interrupt interpose cheer hiss howl riposte intone muse enthuse ad-lib+ text email blog+ opine',
  ],
  ['say', 'quote that bare noun wh', 'announce declare confirm reveal disclose report mention indicate'],
  [
    'say',
    'quote that noun',
    'emphasise emphasize stress underline underscore highlight signal clarify proclaim affirm reaffirm pronounce attest elaborate',
  ],
  ['say', 'quote that bare noun gerund', 'acknowledge admit+ concede accept confess'],
  ['say', 'quote that bare', 'agree predict lament confide prophesy'],
  ['say', 'quote that bare about', 'complain'],
  ['say', 'about', 'speak talk'],
  ['say', 'that noun', 'relay convey hint imply forecast foresee certify'],
  ['say', 'that', 'intimate'],
  ['say', 'that bare noun', 'estimate'],
  ['say', 'hearer that bare', 'inform notify'],
  ['say', 'hearer that bare quote', 'assure reassure remind'],
  ['say', 'as wh', 'describe'],
  ['say', 'as', 'portray depict characterise characterize paint'],
  ['say', 'as name', 'label brand dub+ deem'],
  ['say', 'name', 'call'],
  ['say', 'quote to-for', 'apologise apologize'],
  [
    'say',
    'for noun',
    'criticise criticize condemn denounce castigate praise applaud deplore decry attack ridicule mock lambast lambaste slam+ rebuke chide commend',
  ],
  ['claim', 'quote that bare subject-to', 'claim'],
  ['claim', 'quote that bare', 'allege argue suggest speculate reckon'],
  ['claim', 'quote that', 'assert contend submit+ maintain insist protest object counter theorise theorize hypothesise hypothesize'],
  ['claim', 'quote that bare', 'believe think fear suspect'],
  ['claim', 'that', 'feel hope doubt assume presume expect consider'],
  ['claim', 'of', 'accuse'],
  ['claim', 'for', 'blame'],
  ['deny', 'quote that bare gerund noun', 'deny'],
  ['deny', 'noun that gerund', 'dispute'],
  ['deny', 'noun', 'reject refute rebut+ repudiate dismiss disavow'],
  ['find', 'quote that bare noun', 'find conclude'],
  ['find', 'that bare noun wh', 'establish determine discover show'],
  ['find', 'that bare', 'rule hold judge'],
  ['find', 'that', 'calculate compute'],
  ['find', 'that noun', 'identify demonstrate uncover ascertain'],
  ['ask', 'quote wh hearer hearer-to', 'ask'],
  ['ask', 'quote wh', 'enquire inquire wonder query'],
  ['ask', 'wh noun', 'question'],
  ['order', 'hearer hearer-to that', 'order instruct direct command'],
  ['order', 'quote that hearer-to subject-to', 'demand'],
  ['advise', 'quote hearer that bare hearer-to of', 'warn'],
  ['advise', 'quote hearer that bare hearer-to gerund', 'advise'],
  ['advise', 'quote that gerund noun', 'recommend propose'],
  ['advise', 'quote that hearer hearer-to', 'urge caution counsel+ exhort implore beg+ plead'],
  ['promise', 'quote hearer that bare subject-to', 'promise'],
  ['promise', 'quote that bare subject-to', 'pledge vow swear threaten'],
  ['promise', 'that subject-to', 'undertake guarantee'],
  ['promise', 'subject-to', 'offer'],
];

/** Verbs that report only with a particle. */
const PARTICLES: Readonly<Record<string, { readonly particle: string; readonly act: Act; readonly frames: string }>> = {
  point: { particle: 'out', act: 'say', frames: 'quote that bare noun' },
  spell: { particle: 'out', act: 'say', frames: 'quote that wh' },
  go: { particle: 'on', act: 'say', frames: 'quote' },
  hit: { particle: 'back', act: 'say', frames: 'quote' },
};

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['say', 'says', 'said', 'saying'],
  tell: ['tell', 'tells', 'told', 'telling'],
  write: ['write', 'writes', 'wrote', 'written', 'writing'],
  find: ['find', 'finds', 'found', 'finding'],
  hold: ['hold', 'holds', 'held', 'holding'],
  show: ['show', 'shows', 'showed', 'shown', 'showing'],
  foresee: ['foresee', 'foresees', 'foresaw', 'foreseen', 'foreseeing'],
  swear: ['swear', 'swears', 'swore', 'sworn', 'swearing'],
  undertake: ['undertake', 'undertakes', 'undertook', 'undertaken', 'undertaking'],
  speak: ['speak', 'speaks', 'spoke', 'spoken', 'speaking'],
  think: ['think', 'thinks', 'thought', 'thinking'],
  feel: ['feel', 'feels', 'felt', 'feeling'],
  go: ['go', 'goes', 'went', 'gone', 'going'],
  hit: ['hit', 'hits', 'hitting'],
  plead: ['plead', 'pleads', 'pleaded', 'pled', 'pleading'],
};

export type Form = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface VerbForm {
  readonly verb: ReportingVerb;
  /** Particle that must follow ("pointed out"), or null. */
  readonly particle: string | null;
  readonly forms: ReadonlySet<Form>;
}

function regular(lemma: string, doubled: boolean): readonly (readonly [string, Form])[] {
  const stem = doubled ? lemma + lemma.slice(-1) : lemma;
  const y = /[^aeiou]y$/.test(lemma);
  const s = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = lemma.endsWith('e') ? `${lemma}d` : y ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const ing = /[^eo]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${stem}ing`;
  return [
    [lemma, 'base'],
    [s, 's'],
    [past, 'past'],
    [past, 'participle'],
    [ing, 'ing'],
  ];
}

function irregular(forms: readonly string[]): readonly (readonly [string, Form])[] {
  const [base = '', s = ''] = forms;
  const ing = forms.at(-1) ?? '';
  const middle = forms.slice(2, -1);
  const past = middle[0] ?? base;
  return [
    [base, 'base'],
    [s, 's'],
    [past, 'past'],
    [middle[1] ?? past, 'participle'],
    [ing, 'ing'],
  ];
}

function buildForms(): ReadonlyMap<string, VerbForm> {
  const table = new Map<string, { verb: ReportingVerb; particle: string | null; forms: Set<Form> }>();
  const enter = (lemma: string, doubled: boolean, act: Act, frames: string, particle: string | null): void => {
    const verb = { lemma: particle === null ? lemma : `${lemma} ${particle}`, act, frames: new Set(frames.split(' ') as Frame[]) };
    const known = IRREGULAR[lemma];
    for (const [text, form] of known === undefined ? regular(lemma, doubled) : irregular(known)) {
      const entry = table.get(text) ?? { verb, particle, forms: new Set<Form>() };
      entry.forms.add(form);
      table.set(text, entry);
    }
  };
  for (const [act, frames, lemmas] of CLASSES) {
    for (const lemma of lemmas.split(' ')) enter(lemma.replace('+', ''), lemma.endsWith('+'), act, frames, null);
  }
  for (const [lemma, { particle, act, frames }] of Object.entries(PARTICLES)) enter(lemma, false, act, frames, particle);
  return table;
}

const FORMS = buildForms();

/** The reporting verb that a word (lower case) may be a form of. */
export function reportingForm(lower: string): VerbForm | undefined {
  return FORMS.get(lower);
}

/**
 * Words that name a thing as readily as an act ("claims", "reports", "an order"): forms of them are verbs only where a
 * subject stands before them.
 */
export const NOUN_LIKE: ReadonlySet<string> = new Set([
  'claim',
  'claims',
  'report',
  'reports',
  'state',
  'states',
  'note',
  'notes',
  'comment',
  'comments',
  'order',
  'orders',
  'request',
  'requests',
  'demand',
  'demands',
  'answer',
  'answers',
  'question',
  'questions',
  'estimate',
  'estimates',
  'forecast',
  'forecasts',
  'remark',
  'remarks',
  'reply',
  'replies',
  'promise',
  'promises',
  'pledge',
  'pledges',
  'offer',
  'offers',
  'dispute',
  'disputes',
  'protest',
  'protests',
  'query',
  'queries',
  'vow',
  'vows',
  'attack',
  'attacks',
  'object',
  'objects',
  'counter',
  'judge',
  'judges',
  'rule',
  'rules',
  'post',
  'posts',
  'text',
  'texts',
  'tweet',
  'tweets',
  'email',
  'emails',
  'blog',
  'blogs',
  'signal',
  'signals',
  'label',
  'labels',
  'brand',
  'brands',
  'command',
  'commands',
  'highlight',
  'highlights',
  'call',
  'calls',
  'blame',
  'praise',
  'show',
  'shows',
  'finding',
  'findings',
  'ruling',
  'holding',
  'warning',
  'warnings',
  'stress',
  'cry',
  'cries',
  'shout',
  'joke',
  'jokes',
  'snap',
  'bark',
  'hint',
  'hints',
  'counsel',
  'caution',
  'cautions',
  'paint',
  'reject',
  'rejects',
  'direct',
  'hold',
  'find',
  'finds',
  'mention',
  'mentions',
  'rebuke',
  'boast',
  'boasts',
  'guarantee',
  'fear',
  'fears',
  'suspect',
  'suspects',
  'hope',
  'hopes',
  'doubt',
  'doubts',
  'feeling',
]);
