/** Edits that put an attribution in front of a sentence, in the draft's words. */
import type { DraftSentence } from '../draft/types.ts';
import { analyse } from '../text/analyse.ts';
import { contains } from '../text/span.ts';
import { isStop } from '../text/stopwords.ts';
import type { TextEdit } from './types.ts';

/** A speaker fit to follow "according to": a description gets its article ("an anonymous inspector", "the Ofsted inspector"). */
export function asNamed(speaker: string): string {
  if (DETERMINED.test(speaker)) return speaker.charAt(0).toLowerCase() + speaker.slice(1);
  const words = speaker.split(/\s+/);
  const last = words.at(-1) ?? '';
  const owned = /['’]s?$/.test(words[0] ?? '');
  if (!/^\p{Lu}/u.test(speaker)) return owned || MANY.test(last) ? speaker : `${VOWEL.test(speaker) ? 'an' : 'a'} ${speaker}`;
  const role = words.length > 1 && /^\p{Ll}/u.test(last) && !owned && !MANY.test(last);
  return role ? `the ${speaker}` : speaker;
}

const DETERMINED = /^(?:the|a|an|his|her|their|its|one|some|many|several|two|three|four|five)\s/i;
/** Several people, or a noun that means several. */
const MANY = /(?:[^\Wuis]s|police|staff|people|children|men|women)$/i;
const VOWEL = /^(?!uni|use|usu|eu|one)[aeiou]|^(?:hour|heir|honest)/i;

/** Whether a speaker, as named, is several: "the inspectors of the mine", "Ann Hale and Tom Lind". */
export function isSeveral(speaker: string): boolean {
  const [head = ''] = speaker.split(/\s(?:of|for|from|at|in|on|who|near|with)\s|,/u);
  const noun = head.split(/\s+/).at(-1) ?? '';
  return /\p{L}\sand\s\p{Lu}/u.test(head) || (/^\p{Ll}/u.test(noun) && MANY.test(noun));
}

/**
 * Puts `lead` ("According to X") and a comma before the sentence, in front of its markup. Its first word loses its capital where
 * it is a function word, or stands in small letters in `known`: what else begins with a capital may be a name.
 */
export function leadIn(sentence: DraftSentence, lead: string, known: string): readonly TextEdit[] {
  const offset = sentence.text.search(/[^\s(]/);
  const first = sentence.origin[offset];
  if (offset < 0 || first === undefined) return [];
  // Inside a bracket that opens the sentence; else in front of what makes its first words bold, or a link.
  const start = /\(/.test(sentence.text.slice(0, offset)) ? first : Math.min(first, sentence.span.start);
  const word = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}’'-])/u.exec(sentence.text.slice(offset))?.[0];
  const small = word?.toLowerCase() ?? '';
  const named = analyse(sentence.text).dates.some((date) => contains(date.span, { start: offset, end: offset + small.length }));
  const common = isStop(small) || new RegExp(`(?<![\\p{L}])${small}(?![\\p{L}])`, 'u').test(known);
  if (word === undefined || word === 'I' || named || !common) return [{ span: { start, end: start }, newText: `${lead}, ` }];
  if (start === first) return [{ span: { start, end: start + 1 }, newText: `${lead}, ${small.charAt(0)}` }];
  return [
    { span: { start, end: start }, newText: `${lead}, ` },
    { span: { start: first, end: first + 1 }, newText: small.charAt(0) },
  ];
}

/** A name at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
