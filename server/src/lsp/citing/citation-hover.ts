/** What a citation leads to: the document, the words at the place, and whether the place is still there. */
import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import type { Corpus } from '../../corpus/corpus.ts';
import type { Passage } from '../../corpus/domain.ts';
import type { Citation } from '../../draft/types.ts';
import { fragmentInWords } from '../../verify/citations/fragments.ts';
import { type CitationResolution, resolveCitation } from '../../verify/citations/resolve.ts';
import type { CheckedDraft } from '../checks.ts';
import { escapeMarkdown } from '../markdown.ts';
import { citationsAt } from './at-place.ts';
import { describeDocument, describePassages } from './describing.ts';

/** More documents than this under one footnote or file make a hover that nobody reads. */
const SHOWN = 3;

/** The hover of the citation at an offset; null where none stands there, or where it leads out of the corpus and says so. */
export function citationHoverAt({ report, project, lines }: CheckedDraft, offset: number): Hover | null {
  const { draft } = report;
  const described = citationsAt(draft, offset).flatMap((citation) => {
    const words = describe(citation, resolveCitation(citation, draft.path, project.corpus), project.corpus);
    return words === null ? [] : [{ citation, words }];
  });
  const [first] = described;
  if (first === undefined) return null;
  const value = described
    .slice(0, SHOWN)
    .map(({ words }) => words)
    .join('\n\n---\n\n');
  const { span, targetSpan } = first.citation;
  const held = span.start <= offset && offset <= span.end ? span : targetSpan;
  return { contents: { kind: MarkupKind.Markdown, value }, range: lines.range(held) };
}

function describe(citation: Citation, resolution: CitationResolution, corpus: Corpus): string | null {
  switch (resolution.kind) {
    case 'outside':
      return null;
    case 'unknown':
      return unknown(citation, resolution.suggestions[0]?.title ?? null);
    case 'found':
      return found(citation, resolution, corpus);
  }
}

function unknown({ target }: Citation, nearest: string | null): string {
  const what =
    target.kind === 'missing-footnote'
      ? `No footnote is called “${escapeMarkdown(target.label)}”.`
      : `The sources have no ${target.kind === 'citekey' ? `document \`@${target.citekey.replace(/`/g, '')}\`` : `file “${escapeMarkdown(target.path)}”`}.`;
  return nearest === null ? what : `${what} Nearest: ${escapeMarkdown(nearest)}.`;
}

function found(
  citation: Citation,
  { citekeys, lines, placeExists, source }: Extract<CitationResolution, { kind: 'found' }>,
  corpus: Corpus,
): string {
  const documents = citekeys.flatMap((citekey) => corpus.documents.get(citekey) ?? []);
  const blocks = documents.slice(0, SHOWN).map((document) => describeDocument(document, corpus));
  if (documents.length === 0) blocks.push(`**${escapeMarkdown(source)}**  \nNo document was found in this file.`);
  if (documents.length > SHOWN)
    blocks.push(`… and ${documents.length - SHOWN} more documents in this file; cite a line to mean one of them.`);
  if (!placeExists) blocks.push(`⚠ The place is not there any more: ${placeSought(citation, lines)}.`);
  else if (lines !== null) blocks.push(atLines(source, citekeys, lines, corpus));
  return blocks.join('\n\n');
}

function atLines(source: string, citekeys: readonly string[], lines: readonly [number, number], corpus: Corpus): string {
  const passages = corpus.passagesAt(source, lines).filter((passage: Passage) => citekeys.includes(passage.citekey));
  return passages.length === 0 ? 'No sentence of the document stands at this place.' : describePassages(passages, corpus);
}

function placeSought({ target }: Citation, lines: readonly [number, number] | null): string {
  if (lines !== null)
    return lines[0] === lines[1] ? `the file has no line ${lines[0]}` : `the file has no lines ${lines[0]} to ${lines[1]}`;
  if (target.kind === 'path' && target.page !== null) return `the file has no page ${target.page}`;
  if (target.kind === 'path' && target.textFragment !== null)
    return `the words “${escapeMarkdown(fragmentInWords(target.textFragment))}” are gone`;
  return 'the file has no such page';
}
