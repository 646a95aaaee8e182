/** References as RIS, which EndNote, Mendeley and Zotero read. */
import type { DocumentKind } from '../corpus/domain.ts';
import type { PartialDate } from '../text/types.ts';
import type { Contributor, Reference } from './reference.ts';

/** The type of a record, and the tag that its publisher goes into. */
const KINDS: Readonly<Record<DocumentKind, readonly [type: string, publisher: string]>> = {
  report: ['RPRT', 'PB'],
  news: ['NEWS', 'T2'],
  academic: ['JOUR', 'T2'],
  guidance: ['ELEC', 'T2'],
  blog: ['BLOG', 'T2'],
  comments: ['BLOG', 'T2'],
  forum: ['ELEC', 'T2'],
  transcript: ['HEAR', 'PB'],
};

/** Lines end as the format wants them, with CR and LF. */
export function writeRis(references: readonly Reference[]): string {
  return references.map((reference) => `${record(reference).join('\r\n')}\r\n\r\n`).join('');
}

function record({ citekey, kind, title, authors, publisher, date, url, doi }: Reference): readonly string[] {
  const [type, tag] = KINDS[kind];
  const lines: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', type],
    ['ID', citekey],
    ['TI', title],
    ...authors.map((one) => ['AU', name(one)] as const),
    [tag, publisher],
    ['PY', date?.year == null ? null : String(date.year)],
    ['DA', date?.year == null ? null : risDate(date)],
    ['DO', doi],
    ['UR', url],
    ['ER', ''],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [`${label}  - ${value}`]));
}

/** `2014/10/28/`; what is not known is left empty. */
function risDate({ year, month, day }: PartialDate): string {
  const two = (part: number | null): string => (part === null ? '' : String(part).padStart(2, '0'));
  return `${year}/${two(month)}/${month === null ? '' : two(day)}/`;
}

function name(one: Contributor): string {
  return one.kind === 'person' ? `${one.family}, ${one.given}` : one.name;
}
