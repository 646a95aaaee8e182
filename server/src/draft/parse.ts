/** Markdown draft → sentences, quotations, citations and directives, each with its exact place. Never throws. */
import { contains } from '../text/span.ts';
import { type BlockSentence, readBlock } from './block-text.ts';
import { collectBlocks, type ProseBlock } from './blocks.ts';
import { isIgnored, readDirectives } from './directives.ts';
import { readFrontMatter } from './front-matter.ts';
import { hiddenWords } from './hidden.ts';
import type { Definitions } from './inline.ts';
import { parseDraftMarkdown } from './markdown.ts';
import type { PlainText } from './plain-text.ts';
import { blockQuotation, namesSpeaker, tellsWhoSpeaks } from './quotations.ts';
import type { Citation, Draft, DraftProblem, DraftSentence, DraftSpan } from './types.ts';
import { readWordsComment } from './words-mark.ts';

/** A block after the reading of its inline content. */
interface ReadBlock {
  readonly block: ProseBlock;
  readonly ordinal: number;
  readonly plain: PlainText;
  readonly sentences: readonly BlockSentence[];
}

/**
 * Reads a draft. `path` is kept as the caller names it. What cannot be read (too large, hostile, broken front matter) is
 * told in `problems`, with the place; everything else is read all the same.
 */
export function parseDraft(path: string, text: string): Draft {
  const empty: Draft = { path, text, sentences: [], citations: [], ignores: [], problems: [], frontMatter: {} };
  const tree = parseDraftMarkdown(text);
  if (!tree.ok) return { ...empty, problems: [problemAtStart(text, tree.message)] };
  try {
    return readTree(path, text, collectBlocks(tree.root, text));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown error';
    return { ...empty, problems: [problemAtStart(text, `The draft could not be read (${why}); it was not checked.`)] };
  }
}

/** Whether something of a draft that was meant to be read was not: its problems say what. */
export function isPartlyUnread({ problems }: Draft): boolean {
  return problems.some(({ unread, hides }) => unread === true || hides === true);
}

/** Whether nothing of a draft could be read: its problems say why. */
export function isUnread({ problems }: Draft): boolean {
  return problems.some(({ unread }) => unread === true);
}

