/** The irregular verbs of English: base, past and past participle (and third person where it is irregular too). */

/** One verb a line: `base past[/past] participle[/participle]`. A closed class of the language. */
const TABLE = `
arise arose arisen|awake awoke awoken|bear bore born/borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken
breed bred bred|bring brought brought|build built built|burn burnt/burned burnt/burned|burst burst burst|buy bought bought
catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
deal dealt dealt|dig dug dug|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got got/gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung
hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known
lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let
lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled
mistake mistook mistaken|misunderstand misunderstood misunderstood|outdo outdid outdone|overcome overcame overcome
overhear overheard overheard|override overrode overridden|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|overturn overturned overturned|pay paid paid|prove proved proven|put put put|quit quit quit
read read read|rebuild rebuilt rebuilt|repay repaid repaid|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run
say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed
shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
slay slew slain|sleep slept slept|slide slid slid|smell smelt smelt|speak spoke spoken|speed sped sped|spell spelt spelt
spend spent spent|spill spilt spilt|spin spun spun|split split split|spoil spoilt spoilt|spread spread spread|spring sprang sprung
stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck/stricken|strive strove striven
swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught
tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|undergo underwent undergone
understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken
wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|wring wrung wrung|write wrote written`;

/** What a form of an irregular verb can be. */
export interface IrregularForm {
  readonly lemma: string;
  readonly past: boolean;
  readonly participle: boolean;
}

const forms = new Map<string, IrregularForm>();
const bases = new Set<string>();

function record(form: string, lemma: string, past: boolean, participle: boolean): void {
  const known = forms.get(form);
  if (known === undefined) forms.set(form, { lemma, past, participle });
  else if (known.lemma === lemma) forms.set(form, { lemma, past: known.past || past, participle: known.participle || participle });
}

for (const entry of TABLE.trim().split(/[|\n]/)) {
  const [base = '', past = '', participle = ''] = entry.split(' ');
  bases.add(base);
  for (const form of past.split('/')) record(form, base, true, false);
  for (const form of participle.split('/')) record(form, base, false, true);
}
// A present-tense homograph of another verb's past keeps the past reading, which is the commoner one in running text,
// except where the base itself is far commoner.
for (const base of ['fell', 'ground', 'saw', 'wound', 'bound']) bases.delete(base);

/** The irregular past or participle that `lower` can be, or null. */
export function irregularForm(lower: string): IrregularForm | null {
  const known = forms.get(lower);
  if (known !== undefined) return known;
  const [, prefix = '', rest = ''] = WORDS_OF_THEIR_OWN.has(lower) ? [] : (PREFIXED.exec(lower) ?? []);
  const inner = forms.get(rest);
  return inner === undefined || rest.length < 3 ? null : { ...inner, lemma: prefix + inner.lemma };
}

/** "rewritten", "overpaid", "unbound": the form of the verb within. */
/** They only look like a prefix and a form: nobody was "presend". */
const WORDS_OF_THEIR_OWN: ReadonlySet<string> = new Set(['present', 'rebound', 'resent', 'underfoot', 'outset', 'upset', 'uplift']);
const PREFIXED = /^(re|over|under|out|mis|fore|un|up|pre)(.+)$/;

/** Whether `lower` is the base form of an irregular verb. */
export function isIrregularBase(lower: string): boolean {
  return bases.has(lower);
}
