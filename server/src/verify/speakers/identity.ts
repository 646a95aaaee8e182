/** Whether two ways of naming mean the same person or body: the gazetteer's answer, and what two full names say by themselves. */
import type { Corpus } from '../../corpus/corpus.ts';

export type Identity = 'same' | 'different' | 'unsure';

const TITLE =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|baron|judge|justice|councillor|cllr|rev|father|sister|constable|sergeant|inspector|superintendent|detective|captain|major|colonel|general|president|chancellor|kc|qc|mp|the)\.?$/i;
const BODY =
  /\b(?:council|office|commission|committee|department|ministry|agency|authority|trust|service|services|police|court|inquiry|report|review|panel|board|hospital|union|association|society|group|company|ltd|limited|plc|university|school|college|government|parliament|times|news|mail|post|sun|guardian|telegraph|bbc|itv|nhs)\b/i;

/** Letters after a name: honours, offices and degrees as British usage puts them. They tell nobody apart. */
const POSTNOMINAL =
  /(?:,?\s+(?:KC|QC|SC|MP|MSP|MEP|MLA|JP|PC|DL|CB|GBE|KBE|DBE|CBE|OBE|MBE|BEM|QPM|KPM|CMG|FRS|FBA|FRICS|FRC[A-Z]{1,3}|MRC[A-Z]{1,3}|PhD|DPhil|MD|MA|MSc|BA|BSc))+$/;

export function identityOf(one: string, other: string, corpus: Corpus): Identity {
  return bareIdentity(one.replace(POSTNOMINAL, ''), other.replace(POSTNOMINAL, ''), corpus);
}

function bareIdentity(a: string, b: string, corpus: Corpus): Identity {
  // A large corpus's gazetteer is built when first asked; the plainest answer needs none.
  if (a.toLowerCase() === b.toLowerCase()) return 'same';
  const known = corpus.gazetteer.compare(a, b);
  if (known !== 'unsure') return known;
  const one = personName(a);
  const other = personName(b);
  if ((other !== null && isNameless(a)) || (one !== null && isNameless(b))) return 'different';
  if ((other !== null && isMany(a)) || (one !== null && isMany(b))) return 'different';
  if (one === null || other === null) return roleClash(a, b, corpus) || roleClash(b, a, corpus) ? 'different' : 'unsure';
  return one.some((word) => other.includes(word)) ? 'unsure' : 'different';
}

/** The words of a full personal name (a first name or a title, and a surname), lower case; null for anything else. */
function personName(name: string): readonly string[] | null {
  const words = name
    .replace(/['’]s$/, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const titled = words.some((word) => TITLE.test(word) && !/^the$/i.test(word));
  const own = words.filter((word) => !TITLE.test(word));
  if (own.length === 0 || own.length > 4 || BODY.test(name)) return null;
  if (!own.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && word !== word.toUpperCase())) return null;
  return titled || own.length >= 2 ? own.map((word) => word.toLowerCase().replace(/[.]/g, '')) : null;
}

/** Whoever speaks without a name is nobody whom the same corpus names as the speaker. */
function isNameless(description: string): boolean {
  return /\b(?:anonymous|unnamed|unidentified)\b/i.test(description);
}

/** "reporters", "local residents": several people are not one. */
function isMany(description: string): boolean {
  return /^\p{Ll}[\p{Ll}\s’'-]*[^s\s’']s$/u.test(description) && !/(?:police|ss|us|is)$/.test(description);
}

/**
 * Whether one document lets both speak, the description and the person, each under its own name ("the inspector said …",
 * "X said …"): then they are two.
 */
export function speakApart(description: string, speaker: string, citekey: string, corpus: Corpus): boolean {
  if (/^\p{Lu}/u.test(description) || personName(speaker) === null) return false;
  const noun = lastWord(description);
  const [entity] = corpus.gazetteer.lookup(speaker);
  // Without a known role, the person may well be whom the description means.
  if (entity === undefined || entity.roles.length === 0 || hasRole(entity.roles, noun)) return false;
  const passages = corpus.passagesOf(citekey);
  if (noun.length < 4 || passages.length > LONGEST) return false;
  const speakers = new Set(passages.flatMap((passage) => corpus.standing(passage.id).parts.flatMap((part) => part.speaker ?? [])));
  const described = [...speakers].filter((other) => personName(other) === null && lastWord(other) === noun);
  return described.length > 0 && described.every((other) => corpus.gazetteer.compare(other, speaker) !== 'same');
}

/** Documents with more passages are not searched for their speakers. */
const LONGEST = 3000;

function lastWord(text: string): string {
  return text.toLowerCase().split(/\s+/).at(-1) ?? '';
}

/**
 * Whether a description ("the inspector") cannot be the person `b`: the corpus gives that person other roles, and gives
 * this one to somebody else.
 */
function roleClash(description: string, b: string, corpus: Corpus): boolean {
  if (/\p{Lu}/u.test(description.slice(1))) return false;
  const noun = lastWord(description);
  const [entity] = corpus.gazetteer.lookup(b);
  if (noun.length < 4 || entity === undefined || entity.kind !== 'person' || entity.roles.length === 0) return false;
  const has = (roles: readonly string[]): boolean =>
    roles.some((role) =>
      role
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .includes(noun),
    );
  if (has([...entity.roles, ...entity.aliases])) return false;
  return corpus.gazetteer.entities.some(
    (other) => other.id !== entity.id && hasRole([...other.roles, ...(other.kind === 'role' ? other.aliases : [])], noun),
  );
}

function hasRole(roles: readonly string[], noun: string): boolean {
  return roles.some((role) =>
    role
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(noun),
  );
}
