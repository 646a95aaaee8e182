/** What somebody is called without a name ("the council's head of highways"), and what a text calls somebody whom it names. */
import { isRoleNoun } from '../../corpus/gazetteer/words.ts';
import { reportingForm } from '../../text/reporting/verbs.ts';
import { stem } from '../../text/stem.ts';
import { isStop } from '../../text/stopwords.ts';
import type { Analysis, NameMention } from '../../text/types.ts';
import { personFamily } from './families.ts';

/** A description taken apart. All words are stems. */
export interface Description {
  /** The noun: "head" of "the council's head of highways". */
  readonly head: string;
  /** The noun as written, lower case and without a plural's ending. */
  readonly noun: string;
  /** What stands before it: "chief" of "the chief executive". */
  readonly modifiers: readonly string[];
  /** To what it belongs: "council", "highways". */
  readonly of: readonly string[];
  /** `named` where no article stands before it ("head teacher Brian Kettle"). */
  readonly determiner: 'definite' | 'indefinite' | 'owned' | 'bare';
  readonly plural: boolean;
}

const DETERMINER =
  /^(?:(the same|the|this|that|these|those|both)|(an?|one|another|some|several|many|two|three)|(his|her|its|their|our|my))\s+/i;
/** What follows the noun and its complement is about it, and no part of what it is called. */
const CLAUSE = /\s+(?:who|whom|which|that|whose|where|when)\s|[,;:(]/i;
const COMPLEMENT = /\s+(?:of|for|at|in|from|with|on|to|by|behind|against|under|representing|responsible)\s+/i;
const OWNER = /^(.{1,60}?)(?:['’]s|s['’])\s+(.+)$/;
/** Words before an office that make another office of it. */
const OTHER_OFFICE: ReadonlySet<string> = new Set(
  ['deputy', 'vice', 'shadow', 'assistant', 'associate', 'under', 'junior', 'trainee', 'student', 'co'].map(stem),
);
/** Titles that say what their bearer is. */
const TITLE_NOUN: Readonly<Record<string, string>> = {
  dr: 'doctor',
  prof: 'professor',
  professor: 'professor',
  judge: 'judge',
  justice: 'judge',
  inspector: 'inspector',
  superintendent: 'superintendent',
  sergeant: 'sergeant',
  constable: 'constable',
  councillor: 'councillor',
  cllr: 'councillor',
  sister: 'sister',
  nurse: 'nurse',
  coroner: 'coroner',
  mayor: 'mayor',
  bishop: 'bishop',
};

/** Takes a noun phrase apart; null where it has no noun to go by. */
export function describe(phrase: string): Description | null {
  const whole = phrase.trim().split(CLAUSE)[0] ?? '';
  const article = DETERMINER.exec(whole);
  const bare = whole.slice(article?.[0].length ?? 0);
  const [front = '', ...complements] = bare.split(COMPLEMENT);
  const owned = OWNER.exec(front);
  const own = (owned?.[2] ?? front).match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  const last = own.at(-1)?.toLowerCase();
  if (last === undefined || own.length > 6) return null;
  const plural = /[^s]s$/.test(last) && !/(?:us|is|ss|police)$/.test(last);
  const determiner =
    article?.[1] !== undefined
      ? 'definite'
      : article?.[2] !== undefined
        ? 'indefinite'
        : article?.[3] !== undefined || owned
          ? 'owned'
          : 'bare';
  return {
    head: stem(last),
    noun: plural ? last.replace(/s$/, '') : last,
    modifiers: own.slice(0, -1).map((word) => stem(word.toLowerCase())),
    of: stems([owned?.[1] ?? '', ...complements].join(' ')),
    determiner,
    plural,
  };
}

function stems(text: string): readonly string[] {
  return (text.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [])
    .filter((word) => !/^(?:the|an?|and|of|for|at|in|its|his|her)$/i.test(word))
    .map((word) => stem(word.toLowerCase()));
}

/** Words that tell bodies of one kind apart. */
const TIER: ReadonlySet<string> = new Set(
  [
    'county',
    'parish',
    'city',
    'town',
    'district',
    'borough',
    'national',
    'regional',
    'high',
    'appeal',
    'supreme',
    'crown',
    'magistrates',
    'primary',
    'secondary',
  ].map(stem),
);

/** "the parish council", "the county council": two of one kind. */
export function tiersApart(one: Description, other: Description): boolean {
  const [mine, theirs] = [one, other].map((each) => each.modifiers.filter((word) => TIER.has(word)));
  return one.head === other.head && mine?.length === 1 && theirs?.length === 1 && mine[0] !== theirs[0];
}

/**
 * Whether a description fits one that the corpus gives: `yes` where it says nothing more, `maybe` where it says more or less than
 * can be told, `no` where the noun or the office differs.
 */
export function fits(asked: Description, given: Description): 'yes' | 'maybe' | 'no' {
  if (asked.head !== given.head || tiersApart(asked, given)) return 'no';
  const known = new Set([...given.modifiers, ...given.of]);
  const said = new Set([...asked.modifiers, ...asked.of]);
  const office = (words: ReadonlySet<string>): string => [...words].filter((word) => OTHER_OFFICE.has(word)).join(' ');
  if (office(known) !== office(said)) return 'no';
  return [...said].every((word) => known.has(word)) ? 'yes' : 'maybe';
}

const WORDS_BEFORE = /(?<![\p{L}\p{N}’'-])((?:[\p{Ll}\p{N}][\p{L}\p{N}’'-]*\s+){1,5})$/u;
const BEFORE_COMMA =
  /(?:^|[.;:“"(]\s*|,\s+|\s(?=(?:the|an?|his|her|their|its)\s))((?:the|an?|one of the|his|her|their|its|\p{Lu})[^,;:.“”"()]{1,90}),\s*$/iu;
