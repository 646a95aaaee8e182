/** Citations as a draft's writer writes them: the form that the draft prefers, and the edits that put one in or change one. */
import { encodePath, relativePath } from './paths.ts';
import type { Citation, Draft, DraftSentence, DraftSpan } from './types.ts';

export type CitationStyle = 'link' | 'footnote' | 'pandoc';

/** A place within a source, as far as its file has names for places; with neither, the citation leads to the whole. */
export interface PlaceInSource {
  /** 1-based, inclusive; only where the source's lines are those of its file. */
  readonly lines: readonly [number, number] | null;
  /** 1-based, in files that have pages. */
  readonly page: number | null;
}

/** Everything that a citation needs to know of the place that it leads to. */
export interface CitedPlace extends PlaceInSource {
  readonly citekey: string;
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  /** Absolute path of the source, with forward slashes. */
  readonly sourcePath: string;
}

export interface DraftEdit {
  readonly span: DraftSpan;
  readonly newText: string;
}

/** The form to write: what is configured, else what the front matter says, else what the draft's own citations mostly are. */
export function citationStyleOf(draft: Draft, configured: CitationStyle | 'auto'): CitationStyle {
  if (configured !== 'auto') return configured;
  const wanted = draft.frontMatter['citationStyle'] ?? draft.frontMatter['citation-style'];
  if (wanted === 'link' || wanted === 'footnote' || wanted === 'pandoc') return wanted;
  const counts = { link: 0, footnote: 0, pandoc: 0 };
  for (const { form } of draft.sentences.flatMap((sentence) => (sentence.place === 'footnote' ? [] : sentence.citations))) {
    counts[form === 'reference' ? 'link' : form]++;
  }
  if (counts.pandoc > counts.link && counts.pandoc >= counts.footnote) return 'pandoc';
  return counts.footnote > counts.link ? 'footnote' : 'link';
}

/** `../seeds/report.txt#L12-L14`, relative to the draft. */
export function citationAddress(draftPath: string, place: CitedPlace): string {
  return encodePath(relativePath(draftPath, place.sourcePath)) + placeFragment(place);
}

/** `#L12`, `#L12-L14`, `#page=3`, or nothing. */
export function placeFragment({ lines, page }: PlaceInSource): string {
  if (lines === null) return page === null ? '' : `#page=${page}`;
  return lines[0] === lines[1] ? `#L${lines[0]}` : `#L${lines[0]}-L${lines[1]}`;
}

/** `Jones, 2019`, `Community Care, 2014`, or the title where neither author nor publisher is known; safe inside `[…]`. */
export function citationLabel(place: CitedPlace): string {
  const who = place.author ?? place.publisher ?? place.title;
  const label = place.year === null || who === place.title ? who : `${who}, ${place.year}`;
  return escapeMarkdown(label.length > 80 ? `${label.slice(0, 79).trimEnd()}…` : label);
}

/** The edits that cite `place` for a sentence: a link or citekey before its full stop, a footnote's marker behind it. */
export function insertCitation(sentence: DraftSentence, draft: Draft, place: CitedPlace, style: CitationStyle): readonly DraftEdit[] {
  const end = sentence.span.end;
  if (style === 'footnote') {
    const note = footnoteFor(draft, place);
    return [{ span: { start: end, end }, newText: `[^${note.label}]` }, ...note.edits];
  }
  const at = beforeFullStop(draft.text, sentence.span);
  const newText = style === 'pandoc' ? ` [${pandocItem(place)}]` : ` (${markdownLink(draft, place)})`;
  return [{ span: { start: at, end: at }, newText }];
}

/**
 * The edits that make a citation lead to another place, in the citation's own form. A link whose words belong to the
 * sentence ("as [Laming](…) found") keeps them.
 */
export function replaceCitation(citation: Citation, sentence: DraftSentence | null, draft: Draft, place: CitedPlace): readonly DraftEdit[] {
  switch (citation.form) {
    case 'pandoc':
      return [{ span: pandocItemSpan(draft.text, citation), newText: pandocItem(place, !isBracketed(draft.text, citation)) }];
    case 'footnote': {
      const note = footnoteFor(draft, place);
      return [{ span: citation.span, newText: `[^${note.label}]` }, ...note.edits];
    }
    default: {
      const inSentence = sentence?.origin.includes(citation.span.start + 1) === true;
      if (inSentence && citation.form === 'link') return [{ span: citation.targetSpan, newText: citationAddress(draft.path, place) }];
      const words = inSentence ? citation.label : citationLabel(place);
      return [{ span: citation.span, newText: `[${words}](${citationAddress(draft.path, place)})` }];
    }
  }
}

