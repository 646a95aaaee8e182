/** The parts of the report around the draft: what was counted, what the sources were used for, and what was left out. */

import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusDocument, SourceProblem } from '../corpus/domain.ts';
import { dateInWords } from '../corpus/words.ts';
import type { Draft, UncheckedWhy } from '../draft/types.ts';
import type { Severity } from '../rules/types.ts';
import { counted } from '../rules/wording.ts';
import { resolveCitation } from '../verify/citations/resolve.ts';
import type { Verdict } from '../verify/types.ts';
import { escapedLine, webAddress } from './escape.ts';
import type { ReportedDraft } from './types.ts';
import type { Unit } from './units.ts';
import { SEVERITY_WORDS, UNCHECKED_WORDS, VERDICT_MARKS } from './words.ts';

/** Documents that were not used are listed up to so many: a corpus may hold thousands. */
const UNUSED = 200;
const PROBLEMS = 50;

export function countsHtml({ report, findings }: ReportedDraft): string {
  const verdicts = (Object.keys(VERDICT_MARKS) as Verdict[]).map((verdict) => {
    const n = report.judgements.filter((one) => one.verdict === verdict).length;
    const { sign, word, meaning } = VERDICT_MARKS[verdict];
    return `<tr><th scope="row"><span aria-hidden="true">${sign}</span> ${word}</th><td class="n">${n}</td><td>${meaning}</td></tr>`;
  });
  const all = report.judgements.length;
  const supported = report.judgements.filter(({ verdict }) => verdict === 'supported').length;
  const found = (['error', 'warning', 'information'] as Severity[])
    .map((severity) => ({ severity, n: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${SEVERITY_WORDS[severity].toLowerCase()}: ${n}`);
  const told = found.length === 0 ? 'Nothing was found to remark on.' : `Findings by weight: ${found.join(', ')}.`;
  return `<p><strong>${supported} of ${counted(all, 'claim')} ${all === 1 ? 'is' : 'are'} supported by the sources.</strong> ${told}</p>
<table class="ui"><caption>The marks in the text, and how often they stand there</caption><thead><tr><th scope="col">Mark</th><th scope="col" class="n">Claims</th><th scope="col">Meaning</th></tr></thead><tbody>${verdicts.join('')}</tbody></table>
${uncheckedHtml(report.draft.sentences.flatMap(({ checkable }) => (checkable.check ? [] : [checkable.why])))}`;
}

function uncheckedHtml(whys: readonly UncheckedWhy[]): string {
  if (whys.length === 0) return '';
  const counts = new Map<UncheckedWhy, number>();
  for (const why of whys) counts.set(why, (counts.get(why) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([why, n]) => `${UNCHECKED_WORDS[why]} (${n})`);
  return `<p class="soft">${counted(whys.length, 'sentence')} ${whys.length === 1 ? 'was' : 'were'} not checked: ${parts.join(', ')}.</p>`;
}

interface Use {
  readonly supports: Set<Unit>;
  readonly contradicts: Set<Unit>;
  readonly passages: Set<string>;
}

export function sourcesHtml({ corpus, name, report }: ReportedDraft, units: readonly Unit[]): string {
  const cited = citedCounts(report.draft, corpus);
  const uses = new Map<string, Use>();
  for (const unit of units) {
    for (const { citekey, source, span, stance } of [
      ...(unit.judgement?.evidence ?? []),
      ...unit.findings.flatMap(({ evidence }) => evidence),
    ]) {
      const use = uses.get(citekey) ?? { supports: new Set(), contradicts: new Set(), passages: new Set() };
      use[stance].add(unit);
      use.passages.add(`${source}:${span.start}`);
      uses.set(citekey, use);
    }
  }
  const used = [...corpus.documents.values()].filter(({ citekey }) => uses.has(citekey) || cited.has(citekey));
  const unused = [...corpus.documents.values()].filter(({ citekey }) => !uses.has(citekey) && !cited.has(citekey));
  const rows = used
    .sort((a, b) => weight(uses.get(b.citekey)) - weight(uses.get(a.citekey)) || (a.citekey < b.citekey ? -1 : 1))
    .map((document) => {
      const use = uses.get(document.citekey);
      const counts = [use?.supports.size ?? 0, use?.contradicts.size ?? 0, use?.passages.size ?? 0, cited.get(document.citekey) ?? 0];
      const numbers = counts.map((n) => `<td class="n">${n}</td>`);
      return `<tr>${documentCells(document)}${numbers.join('')}</tr>`;
    });
  const heads = ['Document', 'Kind', 'Date', 'File'].map((name) => `<th scope="col">${name}</th>`).join('');
  const counts = ['Supports', 'Contradicts', 'Passages', 'Cited'].map((name) => `<th scope="col" class="n">${name}</th>`).join('');
  const table =
    rows.length === 0
      ? '<p>No source has anything to say to the claims of this draft.</p>'
      : `<div class="wide" role="region" aria-label="Sources that were used for ${escapedLine(name)}" tabindex="0"><table class="ui"><caption>How many claims each document supports or contradicts, how many of its passages that rests on, and how often the draft cites it</caption><thead><tr>${heads}${counts}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  return table + problemsHtml(corpus.problems) + unusedHtml(unused);
}

/** How often the draft cites each document; a citation of a whole file cites all that are in it. */
function citedCounts(draft: Draft, corpus: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const citation of draft.citations) {
    const resolution = resolveCitation(citation, draft.path, corpus);
    if (resolution.kind !== 'found') continue;
    for (const citekey of resolution.citekeys) counts.set(citekey, (counts.get(citekey) ?? 0) + 1);
  }
  return counts;
}

/** What was left out of the sources, or read with doubt: where it is missing, "no source says this" means less. */
function problemsHtml(problems: readonly SourceProblem[]): string {
  if (problems.length === 0) return '';
  const items = problems.slice(0, PROBLEMS).map(({ source, line, message }) => {
    const where = line === null ? source : `${source}, line ${line}`;
    return `<li>${escapedLine(`${where}: ${message}`)}</li>`;
  });
  const more = problems.length > PROBLEMS ? `<li>and ${problems.length - PROBLEMS} more</li>` : '';
  return `<p class="ui">Not read, or read with doubt:</p><ul class="ui">${items.join('')}${more}</ul>`;
}

function weight(use: Use | undefined): number {
  return use === undefined ? 0 : use.supports.size + use.contradicts.size;
}

function unusedHtml(documents: readonly CorpusDocument[]): string {
  if (documents.length === 0) return '';
  const items = documents
    .slice(0, UNUSED)
    .map((document) => `<li>${titleOf(document)} <span class="soft">(${escapedLine(document.source)})</span></li>`);
  const more = documents.length > UNUSED ? `<li>and ${documents.length - UNUSED} more</li>` : '';
  return `<details class="ui screen"><summary>${counted(documents.length, 'document')} ${documents.length === 1 ? 'was' : 'were'} read and not used</summary><ul>${items.join('')}${more}</ul></details>`;
}

function documentCells(document: CorpusDocument): string {
  const { kind, date, source, publisher } = document;
  const by = publisher === null || publisher === '' ? '' : `<br><span class="soft">${escapedLine(publisher)}</span>`;
  return `<th scope="row">${titleOf(document)}${by}</th><td>${kind}</td><td>${escapedLine(dateInWords(date) ?? 'not known')}</td><td class="file">${escapedLine(source)}</td>`;
}

function titleOf({ title, citekey, url }: CorpusDocument): string {
  const name = escapedLine(title.trim() === '' ? citekey : title);
  const address = webAddress(url);
  return address === null ? name : `<a href="${address}" rel="noreferrer noopener nofollow">${name}</a>`;
}

/** What somebody said to leave be, with the reason; and sentences that a comment keeps from being checked at all. */
export function leftOutHtml({ name, report, leftOut }: ReportedDraft, units: readonly Unit[], idOf: (unit: Unit) => string): string {
  const { draft } = report;
  const rows = leftOut.map(({ finding, by, reason }) => {
    const unit = units.find((one) => one.leftOut.some((other) => other.finding === finding));
    const words = escapedLine(draft.text.slice(finding.sentence.start, finding.sentence.end));
    const sentence = unit === undefined ? words : `<a href="#${idOf(unit)}">${words}</a>`;
    return row([sentence, escapedLine(finding.message), escapedLine(by), reasonHtml(reason)]);
  });
  const unchecked = draft.sentences
    .filter(({ checkable }) => !checkable.check && checkable.why === 'ignored')
    .map(({ span, text }) => {
      const by = draft.ignores.find((one) => one.rules === null && one.span.start <= span.start && span.start < one.span.end);
      return row([escapedLine(text), 'The sentence was not checked at all.', 'a comment in the draft', reasonHtml(by?.reason ?? null)]);
    });
  if (rows.length + unchecked.length === 0) return '<p>Nothing was left out.</p>';
  const heads = ['Sentence', 'What was found', 'Left out by', 'Why'].map((name) => `<th scope="col">${name}</th>`).join('');
  return `<div class="wide" role="region" aria-label="What was left out of ${escapedLine(name)}" tabindex="0"><table class="ui"><thead><tr>${heads}</tr></thead><tbody>${[...rows, ...unchecked].join('')}</tbody></table></div>`;
}

function reasonHtml(reason: string | null): string {
  return reason === null ? '<span class="soft">no reason was given</span>' : escapedLine(reason);
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
