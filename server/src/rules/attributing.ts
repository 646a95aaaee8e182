/** Edits that put an attribution in front of a sentence, in the draft's words. */
import type { DraftSentence } from '../draft/types.ts';
import { analyse } from '../text/analyse.ts';
import { contains } from '../text/span.ts';
import type { TextEdit } from './types.ts';

/** A speaker fit to follow "according to": a description gets its article ("an anonymous inspector", "the Ofsted inspector"). */
export function asNamed(speaker: string): string {
  if (DETERMINED.test(speaker)) return speaker.charAt(0).toLowerCase() + speaker.slice(1);
  const words = speaker.split(/\s+/);
  const last = words.at(-1) ?? '';
  if (!/^\p{Lu}/u.test(speaker)) return `${/^[aeiou]/i.test(speaker) ? 'an' : 'a'} ${speaker}`;
  const role = words.length > 1 && /^\p{Ll}/u.test(last) && !/['’]s?$/.test(words[0] ?? '');
  return role ? `the ${speaker}` : speaker;
}

const DETERMINED = /^(?:the|a|an|his|her|their|its|one|some|many|several|two|three|four|five)\s/i;

/** Puts `lead` ("According to X") and a comma before the sentence; its first word loses its capital unless a name begins there. */
export function leadIn(sentence: DraftSentence, lead: string): TextEdit | null {
  const offset = sentence.text.search(/\S/);
  const start = sentence.origin[offset];
  if (offset < 0 || start === undefined) return null;
  const word = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}’'-])/u.exec(sentence.text.slice(offset))?.[0];
  if (word === undefined || word === 'I') return { span: { start, end: start }, newText: `${lead}, ` };
  const analysis = analyse(sentence.text);
  const first = { start: offset, end: offset + word.length };
  const named = analysis.names.some((name) => contains(name.span, first)) || analysis.dates.some((date) => contains(date.span, first));
  if (named) return { span: { start, end: start }, newText: `${lead}, ` };
  return { span: { start, end: start + 1 }, newText: `${lead}, ${word.charAt(0).toLowerCase()}` };
}

/** A name at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
