/** Finds what a source holds: its documents, their blocks, and the furniture around them, by layout alone. */
import type { PartialDate } from '../../text/types.ts';
import type { CorpusDocument, Source, StructuredSource } from '../domain.ts';
import { documentBlock, documentBlocks } from './blocks.ts';
import { distinct, documentKey, keyOfFile, titleOfFile } from './citekeys.ts';
import { isCommentHeading, isCommentTitle, isLoneHeading } from './commentheading.ts';
import { elementsDocument } from './elements.ts';
import { type Fields, readFields } from './fields.ts';
import { readFurniture } from './furniture.ts';
import { endsSentence, type Line, readLines } from './lines.ts';
import { describePage } from './metadata.ts';
import { readNameTurns } from './nameturns.ts';
import { cutPages, type Page } from './pages.ts';
import { type Paper, readPaper } from './papers.ts';
import { findThread, type Thread } from './posts.ts';
import { rangesOf } from './ranges.ts';
import { isMail, withReplies } from './replies.ts';
import { readRst } from './rst.ts';
import { threadDocument, threadFurniture, threadHeading, threadTitle } from './thread.ts';
import { readTranscript } from './transcript.ts';
import { joinWrapped } from './wrapping.ts';

/** The structure of a source, found from its layout alone. Never throws; doubts are told as problems. */
export function structureSource(source: Source): StructuredSource {
  const lines = readLines(source.text);
  if (source.format === 'rst') {
    return elementsDocument(source, readRst(lines, source.text), lines, readFields([]));
  }
  const fields = statedFields(source, lines);
  const head = fields.lines;
  const thread = findThread(lines.slice(head));
  const transcript =
    thread === null ? (readTranscript(lines.slice(head), source.text) ?? readNameTurns(lines.slice(head), source.text)) : null;
  const structured = transcript === null ? structureText(source, lines, thread) : elementsDocument(source, transcript, lines, fields);
  const stated = source.format === 'email' ? head : transcript === null && isMail(lines) ? readFields(lines).lines : 0;
  return stated > 0 || source.format === 'email' ? withReplies(structured, stated) : structured;
}

/** The fields that a loader wrote above the text of a page, a message or subtitles; they stand there whatever the text is. */
function statedFields(source: Source, lines: readonly Line[]): Fields {
  return readFields(source.format === 'html' || source.format === 'email' || source.format === 'subtitles' ? lines : []);
}