/** The edits that move a citation to another place in the source that it already names. */
export function moveCitation(citation: Citation, draft: Draft, place: PlaceInSource): readonly DraftEdit[] {
  if (citation.target.kind === 'citekey') {
    const item = draft.text.slice(citation.span.start, citation.span.end);
    return [{ span: pandocItemSpan(draft.text, citation), newText: item + pandocLocator(place, !isBracketed(draft.text, citation)) }];
  }
  const written = draft.text.slice(citation.targetSpan.start, citation.targetSpan.end);
  const hash = written.indexOf('#');
  const address = hash < 0 ? written : written.slice(0, hash);
  return [{ span: citation.targetSpan, newText: address + placeFragment(place) }];
}

/** The edits that put another target (an address or a citekey) in the place of a citation's own. */
export function retargetCitation(citation: Citation, target: string): readonly DraftEdit[] {
  return citation.target.kind === 'missing-footnote' ? [] : [{ span: citation.targetSpan, newText: target }];
}

function markdownLink(draft: Draft, place: CitedPlace): string {
  return `[${citationLabel(place)}](${citationAddress(draft.path, place)})`;
}

/** `@key, l. 12`, or `@key [l. 12]` where it is `bare`. Keys with marks that Pandoc would not read as part of a key stand in braces. */
export function pandocItem(place: CitedPlace, bare = false): string {
  const plain = /^[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_])*$/u.test(place.citekey);
  const key = plain ? `@${place.citekey}` : `@{${place.citekey}}`;
  return key + pandocLocator(place, bare);
}

function pandocLocator({ lines, page }: PlaceInSource, bare: boolean): string {
  if (lines === null && page === null) return '';
  const locator = lines === null ? `p. ${page}` : lines[0] === lines[1] ? `l. ${lines[0]}` : `ll. ${lines[0]}-${lines[1]}`;
  return bare ? ` [${locator}]` : `, ${locator}`;
}

function isBracketed(text: string, { span }: Citation): boolean {
  const before = text.slice(Math.max(0, span.start - 300), span.start);
  return before.lastIndexOf('[') > before.lastIndexOf(']');
}

/** A citekey with the locator that follows it. */
function pandocItemSpan(text: string, citation: Citation): DraftSpan {
  const { start, end } = citation.span;
  const rest = text.slice(end, end + 300);
  const locator = isBracketed(text, citation) ? /^[^\];]*/.exec(rest) : /^\s?\[[^[\]]*\]/.exec(rest);
  return { start, end: end + (locator?.[0].trimEnd().length ?? 0) };
}

/** A footnote whose definition already leads to the place, or a new one at the end of the draft. */
function footnoteFor(draft: Draft, place: CitedPlace): { readonly label: string; readonly edits: readonly DraftEdit[] } {
  const address = citationAddress(draft.path, place);
  const same = draft.citations.find(
    (one) =>
      one.form === 'footnote' && one.target.kind === 'path' && draft.text.slice(one.targetSpan.start, one.targetSpan.end) === address,
  );
  if (same !== undefined) return { label: same.label, edits: [] };
  const label = freeLabel(draft.text, place.citekey);
  const end = draft.text.length;
  const gap = draft.text.endsWith('\n\n') ? '' : draft.text.endsWith('\n') ? '\n' : '\n\n';
  const publisher = place.publisher === null ? '' : `${escapeMarkdown(place.publisher)}, `;
  const newText = `${gap}[^${label}]: ${publisher}[${escapeMarkdown(place.title)}](${address}).\n`;
  return { label, edits: [{ span: { start: end, end }, newText }] };
}

/** The citekey, with a number where the draft has such a footnote already. */
function freeLabel(text: string, citekey: string): string {
  const base = citekey.replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'source';
  for (let n = 1; ; n++) {
    const label = n === 1 ? base : `${base}-${n}`;
    if (!text.includes(`[^${label}]`)) return label;
  }
}

/** Before the closing stop; behind it where the stop stands inside quotation marks. */
function beforeFullStop(text: string, span: DraftSpan): number {
  const closing = /[.!?…]+[*_]*$/.exec(text.slice(span.start, span.end));
  return closing === null ? span.end : span.start + closing.index;
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]`*_<>]/g, '\\$&');
}
