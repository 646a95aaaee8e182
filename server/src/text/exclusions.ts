/** Numbers that count nothing: labels, references, telephone numbers, names. */
import { boundBefore } from './bounds.ts';
import { isPlural } from './counted.ts';
import type { Token } from './types.ts';
import { isUnit } from './units.ts';

type Tokens = readonly Token[];

const LABEL =
  /^(?:pages?|pp?\.?|sections?|sect?\.?|ss?\.|chapters?|chap\.?|paragraphs?|paras?\.?|figures?|figs?\.?|tables?|articles?|arts?\.?|volumes?|vols?\.?|issues?|nos?\.?|numbers?|lines?|appendix|appendices|annex|parts?|versions?|clauses?|regulations?|rules?|rooms?|flat|route|schedule|item|footnote|note|notes|exhibit|tab|bundle|step|stage|phase|level|tier|grade|category|type|class|channel|radio|platform|gate|ward|unit|question|recommendation|principle|bay|bed|junction|jct|column|box|core|day|week|year|model|series|group|theme|objective|goal|target|band|zone|area|site|module|form|case|file|ref|reference|isbn|issn|doi|extension|ext\.?|tel\.?|telephone|phone|fax|mobile|id|act|bill|verse|psalm|sheet|slide|episode|season)$/;
/** Labels that a plural behind the number does not overrule ("section 47 enquiries"). */
const FIRM_LABEL =
  /^(?:sections?|sect?\.?|ss?\.|pages?|pp?\.?|paragraphs?|paras?\.?|articles?|no\.?|nos\.?|chapters?|vols?\.?|tables?|figures?|figs?\.?)$/;

/** Whether the number in digits at `at` is a label, a mark or part of a name. */
export function isLabel(tokens: Tokens, at: number, next: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  const before = tokens[at - 1];
  const after = tokens[next];
  const beforeLower = before?.lower ?? '';
  const afterLower = after?.lower ?? '';
  // Footnote marks and list numbers: "[2]", "2." or "(2)" at the start, "1.12 The …".
  if (beforeLower === '[' && (afterLower === ']' || afterLower === ',' || afterLower === '-')) return true;
  if (at === 0 && (afterLower === '.' || afterLower === ')') && after?.glued === true) return true;
  if (at === 0 && token.text.includes('.') && after !== undefined && /^\p{Lu}/u.test(after.text)) return true;
  if (at === 1 && beforeLower === '(' && afterLower === ')') return true;
  if (beforeLower === '#' || beforeLower === '@' || beforeLower === '/' || (afterLower === '/' && after?.glued === true)) return true;
  if (isTelephone(tokens, at, next)) return true;
  const counts = isUnit(afterLower) || (after !== undefined && !after.glued && isPlural(afterLower)) || afterLower === '%';
  // Volume, issue and pages: "59(558)", "45(3), 1069–1071".
  if (beforeLower === '(' && before?.glued === true && tokens[at - 2]?.kind === 'number') return true;
  if (afterLower === '(' && after?.glued === true && tokens[next + 1]?.kind === 'number') return true;
  if (before === undefined || boundBefore(tokens, at) !== null) return false;
  if (/^[-–—]$/.test(before.lower) && before.glued && token.glued) {
    const left = tokens[at - 2];
    if (left?.kind === 'word' || (left?.kind === 'number' && isLabel(tokens, at - 2, at - 1))) return true;
  }
  if (before.kind !== 'word') return false;
  if (FIRM_LABEL.test(beforeLower)) return true;
  if (LABEL.test(beforeLower) && !counts) return true;
  // "Channel 4", "Boeing 737": a capital inside the sentence names with its number.
  if (!counts && /^\p{Lu}/u.test(before.text) && !before.stop && after?.lower !== ',') return true;
  // "a 999 call", "a former 747 pilot": the article of the singular does not go with a plural number.
  return !counts && afterIsNoun(after) && singularArticle(tokens, at);
}

function afterIsNoun(after: Token | undefined): boolean {
  return after?.kind === 'word' && !after.stop && !/^(?:per|hundred|thousand|million|billion|dozen|odd)$/.test(after.lower);
}

/** Whether "a" or "an" stands before the number, with no more than an adjective between. */
function singularArticle(tokens: Tokens, at: number): boolean {
  const [first, second] = [tokens[at - 1]?.lower ?? '', tokens[at - 2]?.lower ?? ''];
  return /^an?$/.test(first) || (/^an?$/.test(second) && tokens[at - 1]?.stop === false);
}

/** Figures in a row, or a figure with a leading nought. */
function isTelephone(tokens: Tokens, at: number, next: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (/^0\d/.test(text) && !/[.:]/.test(text)) return true;
  const plain = (token: Token | undefined): boolean => token !== undefined && token.kind === 'number' && /^\d{3,}$/.test(token.text);
  if (!/^\d{2,}$/.test(text)) return false;
  return (plain(tokens[next]) && tokens[next]?.glued === false) || (plain(tokens[at - 1]) && tokens[at]?.glued === false);
}