const AFTER_COMMA = /^(?:['’]s)?(?:,\s+aged \d+)?,\s+((?:then |now |formerly )?[^,;:.“”"()]{2,90})(?=[,;.)]|$)/u;
const WHO_LED =
  /^,?\s+who\s+(?:(?:then|now|also|had|has)\s+)*(chaired|chairs|led|leads|headed|heads|ran|runs|edits|edited|founded|manages|managed|directed|directs|owns|owned)\s+([^,;:.“”"()]{2,60})/u;
const COPULA = /^\s+(?:is|was|became|remains|remained|has been|had been)\s+((?:the|an?)\s+[^,;:.“”"()]{2,70})/u;
const LEADS: Readonly<Record<string, string>> = {
  chair: 'chair',
  led: 'leader',
  lead: 'leader',
  head: 'head',
  edit: 'editor',
  found: 'founder',
  manag: 'manager',
  direct: 'director',
  own: 'owner',
  ran: 'head',
  run: 'head',
};

/** What the sentence calls the bearer of a name that stands in it: before the name, after it, in apposition. */
export function descriptionsOf(name: NameMention, analysis: Analysis): readonly Description[] {
  const { text } = analysis;
  const before = text.slice(Math.max(0, name.span.start - 130), name.span.start);
  const after = text.slice(name.span.end, name.span.end + 130);
  const tight = WORDS_BEFORE.exec(before)?.[1];
  const found: (Description | null)[] = [];
  const title = TITLE_NOUN[name.title?.toLowerCase().replace('.', '') ?? ''];
  if (title !== undefined) found.push(describe(title));
  // Apposition before a name is closed by a comma or by the sentence's end: "The trust, Dr Vale said, …" has none.
  if (/^(?:['’]s)?\s*(?:[,;.:)”"—–]|$)/u.test(after) || /^\s+(?:and|who)\b/.test(after))
    found.push(describe(BEFORE_COMMA.exec(before)?.[1] ?? ''));
  const own = tight === undefined ? null : describe(ownerAnd(tight, before));
  if (own !== null && (isRoleNoun(own.noun) || personFamily(own.head) !== null)) found.push(own);
  const behind = AFTER_COMMA.exec(after)?.[1]?.replace(/^(?:then|now|formerly) /, '') ?? '';
  if (found.length === 0 || title !== undefined) if (isNominal(behind)) found.push(describe(behind));
  found.push(describe(COPULA.exec(after)?.[1] ?? ''));
  const led = WHO_LED.exec(after);
  const office = LEADS[stem(led?.[1] ?? '')] ?? LEADS[led?.[1] ?? ''];
  if (led?.[2] !== undefined && office !== undefined) found.push(describe(`${office} of ${led[2]}`));
  return found.filter((one) => one !== null);
}

/** A phrase that can stand in apposition: it opens with an article or an owner, or with a noun, and not with a verb. */
function isNominal(phrase: string): boolean {
  const first = phrase.split(/\s/)[0]?.toLowerCase() ?? '';
  if (/^(?:the|an?|his|her|its|their|one)$/.test(first) || /['’]s?$/.test(first)) return true;
  return isRoleNoun(describe(phrase)?.noun ?? '') && reportingForm(first) === undefined && !isStop(first) && !/ed$|ing$/.test(first);
}

/** "Farmers’ leader Tom Brigg": the owner that stands before the words in lower case. */
function ownerAnd(words: string, before: string): string {
  const owner = /((?:\p{Lu}[\p{L}-]*\s+){0,3}\p{Lu}[\p{L}-]*['’]s?\s+)$/u.exec(before.slice(0, before.length - words.length))?.[1] ?? '';
  return owner + words.trim();
}
