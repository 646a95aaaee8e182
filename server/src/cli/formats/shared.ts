/** What the formats for build servers have in common. */
import { counted } from '../../rules/wording.ts';
import { LineMap, type Range } from '../../text/lines.ts';
import { type LintedDraft, type LintedFinding, type LintResult, totals } from '../linted.ts';

export interface Placed {
  readonly draft: LintedDraft;
  readonly finding: LintedFinding;
  /** Lines and characters from 1. */
  readonly range: Range;
}

/** All findings, draft by draft, with their places as people count them. */
export function placedFindings(drafts: readonly LintedDraft[]): readonly Placed[] {
  return drafts.flatMap((draft) => {
    const lines = new LineMap(draft.text);
    return draft.findings.map((finding) => ({ draft, finding, range: fromOne(lines.range(finding.span)) }));
  });
}

export function fromOne({ start, end }: Range): Range {
  return {
    start: { line: start.line + 1, character: start.character + 1 },
    end: { line: end.line + 1, character: end.character + 1 },
  };
}

/** `2 drafts checked, 41 claims; 1 error, 3 warnings, 2 for information.` */
export function summaryLine({ drafts }: Pick<LintResult, 'drafts'>): string {
  const { claims, findings } = totals(drafts);
  const all = Object.values(claims).reduce((sum, n) => sum + n, 0);
  const found = [
    findings.error > 0 ? counted(findings.error, 'error') : '',
    findings.warning > 0 ? counted(findings.warning, 'warning') : '',
    findings.information > 0 ? `${findings.information} for information` : '',
  ].filter((part) => part !== '');
  return `${counted(drafts.length, 'draft')} checked, ${counted(all, 'claim')}; ${found.length === 0 ? 'nothing found' : found.join(', ')}.`;
}
