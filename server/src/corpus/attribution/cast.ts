/**
 * Who appears in a document: full names, what each is said to be, and whom "he", "Badman" or "the inspector" means. It is
 * filled in reading order, so that a pronoun looks back and never ahead; names alone are known for the whole document.
 */
import { isStop } from '../../text/stopwords.ts';
import { findMentions, type Mention } from '../gazetteer/mentions.ts';
import { rolesAround } from '../gazetteer/roles.ts';
import { genderOfRole, isBodyNoun, isRoleNoun, isRoleTitle, TITLES } from '../gazetteer/words.ts';

type Gender = 'male' | 'female' | null;

interface Member {
  readonly name: string;
  readonly words: readonly string[];
  gender: Gender;
  /** Whether the text treats the bearer as a person: a title, a role, speech. A place may have two capitals as well. */
  personal: boolean;
}

const PRONOUN = /^(?:he|she|they|it|him|her|his|their|them|we|i|you|who|one)$/i;
const ARTICLE = /^(?:the|a|an|this|that|these|those|one|another|his|her|their|its|our|my|some|both)\s+/i;
/** What follows a person's name and seldom another's. */
const PERSONAL =
  /^(?:['’]s (?:mother|father|wife|husband|son|daughter|brother|sister|family|lawyer|solicitor|friend)|,? who\b|,? (?:also |then |later )?(?:said|says|told|tells|added|wrote|argued|explained|recalled|replied|insisted|was born|died)\b|, aged \d|, \d\d,)/;
/** A bare name with a verb that a person alone is likely to be the subject of. */
const SPEAKS =
  /(?<!\p{L}['’]? ?)(?<![Tt]he )(?<!\p{Lu}\p{L}{0,20} )\b(\p{Lu}\p{Ll}{2,})(?: also| then| later| himself| herself)? (?:argues?|argued|portrays|thinks|thought|believes|believed|himself|herself|explains|writes|wrote|recalls|recalled|insists|smiled|laughed|shrugged)\b/gu;
const SEPARATOR = /\s+(?:of|for|from|at|in|with|to|who|whose|on|by)\s+/;

export class Cast {
  readonly #bySurname = new Map<string, Member[]>();
  readonly #byRole = new Map<string, string | null>();
  readonly #byDescription = new Map<string, string>();
  #people: Member[] = [];
  #last: Member | null = null;
  #lastDescription: string | null = null;

  /** Learns the full names of a document and who is what, before it is read sentence by sentence. */
  constructor(texts: Iterable<string>) {
    const speaking = new Set<string>();
    for (const text of texts) {
      if (!/\p{Lu}/u.test(text)) continue;
      for (const mention of findMentions(text)) this.#learn(text, mention);
      for (const match of text.matchAll(SPEAKS)) speaking.add(match[1] ?? '');
    }
    // Somebody known by one name alone is a person where that name speaks or argues, and is nobody's longer name.
    for (const name of speaking) {
      const key = name.toLowerCase();
      if (!this.#bySurname.has(key) && !isBodyNoun(key) && !isRoleTitle(key) && !isStop(key))
        this.#bySurname.set(key, [{ name, words: [name], gender: null, personal: true }]);
    }
  }

  #learn(text: string, mention: Mention): void {
    if (mention.form !== 'person') return;
    const surname = mention.words.at(-1)?.toLowerCase() ?? '';
    if (surname.length < 2 || isBodyNoun(surname)) return;
    const list = this.#bySurname.get(surname) ?? [];
    const gender = TITLES.get(mention.title ?? '') ?? null;
    let member = list.find((one) => compatible(one.words, mention.words));
    if (member === undefined) {
      member = { name: mention.name, words: mention.words, gender, personal: false };
      list.push(member);
    } else if (mention.words.length > member.words.length) {
      const fuller = { name: mention.name, words: mention.words, gender: member.gender ?? gender, personal: member.personal };
      list[list.indexOf(member)] = fuller;
      member = fuller;
    } else member.gender ??= gender;
    this.#bySurname.set(surname, list);
    member.personal ||= mention.title !== null || mention.role !== null || PERSONAL.test(text.slice(mention.end, mention.end + 24));
    this.#learnRole(text, mention, member);
  }

  #learnRole(text: string, mention: Mention, member: Member): void {
    for (const { head } of rolesAround(text, mention)) {
      member.gender ??= genderOfRole(head);
      member.personal = true;
      const known = this.#byRole.get(head);
      const same = known === undefined || (known !== null && lastWord(known) === lastWord(member.name));
      // Two nurses: which of them "the nurse" is stays open.
      this.#byRole.set(head, same ? member.name : null);
    }
  }

  /** The document's fullest form of a person's name, when one person alone bears it. */
  fullName(words: readonly string[]): string | null {
    const surname = words.at(-1)?.toLowerCase() ?? '';
    const matching = (this.#bySurname.get(surname) ?? []).filter((one) => compatible(one.words, words));
    const [only, other] = matching;
    if (only === undefined) return null;
    if (other !== undefined && words.length === 1) return null;
    return only.name;
  }

  /** Notes who a sentence is about, for the pronouns after it. `text` is the sentence as read. */
  hear(text: string): void {
    const mentions = findMentions(text).filter((mention) => !hangsOnPreposition(text, mention));
    const first = mentions.find((mention) => this.#isPerson(mention));
    // A surname that several people bear leaves open whom the next pronoun means.
    const unclear = mentions.find(
      (mention) => mention.words.length === 1 && (this.#bySurname.get(mention.words[0]?.toLowerCase() ?? '')?.length ?? 0) > 1,
    );
    const lead = first === undefined ? null : text.slice(0, first.start);
    const described = /\b((?:an?|one|another)\s+(?:[\p{L}’'-]+\s+){0,3}([\p{L}-]+))\s+(?:who|said|told|claimed|says|tells)\b/u.exec(text);
    if (described?.[1] !== undefined && described[2] !== undefined && isRoleNoun(described[2].toLowerCase())) {
      const description = described[1].replace(ARTICLE, '');
      this.#byDescription.set(described[2].toLowerCase(), description);
      this.#lastDescription = description;
    }
    // A person who opens the sentence, after no more than an adverbial or a role, is its subject.
    if (unclear !== undefined && (first === undefined || unclear.start < first.start)) {
      this.#people = [];
      this.#last = null;
      this.#lastDescription = null;
    } else if (first !== undefined && lead !== null && (lead.length < 60 || first.role !== null)) this.#focus(first);
  }

  /** The only person in a sentence who hangs on no preposition and owns nothing there: its subject, or null. */
  subjectOf(text: string): string | null {
    const persons = findMentions(text).filter(
      (mention) => this.#isPerson(mention) && !hangsOnPreposition(text, mention) && !/^['’]/.test(text.slice(mention.end)),
    );
    const names = new Set(persons.map((mention) => this.fullName(mention.words) ?? mention.name));
    const [only] = names;
    return names.size === 1 && only !== undefined ? only : null;
  }

  #isPerson(mention: Mention): boolean {
    return mention.form === 'person' || (mention.words.length === 1 && this.fullName(mention.words) !== null);
  }

  #focus(mention: Mention): void {
    const member = this.#member(mention.words);
    if (member === null || !member.personal) return;
    this.#people = [member, ...this.#people.filter((one) => one !== member)].slice(0, 6);
    this.#last = member;
  }

  #member(words: readonly string[]): Member | null {
    const surname = words.at(-1)?.toLowerCase() ?? '';
    const matching = (this.#bySurname.get(surname) ?? []).filter((one) => compatible(one.words, words));
    return matching.length === 1 || words.length > 1 ? (matching[0] ?? null) : null;
  }

  /** Whom a speaker's description means, in the fullest form the document has; null where "he" or "they" stays open. */
  resolve(description: string): string | null {
    const text = description.replace(/['’]s$/i, '').trim();
    if (PRONOUN.test(text)) return this.#pronoun(text.toLowerCase());
    const person = this.#named(text);
    if (person !== null) return person;
    const bare = text.replace(ARTICLE, '');
    const head =
      (bare.split(SEPARATOR)[0] ?? bare)
        .split(/[\s,]+/)
        .at(-1)
        ?.toLowerCase() ?? '';
    if (/^(?:the|this|that)\s/i.test(text) && isRoleNoun(head)) {
      const known = this.#byDescription.get(head) ?? (bare.includes(' ') ? null : this.#byRole.get(head));
      if (known !== undefined && known !== null) {
        this.#remember(known);
        return known;
      }
    }
    if (isRoleNoun(head)) this.#byDescription.set(head, bare);
    this.#last = null;
    this.#lastDescription = /^(?:the|a|an)\s/i.test(text) ? lowerFirst(text) : text;
    return this.#lastDescription;
  }

  #pronoun(word: string): string | null {
    if (/^(?:i|we|you|who|one)$/.test(word)) return null;
    const gender: Gender = /^(?:he|him|his)$/.test(word) ? 'male' : /^(?:she|her)$/.test(word) ? 'female' : null;
    if (gender === null) return this.#last?.name ?? this.#lastDescription;
    if (this.#last === null && this.#lastDescription !== null && isPersonal(this.#lastDescription)) return this.#lastDescription;
    // Whoever was spoken of last, if it can be he; further back only somebody whose gender the text tells.
    const member = this.#people.find((one, at) => one.gender === gender || (at === 0 && one.gender === null));
    if (member === undefined) return this.#lastDescription !== null && isPersonal(this.#lastDescription) ? this.#lastDescription : null;
    member.gender ??= gender;
    this.#last = member;
    return member.name;
  }

  /** A person's name inside a description: "BBC journalist Tim Donovan", "Cllr Lorna Reith", "Joel Pollak of the paper". */
  #named(text: string): string | null {
    const mentions = findMentions(text);
    const last = mentions.at(-1);
    const first = mentions[0];
    const shared = mentions.length === 1 && first !== undefined ? this.#sharedSurname(first, text) : null;
    if (shared !== null) return shared;
    // "Ruth Dale and Tom Reed" speak together.
    if (mentions.filter((mention) => this.#isPerson(mention)).length > 1 && /\s(?:and|&)\s/.test(text)) return text;
    const chosen = last !== undefined && this.#isPerson(last) && text.length - last.end <= 2 && !ownsWhatFollows(text, last) ? last : first;
    if (chosen === undefined || !this.#isPerson(chosen)) return null;
    const rest = text.slice(chosen.end);
    // "Jones’s solicitor" and "the Smith family" are not Jones and Smith.
    if (rest !== '' && !/^(?:['’]s)?$|^,|^\s+(?:of|from|at|in|for|who|and)\b|^\s*\(/.test(rest)) return null;
    if (chosen === first && /\b(?:of|for|from|to|by)\s+(?:the\s+)?$/i.test(text.slice(0, chosen.start))) return null;
    this.#focus(chosen);
    const name = this.fullName(chosen.words) ?? chosen.name;
    this.#lastDescription = name;
    return name;
  }

  /** A surname that several people of the document bear: by title, or whoever of them was spoken of last; else as written. */
  #sharedSurname(mention: Mention, text: string): string | null {
    if (mention.words.length !== 1 || mention.start > 6 || text.length - mention.end > 2) return null;
    const bearers = this.#bySurname.get(mention.words[0]?.toLowerCase() ?? '') ?? [];
    if (bearers.length < 2) return null;
    const gender = TITLES.get(mention.title ?? '') ?? null;
    const fitting = bearers.filter((one) => gender === null || one.gender === null || one.gender === gender);
    const recent = this.#people[0];
    const known = fitting.length === 1 ? fitting[0] : fitting.find((one) => one === recent);
    if (known === undefined) {
      this.#last = null;
      this.#lastDescription = text;
      return text;
    }
    this.#people = [known, ...this.#people.filter((one) => one !== known)].slice(0, 6);
    this.#last = known;
    return known.name;
  }

  #remember(name: string): void {
    const mention = findMentions(name)[0];
    if (mention !== undefined) this.#focus(mention);
    this.#lastDescription = name;
  }
}

function hangsOnPreposition(text: string, mention: Mention): boolean {
  return /\b(?:of|into|about|to|with|for|by|from|on|in|than|like|against)\s+(?:the\s+)?(?:\p{Lu}\p{L}*\.?\s+)?$/iu.test(
    text.slice(Math.max(0, mention.start - 24), mention.start),
  );
}

/** "a spokesman for Tim Smith": the person named last is not the one spoken of. */
function ownsWhatFollows(text: string, mention: Mention): boolean {
  return /\b(?:of|for|to|by|with)\s+$/i.test(text.slice(0, mention.start)) && !/^(?:chair|head|leader)/i.test(text);
}

/** Whether a description is a person's: its head is a noun of role. */
function isPersonal(description: string): boolean {
  const phrase = description.replace(ARTICLE, '').split(SEPARATOR)[0] ?? '';
  return isRoleNoun(
    phrase
      .split(/[\s,]+/)
      .at(-1)
      ?.toLowerCase() ?? '',
  );
}

function lastWord(name: string): string {
  return name.split(' ').at(-1)?.toLowerCase() ?? '';
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Whether two names with one surname may be one person's: the shorter's given names stand, or begin, in the longer. */
function compatible(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if ((short.at(-1) ?? '').toLowerCase() !== (long.at(-1) ?? '').toLowerCase()) return false;
  return short.slice(0, -1).every((given) => long.slice(0, -1).some((other) => sameGiven(given, other)));
}

function sameGiven(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase().replace('.', ''), b.toLowerCase().replace('.', '')];
  return x === y || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y));
}
