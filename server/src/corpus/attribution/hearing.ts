/**
 * Hearings: every spoken word is its speaker's. Where a questioner puts a fact and the witness assents, the witness has said
 * it too: the question's passage gets a second part over the same words with the witness as speaker (and becomes his);
 * where the witness says no, that part is marked as denied.
 */
import type { Passage, PassageStanding, StandingPart } from '../domain.ts';
import type { Paragraph } from './paragraph.ts';

interface Turn {
  readonly speaker: string | null;
  readonly role: Passage['block']['turnRole'];
  readonly passages: readonly Passage[];
}

const ASSENT =
  /^(?:(?:oh|well|um|er|sorry|mm|okay),? )*(?:yes|yeah|yep|correct|that['’]s (?:right|correct|true|it|so)|that is (?:right|correct|true|so)|that(?: wa|['’])s (?:right|correct|true|so)|that was (?:right|correct|the case)|absolutely|exactly|precisely|indeed|certainly|definitely|quite so|i (?:agree|think so|believe so|accept that)|agreed|of course|i think that['’]s (?:right|correct))(?=[.,;:!?\s]|$)/i;
/** "I did.", "It was, yes.": an echo stands alone; with more words behind it ("It was refused") it is a statement of its own. */
const ECHO =
  /^(?:(?:oh|well|um|er|sorry|yes|and),? )*(?:i|it|they|we|he|she|there) (?:did|was|were|do|does|am|is|are|had|has|have|would|could|will)(?=[.,;:!?–—]|$)/i;
const REFUSAL =
  /^(?:(?:oh|well|um|er|sorry),? )*(?:no|never|not at all|that['’]s (?:not|wrong|untrue|incorrect)|that is (?:not|wrong|untrue|incorrect)|i (?:didn['’]t|did not|wasn['’]t|was not|don['’]t agree|do not agree|disagree|reject that|dispute that|deny that)|it (?:wasn['’]t|was not|didn['’]t|isn['’]t)|incorrect|untrue)(?=[.,;:!?\s]|$)/i;
/** "Yes and no", "Yes, I can see that", "No, no, I agree": neither assent to the fact nor a denial. */
const HEDGED =
  /^(?:yes and no|yes,? i (?:can )?see|yes,? i(?:['’]ve| have) (?:got|seen) (?:it|that)|yes,? please|no,? no,? (?:i agree|that['’]s right)|i (?:don['’]t|do not|can['’]t|cannot) (?:know|remember|recall))/i;
const HANDLING =
  /^(?:(?:and|so|now|okay|right|thank you|then|just),? )*(?:can|could|would|will|may|might|shall|should) (?:we|you|i)\b|\b(?:can|do) you (?:see|have|recognise|remember|recall|help|tell|explain|describe|confirm|say)\b|\bdo we see\b|\bplease\b/i;
const TAG =
  /^(?:(?:is|was|would|wasn['’]t|isn['’]t) (?:that|it) (?:right|correct|so|fair|true|accurate|your (?:evidence|position|recollection))[^?]{0,30}|correct|right|yes|agreed|do you agree(?: with that)?|do you accept that|isn['’]t it|is it)\?$/i;
const WH = /(?:^|[,–—] |^(?:and|so|but|now|okay|well),? )(?:what|when|where|who|whom|whose|why|which|how)\b[^?]*\?$/i;
const NEGATED = /\b(?:not|never|no|none|nobody|nothing|neither)\b|n['’]t\b/i;
/** A question by its word order; tags ("…, did you?") and statements with a question mark are none. */
const INVERTED =
  /^(?:(?:and|so|but|then|now|well|okay|right),? )*(?:(?:was|were|is|are|did|do|does|had|has|have|can|could|would|will|should)(?:n['’]t)?) (?:not )?(?:i|you|he|she|it|they|we|there|that|this|the|an?|any(?:one|body|thing)?|your|his|her|their|mrs?|ms|dr|miss|[\p{Lu}][\p{L}’'-]+)\b[^?]*\?$/iu;
const LONGEST_CUE = 80;

export function attributeTurns(paragraphs: readonly Paragraph[]): ReadonlyMap<number, PassageStanding> {
  const turns = turnsOf(paragraphs);
  const standings = new Map<number, PassageStanding>();
  for (const [index, turn] of turns.entries()) {
    const next = turns[index + 1];
    const adopted = next === undefined ? null : adoption(turn, next);
    for (const passage of turn.passages) {
      const own: StandingPart = {
        span: { start: 0, end: passage.text.length },
        standing: 'attributed',
        speaker: turn.speaker,
        cue: null,
        denied: false,
      };
      const part = adopted?.get(passage.id);
      standings.set(passage.id, {
        standing: 'attributed',
        answer: part === undefined ? (isLeftOpen(turn, passage) ? 'open' : null) : part.denied ? 'no' : 'yes',
        speaker: part === undefined || part.denied ? turn.speaker : part.speaker,
        parts: part === undefined ? [own] : [own, { ...part, span: own.span }],
      });
    }
  }
  return standings;
}

/**
 * Whether the passage only asks, without a yes or no: a question by its word order, or one that puts that something was not so
 * ("So it was never refused?"). What it puts as a statement otherwise is left to its reader.
 */
function isLeftOpen(turn: Turn, passage: Passage): boolean {
  const text = passage.text.trim();
  const puts = turn.role === 'questioner' && /\?["'”’]?$/.test(text) && NEGATED.test(declarative(text));
  return turn.role !== 'witness' && (puts || INVERTED.test(text));
}

function turnsOf(paragraphs: readonly Paragraph[]): readonly Turn[] {
  const turns: { speaker: string | null; role: Turn['role']; passages: Passage[] }[] = [];
  for (const { passages } of paragraphs) {
    const block = passages[0]?.block;
    if (block === undefined) continue;
    const last = turns.at(-1);
    if (last !== undefined && last.speaker === block.speaker) last.passages.push(...passages);
    else turns.push({ speaker: block.speaker, role: block.turnRole, passages: [...passages] });
  }
  return turns;
}

type Adopted = Omit<StandingPart, 'span'>;

/** The passages of a question that the answer takes over or denies. */
function adoption(question: Turn, answer: Turn): ReadonlyMap<number, Adopted> | null {
  if (answer.role === 'questioner' || question.role === 'witness') return null;
  const reply = answer.passages[0]?.text.trim() ?? '';
  if (HEDGED.test(reply)) return null;
  const put = putFacts(question);
  const last = put.at(-1);
  if (last === undefined) return null;
  const echo = ECHO.test(reply);
  const yes = echo || ASSENT.test(reply);
  const no = !yes && REFUSAL.test(reply);
  if (!yes && !no) return null;
  if (answer.role === null && !/\?$/.test((question.passages.at(-1)?.text ?? '').trim())) return null;
  // "You were not trained, were you?" "No.": the witness agrees.
  const negated = NEGATED.test(declarative(last.text));
  // "So it was never refused?" "It was.": the echo turns the question over.
  const agrees = echo
    ? !negated || /\b(?:not|never)\b|n['’]t\b/i.test(reply.slice(0, 30))
    : yes || (negated && !/\bthat['’]?s? (?:is )?(?:not|wrong)|disagree|untrue/i.test(reply));
  const cue = reply.length > LONGEST_CUE ? `${reply.slice(0, LONGEST_CUE)}…` : reply;
  return new Map(put.map((passage) => [passage.id, { standing: 'attributed', speaker: answer.speaker, cue, denied: !agrees }]));
}

/** The sentence without its tag ("…, didn’t you?"), which turns the polarity over. */
function declarative(text: string): string {
  return text.replace(
    /[,–—]?\s*(?:was|is|were|are|did|do|does|had|has|have|would|could|should|will|can)(?:n['’]t)? (?:i|you|he|she|it|they|we|there|that)\?$/i,
    '',
  );
}

/** The statements or yes-or-no questions that the turn ends with: one, or those before a closing "Is that right?". */
function putFacts(turn: Turn): readonly Passage[] {
  const said = turn.passages.filter((passage) => passage.text.trim() !== '');
  const last = said.at(-1);
  if (last === undefined) return [];
  if (!TAG.test(last.text.trim())) return isFact(last.text) ? [last] : [];
  const before: Passage[] = [];
  for (const passage of said.slice(0, -1).slice(-3)) {
    if (isFact(passage.text) && !passage.text.trim().endsWith('?')) before.push(passage);
    else before.length = 0;
  }
  return before;
}

function isFact(text: string): boolean {
  const plain = text.trim();
  // "Was it open or shut?": neither yes nor no answers it.
  if (/^(?:(?:and|so|but|then),? )?(?:was|were|is|are|did|do|does|had|has|have)\b.*\bor\b/i.test(plain)) return false;
  return !WH.test(plain) && !HANDLING.test(plain) && /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(plain);
}
