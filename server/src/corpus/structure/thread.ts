/** Comment threads and forum pages as documents. */
import type { Block, CorpusDocument, SourceSpan } from '../domain.ts';
import type { Line } from './lines.ts';
import type { Post, Thread } from './posts.ts';
import { rangesOf } from './ranges.ts';

/** "13 Responses to …", "Comments (5)", "Reader comments". */
const HEADING = /\b(?:responses?|comments?|replies|reactions|thoughts)\b/iu;
const TITLED = /\b(?:responses?|comments?|replies|thoughts|reactions) (?:to|on|for|about)\b/iu;
/** Controls that stand alone on a line inside a post. */
const CONTROL =
  /^(?:(?:reply(?: to .{1,30}?)?|report(?: abuse| comment)?|quote|like|likes|share|link|permalink|edit|flag|upvote|downvote|recommend|show more|click to expand|level \d+|\d+ (?:comments|points|replies)|[\d,]+|[|·•.…:])(?:\s+|$|(?=[.…|·•:])))+$/iu;

/** The heading right above the first post, as an ordinal into `lines`; null where there is none. */
export function threadHeading(lines: readonly Line[], thread: Thread): number | null {
  let plain: number | null = null;
  for (let i = thread.from - 1; i >= Math.max(0, thread.from - 4); i--) {
    const line = lines[i];
    if (line !== undefined && line.text.length < 200 && HEADING.test(line.text)) {
      if (isCommentHeading(line)) {
        return i;
      }
      plain ??= i;
    }
  }
  return plain;
}

/** Whether the heading says that readers comment, by what it names or by their number. */
export function isCommentHeading(line: Line | undefined): boolean {
  return line !== undefined && (TITLED.test(line.text) || (HEADING.test(line.text) && /\d/.test(line.text)));
}

/** Whether the heading names what is commented on, and so is the thread's title. */
export function isTitle(line: Line | undefined): boolean {
  return line !== undefined && TITLED.test(line.text);
}

interface ThreadAs {
  readonly kind: 'comments' | 'forum';
  readonly citekey: string;
  readonly source: string;
  readonly titleLine: Line | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly parent: string | null;
}

/** The document of a thread. Its date is that of the earliest post. */
export function threadDocument(thread: Thread, as: ThreadAs): CorpusDocument {
  const lines = [
    ...(as.titleLine === null ? [] : [as.titleLine]),
    ...thread.posts.flatMap((post) => [...post.header, ...post.lines.filter(isWords)]),
  ];
  const dates = thread.posts.flatMap(({ date }) => (date === null ? [] : [date]));
  const order = (d: { year: number | null; month: number | null; day: number | null }) =>
    (d.year ?? 0) * 400 + (d.month ?? 0) * 32 + (d.day ?? 0);
  const date = dates.reduce<(typeof dates)[number] | null>(
    (first, one) => (first === null || order(one) < order(first) ? one : first),
    null,
  );
  return {
    citekey: as.citekey,
    source: as.source,
    title: as.title,
    publisher: as.publisher,
    author: null,
    date,
    kind: as.kind,
    url: null,
    parent: as.parent,
    ranges: rangesOf(lines),
    blocks: [...(as.titleLine === null ? [] : [heading(as.titleLine)]), ...thread.posts.flatMap(postBlocks)],
  };
}

function heading(line: Line): Block {
  return { kind: 'heading', span: { start: line.start, end: line.end }, voice: 'document', speaker: null, turnRole: null, date: null };
}

function isWords(line: Line): boolean {
  return line.text.length > 60 || !CONTROL.test(line.text);
}

/** Lines of posts that are controls of the page. */
export function threadFurniture(thread: Thread): readonly Line[] {
  return [...thread.furniture, ...thread.posts.flatMap((post) => post.lines.filter((line) => !isWords(line)))];
}

function postBlocks(post: Post): readonly Block[] {
  const blocks: Block[] = [];
  let open: { span: SourceSpan; voice: Block['voice']; speaker: string | null; last: Line } | null = null;
  const close = () => {
    if (open !== null) {
      blocks.push({ kind: 'post', span: open.span, voice: open.voice, speaker: open.speaker, turnRole: null, date: post.date });
    }
    open = null;
  };
  post.lines.forEach((line, l) => {
    const voice = post.voices[l] ?? { kind: 'own' };
    if (voice.kind === 'header' || !isWords(line) || !/[\p{L}\p{N}]/u.test(line.text)) {
      close();
      return;
    }
    const quoted = voice.kind === 'quoted';
    const speaker = quoted ? voice.speaker : post.poster;
    const start = line.text.startsWith('>') ? line.start + (/^[>\s]*/u.exec(line.text)?.[0].length ?? 0) : line.bodyStart;
    const joins =
      open !== null && line.gap === 0 && line.bullet === null && /^\p{Ll}/u.test(line.text) && !/[.!?…]["'’”)]*$/u.test(open.last.text);
    if (open !== null && joins && open.speaker === speaker) {
      open = { ...open, span: { start: open.span.start, end: line.end }, last: line };
      return;
    }
    close();
    open = { span: { start, end: line.end }, voice: quoted ? 'quoted-poster' : 'poster', speaker, last: line };
  });
  close();
  return blocks;
}
