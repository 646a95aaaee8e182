/** What the view of sources says, as plain functions of what the server told: no `vscode`, so that it is tested without one. */
import type { WireCorpus, WireDocument } from '../../server/src/lsp/protocol-review.ts';
import { count } from './wording.ts';

/** `news · 27 October 2014 · 3 of 120 passages cited · supports 5 claims`, or `… · never cited`. */
export function documentInWords({ kind, date, passages, citations, passagesCited, claims }: WireDocument): string {
  const cited =
    citations === 0
      ? 'never cited'
      : passagesCited === 0
        ? `cited ${citations === 1 ? 'once' : `${citations} times`}`
        : `${passagesCited} of ${count(passages, 'passage')} cited`;
  const use = claims === 0 ? null : `supports ${count(claims, 'claim')}`;
  return [kind, date, cited, use].filter((part) => part !== null).join(' · ');
}

/** `12 documents, 7 of them never cited in 2 drafts`. */
export function corporaInWords(corpora: readonly WireCorpus[]): string {
  const documents = corpora.flatMap(({ sources }) => sources.flatMap((source) => source.documents));
  const drafts = corpora.reduce((sum, corpus) => sum + corpus.drafts, 0);
  const all = count(documents.length, 'document');
  if (drafts === 0) return all;
  const never = documents.filter(({ citations }) => citations === 0).length;
  return `${all}, ${never} of them never cited in ${drafts === 1 ? 'this draft' : `${drafts} drafts`}`;
}

export function problemsIn(corpora: readonly WireCorpus[]): number {
  return corpora.reduce((sum, { sources }) => sum + sources.reduce((own, { problems }) => own + problems.length, 0), 0);
}
