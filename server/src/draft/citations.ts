/**
 * Citations of a block, whatever their form, and the block's text without them. What a reader takes for the sentence
 * stays: `as [Laming](…) found` keeps "Laming"; `([DfE, 2010](…))`, `[^a]` and `[@doe]` go.
 */
import { firstWhere } from '../text/halving.ts';
import { bareAddresses } from './bare-addresses.ts';
import type { InlineText, PlacedCitation } from './inline.ts';
import { findPandocCitations, type PandocGroup } from './pandoc.ts';
import { type PlainText, removeRanges } from './plain-text.ts';
import type { Citation, DraftSpan } from './types.ts';
import { readWordsComment } from './words-mark.ts';

/** A citation with its place in the text that is left: `at` is where it stood (or where its words begin). */
export interface AnchoredCitation {
  readonly citation: Citation;
  readonly at: number;
  /** What was taken out of the text with it (parentheses and signal words included), or null where its words stay. */
  readonly removed: DraftSpan | null;
}

export interface CitedText {
  readonly plain: PlainText;
  readonly citations: readonly AnchoredCitation[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const MASK = '\u0001';
/** What may stand beside the citations in parentheses that hold nothing else: signal words, locators, marks. */
const SIGNAL =
  /^(?:see|also|cf|compare|eg|ie|and|or|in|at|as|cited|quoted|reported|from|source|sources|ibid|supra|p|pp|page|pages|para|paras|paragraph|paragraphs|l|ll|line|lines|n|no|ch|chap|chapter|section|s|\d+)$/i;
const GROUP = /[([]([^()[\]]*)[)\]]/g;
const MISSING_FOOTNOTE = /\[\^([^\]\s[^]{1,200})\](?!:)/g;
/** The box of an item in a task list. */
const TASK = /^\[[ xX]\]\s+/;
/** A link text that is only a mark: `1`, `[1]`, `†`. */
const MARK_ONLY = /^[[(]?(?:\d{1,4}|[*†‡§¹²³⁴-⁹⁰]+)[\])]?$/;

/**
 * Finds what remark leaves as text (citekeys, bare addresses, footnotes without a definition) and takes all citations out.
 * A footnote's definition may be nothing but the path of a source.
 */
export function extractCitations(inline: InlineText, draft: string, inFootnote: boolean): CitedText {
  const { text } = inline.plain;
  const literal = (at: number): boolean => inline.literal.some((range) => range.start <= at && at < range.end);
  const placed: PlacedCitation[] = [...inline.citations];
  const removed: Range[] = [];
  for (const group of findPandocCitations(text)) {
    const first = group.citations[0];
    if (first === undefined || literal(first.start) || isEscaped(inline.plain, first.start)) continue;
    placed.push(...placePandoc(group, inline.plain, draft));
    if (group.removed !== null) removed.push(group.removed);
    // What reads on ("@clerk says …") reads on without its sign.
    if (!group.bracketed) removed.push({ start: first.start, end: first.start + 1 });
  }
  for (const match of text.matchAll(MISSING_FOOTNOTE)) {
    if (literal(match.index)) continue;
    const end = match.index + match[0].length;
    const span = draftSpan(inline.plain, match.index, end);
    const target = { kind: 'missing-footnote', label: match[1] ?? '' } as const;
    placed.push({
      citation: { form: 'footnote', span, targetSpan: span, label: match[1] ?? '', target, title: null, pandoc: null },
      start: match.index,
      end,
    });
    removed.push({ start: match.index, end });
  }
  for (const { start, end, target } of bareAddresses(text, inFootnote)) {
    if (literal(start)) continue;
    const span = draftSpan(inline.plain, start, end);
    const citation = { form: 'link', span, targetSpan: span, label: text.slice(start, end), target, title: null, pandoc: null } as const;
    placed.push({ citation, start, end });
  }
  const task = TASK.exec(text);
  if (task !== null) removed.push({ start: 0, end: task[0].length });
  removed.push(...inlineNotes(text).filter((note) => !literal(note.start)));
  removed.push(...parenthesised(text, [...placed.filter((one) => one.end > one.start), ...linkRanges(inline)]));
  removed.push(...standAlone(text, placed));
  removed.push(...placed.filter((one) => one.start === one.end));
  const ranges = merge(removed).map((range) => withSpaceBefore(text, range));
  const { plain, moved } = removeRanges(inline.plain, ranges);
  const citations = placed
    .map((one) => {
      const range = rangeAround(ranges, one);
      return {
        citation: one.citation,
        at: moved(one.start),
        removed: range === undefined ? null : removedSpan(inline.plain, range, one.citation),
      };
    })
    .sort((a, b) => a.citation.span.start - b.citation.span.start);
  return { plain, citations };
}

/** The removed range (ascending, not overlapping) that holds a citation, or undefined. */
function rangeAround(ranges: readonly Range[], one: Range): Range | undefined {
  const first = firstWhere(ranges.length, (index) => (ranges[index]?.end ?? 0) >= one.end);
  return ranges.slice(first, first + 3).find((range) => range.start <= one.start && one.end <= range.end);
}

/** The citations of one of Pandoc's brackets, each with its mark from the comment behind it. */
function placePandoc(group: PandocGroup, plain: PlainText, draft: string): readonly PlacedCitation[] {
  const range = draftSpan(plain, group.range.start, group.range.end);
  const comment = readWordsComment(draft, range.end);
  return group.citations.map((found, index) => {
    const { citekey, locator, prefix, suffix, authorSuppressed, start, end } = found;
    const target = { kind: 'citekey', citekey, locator, prefix, suffix, authorSuppressed, words: comment?.words[index] ?? null } as const;
    const citation: Citation = {
      form: 'pandoc',
      span: draftSpan(plain, start, end),
      targetSpan: draftSpan(plain, found.key.start, found.key.end),
      label: `@${citekey}`,
      target,
      title: null,
      pandoc: {
        group: range,
        marks: comment?.span ?? null,
        item: draftSpan(plain, found.item.start, found.item.end),
        bracketed: group.bracketed || index > 0,
        index,
        count: group.citations.length,
      },
    };
    return { citation, start, end };
  });
}

function draftSpan(plain: PlainText, start: number, end: number): DraftSpan {
  return { start: plain.origin[start] ?? 0, end: plain.until[end - 1] ?? 0 };
}

function removedSpan(plain: PlainText, range: Range, citation: Citation): DraftSpan {
  if (range.end <= range.start) return citation.span;
  const taken = draftSpan(plain, range.start, range.end);
  const end = Math.max(taken.end, citation.span.end, citation.pandoc?.marks?.end ?? 0);
  return { start: Math.min(taken.start, citation.span.start), end };
}

function isEscaped(plain: PlainText, at: number): boolean {
  return (plain.until[at] ?? 0) - (plain.origin[at] ?? 0) > 1;
}

/** Links count among the citations here: `([BBC](https://…))` is a reference to be read past, wherever it leads. */
function linkRanges(inline: InlineText): readonly Range[] {
  return inline.literal.filter((range) => {
    const start = inline.plain.origin[range.start];
    return start !== undefined && inline.wrappers.some((w) => w.inner.start === start && w.span.end > w.inner.end + 2);
  });
}

/** Parentheses and brackets that hold citations and nothing else that a reader would miss. */
function parenthesised(text: string, labels: readonly Range[]): readonly Range[] {
  if (labels.length === 0) return [];
  const chars = text.split('');
  for (const label of labels) for (let i = label.start; i < label.end; i++) chars[i] = MASK;
  const found: Range[] = [];
  for (const match of chars.join('').matchAll(GROUP)) {
    const inside = match[1] ?? '';
    if (!inside.includes(MASK)) continue;
    const words = inside.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    if (words.every((word) => SIGNAL.test(word))) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Pandoc's notes in running text, `It burnt.^[See the log.]`, which a reader finds at the foot of the page. */
function inlineNotes(text: string): readonly Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf('^['); start >= 0; start = text.indexOf('^[', Math.max(start + 2, found.at(-1)?.end ?? 0))) {
    let depth = 0;
    for (let at = start + 1; at < text.length; at++) {
      if (text[at] === '[') depth++;
      else if (text[at] === ']' && --depth === 0) {
        found.push({ start, end: at + 1 });
        break;
      }
    }
    // A bracket that is never closed would be sought to the end of the text from each of its likes.
    if (depth > 0) break;
  }
  return found;
}

/** Links that are no part of the sentence's grammar: a mere mark, or set behind the full stop, a dash or a comma at the end. */
function standAlone(text: string, placed: readonly PlacedCitation[]): readonly Range[] {
  return placed.flatMap((one): readonly Range[] => {
    if (one.citation.form === 'pandoc' || one.start === one.end) return [];
    if (MARK_ONLY.test(text.slice(one.start, one.end))) return [{ start: one.start, end: one.end }];
    const before = text.slice(Math.max(0, one.start - 40), one.start);
    const after = text.slice(one.end, one.end + 40);
    const atEnd = /^\s*[.!?]*\s*$/.test(after) && one.end + after.length >= text.length;
    const behindStop = /[.!?…]["”’')\]]*\s*$/.test(before);
    if (behindStop && (atEnd || /^\s*(?:[.;]|\s\p{Lu})/u.test(after)))
      return [{ start: one.start, end: one.end + (/^\s*[.;]/.exec(after)?.[0].length ?? 0) }];
    const joint = /\s*(?:[—–,]|(?<=\s)-)\s*$/.exec(before);
    if (atEnd && joint !== null) return [{ start: one.start - joint[0].length, end: one.end }];
    if (standsBeside(one, before, after)) return [{ start: one.start, end: one.end }];
    return [];
  });
}

/** Words that want something after them; a link behind one of them is what they want ("according to the [Report](…)"). */
const WANTING =
  /(?:^|[\s(“‘"'])(?:a|an|the|this|these|those|its|his|her|their|our|my|your|no|every|each|about|above|across|against|along|among|around|as|at|below|beneath|beside|between|by|during|for|from|in|inside|into|like|near|of|on|onto|over|per|see|than|through|to|toward|towards|under|upon|via|with|within|without|and|or|but|nor|is|are|was|were|be|been|called|cited|entitled|titled|in:|see:)\s*$/i;

/**
 * A place of the corpus set beside what it proves without parentheses: at the end of a sentence ("… for two years [Report](…#L3)."), or
 * before a comma where its words read like a reference. Links without a place are left in the sentence when in doubt.
 */
function standsBeside(one: PlacedCitation, before: string, after: string): boolean {
  const { target, label } = one.citation;
  if (before.trim() === '') return /^\s*[.;]*\s*$/.test(after);
  if (target.kind !== 'path' || (target.lines === null && target.page === null) || WANTING.test(before) || /['’]s?\s*$/.test(before))
    return false;
  if (/^\s*(?:[.!?;]|$)/.test(after)) return true;
  return /^\s*[,:)]/.test(after) && /[,\d]/.test(label);
}

/** The space before a citation goes with it where that leaves no two words run together. */
function withSpaceBefore(text: string, range: Range): Range {
  const after = text[range.end];
  if (after !== undefined && !/[\s.,;:!?)\]”’"'—–]/.test(after)) return range;
  let start = range.start;
  while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
  return { start, end: range.end };
}

function merge(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Range[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}
