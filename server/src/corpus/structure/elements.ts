/** Documents made of elements: hearing transcripts, and reports written in reStructuredText. */
import type { PartialDate } from '../../text/types.ts';
import type { Block, CorpusDocument, Source, SourceSpan, StructuredSource } from '../domain.ts';
import { documentBlock } from './blocks.ts';
import { documentKey, keyOfFile, titleOfFile } from './citekeys.ts';
import { findHeaderDate } from './dates.ts';
import type { Fields } from './fields.ts';
import type { Line } from './lines.ts';
import { describePage } from './metadata.ts';
import { turnRoles } from './roles.ts';
import type { Element } from './rst.ts';

/** Fewer turns are an interview inside a document, not a transcript. */
const FEWEST_TURNS = 4;

/** Whether the elements are those of a hearing or an interview. */
function isTranscript(elements: readonly Element[]): boolean {
  const turns = elements.filter(({ kind }) => kind === 'turn').length;
  const opening = elements.find(({ kind }) => kind === 'turn' || kind === 'paragraph');
  const staged = elements.some(({ kind }) => kind === 'stage');
  return turns >= FEWEST_TURNS || (turns >= 1 && staged && opening?.kind === 'turn');
}

/** The one document that a transcript, or a report in reStructuredText, is; `fields` are what its file says of itself at its top. */
export function elementsDocument(source: Source, elements: readonly Element[], lines: readonly Line[], fields: Fields): StructuredSource {
  const stated = lines.slice(0, fields.lines).map(({ start, end }): SourceSpan => ({ start, end }));
  const furniture = [...stated, ...elements.flatMap(({ kind, span }) => (kind === 'furniture' ? [span] : []))];
  const titled = elements.find(({ kind, text }) => kind === 'heading' && !/\b(?:question|examin|swor|affirm)/iu.test(text));
  const transcript = isTranscript(elements);
  const body = lines.slice(fields.lines).filter((line) => titled === undefined || line.start > titled.span.start);
  const page = { title: null, head: [], body, tail: [], before: [], after: [] };
  const described = describePage(page, [], false, false);
  const name = source.id.slice(source.id.lastIndexOf('/') + 1);
  const date = fields.date ?? (transcript ? transcriptDate(fields.title ?? titled?.text ?? '', name, elements) : described.date);
  // The first words of a transcript are somebody's turn, which is no name for the whole.
  const title = (fields.title ?? titled?.text ?? (transcript ? titleOfFile(source.id) : described.title)).replace(
    /^(?:[a-z]\.|\d+\.)\s+/u,
    '',
  );
  const kind = transcript ? 'transcript' : described.kind;
  const { publisher, author } = fields;
  const key = { title, publisher, author, date, kind } as const;
  const document: CorpusDocument = {
    citekey: keyOfFile(source.id) ?? (transcript && date !== null ? documentKey({ ...key, title: '' }) : documentKey(key)),
    source: source.id,
    title,
    publisher,
    author,
    date,
    kind,
    url: fields.url ?? /\bhttps?:\/\/[^\s<>"')\]]{4,300}/u.exec(source.text.slice(0, 600))?.[0] ?? null,
    parent: null,
    ranges: between(source, furniture),
    blocks: blocksOf(elements, date),
  };
  return { source, documents: [document], furniture, problems: [] };
}

/** The day of a hearing: from its title, its file's name, or a stage direction or heading near its start. */
function transcriptDate(title: string, name: string, elements: readonly Element[]): PartialDate | null {
  const near = elements.slice(0, 12).map(({ text }) => text.slice(0, 200));
  for (const text of [title, name.replace(/\.[^.]*$/, ''), ...near]) {
    const found = findHeaderDate(text);
    if (found !== null && found.date.day !== null) {
      return found.date;
    }
  }
  return null;
}

function blocksOf(elements: readonly Element[], date: PartialDate | null): readonly Block[] {
  const roles = turnRoles(elements);
  const blocks: Block[] = [];
  let speaker: string | null = null;
  let role: Block['turnRole'] = null;
  elements.forEach((element, i) => {
    const { span } = element;
    if (element.kind === 'turn') {
      speaker = element.speaker;
      role = roles[i] ?? null;
      blocks.push({ kind: 'turn', span, voice: 'turn', speaker, turnRole: role, date });
    } else if (element.kind === 'heading') {
      speaker = null;
      role = null;
      blocks.push(documentBlock('heading', span.start, span.end));
    } else if (element.kind === 'stage') {
      blocks.push(documentBlock('stage-direction', span.start, span.end, date));
    } else if (element.kind === 'footnote') {
      blocks.push(documentBlock('footnote', span.start, span.end));
    } else if (element.kind !== 'furniture') {
      const said = speaker !== null;
      blocks.push(
        said ? { kind: 'turn', span, voice: 'turn', speaker, turnRole: role, date } : documentBlock(element.kind, span.start, span.end),
      );
    }
  });
  return blocks;
}

/** What lies between stretches of furniture, white space at the ends left out. */
function between(source: Source, furniture: readonly SourceSpan[]): readonly SourceSpan[] {
  const spans: SourceSpan[] = [];
  let from = 0;
  for (const stop of [...furniture, { start: source.text.length, end: source.text.length }]) {
    const words = source.text.slice(from, stop.start);
    const start = from + words.length - words.trimStart().length;
    if (words.trim() !== '') {
      spans.push({ start, end: start + words.trim().length });
    }
    from = stop.end;
  }
  return spans;
}