/** Markdown's fenced code asserts nothing. */
function withoutCode(lines: readonly Line[]): readonly Line[] {
  let fence: string | null = null;
  return lines.filter((line) => {
    const mark = /^(?:`{3,}|~{3,})/.exec(line.text)?.[0] ?? null;
    if (fence === null && mark !== null) {
      fence = mark;
      return false;
    }
    if (fence !== null && mark?.startsWith(fence) === true) {
      fence = null;
      return false;
    }
    return fence === null;
  });
}

/** Subtitles are spoken from the first line to the last: nothing in them is a title or stands around the matter. */
function spokenDocument(source: Source, lines: readonly Line[], fields: Fields): CorpusDocument {
  const page = { title: null, head: [], body: joinWrapped(lines, source.text), tail: [], before: [], after: [] };
  const named = { ...pageDocument(source, page, lines, null, true), title: titleOfFile(source.id) };
  return withFields({ ...named, citekey: documentKey(named) }, fields);
}

function structureText(source: Source, all: readonly Line[], thread: Thread | null): StructuredSource {
  const fields = thread === null ? readFields(all) : statedFields(source, all);
  const lines = source.format === 'markdown' ? withoutCode(all.slice(fields.lines)) : all.slice(fields.lines);
  if (source.format === 'subtitles' && thread === null) {
    const documents = withKeys(source, [spokenDocument(source, lines, fields)], false);
    return { source, documents, furniture: leftOver(all, documents, thread), problems: [] };
  }
  const heading = thread === null ? null : threadHeading(lines, thread);
  const above = thread === null ? lines : lines.slice(0, heading ?? thread.from);
  const below = thread === null ? [] : lines.slice(thread.to);
  const matter = joinWrapped(above, source.text);
  const paper = readPaper(matter, source.text);
  const article = paper === null ? pagesOf(matter) : paperPages(paper, matter);
  const after = pagesOf(joinWrapped(below, source.text)).filter(isWhole);
  const commented = heading !== null && isLoneHeading(lines[heading]) && article.some(({ body }) => body.filter(isSentence).length >= 2);
  const forum = thread !== null && !commented && !holdsArticle(article);
  const edited = [...(forum ? [] : article), ...after];
  const found = edited.length === 0 && thread === null && lines.length > 0 ? [wholeFile(joinWrapped(lines, source.text))] : edited;
  const parentAt = forum ? -1 : article.length - 1;
  const alone = found.length === 1;
  const documents = found.map((page, p) =>
    withFields(pageDocument(source, page, lines, p === parentAt ? thread : null, alone), alone ? fields : null),
  );
  const keyed = withKeys(source, documents, thread !== null);
  const threads =
    thread === null ? [] : [threadOf(source, lines, thread, heading, forum ? null : (keyed[parentAt] ?? null), above, fields)];
  const ordered = [...keyed.slice(0, parentAt + 1), ...threads, ...keyed.slice(parentAt + 1)];
  return { source, documents: ordered, furniture: leftOver(all, ordered, thread), problems: [] };
}

function pagesOf(lines: readonly Line[]): readonly Page[] {
  return lines.length === 0 ? [] : cutPages(lines, readFurniture(lines));
}

/** A paper's head is read by itself; whatever stands below it is the paper, where furniture parts no other page from it. */
function paperPages(paper: Paper, lines: readonly Line[]): readonly Page[] {
  const [first, ...others] = pagesOf(lines.slice(paper.head.length));
  const body = first === undefined ? [] : [...new Set([...first.head, ...first.body])].sort((a, b) => a.start - b.start);
  const around = first ?? { tail: [], before: [], after: [] };
  return [{ ...around, title: paper.title, head: paper.head, body, paper }, ...others];
}

function isSentence({ text }: Line): boolean {
  return text.length > 40 && endsSentence(text);
}

/** A forum page has a title and controls above its first post, an article has sentences, if only one paragraph of them. */
function holdsArticle(pages: readonly Page[]): boolean {
  const lines = pages.flatMap((page) => page.body);
  return (
    lines.filter((line) => line.text.length > 80).length >= 2 || lines.some((line) => line.text.length > 200 && endsSentence(line.text))
  );
}

/** Below a thread stand the engine's own lines, which are no publication unless they go on for some time. */
function isWhole({ body }: Page): boolean {
  return body.filter((line) => line.text.length > 80 && endsSentence(line.text)).length >= 2;
}

/** A file in which no sentence was found is kept whole: what a person put there is worth finding. */
function wholeFile(lines: readonly Line[]): Page {
  const [title, ...body] = lines;
  return { title: title ?? null, head: title === undefined ? [] : [title], body, tail: [], before: [], after: [] };
}

function pageDocument(source: Source, page: Page, all: readonly Line[], comments: Thread | null, alone: boolean): CorpusDocument {
  const title = page.title;
  const blocks = documentBlocks(page.body, source.text);
  const timeline = blocks.some((block) => block.kind === 'timeline-entry');
  const told = describePage(page, all, timeline, alone);
  const described = { ...told, date: told.date ?? monthOf(comments) };
  const lines = [...page.head, ...page.body, ...page.tail].sort((a, b) => a.start - b.start);
  return {
    ...described,
    citekey: documentKey(described),
    source: source.id,
    parent: null,
    ranges: rangesOf(lines),
    blocks:
      title === null
        ? blocks
        : [documentBlock('heading', title.bodyStart + (/^#{1,6}\s+/u.exec(title.body)?.[0].length ?? 0), title.end), ...blocks],
  };
}

/** What the file says of itself at its top goes before what its layout shows. */
function withFields(document: CorpusDocument, fields: Fields | null): CorpusDocument {
  if (fields === null || fields.lines === 0) {
    return document;
  }
  const told = {
    ...document,
    title: fields.title ?? document.title,
    author: fields.author ?? document.author,
    publisher: fields.publisher ?? document.publisher,
    date: fields.date ?? document.date,
    url: fields.url ?? document.url,
  };
  return { ...told, citekey: documentKey(told) };
}

/** Readers comment when an article is new: its first comment tells the month, not the day. */
function monthOf(comments: Thread | null): PartialDate | null {
  const first = comments?.posts[0]?.date ?? null;
  return first === null ? null : { ...first, day: null };
}

/** A file that a person named and that holds one document lends it its name. */
function withKeys(source: Source, documents: readonly CorpusDocument[], threaded: boolean): readonly CorpusDocument[] {
  const named = keyOfFile(source.id);
  const keys =
    named !== null && (documents.length === 1 || threaded) ? documents.map(() => named) : documents.map(({ citekey }) => citekey);
  const different = distinct(keys);
  return documents.map((document, i) => ({ ...document, citekey: different[i] ?? document.citekey }));
}

function threadOf(
  source: Source,
  lines: readonly Line[],
  thread: Thread,
  heading: number | null,
  article: CorpusDocument | null,
  above: readonly Line[],
  fields: Fields,
): CorpusDocument {
  const headed = heading === null ? undefined : lines[heading];
  const file = keyOfFile(source.id);
  if (article !== null) {
    return threadDocument(thread, {
      kind: 'comments',
      citekey: `${article.citekey}-comments`,
      source: source.id,
      titleLine: isCommentTitle(headed) ? (headed ?? null) : null,
      title: isCommentTitle(headed) && headed !== undefined ? headed.text : `Comments on ${article.title}`,
      publisher: article.publisher,
      parent: article.citekey,
    });
  }
  const comments = isCommentHeading(headed);
  const named = above.find((line) => line.body === fields.title) ?? threadTitle(above, thread);
  const titleLine = (comments ? headed : named) ?? null;
  const title = fields.title ?? titleLine?.body ?? 'Thread';
  const kind = comments ? 'comments' : 'forum';
  const citekey = file ?? documentKey({ title, publisher: null, author: null, date: null, kind });
  return threadDocument(thread, { kind, citekey, source: source.id, titleLine, title, publisher: fields.publisher, parent: null });
}

/** The lines of no document. */
function leftOver(lines: readonly Line[], documents: readonly CorpusDocument[], thread: Thread | null): StructuredSource['furniture'] {
  const titles = new Set(documents.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => span.start)));
  const controls = new Set(thread === null ? [] : threadFurniture(thread).filter(({ start }) => !titles.has(start)));
  const ranges = documents.flatMap((document) => document.ranges).sort((a, b) => a.start - b.start);
  let at = 0;
  const rest = lines.filter((line) => {
    while (at < ranges.length && (ranges[at]?.end ?? 0) < line.end) {
      at++;
    }
    const range = ranges[at];
    return controls.has(line) || range === undefined || line.start < range.start;
  });
  return rangesOf(rest);
}
