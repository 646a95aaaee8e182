/** Demands and recommendations that the draft makes itself; a requirement that is in force is a fact and no norm. */
import { afterAdverbs, type SentenceView } from './view.ts';

/** What makes a "must" a rule in force: how often, by when in every case, under which law. */
const IN_FORCE =
  /\b(?:(?:every|each) (?:\w+ ){0,2}(?:day|week|fortnight|month|quarter|year|term|case|child|patient|time|visit)s?|annually|monthly|weekly|daily|yearly|quarterly|once an?|at all times|by law|by statute|statutory|legally)\b/i;
/** Words that say whose rule it is. */
const UNDER_A_RULE =
  /(?:^|[,;:] )(?:under|according to|in line with|in accordance with|as required by|by virtue of|pursuant to)\b|\bunder (?:the|its|their|this|that|section|article|part)\b[^,]*$/i;
const NEEDED = new Set([
  'needed',
  'required',
  'overdue',
  'essential',
  'imperative',
  'vital',
  'crucial',
  'necessary',
  'advisable',
  'desirable',
  'warranted',
  'called',
]);
const CALLS =
  /^(?:(?:therefore|so|accordingly|finally|also|and|but),? )?(?:we|i) (?:therefore |strongly |also |would |further |urge)*(?:recommend|urge|propose|suggest|call (?:on|for)|ask|advise|invite|encourage|request)\b/i;
const IMPERSONAL =
  /^(?:[^,]{1,40}, )?it (?:is|would be|will be|remains|seems|becomes) (?:\w+ly |also |now |therefore |\w+ ){0,2}(?:recommended|suggested|proposed|advised|essential|imperative|vital|crucial|important|necessary|advisable|desirable|time|right|better|best|wise|prudent|sensible|worth|incumbent|urgent)\b/i;
const NEED =
  /^(?:there (?:is|remains) (?:an? |now |also |therefore |still |\w+ ){0,3}(?:need|case)\b|what is (?:now )?(?:needed|required)\b|our (?:first |second |main |key )?recommendations? (?:is|are)\b)/i;
const LETS = /^(?:let us|let's|let’s|please)\b/i;

/** Verbs that open instructions; a directive needs an object or clause behind it, which keeps nouns of the same form out. */
const DIRECTIVE =
  /^(?:do not|don't|don’t|never|always|ensure|make|provide|require|consider|note|see|compare|remember|avoid|keep|give|take|check|ask|publish|review|introduce|establish|appoint|adopt|develop|improve|strengthen|implement|invest|train|use|read|include|add|remove|stop|start|create|set|bear|treat|allow|encourage|clarify|seek|monitor|record|share|report|consult|refer|prioritise|prioritize) (?:that|the|an?|all|any|every|each|no|this|these|those|their|its|his|her|your|our|whether|how|what|who|where|why|in mind|up|out|sure|more|better|chapter|section|table|figure|appendix|page|also|clear|regular|new|independent)\b/i;

export function isNorm(view: SentenceView): boolean {
  const { text, words, main } = view;
  if (CALLS.test(text) || IMPERSONAL.test(text) || NEED.test(text) || LETS.test(text)) return true;
  if (DIRECTIVE.test(text) && !endsAsStatement(view)) return true;
  const modal = words[main];
  if (modal === undefined) return false;
  const verb = words[afterAdverbs(words, main + 1)];
  const before = words.slice(0, main);
  const underRule = UNDER_A_RULE.test(text);
  if (/^(?:should|ought|shall)$/.test(modal.lower)) return !isCounterfactual(view) && !underRule;
  if (modal.lower === 'must') return verb?.lower !== 'have' && !underRule && !IN_FORCE.test(text);
  if (/^needs?$/.test(modal.lower) && verb?.lower === 'to') return !view.hasFigure;
  if (/^(?:is|are|remains?)$/.test(modal.lower)) {
    const predicate = words[afterAdverbs(words, main + 1)];
    return (
      predicate !== undefined &&
      NEEDED.has(predicate.lower) &&
      !before.some((word) => word.quoted) &&
      !view.hasFigure &&
      !requiredTo(view) &&
      !(predicate.lower === 'called' && words[main + 2]?.lower !== 'for')
    );
  }
  if (/^(?:follows|means|implies)$/.test(modal.lower))
    return words.slice(main).some((word) => !word.quoted && /^(?:should|must|ought)$/.test(word.lower));
  return false;
}

/** "should have acted": a judgement of the past, not a demand. */
export function isCounterfactual({ words, main }: SentenceView): boolean {
  const modal = words[main]?.lower ?? '';
  return /^(?:should|ought)$/.test(modal) && words.slice(main + 1, main + 5).some((word) => word.lower === 'have');
}

/** "Staff are required to …" states a rule. */
function requiredTo({ words, main }: SentenceView): boolean {
  const at = afterAdverbs(words, main + 1);
  return words[at]?.lower === 'required' && words[at + 1]?.lower === 'to';
}

/** A sentence that begins like an instruction and has a verb of its own: "Record numbers of visits were made". */
function endsAsStatement({ words, main }: SentenceView): boolean {
  const verb = words[main];
  return (
    verb !== undefined &&
    main > 1 &&
    verb.tag.upos === 'AUX' &&
    !words.slice(0, main).some((word) => word.text === ',' || word.lower === 'that' || word.tag.upos === 'SCONJ')
  );
}