function readTree(path: string, text: string, tree: ReturnType<typeof collectBlocks>): Draft {
  const bare: Definitions = { links: tree.definitions, footnotes: new Map() };
  const definitions: Definitions = { links: tree.definitions, footnotes: footnoteCitations(tree.blocks, text, bare) };
  const html: DraftSpan[] = [...tree.html];
  const citations: Citation[] = [];
  const blocks = tree.blocks.map((block, ordinal): ReadBlock => {
    const read = readBlock(block, text, definitions);
    html.push(...read.html);
    citations.push(...read.citations);
    return { block, ordinal, plain: read.plain, sentences: read.sentences };
  });
  html.sort((a, b) => a.start - b.start);
  const { ignores, problems } = readDirectives(text, html);
  const frontMatter = readFrontMatter(tree.frontMatter, text);
  const sentences = [...blocks.flatMap((block) => sentencesOf(block, blocks, ignores)), ...commentSentences(text, html, blocks.length)];
  sentences.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  citations.sort((a, b) => a.span.start - b.span.start || a.targetSpan.start - b.targetSpan.start);
  const told = [...frontMatter.problems, ...problems, ...hiddenWords(text, tree.code, tree.html)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return { path, text, sentences, citations, ignores, problems: told, frontMatter: frontMatter.values };
}

function sentencesOf(read: ReadBlock, blocks: readonly ReadBlock[], ignores: Draft['ignores']): readonly DraftSentence[] {
  return read.sentences.map((placed, i) => {
    const block = i === 0 ? quotationOpenedBy(read, blocks, placed) : null;
    const ignored = isIgnored(ignores, null, placed.span);
    return {
      span: placed.span,
      text: placed.text,
      origin: placed.origin,
      place: read.block.place,
      block: read.ordinal,
      checkable: ignored
        ? { check: false, why: 'ignored' }
        : isAttributionLine(read, blocks, i) || goesOn(read.sentences.slice(0, i), placed)
          ? { check: false, why: 'fragment' }
          : read.block.place === 'footnote' && isReference(placed.text, placed.citations)
            ? { check: false, why: 'not-prose' }
            : placed.checkable,
      citations: placed.citations,
      quotations: block === null ? placed.quotations : [block, ...placed.quotations],
    };
  });
}

/**
 * Whether a footnote's words are a reference and claim nothing: "Community Care, [Baby P: the untold story](…)." Beside the
 * link's own words there are names, numbers and the small words between them, and no verb, which would be in lower case.
 */
function isReference(text: string, citations: readonly Citation[]): boolean {
  if (citations.length === 0) return false;
  const beside = citations.reduce((words, { label }) => words.replace(label.replaceAll('\\', ''), ' '), text);
  return (beside.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).every((word) => /^[\p{Lu}\p{N}]/u.test(word) || BETWEEN_NAMES.has(word));
}

const BETWEEN_NAMES = new Set('a an and at by cf de from for in of on or p pp l ll para see the to von van'.split(' '));

/** A sentence inside a quotation that began before it is judged with that quotation; one that cites a source is asked for it. */
function goesOn(before: readonly BlockSentence[], placed: BlockSentence): boolean {
  return placed.citations.length === 0 && before.some(({ quotations }) => quotations.some((one) => contains(one.span, placed.span)));
}

/** The last words of a quotation's block, or a line under it, that a dash sets off and that name its speaker. */
function isAttributionLine(read: ReadBlock, blocks: readonly ReadBlock[], index: number): boolean {
  const placed = read.sentences[index];
  if (placed === undefined || index < read.sentences.length - 1) return false;
  const { text } = read.plain;
  const before = text.slice(0, placed.plain.start).trimEnd();
  if (!/(?:—|–|--|^-)$/.test(before) || !namesSpeaker(text.slice(placed.plain.start, placed.plain.end))) return false;
  const under = before.replace(/[—–-]+$/, '').trim() === '' && (blocks[read.ordinal - 1]?.block.quoted ?? null) !== null;
  return read.block.quoted !== null || under || /["”’»]\s*(?:—|–|--)$/.test(before);
}

/** The block quotation that begins with this block. */
function quotationOpenedBy(read: ReadBlock, blocks: readonly ReadBlock[], first: BlockSentence): ReturnType<typeof blockQuotation> {
  const { quoted } = read.block;
  if (quoted === null) return null;
  const members = blocks.filter((one) => one.block.quoted === quoted && one.sentences.length > 0);
  // The reviewer's own sentence may stand there too, with the quoted words in marks of their own.
  if (members.length === 1 && tellsWhoSpeaks(read.plain.text)) return null;
  return members[0]?.ordinal === read.ordinal
    ? blockQuotation(
        members.map((one) => one.plain),
        first.plain,
      )
    : null;
}

/** The citations that each footnote's definition holds, whatever their form. */
function footnoteCitations(
  blocks: readonly ProseBlock[],
  text: string,
  definitions: Definitions,
): ReadonlyMap<string, readonly Citation[]> {
  const held = new Map<string, Citation[]>();
  for (const block of blocks) {
    if (block.footnote === null) continue;
    held.set(block.footnote, [...(held.get(block.footnote) ?? []), ...readBlock(block, text, definitions).citations]);
  }
  return held;
}

/** HTML comments stand among the sentences, unchecked, so that every word of the draft can be explained. */
function commentSentences(text: string, html: readonly DraftSpan[], block: number): readonly DraftSentence[] {
  return html.flatMap((span, i): readonly DraftSentence[] => {
    const words = text.slice(span.start, span.end);
    if (!words.startsWith('<!--') || readWordsComment(text, span.start) !== null) return [];
    const start = words.length - words.slice(4).trimStart().length;
    const end = Math.max(start, words.replace(/\s*-->\s*$/, '').length);
    const origin = Uint32Array.from({ length: end - start }, (_, at) => span.start + start + at);
    return [
      {
        span: { start: span.start + start, end: span.start + end },
        text: words.slice(start, end),
        origin,
        place: 'comment',
        block: block + i,
        checkable: { check: false, why: 'not-prose' },
        citations: [],
        quotations: [],
      },
    ];
  });
}

function problemAtStart(text: string, message: string): DraftProblem {
  const lineEnd = text.slice(0, 200).search(/[\r\n]/);
  return { span: { start: 0, end: lineEnd < 0 ? Math.min(200, text.length) : lineEnd }, message, unread: true };
}
