/** For reading on a terminal: findings by draft, each with the source's own words beneath. */
import type { Severity } from '../../rules/types.ts';
import { counted, quoteShort } from '../../rules/wording.ts';
import { LineMap } from '../../text/lines.ts';
import type { Verdict } from '../../verify/types.ts';
import { type LintedDraft, type LintedFinding, type LintResult, totals } from '../linted.ts';
import { fileInWords } from '../places.ts';
import { type Paint, paintFor, printable, wrapped } from '../terminal.ts';
import type { Format } from './formats.ts';

/** A passage longer than this is cut: the place is given, and the whole stands in the source. */
const QUOTE = 240;
/** So many of its first characters tell that a message holds a quotation or a title, which it may have cut. */
const RECOGNISED = 50;
const INDENT = ' '.repeat(10);
/** As wide as the place and the severity that stand before a message. */
const HEAD = 23;
/** Longer lines are hard to read, and in a narrower terminal nothing would be left of them. */
const WIDEST = 110;
const NARROWEST = 50;

interface Page {
  readonly paint: Paint;
  /** Null where lines are not to be broken: in a file or a pipe, where tools search them. */
  readonly width: number | null;
}

export const stylish: Format = (result, io, { quiet }) => {
  const page: Page = { paint: paintFor(io), width: io.columns === null ? null : Math.max(NARROWEST, Math.min(io.columns, WIDEST)) };
  const drafts = result.drafts.filter(({ findings }) => findings.length > 0).map((draft) => ofDraft(draft, page));
  if (quiet && drafts.length === 0 && !result.incomplete) return '';
  return [...drafts, `${summary(result, page.paint)}\n`].join('\n');
};

function ofDraft({ name, text, findings }: LintedDraft, page: Page): string {
  const { paint } = page;
  const lines = new LineMap(text);
  const told = findings.map((finding) => {
    const { line, character } = lines.position(finding.span.start);
    const place = `${line + 1}:${character + 1}`.padEnd(7);
    const head = `  ${paint.dim(place)} ${severityWord(finding.severity, paint)}  `;
    const message = wrapped(`${printable(finding.message)}  ${finding.rule}`, page.width, INDENT, HEAD).join('\n');
    const said = `${message.slice(0, -finding.rule.length)}${paint.dim(finding.rule)}`;
    return `${head}${said}\n${evidenceLines(finding, page)}`;
  });
  return `${paint.underline(printable(name))}\n${told.join('')}`;
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
function evidenceLines({ message, evidence }: LintedFinding, { paint, width }: Page): string {
  const [best, ...others] = evidence;
  if (best === undefined) return '';
  const said = plain(message);
  const quoted = said.includes(
    plain(best.quote)
      .slice(0, RECOGNISED)
      .replace(/[.!?]+$/, ''),
  )
    ? ''
    : `${INDENT}${wrapped(printable(quoteShort(best.quote, QUOTE)), width, INDENT, INDENT.length).join('\n')}\n`;
  const { title, document, place } = best;
  const named = title !== '' && said.includes(plain(title).slice(0, RECOGNISED));
  const where = printable(named ? fileInWords(place) : `${document}, ${fileInWords(place)}`);
  const more = others.length === 0 ? '' : `, and ${counted(others.length, 'more passage')}`;
  return `${quoted}${INDENT}${paint.dim(`→ ${where}${more}`)}\n`;
}

/** For comparing only: without quotation marks, one blank between words. */
function plain(text: string): string {
  return text
    .replace(/[“”‘’"']/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function summary({ drafts, incomplete }: LintResult, paint: Paint): string {
  const { claims, findings, silenced } = totals(drafts);
  const all = Object.values(claims).reduce((sum, n) => sum + n, 0);
  const verdicts = (Object.entries(claims) as [Verdict, number][]).filter(([, n]) => n > 0).map(([verdict, n]) => `${n} ${verdict}`);
  const claimed = `${counted(drafts.length, 'draft')} checked, ${counted(all, 'claim')}${verdicts.length > 0 ? `: ${verdicts.join(', ')}` : ''}.`;
  const found = [
    findings.error > 0 ? paint.red(counted(findings.error, 'error')) : '',
    findings.warning > 0 ? paint.yellow(counted(findings.warning, 'warning')) : '',
    findings.information > 0 ? paint.blue(`${findings.information} for information`) : '',
  ].filter((part) => part !== '');
  const left = [
    silenced.comment > 0 ? `${silenced.comment} by comments in the draft` : '',
    silenced['ignore file'] > 0 ? `${silenced['ignore file']} by the ignore file` : '',
    silenced.baseline > 0 ? `${silenced.baseline} known from the baseline` : '',
  ].filter((part) => part !== '');
  const nothing = drafts.length > 0 && !incomplete ? paint.green('Nothing to report.') : '';
  const lines = [
    paint.bold(claimed),
    found.length > 0 ? `Found ${found.join(', ')}.` : nothing,
    left.length > 0 ? `Left out: ${left.join(', ')}.` : '',
    incomplete ? paint.red('Not everything could be checked; standard error says what was not.') : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
