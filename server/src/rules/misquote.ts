/**
 * misquote: words in quotation marks that follow a source closely but not exactly. The finding underlines what differs,
 * shows the source's words, and can put them in or mark the change openly.
 */
import type { Corpus } from '../corpus/corpus.ts';
import { placeInWords } from '../corpus/places.ts';
import { firstFrom } from '../draft/plain-text.ts';
import type { DraftQuotation, DraftSpan } from '../draft/types.ts';
import { isStop } from '../text/terms.ts';
import type { Judgement, QuotationResult, QuoteChange, QuotedPlace } from '../verify/types.ts';
import { exactEdits, openEdits } from './misquote-fixes.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Finding, Fix } from './types.ts';
import { quoteShort, sayWhere } from './wording.ts';

type Changed = Extract<QuotationResult, { kind: 'changed' }>;

/** Differences further apart than this are not underlined as one; the first one is. */
const NEAR = 60;
/** Words that lean on the one after them: an article on its noun, an auxiliary on its verb. */
const LEANING = /^(?:an?|the|am|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|shall|should|may|might|must)$/;
const NEGATION = /\b(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly|cannot)\b|n['’]t\b/i;
/** Particles that make one verb with the word before them. */
const PARTICLE = /^(?:up|down|in|out|on|off|over|away|back|through|along|around|about|by|to|for|into|after|against)$/;
/** A joined quotation is given back at most so many words of the source. */
const MOST_PUT_BACK = 15;
/** Characters of the source shown on either side of a difference. */
const AROUND = 60;

export const misquote: Rule = {
  code: 'misquote',
  severity: 'error',
  summary: 'Words in quotation marks follow a source closely, but not exactly.',
  examples: [
    {
      title: 'A word remembered wrong',
      source: 'The ferry report\n\nThe chief engineer said: “We asked for new pumps three times, and three times we were told to wait.”',
      draft: 'The chief engineer said: “We asked for new pumps three times, and three times we were ordered to wait.”',
      expect: 'ordered',
    },
    {
      title: 'An ellipsis, a bracket and another first letter are no misquotation',
      source: 'The ferry report\n\nThe chief engineer said: “We asked for new pumps three times, and three times we were told to wait.”',
      draft: 'The chief engineer said that “[the crew] asked for new pumps … and three times we were told to wait”.',
      expect: null,
    },
    {
      title: 'A negation left out',
      source: 'The ferry report\n\nThe owners said: “It was not our decision to sail in such weather.”',
      draft: 'The owners said: “It was our decision to sail in such weather.”',
      expect: 'was our decision',
    },
  ],
  onJudgement(judgement, context) {
    return judgement.quotations.flatMap((result) => (result.kind === 'changed' ? [finding(result, judgement, context)] : []));
  },
};

function finding(result: Changed, judgement: Judgement, context: RuleContext): Finding {
  const passages = new Set(result.places.flatMap((place) => place.passages));
  return {
    rule: 'misquote',
    severity: 'error',
    span: underline(result),
    sentence: judgement.sentence.span,
    message: message(result, context.corpus),
    evidence: judgement.evidence.filter((evidence) => passages.has(evidence.passage)),
    fixes: fixes(result, context),
  };
}

function underline({ quotation, changes }: Changed): DraftSpan {
  const spans = changes.map((change) =>
    change.draft.end > change.draft.start ? withFellow(change, quotation) : around(change.draft.start, quotation),
  );
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return quotation.inner;
  return last.end - first.start <= NEAR ? { start: first.start, end: Math.max(first.end, last.end) } : first;
}

/** A function word alone says little: an article is underlined with its noun, an auxiliary or a particle with its verb. */
function withFellow({ draft, said }: QuoteChange, quotation: DraftQuotation): DraftSpan {
  const word = said.toLowerCase();
  if (/\s/.test(word) || !isStop(word)) return draft;
  const { origin, text } = quotation;
  const at = firstFrom(quotation.origin, draft.start);
  if (PARTICLE.test(word)) {
    const before = /([\p{L}\p{N}'’-]+)\s+$/u.exec(text.slice(0, at));
    const verb = before?.[1] === undefined || isStop(before[1].toLowerCase()) ? null : before.index;
    return verb === null ? draft : { start: origin[verb] ?? draft.start, end: draft.end };
  }
  if (!LEANING.test(word)) return draft;
  const after = /^\s+([\p{L}\p{N}'’-]+)/u.exec(text.slice(at + said.length));
  if (after?.[1] === undefined || isStop(after[1].toLowerCase())) return draft;
  return { start: draft.start, end: (origin[at + said.length + after[0].length - 1] ?? draft.end - 1) + 1 };
}

/** Where words are left out: from the word before to the next word that means something. */
function around(offset: number, quotation: DraftQuotation): DraftSpan {
  const at = firstFrom(quotation.origin, offset);
  const before = [...quotation.text.slice(0, at).matchAll(/[\p{L}\p{N}'’-]+/gu)].at(-1);
  const start = before?.index ?? at;
  let end = at;
  for (const word of quotation.text.slice(at).matchAll(/[\p{L}\p{N}'’-]+/gu)) {
    end = at + word.index + word[0].length;
    if (!isStop(word[0].toLowerCase())) break;
  }
  const { origin, inner } = quotation;
  return { start: origin[start] ?? inner.start, end: end > 0 ? (origin[end - 1] ?? inner.end - 1) + 1 : inner.end };
}

function message({ changes, places, joined }: Changed, corpus: Corpus): string {
  const [place] = places;
  if (place === undefined) return 'The quotation is not what the source says.';
  const where = sayWhere(place, corpus);
  const source = quoteShort(excerpt(place, changes));
  if (joined && changes.length === 0)
    return `The parts of the quotation stand in another order in the source; ${where} begins with ${source}.`;
  if (joined) {
    const other = places[1];
    const second =
      changes.every((change) => change.source === '') && other !== undefined
        ? ` and ${[quoteShort(other.quote, AROUND), placeInWords(corpus.sources.get(other.source)?.source, other)].filter((part) => part !== null).join(', ')}`
        : '';
    return `The quotation joins two places of the source without an ellipsis; ${where} has ${source}${second}.`;
  }
  const [change] = changes;
  if (changes.length > 1 || change === undefined)
    return `The quotation differs from the source in ${changes.length} places; ${where} has ${source}.`;
  return `${sayChange(change)}; ${where} has ${source}.`;
}

function sayChange({ said, source }: QuoteChange): string {
  if (said === '') return `The quotation leaves out ${quoteShort(source)}`;
  if (source === '') return `The source does not have ${quoteShort(said)}`;
  return `The source has ${quoteShort(source)}, not ${quoteShort(said)}`;
}

/** The source's words with the first difference, cut to what is around it. */
function excerpt(place: QuotedPlace, changes: readonly QuoteChange[]): string {
  const text = place.quote.replace(/\s+/g, ' ');
  const words = changes.find((change) => change.source !== '')?.source ?? '';
  const at = words === '' ? 0 : Math.max(0, text.indexOf(words));
  if (text.length <= 2 * AROUND + words.length) return text;
  const from = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
  const until = at + words.length + AROUND;
  const end = until >= text.length ? text.length : Math.max(at + words.length, text.lastIndexOf(' ', until));
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`;
}

function wordsIn(text: string): number {
  return text === '' ? 0 : text.split(/\s+/).length;
}

function fixes(result: Changed, { draft }: RuleContext): readonly Fix[] {
  const { changes, quotation, joined } = result;
  // Which order the writer wants is not for an edit to decide.
  if (changes.length === 0) return [];
  const open: Fix = {
    title: joined ? 'Mark what is left out with an ellipsis' : 'Mark the change openly',
    edits: openEdits(changes, quotation, draft),
    sure: false,
  };
  if (changes.every((change) => change.source === '' && change.said === '')) return [open];
  const exact: Fix = { title: 'Quote the source’s exact words', edits: exactEdits(changes, quotation, draft), sure: !joined };
  // Two places far apart are no slip that more of the source would mend: what was left out is marked, or it is two quotations.
  if (joined && changes.some((change) => wordsIn(change.source) > MOST_PUT_BACK)) return [open];
  // An ellipsis in the place of a negation would still turn the words over.
  if (changes.some((change) => change.said === '' && NEGATION.test(change.source))) return [exact];
  return joined ? [open, exact] : [exact, open];
}
