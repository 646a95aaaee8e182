/** Applies sure fixes to a text again and again, until no sure one is left, so that a second call has nothing to do. */
import type { Finding, RuleCode, TextEdit } from '../rules/types.ts';
import { LineMap } from '../text/lines.ts';
import { slice } from '../text/span.ts';

export interface AppliedFix {
  readonly rule: RuleCode;
  readonly title: string;
  /** 1-based line of the text as it was when the fix was applied. */
  readonly line: number;
  /** The words before and after, a pair for each edit. */
  readonly changes: readonly { readonly before: string; readonly after: string }[];
}

export interface Fixed {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
}

/** A fix may bring another one to light (a quotation mended, its citation moved), hardly more often than this. */
const ROUNDS = 10;

/** `findingsOf` checks a text and gives the findings that may be mended. */
export function fixText(text: string, findingsOf: (text: string) => readonly Finding[]): Fixed {
  const applied: AppliedFix[] = [];
  const seen = new Set([text]);
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = sureFixes(findingsOf(current));
    if (chosen.length === 0) break;
    const next = edited(
      current,
      chosen.flatMap(({ edits }) => edits),
    );
    // Fixes that undo each other would go on for ever; what they turn on is a person's to decide.
    if (seen.has(next)) break;
    seen.add(next);
    const lines = new LineMap(current);
    const before = current;
    applied.push(
      ...chosen.map(({ rule, title, edits }) => ({
        rule,
        title,
        line: lines.lineNumber(edits[0]?.span.start ?? 0),
        changes: edits.map(({ span, newText }) => ({ before: slice(before, span), after: newText })),
      })),
    );
    current = next;
  }
  return { text: current, applied };
}

interface ChosenFix {
  readonly rule: RuleCode;
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The first sure fix of each finding, in the draft's order; one that touches another waits for the next round. */
function sureFixes(findings: readonly Finding[]): readonly ChosenFix[] {
  const chosen: ChosenFix[] = [];
  const taken: TextEdit[] = [];
  for (const { rule, fixes } of findings) {
    const fix = fixes.find(({ sure, edits }) => sure && edits.length > 0);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) continue;
    taken.push(...fix.edits);
    chosen.push({ rule, title: fix.title, edits: fix.edits });
  }
  return chosen;
}

/** Edits at one place touch each other too: nobody could say which comes first. */
function touches({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder) {
    // Two edits of one fix that lie over each other are a fault of its rule; the first of them is kept, the text stays whole.
    if (span.start < at) continue;
    result += text.slice(at, span.start) + newText.replace(/\r\n?|\n/g, lineEnd);
    at = span.end;
  }
  return result + text.slice(at);
}
