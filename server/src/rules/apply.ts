/** All rules over the judgements of a draft, then what configuration and ignore directives have to say about the findings. */
import type { Draft } from '../draft/types.ts';
import type { Judgement } from '../verify/types.ts';
import { RULES } from './registry.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Finding } from './types.ts';

/** The findings of a draft, in its order. */
export function applyRules(judgements: readonly Judgement[], context: RuleContext): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (context.settings.rules[rule.code] === 'off') continue;
    for (const judgement of judgements)
      findings.push(...(rule.onJudgement?.(judgement, context) ?? []).map((f) => configured(f, rule, context)));
    findings.push(...(rule.onDraft?.(context) ?? []).map((f) => configured(f, rule, context)));
  }
  return findings
    .filter((f) => !isIgnored(f, context.draft))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || order(a) - order(b));
}

function configured(finding: Finding, rule: Rule, context: RuleContext): Finding {
  const setting = context.settings.rules[rule.code];
  return setting === undefined || setting === 'default' || setting === 'off' ? finding : { ...finding, severity: setting };
}

/** An ignore directive silences findings that begin inside its span. */
function isIgnored(finding: Finding, draft: Draft): boolean {
  return draft.ignores.some(
    (i) => finding.span.start >= i.span.start && finding.span.start < i.span.end && (i.rules === null || i.rules.includes(finding.rule)),
  );
}

function order(finding: Finding): number {
  return RULES.findIndex((r) => r.code === finding.rule);
}
