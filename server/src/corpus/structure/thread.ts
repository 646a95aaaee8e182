/** Comment threads and forum pages as documents. */
import type { Block, CorpusDocument, SourceSpan } from '../domain.ts';
import { isAbout } from './bylines.ts';
import { isCommentHeading, namesComments } from './commentheading.ts';
import { findStamp } from './dates.ts';
import { readInterface } from './interface.ts';
import type { Line } from './lines.ts';
import { isButtons } from './memberfields.ts';
import type { Post, Thread } from './posts.ts';
import { rangesOf } from './ranges.ts';

/** The heading right above the first post, as an ordinal into `lines`; null where there is none. */
export function threadHeading(lines: readonly Line[], thread: Thread): number | null {
  let plain: number | null = null;
  for (let i = thread.from - 1; i >= Math.max(0, thread.from - 4); i--) {
    const line = lines[i];
    if (namesComments(line)) {
      if (isCommentHeading(line)) {
        return i;
      }
      plain ??= i;
    }
  }
  return plain;
}

/** The line that names a forum thread: what its posts repeat behind "Re:", else the last line above them that is no control. */
export function threadTitle(above: readonly Line[], thread: Thread): Line | null {
  const repeated = new Set(
    [...thread.furniture, ...thread.posts.flatMap(({ header }) => header)].flatMap(({ text }) => {
      const title = /^re:\s+(?<title>.{3,200}?)(?:\s+(?:by\b|»).*)?$/iu.exec(text)?.groups?.['title'];
      return title === undefined ? [] : [title.toLowerCase()];
    }),
  );
  const isRepeated = ({ text }: Line) => repeated.has(text.toLowerCase());
  const opening = thread.posts[0];
  const first = opening?.lines[0];
  const inCommunity = opening !== undefined && /^[rc]\/\S+$/u.test(opening.header[0]?.body ?? '');
  if (inCommunity && first !== undefined && first.text.length < 200) {
    return first;
  }
  const headed = new Set(opening?.header.slice(1).map(({ text }) => text));
  const inHeader = above.find(({ text }) => text.length > 8 && headed.has(text));
  const worded = above.filter((line) => /\p{L}{2}/u.test(line.text) && line.text.length < 200);
  const lastly = [...worded].reverse();
  const titled = (line: Line) => {
    const { strength, words } = readInterface(line);
    return (
      words >= 2 &&
      strength < 0.8 &&
      findStamp(line.body) === null &&
      !isAbout(line.body) &&
      !/[›»‹>|]|\bpage \d+|\bsearch\b|\bdisplay\b|\bpost reply\b|[:…]$|^@/iu.test(line.body)
    );
  };
  return (
    inHeader ??
    lastly.find(isRepeated) ??
    thread.furniture.find(isRepeated) ??
    worded.find((line) => /^# /u.test(line.text)) ??
    lastly.find(titled) ??
    worded[0] ??
    null
  );
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
    ...new Set([
      ...(as.titleLine === null ? [] : [as.titleLine]),
      ...thread.posts.flatMap((post) => [...post.header, ...post.lines.filter(isWords)]),
    ]),
  ].sort((a, b) => a.start - b.start);
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
    blocks: [
      ...(as.titleLine === null ? [] : [heading(as.titleLine)]),
      ...thread.posts.flatMap((post) => postBlocks(post, as.titleLine)),
    ].sort((a, b) => a.span.start - b.span.start),
  };
}

function heading(line: Line): Block {
  return { kind: 'heading', span: { start: line.start, end: line.end }, voice: 'document', speaker: null, turnRole: null, date: null };
}

function isWords(line: Line): boolean {
  return !isButtons(line);
}

/** Lines of posts that are controls of the page. */
export function threadFurniture(thread: Thread): readonly Line[] {
  return [...thread.furniture, ...thread.posts.flatMap((post) => post.lines.filter((line) => !isWords(line)))];
}

function postBlocks(post: Post, title: Line | null): readonly Block[] {
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
    if (line === title || voice.kind === 'header' || !isWords(line) || !/[\p{L}\p{N}]/u.test(line.text)) {
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
