/**
 * Whether a sentence of a draft is a claim that sources could bear out, and if not, why not. The default is to check:
 * silence needs a reason, found in the sentence's structure and closed classes of words.
 */
import { isFragment } from './checkworthy/fragment.ts';
import { continuesAboutDraft, isAboutDraft, isDefinition } from './checkworthy/meta.ts';
import { isNorm } from './checkworthy/norm.ts';
import { isOpinion } from './checkworthy/opinion.ts';
import { isTalk } from './checkworthy/score.ts';
import { viewSentence } from './checkworthy/view.ts';
import type { Checkable, DraftSentence, UncheckedWhy } from './types.ts';

/** No sentence is longer; what is, is a list or no text, and its beginning is enough to judge it by. */
const MOST_READ = 2000;

const CHECK: Checkable = { check: true };

/**
 * `text` is the sentence as a reader sees it, without citations; `before`, what was found for the sentence before it in its
 * block. `learned: false` leaves the learned score out, for its own training.
 */
export function checkable(text: string, place: DraftSentence['place'], before: Checkable = CHECK, learned = true): Checkable {
  if (place === 'heading') return unchecked('heading');
  if (place === 'comment') return unchecked('not-prose');
  const view = viewSentence(text.slice(0, MOST_READ));
  // The words of a block quotation are somebody else's, whatever they say; they are checked as a quotation.
  if (place === 'blockquote') return view.words.length > 2 ? CHECK : unchecked('fragment');
  if (isFragment(view, place)) return unchecked('fragment');
  if (isQuestion(text, view.quotedWords)) return unchecked('question');
  if (view.quotedWords >= 4) return CHECK;
  const afterMeta = !before.check && before.why === 'meta';
  if (isAboutDraft(view) || (afterMeta && continuesAboutDraft(view))) return unchecked('meta');
  if (isDefinition(view)) return unchecked('definition');
  if (isNorm(view)) return unchecked('norm');
  if (isOpinion(view) || (learned && isTalk(view))) return unchecked('opinion');
  return CHECK;
}

/** A question mark inside a quotation that the sentence reports ("He asked: “Why?”") is not the sentence's own. */
function isQuestion(text: string, quotedWords: number): boolean {
  const end = /\?([”"’'»)\]]*)$/.exec(text);
  if (end === null) return false;
  return !/[”"’'»]/.test(end[1] ?? '') || quotedWords === 0 || /^[“"‘'«]/.test(text);
}

function unchecked(why: UncheckedWhy): Checkable {
  return { check: false, why };
}
