/** The edits that mend several findings at once: only fixes that are sure, and no two that touch the same words. */
import type { Finding, Fix, TextEdit } from './types.ts';

/** A finding and the sure fix that is applied to it. */
export interface SureFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * The sure fixes that can be applied together, in the findings' order. One that meets an earlier one's words is left for
 * the next time: after the earlier one the text is another.
 */
export function sureFixes(findings: readonly Finding[]): readonly SureFix[] {
  const taken: TextEdit[] = [];
  const fixes: SureFix[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.sure);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => meet(edit, other)))) continue;
    taken.push(...fix.edits);
    fixes.push({ finding, fix });
  }
  return fixes;
}

/** Insertions at one place meet too: which of them would come first is nobody's to guess. */
function meet({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
