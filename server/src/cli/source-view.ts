/** One source line by line, with what the program takes each line for, so that a person sees why. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Passage, PassageStanding } from '../corpus/domain.ts';
import { dateInDigits } from '../corpus/words.ts';
import { type Paint, printable } from './terminal.ts';

const FURNITURE = '×';
const NO_PASSAGE = '#';
const EVIDENCE = '|';

/** The lines of the source with numbers and marks; furniture is dim, and whose words the lines are stands above them. */
export function fileView(corpus: Corpus, id: string, paint: Paint): string {
  const structured = corpus.sources.get(id);
  if (structured === undefined) return '';
  const { source, documents, furniture } = structured;
  const passages = documents.flatMap(({ citekey }) => corpus.passagesOf(citekey)).sort((a, b) => a.span.start - b.span.start);
  const lines = source.text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const width = String(lines.length).length;
  const shown: string[] = [];
  let start = 0;
  let before = '';
  let first = 0;
  lines.forEach((line, index) => {
    const text = line.replace(/[\r\n]+$/, '');
    const end = start + text.length;
    for (const { kind, date, title, citekey, ranges } of documents) {
      const begins = ranges[0]?.start ?? -1;
      if (start <= begins && begins <= end) {
        shown.push(
          paint.bold(
            `${' '.repeat(width)} = ${printable(`${kind}, ${dateInDigits(date) ?? 'no date'}: ${title}`)} [@${printable(citekey)}]`,
          ),
        );
      }
    }
    while (first < passages.length && (passages[first]?.span.end ?? 0) <= start) first++;
    const here = passagesIn(passages, first, end);
    const dropped = furniture.some((span) => span.start < end && start < span.end);
    const mark = here.length > 0 ? EVIDENCE : text.trim() === '' ? ' ' : dropped ? FURNITURE : NO_PASSAGE;
    const numbered = `${String(index + 1).padStart(width)} ${mark} ${printable(text)}`.trimEnd();
    const whose = [...new Set(here.flatMap((passage) => voicesOf(passage, corpus.standing(passage.id), start, end)))].join('; ');
    if (whose !== '' && whose !== before) shown.push(paint.blue(`${' '.repeat(width)}   ‹${printable(whose)}›`));
    // Said anew after a header or furniture, where a reader looks for it.
    if (mark !== ' ') before = whose;
    shown.push(mark === FURNITURE ? paint.dim(numbered) : numbered);
    start += line.length;
  });
  return `${shown.join('\n')}\n`;
}

/** Passages from the first on that begin before `end`. They are in the order of the file. */
function passagesIn(passages: readonly Passage[], first: number, end: number): readonly Passage[] {
  let last = first;
  while ((passages[last]?.span.start ?? end) < end) last++;
  return passages.slice(first, last);
}

/** Standing and speaker of each part of the passage that lies on the line. */
function voicesOf(passage: Passage, whole: PassageStanding, start: number, end: number): readonly string[] {
  const own = whole.parts.filter(({ span }) => passage.span.start + span.start < end && start < passage.span.start + span.end);
  const said = own.length === 0 ? [{ ...whole, denied: false }] : own;
  return said.map(({ standing, speaker, denied }) => {
    const words = standing === 'stated' ? 'stated' : `${standing}: ${speaker ?? 'nobody named'}`;
    return denied ? `${words}, denied` : words;
  });
}
