/** A marked sentence of the draft, which opens to what is behind its verdict. */
import type { Corpus } from '../corpus/corpus.ts';
import { placeInWords } from '../corpus/places.ts';
import { documentInWords, standingInWords } from '../corpus/words.ts';
import type { Citation } from '../draft/types.ts';
import type { Finding } from '../rules/types.ts';
import { onOneLine } from '../rules/wording.ts';
import type { Evidence } from '../verify/types.ts';
import { VERDICT_WORDS } from '../verify/words.ts';
import { escaped, escapedLine } from './escape.ts';
import type { LeftOut } from './types.ts';
import type { Unit } from './units.ts';
import { REMARK, SEVERITY_WORDS, VERDICT_MARKS } from './words.ts';

/** `said` is the sentence as HTML; `id` is unique in the report. */
export function claimHtml(unit: Unit, said: string, id: string, corpus: Corpus): string {
  const { judgement } = unit;
  const mark = judgement === null ? REMARK : VERDICT_MARKS[judgement.verdict];
  const kind = judgement === null ? 'remark' : judgement.verdict;
  const badge = `<span class="badge"><span aria-hidden="true">${mark.sign}</span> ${mark.word}</span>`;
  return `<details class="claim ${kind}" id="${id}"><summary><span class="said">${said}</span>${badge}</summary>${why(unit, corpus)}</details>`;
}

function why({ judgement, findings, leftOut }: Unit, corpus: Corpus): string {
  // Of a sentence that is supported as a whole there is no more to say than that.
  const parts = judgement === null || (judgement.verdict === 'supported' && judgement.parts.length < 2) ? [] : judgement.parts;
  const verdict = judgement === null ? '' : `<p><strong>${VERDICT_WORDS[judgement.verdict]}.</strong></p>`;
  const summaries = list(
    'ul',
    parts.map(({ summary }) => escapedLine(summary)),
  );
  const told = list('ul', findings.map(findingHtml));
  const silent = list('ul', leftOut.map(leftOutHtml));
  const cited = judgement?.sentence.citations ?? [];
  const citations = cited.length === 0 ? '' : `<p>Cites ${cited.map(citationHtml).join('; ')}.</p>`;
  const passages = evidenceOf(judgement?.evidence ?? [], findings);
  const shown = passages.length === 0 ? '' : `<p>What the sources say:</p>${passages.map((one) => passageHtml(one, corpus)).join('')}`;
  return `<div class="why">${verdict}${summaries}${told}${silent}${citations}${shown}</div>`;
}

function list(tag: 'ul' | 'ol', items: readonly string[]): string {
  return items.length === 0 ? '' : `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

export function findingHtml({ severity, message, rule }: Finding): string {
  return `<strong>${SEVERITY_WORDS[severity]}:</strong> ${escapedLine(message)} <span class="soft">(${rule})</span>`;
}

function leftOutHtml({ finding, by, reason }: LeftOut): string {
  const because = reason === null ? 'no reason was given' : `reason: ${escapedLine(reason)}`;
  return `Left out by ${escapedLine(by)} (${because}): ${escapedLine(finding.message)} <span class="soft">(${finding.rule})</span>`;
}

function citationHtml({ label, target }: Citation): string {
  if (target.kind === 'citekey')
    return `<code>@${escapedLine(target.citekey)}</code>${target.locator === null ? '' : ` (${escapedLine(target.locator)})`}`;
  if (target.kind === 'missing-footnote') return `a footnote that is missing (${escapedLine(target.label)})`;
  const lines =
    target.lines === null ? '' : `, ${target.lines[0] === target.lines[1] ? `line ${target.lines[0]}` : `lines ${target.lines.join('–')}`}`;
  const page = target.page === null ? '' : `, page ${target.page}`;
  return `“${escapedLine(label)}” (<code>${escapedLine(target.path)}</code>${lines}${page})`;
}

/** The passages of the verdict, and those that findings add to them (of a quotation, of a speaker), each once. */
function evidenceOf(evidence: readonly Evidence[], findings: readonly Finding[]): readonly Evidence[] {
  const seen = new Set<string>();
  return [...evidence, ...findings.flatMap((finding) => finding.evidence)].filter(({ source, span }) => {
    const key = `${source}:${span.start}-${span.end}`;
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}

function passageHtml(evidence: Evidence, corpus: Corpus): string {
  const { citekey, source, quote, standing, speaker, stance } = evidence;
  const sign = stance === 'supports' ? '<span aria-hidden="true">+</span> supports' : '<span aria-hidden="true">−</span> contradicts';
  const place = placeInWords(corpus.sources.get(source)?.source, evidence);
  const where = [documentInWords(corpus.documents.get(citekey), citekey), source, place].filter((part) => part !== null && part !== '');
  return `<div class="passage"><span class="stance ${stance}">${sign}:</span> <q>${escaped(onOneLine(quote))}</q><br><span class="soft">${escapedLine(where.join(', '))}; ${escapedLine(standingInWords(standing, speaker))}</span></div>`;
}
