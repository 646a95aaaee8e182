/** Citations as a draft's writer writes them: the form that the draft prefers, and the edits that put one in or change one. */
import {
  type CitationStyle,
  type CitedPlace,
  citationAddress,
  citationLabel,
  escapeMarkdown,
  footnoteLabel,
  type PlaceInSource,
  pandocKey,
  pandocLocator,
  placeFragment,
  writeCitation,
} from './citation-text.ts';
import { baseName } from './paths.ts';
import type { Citation, CitationTarget, Draft, DraftSentence, DraftSpan, PandocPlace } from './types.ts';
import { readWordsComment, wordsComment, wordsQuery } from './words-mark.ts';

export interface DraftEdit {
  readonly span: DraftSpan;
  readonly newText: string;
}

/** The form to write: what the draft's front matter says, else what is configured, else what the draft's own citations mostly are. */
export function citationStyleOf(draft: Draft, configured: CitationStyle | 'auto'): CitationStyle {
  const wanted = draft.frontMatter['citationStyle'] ?? draft.frontMatter['citation-style'];
  if (wanted === 'link' || wanted === 'footnote' || wanted === 'pandoc') return wanted;
  if (configured !== 'auto') return configured;
  const known = prevailing.get(draft) ?? prevailingStyle(draft);
  prevailing.set(draft, known);
  return known;
}

/** A draft's citations are counted once, for every fix of every sentence asks. */
const prevailing = new WeakMap<Draft, CitationStyle>();

function prevailingStyle(draft: Draft): CitationStyle {
  const counts = { link: 0, footnote: 0, pandoc: 0 };
  for (const { form } of draft.sentences.flatMap((sentence) => (sentence.place === 'footnote' ? [] : sentence.citations))) {
    counts[form === 'reference' ? 'link' : form]++;
  }
  if (counts.pandoc > counts.link && counts.pandoc >= counts.footnote) return 'pandoc';
  return counts.footnote > counts.link ? 'footnote' : 'link';
}

/** The edits that cite `place` for a sentence: a link or citekey before its full stop, a footnote's marker behind it. */
export function insertCitation(
  sentence: Pick<DraftSentence, 'span'>,
  draft: Draft,
  place: CitedPlace,
  style: CitationStyle,
): readonly DraftEdit[] {
  const end = sentence.span.end;
  if (style === 'footnote') {
    const note = footnoteFor(draft, place);
    return [{ span: { start: end, end }, newText: note.text }, ...note.edits];
  }
  const at = beforeFullStop(draft.text, sentence.span);
  const { text } = writeCitation(place, style, draft.path);
  return [{ span: { start: at, end: at }, newText: style === 'pandoc' ? ` ${text}` : ` (${text})` }];
}

/**
 * The edits that make a citation lead to another place, in the citation's own form. A link whose words belong to the
 * sentence ("as [Laming](…) found") keeps them; so does a Pandoc citation its prefix.
 */
