/** Whether a sentence of a draft is a claim that sources could bear out, and if not, why not. */
import type { Checkable, DraftSentence } from './types.ts';

export function checkable(text: string, place: DraftSentence['place']): Checkable {
  if (place === 'heading') return { check: false, why: 'heading' };
  if (place === 'comment') return { check: false, why: 'not-prose' };
  if (/\?["”’')\]]*$/.test(text)) return { check: false, why: 'question' };
  return { check: true };
}
