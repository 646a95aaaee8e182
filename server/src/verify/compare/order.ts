/** What came first: "before" in the claim where the passage has "after", or the two sides of either changed about. */
import { isCarried } from '../align.ts';
import type { Reading } from '../reading.ts';
import { type CompareInput, inPart, type UnitClash } from './types.ts';

const OTHER: ReadonlyMap<string, string> = new Map([
  ['before', 'after'],
  ['after', 'before'],
  // "Longer by day than by night": turned about, the comparison says the contrary.
  ['than', ''],
]);
/** Words on either side of "before" that are looked at. */
const REACH = 3;
const SURE = 0.8;

export function compareOrder(input: CompareInput): readonly UnitClash[] {
  const { claim, unit } = input;
  const clashes: UnitClash[] = [];
  claim.analysis.tokens.forEach((token, index) => {
    const opposite = OTHER.get(token.lower);
    if (opposite === undefined || !inPart(input, token)) return;
    unit.members.forEach((member, m) => {
      member.reading.analysis.tokens.forEach((other, o) => {
        const sides = meeting(input, index, member.reading, m, o);
        const turned = (other.lower === opposite && sides === 'same') || (other.lower === token.lower && sides === 'crossed');
        if (turned)
          clashes.push({
            kind: 'order',
            claim: token,
            member: m,
            passage: other,
            replacement: other.lower === opposite ? other.text : null,
            sureness: m === 0 ? SURE : SURE * 0.7,
          });
      });
    });
  });
  return clashes;
}

/** Whether what stands right of the claim's word stands right of the passage's too (`same`), or left of it (`crossed`). */
function meeting(input: CompareInput, index: number, other: Reading, member: number, at: number): 'same' | 'crossed' | null {
  const turn = other.analysis.tokens[at]?.lower ?? '';
  const mine = input.claim.analysis.tokens[index]?.lower ?? '';
  if (!OTHER.has(turn) || (turn === 'than') !== (mine === 'than')) return null;
  const partners = (side: 'left' | 'right', reach: number): readonly number[] => {
    const words = input.alignment.words.filter(
      (a) => isCarried(a) && (side === 'left' ? a.word.index < index : a.word.index > index) && a.partner?.member === member,
    );
    return (side === 'left' ? words.slice(-reach) : words.slice(0, reach)).flatMap((a) => (a.partner === null ? [] : [a.partner.index]));
  };
  // What is compared with stands right behind "than"; what is compared may stand anywhere before it.
  if (turn === 'than') {
    const [second] = partners('right', 1);
    if (second === undefined || second > at) return null;
    return partners('left', input.claim.words.length).some((i) => i > at) ? 'crossed' : null;
  }
  const [left, right] = [partners('left', REACH), partners('right', REACH)];
  if (left.length === 0 || right.length === 0) return null;
  if (left.every((i) => i < at) && right.every((i) => i > at)) return 'same';
  if (left.every((i) => i > at) && right.every((i) => i < at)) return 'crossed';
  return null;
}
