/**
 * Whose reports are findings. What an official body or an examination finds, warns of or concludes is stated; what a person,
 * a party or the author of a report says is attributed. Nouns of bodies and examinations are a small class; a name belongs
 * to it when the document says so ("inspection by Ofsted", "the regulator, the Care Quality Commission").
 */
import type { Reporting } from '../../text/types.ts';

const FINDER =
  /^(?:reviews?|inquiry|inquiries|enquiry|enquiries|inquests?|inspections?|inspectors|inspectorate|regulators?|watchdogs?|ombudsman|commission|tribunals?|courts?|jury|jurors|coroners?|investigations?|investigators|audits?|auditors|reports?|stud(?:y|ies)|surveys?|research|analys[ie]s|evaluations?|assessments?|examinations?|post-mortem|postmortem|autopsy|autopsies|committees?|panels?|findings|figures|statistics|data|results?|tests?|judgments?|judgements?|verdicts?|rulings?|polls?|censuses|census|summary|chapter|investigation|debate)$/;
/** Bodies that decide: what they rule or find is a decision, what their judge says is speech. */
const JUDGE = /\b(?:judge|justice|coroner|magistrates?|jury|recorder|court|tribunal|arbitrator|ombudsman)\b/i;
/** These verbs put words into dispute or confess them; even a body that uses them only speaks. */
const PARTISAN = new Set([
  'claim',
  'allege',
  'argue',
  'contend',
  'maintain',
  'insist',
  'deny',
  'admit',
  'accept',
  'acknowledge',
  'concede',
  'apologise',
  'apologize',
  'accuse',
  'blame',
  'deny',
  'dispute',
  'reject',
  'suggest',
  'speculate',
  'protest',
]);
/** Verbs that report events or knowledge, whoever their subject is. */
const FACTIVE = new Set([
  'find',
  'establish',
  'discover',
  'show',
  'demonstrate',
  'uncover',
  'ascertain',
  'identify',
  'rule',
  'hold',
  'judge',
  'determine',
  'calculate',
  'compute',
]);
const SEPARATOR = /\s+(?:of|into|by|for|in|on|from|to|with|at|between|that|which|who|commissioned|published|carried)\s+/i;

/** Names that a document ties to inspecting, regulating or inquiring. */
export function officialNames(texts: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  const patterns = [
    /\b(?:inspections?|inspectors|inspected|audited|regulators?|regulated|watchdog|inspectorate|ombudsman|tribunal)(?:,? (?:by|from|of|the))*,? ((?:\p{Lu}[\p{L}’'-]*)(?: (?:of |and |for )?\p{Lu}[\p{L}’'-]*){0,5})/gu,
    /((?:\p{Lu}[\p{L}-]*)(?: (?:of |and |for )?\p{Lu}[\p{L}-]*){0,5})(?:['’]s)? (?:inspectors?|inspections?|inspected|evaluation|inspectorate)\b/gu,
    /((?:\p{Lu}[\p{L}-]*)(?: (?:of |and |for )?\p{Lu}[\p{L}-]*){0,5}),? (?:the|an?|which is the)? ?(?:[\p{Ll}-]+ ){0,3}(?:regulator|watchdog|inspectorate|ombudsman)\b/gu,
  ];
  for (const text of texts) {
    if (!/inspect|regulat|watchdog|ombudsman|audit|tribunal|evaluat/i.test(text)) continue;
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern))
        if (match[1] !== undefined)
          names.add(
            match[1]
              .replace(/['’]s$/, '')
              .replace(/^The /, '')
              .toLowerCase(),
          );
    }
  }
  return names;
}

/** Whether a speaker, as described, is a body or an examination whose reports are findings. */
export function isFinder(description: string, official: ReadonlySet<string>): boolean {
  const text = description.replace(/^(?:the|a|an|this|that|its|their|our|his|her)\s+/i, '').trim();
  const bare = text.replace(/['’]s$/, '').toLowerCase();
  if (official.has(bare)) return true;
  const phrase = text.split(SEPARATOR)[0] ?? text;
  const head =
    phrase
      .split(/[\s,(]+/)
      .findLast((word) => /\p{L}/u.test(word))
      ?.toLowerCase() ?? '';
  return FINDER.test(head);
}

export type Weight = 'stated' | 'words';

/**
 * Whether a report counts as the document's own statement. `speaker` and `hearer` are the descriptions as written. Orders, questions and
 * promises are events; so is naming, announcing or criticising something; findings of bodies are stated.
 */
export function weigh(
  one: Reporting,
  speaker: string | null,
  hearer: string | null,
  official: ReadonlySet<string>,
  nominal: boolean,
): Weight {
  if (speaker !== null && /^(?:i|we|my|our)$/i.test(speaker)) return 'stated';
  if (one.form === 'accusation') return 'words';
  if (one.act === 'deny') return 'words';
  if (one.act === 'order' || one.act === 'ask') return one.form === 'direct' ? 'words' : 'stated';
  if ((one.act === 'promise' || one.act === 'advise') && nominal) return one.form === 'direct' ? 'words' : 'stated';
  if (nominal && one.act !== 'claim' && one.form !== 'direct' && one.form !== 'according-to') return 'stated';
  // What anybody told the author is an answer, and no finding that the author has read.
  if (one.verb === 'tell' && hearer !== null && /^(?:me|us)$/i.test(hearer)) return 'words';
  const finder = speaker !== null && isFinder(speaker, official);
  if (finder && !PARTISAN.has(one.verb)) return 'stated';
  if (one.form === 'direct') return 'words';
  if (FACTIVE.has(one.verb)) return 'stated';
  if (one.verb === 'conclude' && speaker !== null && JUDGE.test(speaker)) return 'stated';
  return 'words';
}
