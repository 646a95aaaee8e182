/** A structure in a few readable lines, for tests. */
import type { Block, StructuredSource } from '../domain.ts';
import { sourceOf } from '../memory.ts';
import { isoDate } from './dates.ts';
import { structureSource } from './structure.ts';

/** Each document as `kind date title`, each block below it as `kind (speaker, role, date): words`, furniture as `✂ words`. */
export function outline(id: string, text: string): readonly string[] {
  const structured = structureSource(sourceOf(id, text));
  const documents = structured.documents.flatMap((document) => [
    [document.kind, document.date === null ? '–' : isoDate(document.date), document.title].join(' '),
    ...document.blocks.map((block) => `  ${label(block)}: ${oneLine(text.slice(block.span.start, block.span.end))}`),
  ]);
  return [...documents, ...furnitureOf(structured)];
}

function label({ kind, voice, speaker, turnRole, date }: Block): string {
  const said = voice === 'document' ? [] : [voice === 'quoted-poster' ? `quoting ${speaker}` : speaker, turnRole];
  const known = [...said, kind === 'timeline-entry' && date !== null ? isoDate(date) : null].filter((part) => part !== null);
  return known.length === 0 ? kind : `${kind} (${known.join(', ')})`;
}

function furnitureOf({ source, furniture }: StructuredSource): readonly string[] {
  return furniture.map((span) => `✂ ${oneLine(source.text.slice(span.start, span.end))}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
