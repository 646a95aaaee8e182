/** For reading on a terminal: findings by draft, each with the source's own words beneath. */
import { documentInWords } from '../../corpus/words.ts';
import type { Finding, Severity } from '../../rules/types.ts';
import { quoteShort } from '../../rules/wording.ts';
import { LineMap } from '../../text/lines.ts';
import type { Evidence, Verdict } from '../../verify/types.ts';
import { type LintedDraft, totals } from '../linted.ts';
import { type Paint, paintFor, printable } from '../terminal.ts';
import type { Format } from './formats.ts';

/** A passage longer than this is cut: the place is given, and the whole stands in the source. */
const QUOTE = 240;
/** So many of its first characters tell that a message holds a quotation or a title, which it may have cut. */
const RECOGNISED = 50;
const INDENT = ' '.repeat(10);

export const stylish: Format = (result, io) => {
  const paint = paintFor(io);
  const drafts = result.drafts.filter(({ report }) => report.findings.length > 0).map((draft) => ofDraft(draft, paint));
  return [...drafts, `${summary(result.drafts, paint)}\n`].join('\n');
};

function ofDraft({ name, text, report, corpus }: LintedDraft, paint: Paint): string {
  const lines = new LineMap(text);
  const findings = report.findings.map((finding) => {
    const { line, character } = lines.position(finding.span.start);
    const place = `${line + 1}:${character + 1}`.padEnd(7);
    const head = `  ${paint.dim(place)} ${severityWord(finding.severity, paint)}  ${printable(finding.message)}  ${paint.dim(finding.rule)}\n`;
    return head + evidenceLines(finding, corpus.documents, paint);
  });
  return `${paint.underline(printable(name))}\n${findings.join('')}`;
}

const WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'information' };

function severityWord(severity: Severity, paint: Paint): string {
  const word = WORDS[severity].padEnd('information'.length);
  return severity === 'error' ? paint.red(word) : severity === 'warning' ? paint.yellow(word) : paint.blue(word);
}

/**
 * The passage that decides, in the source's own words, and where it stands. What the message says already is not said
 * again, except the file and line, which a terminal makes a link of.
 */
function evidenceLines({ message, evidence }: Finding, documents: LintedDraft['corpus']['documents'], paint: Paint): string {
  const [best, ...others] = evidence;
  if (best === undefined) return '';
  const said = plain(message);
  const quoted = said.includes(plain(best.quote).slice(0, RECOGNISED)) ? '' : `${INDENT}${printable(quoteShort(best.quote, QUOTE))}\n`;
  const title = documents.get(best.citekey)?.title ?? '';
  const named = title !== '' && said.includes(plain(title).slice(0, RECOGNISED));
  const place = named ? printable(`${best.source}:${best.line}`) : placeOf(best, documents);
  const more = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'passage' : 'passages'}`;
  return `${quoted}${INDENT}${paint.dim(`→ ${place}${more}`)}\n`;
}

/** For comparing only: quotation marks of every kind alike, one blank between words. */
function plain(text: string): string {
  return text
    .replace(/[“”‘’"]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

export function placeOf(evidence: Evidence, documents: LintedDraft['corpus']['documents']): string {
  const title = documentInWords(documents.get(evidence.citekey), evidence.citekey);
  return printable(`${title}, ${evidence.source}:${evidence.line}`);
}

function summary(drafts: readonly LintedDraft[], paint: Paint): string {
  const { claims, findings } = totals(drafts);
  const all = Object.values(claims).reduce((sum, n) => sum + n, 0);
  const verdicts = (Object.entries(claims) as [Verdict, number][]).filter(([, n]) => n > 0).map(([verdict, n]) => `${n} ${verdict}`);
  const claimed = `${counted(drafts.length, 'draft')} checked, ${counted(all, 'claim')}${verdicts.length > 0 ? `: ${verdicts.join(', ')}` : ''}.`;
  const found = [
    findings.error > 0 ? paint.red(counted(findings.error, 'error')) : '',
    findings.warning > 0 ? paint.yellow(counted(findings.warning, 'warning')) : '',
    findings.information > 0 ? paint.blue(`${findings.information} for information`) : '',
  ].filter((part) => part !== '');
  return `${paint.bold(claimed)}\n${found.length > 0 ? `Found ${found.join(', ')}.` : drafts.length > 0 ? paint.green('Nothing to report.') : ''}`.trimEnd();
}

function counted(n: number, noun: string): string {
  return `${n} ${n === 1 ? noun : `${noun}s`}`;
}
