/** Names in running text, told by capitals alone: fast enough to read a whole corpus before the first question. */
import { isStop } from '../../text/stopwords.ts';
import { isBodyNoun, isPlaceNoun, isRoleNoun, isRoleTitle, PARTICLES, PERSON_PARTICLES, TIME, TITLES } from './words.ts';

export interface Mention {
  readonly start: number;
  readonly end: number;
  /** The name without title, role and possessive. */
  readonly name: string;
  readonly words: readonly string[];
  /** Lower case, without full stop; null where none stands there. */
  readonly title: string | null;
  /** Capitalised role before the name ("Children’s Minister Tim …"), or null. */
  readonly role: string | null;
  readonly form: 'person' | 'body' | 'place' | 'unknown';
  /** Whether it begins its text or sentence, where a capital says little. */
  readonly initial: boolean;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const WORD = /\p{Lu}[\p{L}\p{N}]*(?:['’.‑-]\p{L}[\p{L}\p{N}]*)*|&/gu;
const GAP = /^(?:\.? (?:\p{Ll}{1,3} ){0,2}| ?)$/u;
/** Words that a sentence may open with, or that are capital by themselves, and that are no part of a name. */
const NO_NAME =
  /^(?:(?:i|you|he|she|it|we|they|that|there|who)['’]\p{L}+|yes|no|well|okay|ok|oh|so|thank|thanks|hi|hello|dear|please|sorry|right|good|let|following|according|asked|given|as|mr|mrs)$/iu;
/** "Labour-controlled", "London-based": an adjective made from a name. */
const ADJECTIVE = /-\p{Ll}{4,}$/u;
const POSSESSIVE = /['’]s$/i;
const PAUSES = /[.!?:;“"”\n(]\s*["“‘']?$/;

/** Names in the order they stand; linear in the text. */
export function findMentions(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  let run: Word[] = [];
  const flush = (): void => {
    if (run.length > 0) mentions.push(...readRun(text, run));
    run = [];
  };
  for (const match of text.matchAll(WORD)) {
    const word: Word = { start: match.index, end: match.index + match[0].length, text: match[0] };
    if (ADJECTIVE.test(word.text) || (/['’]/.test(word.text) && NO_NAME.test(word.text))) {
      flush();
      continue;
    }
    const previous = run.at(-1);
    if (previous !== undefined && !joins(text, previous, word)) flush();
    if (word.text !== '&' || run.length > 0) run.push(word);
  }
  flush();
  return mentions;
}

/** Whether two capitalised words belong to one name: a space, an initial's or title's stop, or a particle stands between. */
function joins(text: string, previous: Word, word: Word): boolean {
  if (word.start - previous.end > 10) return false;
  const gap = text.slice(previous.end, word.start);
  if (gap === ' ') return !POSSESSIVE.test(previous.text) || isBodyNoun(word.text.toLowerCase()) || isRoleNoun(word.text.toLowerCase());
  if (!GAP.test(gap)) return false;
  if (gap.startsWith('.')) return (previous.text.length === 1 || TITLES.has(previous.text.toLowerCase())) && gap.length <= 2;
  const particles = gap.trim().split(' ');
  if (!particles.every((particle) => PARTICLES.has(particle))) return false;
  if (particles.every((particle) => PERSON_PARTICLES.has(particle))) return true;
  // "Department of Health and Social Care", "Bank of England": only a body's noun opens a name with "of" or "and".
  if (particles[0] === 'of' || particles[0] === 'for')
    return (
      isBodyNoun(previous.text.toLowerCase()) || /^(?:secretary|ministry|institute|general|college|royal|director)$/i.test(previous.text)
    );
  return false;
}

function readRun(text: string, words: readonly Word[]): readonly Mention[] {
  let from = 0;
  const first = words[0];
  if (first === undefined) return [];
  const initial = first.start === 0 || PAUSES.test(text.slice(Math.max(0, first.start - 4), first.start));
  // "However Mr X", "The Council": function words at the front are no part of the name.
  while (from < words.length && opensNothing(text, words, from)) from++;
  // "Let Mr Beer": a title inside the run begins the name.
  for (let at = words.length - 2; at > from; at--)
    if (TITLES.has(lowerOf(words[at])) && !isRoleTitle(lowerOf(words[at]))) from = TITLES.has(lowerOf(words[at - 1])) ? at - 1 : at;
  let title: string | null = null;
  let role: string | null = null;
  let start = words[from]?.start ?? 0;
  const rest = words.slice(from);
  let used = 0;
  // "General Medical Council": what looks like a title opens a body's name.
  const body = rest.some((word) => isBodyNoun(lowerOf(word).replace(POSSESSIVE, '')));
  while (!body && used < rest.length - 1 && TITLES.has(lowerOf(rest[used]))) {
    title = lowerOf(rest[used]);
    used++;
  }
  if (title === null) {
    // "Children’s Minister Tim Loughton", "Prime Minister May": the words up to a role noun are the role.
    for (let at = rest.length - 2; at >= 0; at--) {
      if (!isRoleTitle(lowerOf(rest[at])) || isBodyNoun(lowerOf(rest.at(-1)))) continue;
      role = text.slice(rest[0]?.start ?? 0, rest[at]?.end ?? 0);
      used = at + 1;
      while (used < rest.length - 1 && TITLES.has(lowerOf(rest[used]))) title = lowerOf(rest[used++]);
      break;
    }
  }
  const named = rest.slice(used);
  const last = named.at(-1);
  if (
    last === undefined ||
    (named.length === 1 && (isStop(lowerOf(last)) || NO_NAME.test(last.text) || (title === null && TIME.has(lowerOf(last)))))
  )
    return [];
  if (role !== null || title !== null) start = rest[0]?.start ?? start;
  const head = named[0]?.start ?? start;
  const bare = last.text.replace(POSSESSIVE, '');
  const end = last.start + bare.length;
  const list = named.map((word) => word.text.replace(POSSESSIVE, ''));
  return [
    {
      start,
      end,
      name: text.slice(head, end),
      words: list,
      title,
      role,
      form: formOf(list, title, role, / (?:of|for) /.test(text.slice(head, end))),
      initial: initial && from === 0,
    },
  ];
}

/** Function words and interjections at the front of a run; "A" and "I" are initials only with their stop. */
function opensNothing(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const lower = word.text.toLowerCase();
  if (lower.length === 1) return (lower === 'a' || lower === 'i' || lower === 'o') && text[word.end] !== '.';
  return isStop(lower) || (NO_NAME.test(lower) && !(at === 0 && TITLES.has(lower)));
}

function lowerOf(word: Word | undefined): string {
  return (word?.text ?? '').toLowerCase().replace(/\.$/, '');
}

function formOf(words: readonly string[], title: string | null, role: string | null, compound: boolean): Mention['form'] {
  // "Church Hall" may be anybody: the noun of a body ends its name, or begins one that goes on with "of".
  if (words.some((word, at) => isBodyNoun(word.toLowerCase()) && (at > 0 || words.length === 1 || compound))) return 'body';
  if (words.length <= 2 && words.some((word) => TIME.has(word.toLowerCase())) && title === null) return 'unknown';
  if (title !== null || role !== null) return 'person';
  if (words.some((word) => isPlaceNoun(word.toLowerCase()))) return 'place';
  if (words.length === 1 && /^\p{Lu}{2,}s?$/u.test(words[0] ?? '')) return 'body';
  return words.length >= 2 && words.length <= 4 && words.every((word) => /\p{Ll}|^\p{Lu}$/u.test(word)) ? 'person' : 'unknown';
}
