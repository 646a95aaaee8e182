/** The writer's own evaluation with nothing in it that a source could bear out. */
import { EVALUATIVE } from './evaluative-words.ts';
import { isCounterfactual } from './norm.ts';
import { afterAdverbs, type SentenceView, type Word } from './view.ts';

/** Verbs by which writers give their own mind ("we find … dispiriting", "I doubt"). */
const STANCE =
  /^(?:(?:and|but|so|yet|still|here|personally|for (?:my|our) part|in the end|on balance|on the whole),? )?(?:we|i)(?:'re|’re|'m|’m)? (?:\w+ly |also |still |do |would |cannot (?:but )?|can only |are |am |have to |must )*(?:feel|believe|think|consider|regard|hope|fear|regret|find|doubt|suspect|welcome|deplore|admire|wonder|wish|prefer|trust|applaud|commend|condemn|struck|grateful|sorry|convinced|persuaded|saddened|disappointed|concerned|troubled|dismayed|satisfied|confident|inclined|say|conclude)\b/i;
const IN_MY_VIEW =
  /\b(?:in (?:our|my) (?:own |considered )?(?:view|opinion|judge?ment|eyes|experience)|to (?:our|my) mind|(?:our|my) (?:own )?(?:view|impression|sense|feeling|opinion) is)\b/i;
/** "Seldom has … looked less healthy." */
const INVERTED =
  /^(?:seldom|rarely|never|hardly|scarcely|nowhere|not often) (?:has|have|had|is|was|were|are|did|does|do|can|could|will|would)\b/i;
