/** Gathers every way of naming that a corpus uses, with how often, and what it says of the bearer. */
import { isStop } from '../../text/stopwords.ts';
import { authorNames } from '../authors.ts';
import type { CorpusDocument, Passage } from '../domain.ts';
import { findMentions, type Mention } from './mentions.ts';
import { rolesAround } from './roles.ts';
import { isBodyNoun, isRoleNoun, TITLES } from './words.ts';

export interface Form {
  readonly name: string;
  readonly words: readonly string[];
  form: Mention['form'];
  count: number;
  /** How often it stands inside a sentence, where its capital means something. */
  inside: number;
  readonly titles: Set<string>;
  /** Whether the text treats the bearer as a person beyond the shape of the name: a title, a role, a turn, speech, "who". */
  personal: boolean;
  /** Description → how often. */
  readonly roles: Map<string, number>;
}

/** Two names that the text says are one: "General Medical Council (GMC)", "known as …". */
export interface Equation {
  readonly full: string;
  readonly other: string;
}

export interface Collected {
  readonly forms: ReadonlyMap<string, Form>;
  readonly equations: readonly Equation[];
}

const BRACKET =
  /^(?:['’]s)? ?\((?:(?:also )?(?:known as|called|aka|or|formerly|now|then|hereafter|the)\s+)?["“‘']?([\p{L}\p{N}][\p{L}\p{N}.&’' -]{0,40}?)["”’']?\)/u;
const CALLED =
  /^,? (?:who |which |that )?(?:(?:was|is|were|are|became|came to be|has become|had become|later|then|now|also|better|publicly|previously|formerly|sometimes|often|commonly|generally|widely|initially|originally) ){0,5}(?:known(?: publicly| only)? as|called|nicknamed|dubbed|referred to as|aka|alias|named)\s+(?:the )?["“‘']?(\p{Lu}[\p{L}\p{N}’'-]*(?: \p{Lu}[\p{L}\p{N}’'-]*){0,3})/u;

/** What follows a person's name and seldom a body's. */
const PERSONAL =
  /^(?:,? who\b|,? (?:also |then |later )?(?:said|says|told|tells|added|wrote|writes|argues|argued|explained|recalled|replied|insisted|himself|herself)\b|,? aged \d|, \d\d,)/;

export function collect(passages: Iterable<Passage>, documents: Iterable<CorpusDocument>): Collected {
  const forms = new Map<string, Form>();
  const equations: Equation[] = [];
  const speakers = new Map<string, number>();
  for (const passage of passages) {
    const { speaker } = passage.block;
    if (speaker !== null) speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
    readText(passage.text, forms, equations);
  }
  for (const [speaker, count] of speakers) enterSpeaker(speaker, count, forms);
  for (const document of documents) {
    readText(document.title, forms, equations);
    if (document.author !== null) for (const author of authorNames(document.author)) enterSpeaker(author, 1, forms);
    if (document.publisher !== null)
      enter({ name: document.publisher, words: document.publisher.split(/\s+/), title: null, form: 'body', initial: false }, forms);
  }
  return { forms, equations };
}

function readText(text: string, forms: Map<string, Form>, equations: Equation[]): void {
  for (const mention of findMentions(text)) {
    const form = enter(mention, forms);
    if (mention.form === 'person' || form.form === 'person' || mention.words.length === 1) {
      for (const { description } of rolesAround(text, mention)) {
        form.roles.set(description, (form.roles.get(description) ?? 0) + 1);
        form.personal = true;
      }
      form.personal ||= PERSONAL.test(text.slice(mention.end, mention.end + 24));
    }
    const next = text[mention.end];
    if (next === ' ' || next === ',' || next === "'" || next === '’') equate(text, mention, forms, equations);
  }
}

function equate(text: string, mention: Mention, forms: Map<string, Form>, equations: Equation[]): void {
  const after = text.slice(mention.end, mention.end + 110);
  const bracketed = /^(?:['’]s)? ?\(/.test(after) ? BRACKET.exec(after)?.[1] : undefined;
  const other = bracketed ?? (/known|called|dubbed|nicknamed|referred|aka|alias|named/.test(after) ? CALLED.exec(after)?.[1] : undefined);
  if (other === undefined || !/\p{Lu}/u.test(other) || /^\d|\b(?:19|20)\d\d\b/.test(other)) return;
  const name = other.trim();
  if (bracketed === undefined && mention.form !== 'person') return;
  const acronym = /^\p{Lu}[\p{L}&.-]{1,9}$/u.test(name) && /\p{Lu}.*\p{Lu}/u.test(name);
  // A bracket after a person's name holds a nickname or former name; after a body's its abbreviation; else it is a remark.
  if (bracketed !== undefined && acronym && !spells(name, mention.words)) return;
  if (
    bracketed !== undefined &&
    !acronym &&
    (mention.form !== 'person' ||
      !/^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,2}$/u.test(name) ||
      isRoleNoun(name.split(' ').at(-1)?.toLowerCase() ?? ''))
  )
    return;
  const form = enter({ name, words: name.split(/\s+/), title: null, form: mention.form, initial: false }, forms);
  form.personal ||= mention.form === 'person';
  equations.push({ full: mention.name, other: name });
}

/** Whether letters abbreviate a name: its capitals in order, or the initials of its words, small words aside. */
function spells(acronym: string, words: readonly string[]): boolean {
  const letters = acronym
    .replace(/[^\p{L}]/gu, '')
    .replace(/s$/, '')
    .toUpperCase();
  const capitals =
    words
      .join(' ')
      .match(/\p{Lu}/gu)
      ?.join('') ?? '';
  const initials = words
    .flatMap((word) => word.split('-'))
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
  const all = words
    .join(' ')
    .split(/[\s-]+/)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
  return (
    letters.length > 1 &&
    (letters === all || letters === capitals || letters === initials || (letters.length > 2 && initials.startsWith(letters)))
  );
}

function enter(mention: Pick<Mention, 'name' | 'words' | 'title' | 'form' | 'initial'>, forms: Map<string, Form>): Form {
  // "Mr Hall" and "Mrs Hall" are two ways of naming, though the name is one.
  const gender = mention.title === null ? null : (TITLES.get(mention.title) ?? null);
  const key = gender === null ? mention.name : `${gender} ${mention.name}`;
  let form = forms.get(key);
  if (form === undefined) {
    form = {
      name: mention.name,
      words: mention.words,
      form: mention.form,
      count: 0,
      inside: 0,
      titles: new Set(),
      personal: false,
      roles: new Map(),
    };
    forms.set(key, form);
  }
  form.count++;
  if (!mention.initial) form.inside++;
  if (mention.title !== null) form.titles.add(mention.title);
  if (mention.title !== null) form.personal = true;
  if (mention.form === 'person' && form.form !== 'body') form.form = 'person';
  return form;
}

/** Speakers of turns and posts are persons, however they are spelt: "MR BEER", "Sir Wyn Williams". */
function enterSpeaker(speaker: string, count: number, forms: Map<string, Form>): void {
  const plain = /\p{Ll}/u.test(speaker) ? speaker : speaker.toLowerCase().replace(/(?:^|[\s'’-])\p{L}/gu, (start) => start.toUpperCase());
  const words = plain.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  while (words.length > 1 && isStop((words[0] ?? '').toLowerCase())) words.shift();
  if (words.every((word) => isRoleNoun(word.toLowerCase())) && isStop(plain.split(/\s+/)[0]?.toLowerCase() ?? '')) return;
  const titles: string[] = [];
  while (words.length > 1 && TITLES.has((words[0] ?? '').toLowerCase().replace('.', '')))
    titles.push((words.shift() ?? '').toLowerCase().replace('.', ''));
  if (words.length === 0 || words.length > 5) return;
  const body = words.some((word) => isBodyNoun(word.toLowerCase()));
  const form = enter(
    {
      name: words.join(' '),
      words,
      title: titles.find((title) => TITLES.get(title) !== null) ?? null,
      form: body ? 'body' : 'person',
      initial: false,
    },
    forms,
  );
  form.count += count;
  form.personal = !body;
  for (const title of titles) form.titles.add(title);
}