export function replaceCitation(citation: Citation, sentence: DraftSentence | null, draft: Draft, place: CitedPlace): readonly DraftEdit[] {
  switch (citation.form) {
    case 'pandoc':
      return replacePandoc(citation, draft, place);
    case 'footnote': {
      const note = footnoteFor(draft, place);
      return [{ span: citation.span, newText: note.text }, ...note.edits];
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
  const { target, pandoc } = citation;
  if (target.kind === 'citekey') return pandoc === null ? [] : pandocEdits(target, pandoc, place, draft.text);
  const written = draft.text.slice(citation.targetSpan.start, citation.targetSpan.end);
  const address = /^[^?#]*/.exec(written)?.[0] ?? written;
  return retargetCitation(citation, address + wordsQuery(place.words) + placeFragment(place));
}

/** The edits that make a citation lead where its words stand now, in another file or under another citekey; all else stays as written. */
export function relocateCitation(citation: Citation, draft: Draft, place: CitedPlace): readonly DraftEdit[] {
  const { target, pandoc } = citation;
  if (target.kind === 'path') return retargetCitation(citation, citationAddress(draft.path, place));
  return target.kind === 'citekey' && pandoc !== null ? pandocEdits({ ...target, citekey: place.citekey }, pandoc, place, draft.text) : [];
}

/** The edits that put another target (an address or a citekey) in the place of a citation's own. */
export function retargetCitation(citation: Citation, target: string): readonly DraftEdit[] {
  if (citation.target.kind === 'missing-footnote') return [];
  // A path that stands bare in a sentence cites only while it names a place; without one it takes the marks of a link.
  const bare = citation.form === 'link' && citation.span.start === citation.targetSpan.start && !target.includes('#');
  return [
    {
      span: citation.targetSpan,
      newText: bare ? `[${escapeMarkdown(baseName(citation.label.replace(/[?#].*$/, '')))}](${target})` : target,
    },
  ];
}

/** Whether several citations of the draft lead where they lead by one definition, so that changing it changes them all. */
export function isShared(citation: Citation, draft: Draft): boolean {
  return draft.citations.some(
    (other) =>
      other.form === citation.form && other.targetSpan.start === citation.targetSpan.start && other.span.start !== citation.span.start,
  );
}

function replacePandoc({ target, pandoc }: Citation, draft: Draft, place: CitedPlace): readonly DraftEdit[] {
  // What stands behind the place was said of the other document.
  const wanted = { citekey: place.citekey, prefix: null, suffix: null, authorSuppressed: false };
  const kept = target.kind === 'citekey' ? { prefix: target.prefix, authorSuppressed: target.authorSuppressed } : {};
  return pandoc === null ? [] : pandocEdits({ ...wanted, ...kept }, pandoc, place, draft.text);
}

type PandocWords = Pick<Extract<CitationTarget, { kind: 'citekey' }>, 'citekey' | 'prefix' | 'suffix' | 'authorSuppressed'>;

/** New words for one citation of a bracket, and its new mark among those of the others. */
function pandocEdits(wanted: PandocWords, at: PandocPlace, place: PlaceInSource, draft: string): readonly DraftEdit[] {
  const said = [pandocLocator(place), wanted.suffix ?? ''].filter((part) => part !== '').join(' ');
  const key = `@${pandocKey(wanted.citekey)}`;
  const old = at.marks === null ? null : readWordsComment(draft, at.marks.start);
  const words = Array.from({ length: at.count }, (_, i) => (i === at.index ? place.words : (old?.words[i] ?? null)));
  return [
    { span: at.item, newText: at.bracketed ? inBracket(key, said, wanted) : behindKey(key, said, at.count > 1) },
    { span: at.marks ?? { start: at.group.end, end: at.group.end }, newText: wordsComment(words) },
  ].filter(({ span, newText }) => draft.slice(span.start, span.end) !== newText);
}

function inBracket(key: string, said: string, { prefix, authorSuppressed }: PandocWords): string {
  return `${prefix === null ? '' : `${prefix} `}${authorSuppressed ? '-' : ''}${key}${said === '' ? '' : `, ${said}`}`;
}

/** A citation in the sentence opens a bracket, which others behind it close. */
function behindKey(key: string, said: string, others: boolean): string {
  if (others) return `${key} [${said}`;
  return said === '' ? key : `${key} [${said}]`;
}

/** A footnote whose definition already leads to the place, or a new one at the end of the draft. */
function footnoteFor(draft: Draft, place: CitedPlace): { readonly text: string; readonly edits: readonly DraftEdit[] } {
  const address = citationAddress(draft.path, place);
  const same = draft.citations.find(
    (one) =>
      one.form === 'footnote' && one.target.kind === 'path' && draft.text.slice(one.targetSpan.start, one.targetSpan.end) === address,
  );
  if (same !== undefined) return { text: `[^${same.label}]`, edits: [] };
  const { text, definition } = writeCitation(place, 'footnote', draft.path, freeLabel(draft.text, place.citekey));
  const end = draft.text.length;
  const gap = draft.text.endsWith('\n\n') ? '' : draft.text.endsWith('\n') ? '\n' : '\n\n';
  return { text, edits: [{ span: { start: end, end }, newText: `${gap}${definition}\n` }] };
}

/** The citekey, with a number where the draft has such a footnote already. */
function freeLabel(text: string, citekey: string): string {
  const base = footnoteLabel(citekey);
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