const COMPARING = /\b(?:less|more|so|such|as|better|worse|[a-z]{3,}er)\b/i;
/** "It is hard …", "There is little …": what follows is the writer's stance on a clause. */
const EXTRAPOSED =
  /^(?:(?:and|but|so|yet|still|perhaps),? )?(?:it|there) (?:is|was|seems|would be|remains|may be|must be|can be|has been|isn't|isn’t)\b/i;
const STANCE_HEAD =
  /^(?:possible|impossible|easy|difficult|hard|clear|unclear|likely|unlikely|true|apparent|plain|natural|simple|enough|wrong|right|good|bad|better|best|worse|safe|wonder|mystery|accident|secret|doubt|coincidence|surprise|question|matter|reason|excuse|point|use|harm|comfort|way)$/;
const CLAUSE = /^(?:to|that|how|why|whether|when|for|in|what|who|where)$/;
const EVALUATIVE_IDIOM =
  /\b(?:out of (?:all )?proportion|beyond (?:belief|words|excuse|comprehension|doubt)|leaves? (?:much|a lot|something|a great deal) to be desired|speaks? (?:for itself|volumes)|(?:no|little|small|scant|any) (?:excuse|comfort|consolation|wonder|surprise)|the less said|for what it is worth|(?:more|less|worse|better) than (?:the sum|it (?:looks|seems|should)|one might)|(?:makes?|made) (?:for )?(?:\w+ ){0,2}reading|(?:deserves?|merits?) (?:\w+ ){0,3}(?:better|more|praise|credit|attention|thanks|scrutiny|contempt|respect))\b/i;
/** A reader in general, who can or cannot feel something. */
const ANY_READER =
  /^(?:one|no one|nobody|no reader|anyone|any reader|readers?|the reader|few readers|you)(?: (?:who|reading)\b[^,]{1,60})? (?:can|cannot|can't|could|may|might|will|would|is left|are left|comes? away)\b/i;
/** "Few episodes show so plainly …", "Nothing is more …". */
const NOTHING_LIKE_IT =
  /^(?:few|nothing|no (?:other )?[a-z]+|hardly any[a-z]*|little|not many)\b.*\b(?:so|more|less|better|worse|as|like)\b/i;
const COPULA =
  /^(?:is|are|was|were|be|been|'s|’s|seems?|seemed|looks?|looked|feels?|felt|remains?|remained|appears?|appeared|sounds?|sounded|becomes?|became|reads?|proves?|proved|makes?)$/;
const PRESENT_COPULA = /^(?:is|are|'s|’s|seems?|looks?|feels?|remains?|appears?|sounds?|reads?|makes?)$/;
const DEGREE =
  /^(?:very|too|so|quite|rather|deeply|utterly|wholly|entirely|scarcely|hardly|remarkably|extremely|profoundly|truly|simply|all|almost|painfully|curiously|strangely|oddly|surprisingly|strikingly|incredibly|deplorably|less|more|most|least)$/;
/** Superlatives of size, time and number can be looked up; all others are somebody's judgement. */
const MEASURED =
  /^(?:larg|bigg|small|long|short|high|low|old|eld|young|new|earli|early|lat|near|far|furth|farth|wid|deep|heavi|light|fast|slow|rich|cheap|few|most|least|first|busi|tall|broad|north|south|east|west)/;
const PRONOUN_SUBJECT = /^(?:it|this|that|these|those|such|what|all|none|neither|both)$/;
const PERSON = /^(?:he|she|they|who)$/;

export function isOpinion(view: SentenceView): boolean {
  const { text, words, main, hasFigure, quotedWords } = view;
  if (hasFigure || quotedWords >= 4) return false;
  if (STANCE.test(text) || IN_MY_VIEW.test(text)) return true;
  if (/^(?:what|how|such)\b[^?]*![”"’')\]]*$/i.test(text)) return true;
  if (INVERTED.test(text) && COMPARING.test(text)) return true;
  if (isReported(words)) return false;
  if (isCounterfactual(view)) return !view.hasName;
  if (EXTRAPOSED.test(text) && isStanceOnClause(view)) return true;
  if ((EVALUATIVE_IDIOM.test(text) && !(view.hasName && isPast(words[main]))) || (ANY_READER.test(text) && !view.hasName)) return true;
  if (NOTHING_LIKE_IT.test(text) && !view.hasName && !isPast(words[main])) return true;
  const verb = words[main]?.lower ?? '';
  if (COPULA.test(verb)) return isEvaluation(view);
  return (
    !view.hasName &&
    !isPast(words[main]) &&
    !hasEvent(words) &&
    words.some((word, i) => isAttributive(words, i) && EVALUATIVE.has(word.lower))
  );
}

/**
 * Extraposition carries the writer's stance ("It is hard to read", "It is striking how …"). Where the clause itself tells
 * what happened ("It is clear that they lost the file"), the sentence has a fact to check.
 */
function isStanceOnClause(view: SentenceView): boolean {
  const { words, main } = view;
  let at = afterAdverbs(words, main + 1);
  while (/^(?:been|a|an|no|little|some|any)$/.test(words[at]?.lower ?? '')) at = afterAdverbs(words, at + 1);
  const head = words[at];
  if (head === undefined || !(EVALUATIVE.has(head.lower) || STANCE_HEAD.test(head.lower))) return false;
  const clause = words.slice(at + 1, at + 4).some((word) => CLAUSE.test(word.lower));
  const rest = words.slice(at + 1);
  const any = PRESENT_COPULA.test(words[main]?.lower ?? '') && opensInfinitive(rest);
  return clause && !view.hasName && !hasEvent(any ? withoutRelatives(rest) : rest);
}

/** "(not) to feel": what anybody may do or not, and nobody has done. */
function opensInfinitive(words: readonly Word[]): boolean {
  const to = words[0]?.lower === 'not' ? 1 : 0;
  const verb = words[to + 1]?.tag.xpos;
  // A verb that is not known is tagged as a noun, but no noun stands bare before an article or a pronoun.
  const object = /^(?:DT|PRP\$?)$/.test(words[to + 2]?.tag.xpos ?? '');
  return words[to]?.lower === 'to' && (verb === 'VB' || (verb === 'NN' && object));
}

/** Without clauses that only say who is meant: "for the people who still worked there". */
function withoutRelatives(words: readonly Word[]): readonly Word[] {
  let inside = false;
  return words.filter((word) => {
    inside = /^(?:who|whom|whose|which)$/.test(word.lower) || (inside && !/^[,;:–—]$/.test(word.text));
    return !inside;
  });
}

/** "a sorry tale" against "he works hard". */
function isAttributive(words: readonly Word[], i: number): boolean {
  const next = words[i + 1]?.tag.upos;
  return next === 'NOUN' || next === 'ADJ';
}

function isPast(word: Word | undefined): boolean {
  return word?.tag.xpos === 'VBD' || word?.tag.xpos === 'VBN';
}

/** Whether the copula of the sentence ascribes a value to its subject. */
function isEvaluation(view: SentenceView): boolean {
  const { words, main } = view;
  const verb = words[main]?.lower ?? '';
  const subject = words.slice(0, main).filter((word) => word.tag.upos !== 'PUNCT');
  const predicate = words.slice(main + 1);
  const head = predicate[afterAdverbs(predicate, 0)];
  if (head === undefined || isParticiple(head) || /^(?:been|being|to)$/.test(head.lower)) return false;
  const present = PRESENT_COPULA.test(verb);
  if (hasSuperlative(predicate) || (present && hasSuperlative(subject))) return true;
  if (predicate.some((word) => !word.quoted && EVALUATIVE.has(word.lower)) && !hasEvent(predicate))
    return present || !subject.some((word) => PERSON.test(word.lower));
  if (!present || view.hasName) return false;
  const pronoun = subject.length === 1 && PRONOUN_SUBJECT.test(subject[0]?.lower ?? '');
  if (predicate.slice(0, 3).some((word) => DEGREE.test(word.lower))) return true;
  return pronoun && !hasEvent(predicate);
}

/** A finite verb of its own in the predicate ("… that they lost the file") brings a fact with it. */
function hasEvent(predicate: readonly Word[]): boolean {
  return predicate.some((word, i) => {
    const past = word.tag.upos === 'VERB' && (word.tag.xpos === 'VBD' || word.tag.xpos === 'VBN');
    return past && !word.quoted && predicate[i - 1]?.lower !== 'to' && !EVALUATIVE.has(word.lower);
  });
}

function isParticiple(word: Word): boolean {
  return (
    word.tag.upos === 'VERB' &&
    (word.tag.xpos === 'VBN' || word.tag.xpos === 'VBD' || word.tag.xpos === 'VBG') &&
    !EVALUATIVE.has(word.lower)
  );
}

function hasSuperlative(words: readonly Word[]): boolean {
  return words.some((word, i) => {
    if (word.quoted) return false;
    const next = words[i + 1];
    if (word.lower === 'most' || word.lower === 'least')
      return (
        words[i - 1]?.lower === 'the' &&
        next !== undefined &&
        (next.tag.upos === 'ADJ' || next.tag.upos === 'VERB' || EVALUATIVE.has(next.lower))
      );
    return (
      words[i - 1]?.lower === 'the' &&
      /^[a-z]{3,}est$/.test(word.lower) &&
      !MEASURED.test(word.lower) &&
      !/^(?:interest|request|test|rest|forest|harvest|protest|arrest|west|guest|quest|chest|inquest|contest|conquest|honest|modest)$/.test(
        word.lower,
      )
    );
  });
}

/** Words given to somebody else are that one's evaluation, which the sources may hold. */
function isReported(words: readonly Word[]): boolean {
  return words.some((word, i) => {
    if (word.quoted) return false;
    if (word.lower === 'according' && words[i + 1]?.lower === 'to') return true;
    return /^(?:said|says|told|wrote|writes|found|finds|argued|argues|claimed|claims|concluded|concludes|described|describes|called|calls|judged|rated|warned|warns|admitted|believed|believes|thought|thinks|felt|insisted|stated|states|complained|conceded|concedes|accepted|accepts|denied|denies|noted|notes|observed|observes|reported|reports|recalled|holds|held|considered|considers|regarded|regards|declared|ruled|criticised|praised|replied|added|remarked)$/.test(
      word.lower,
    );
  });
}
