/** All rules over the judgements of a draft, then what configuration and ignore directives have to say about the findings. */
import type { Judgement } from '../verify/types.ts';
import { RULES } from './registry.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Finding, SilencedFinding } from './types.ts';

/** What there is to tell of a draft, and what comments in it keep from being told; both in the draft's order. */
export interface AppliedRules {
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
}

export function applyRules(judgements: readonly Judgement[], context: RuleContext): AppliedRules {
  const findings = judgements.flatMap((judgement) => findingsOf(judgement, context));
  for (const rule of rulesOn(context)) findings.push(...(rule.onDraft?.(context) ?? []).map((f) => configured(f, rule, context)));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || order(a) - order(b));
  const silenced = findings.flatMap((finding) => silencers(finding, context).map((by) => ({ finding, by })));
  const silent = new Set(silenced.map(({ finding }) => finding));
  return { findings: findings.filter((finding) => !silent.has(finding)), silenced };
}

/** What was found for each sentence in one state of a draft: a check that shows what is known so far asks for it again and again. */
const found = new WeakMap<RuleContext, Map<Judgement, readonly Finding[]>>();

/** What the rules have to tell of one sentence; the draft's directives have not had their say. */
export function findingsOf(judgement: Judgement, context: RuleContext): readonly Finding[] {
  const known = found.get(context) ?? new Map<Judgement, readonly Finding[]>();
  found.set(context, known);
  const before = known.get(judgement);
  if (before !== undefined) return before;
  const findings = rulesOn(context).flatMap((rule) =>
    (rule.onJudgement?.(judgement, context) ?? []).map((finding) => configured(finding, rule, context)),
  );
  known.set(judgement, findings);
  return findings;
}

function rulesOn({ settings }: RuleContext): readonly Rule[] {
  return RULES.filter(({ code }) => settings.rules[code] !== 'off');
}

function configured(finding: Finding, rule: Rule, context: RuleContext): Finding {
  const setting = context.settings.rules[rule.code];
  return setting === undefined || setting === 'default' || setting === 'off' ? finding : { ...finding, severity: setting };
}

/** A comment silences findings that begin where it holds. */
function silencers({ rule, span }: Finding, { draft }: RuleContext): RuleContext['draft']['ignores'] {
  return draft.ignores.filter(
    (one) => span.start >= one.span.start && span.start < one.span.end && (one.rules === null || one.rules.includes(rule)),
  );
}

function order(finding: Finding): number {
  return RULES.findIndex((r) => r.code === finding.rule);
}
