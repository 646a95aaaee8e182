/** How a citation of a passage is written into a draft, in the form that its writer uses. */
import * as path from 'node:path';
import type { CheckSettings } from '../checker.ts';
import type { CorpusDocument } from '../corpus/domain.ts';
import type { Draft, DraftSentence } from '../draft/types.ts';
import type { TextEdit } from '../rules/types.ts';

export type CitationStyle = CheckSettings['citationStyle'];

export interface CitedPlace {
  readonly document: CorpusDocument;
  /** Absolute, with forward slashes. */
  readonly sourcePath: string;
  /** 1-based. */
  readonly line: number;
}

/** The edits that cite a place at the end of a sentence, before its full stop. */
export function citationEdits(
  sentence: DraftSentence,
  draft: Draft,
  draftPath: string,
  cited: CitedPlace,
  style: CitationStyle,
): readonly TextEdit[] {
  const at = endOfWords(sentence, draft.text);
  const address = linkAddress(draftPath, cited);
  switch (style === 'auto' ? prevailingStyle(draft) : style) {
    case 'pandoc':
      return [{ span: { start: at, end: at }, newText: ` [@${cited.document.citekey}, l. ${cited.line}]` }];
    case 'footnote': {
      const label = freeLabel(draft.text);
      const end = draft.text.length;
      const gap = draft.text.endsWith('\n') ? '\n' : '\n\n';
      // The marker of a footnote stands behind the full stop, in English books as on web pages.
      return [
        { span: { start: sentence.span.end, end: sentence.span.end }, newText: `[^${label}]` },
        { span: { start: end, end }, newText: `${gap}[^${label}]: [${linkLabel(cited.document)}](${address})\n` },
      ];
    }
    default:
      return [{ span: { start: at, end: at }, newText: ` ([${linkLabel(cited.document)}](${address}))` }];
  }
}

/** The form that most citations of the draft have; a link where there are none. */
export function prevailingStyle(draft: Draft): Exclude<CitationStyle, 'auto'> {
  const count = { link: 0, footnote: 0, pandoc: 0 };
  for (const { form } of draft.sentences.flatMap((sentence) => sentence.citations)) count[form === 'reference' ? 'link' : form]++;
  if (count.pandoc > count.link && count.pandoc >= count.footnote) return 'pandoc';
  return count.footnote > count.link ? 'footnote' : 'link';
}

function endOfWords(sentence: DraftSentence, text: string): number {
  const closing = /[.!?…]["'”’)\]]*$/.exec(text.slice(sentence.span.start, sentence.span.end));
  return closing === null || /["'”’]$/.test(closing[0]) ? sentence.span.end : sentence.span.end - closing[0].length;
}

function linkAddress(draftPath: string, { sourcePath, line }: CitedPlace): string {
  const relative = path.relative(path.dirname(draftPath), sourcePath).split(path.sep).join('/');
  return `${encodeURI(relative).replace(/[()#?]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}#L${line}`;
}

function linkLabel({ title }: CorpusDocument): string {
  return title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]`*_<>]/g, '\\$&');
}

/** The smallest number that is no footnote's label yet. */
function freeLabel(text: string): string {
  const taken = new Set([...text.matchAll(/\[\^([^\]\s]{1,100})\]/g)].map((match) => match[1]));
  let label = 1;
  while (taken.has(String(label))) label++;
  return String(label);
}
