/** What is to be said of the ignore comments in a draft: rules that do not exist, and comments that silence nothing any more. */

import type { CheckSettings } from '../checker.ts';
import type { Draft, DraftSpan } from '../draft/types.ts';
import { RULE_CODES, type SilencedFinding } from '../rules/types.ts';

export interface CommentRemark {
  /** The comment. */
  readonly span: DraftSpan;
  readonly kind: 'unknown-rule' | 'silences-nothing';
  readonly message: string;
}

/** A comment that names no rule keeps its sentences from being checked at all, so that nobody can tell whether it is needed. */
export function commentRemarks(
  draft: Draft,
  silenced: readonly SilencedFinding[],
  settings: Pick<CheckSettings, 'rules'>,
): readonly CommentRemark[] {
  const used = new Set(silenced.map(({ finding, by }) => `${finding.rule}@${by.comment.start}`));
  const named = draft.ignores.flatMap(({ comment, rules }) => (rules ?? []).map((rule) => ({ comment, rule })));
  const remarks = new Map<string, CommentRemark>();
  for (const { comment, rule } of named) {
    const key = `${rule}@${comment.start}`;
    const code = RULE_CODES.find((one) => one === rule);
    if (code === undefined) remarks.set(key, unknown(comment, rule));
    else if (!used.has(key) && settings.rules[code] !== 'off') remarks.set(key, idle(comment, rule));
  }
  return [...remarks.values()].sort((a, b) => a.span.start - b.span.start);
}

function unknown(span: DraftSpan, rule: string): CommentRemark {
  return { span, kind: 'unknown-rule', message: `There is no rule “${rule}”. The rules are ${RULE_CODES.join(', ')}.` };
}

function idle(span: DraftSpan, rule: string): CommentRemark {
  return {
    span,
    kind: 'silences-nothing',
    message: `This comment silences nothing any more: there is no “${rule}” where it holds. It can be taken out.`,
  };
}
