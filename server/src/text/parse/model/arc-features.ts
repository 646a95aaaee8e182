/** What decides the next action: words on the stack (S0 on top), in the queue (N0 next), and their kin. */
import type { State } from './state.ts';
import { compileTemplates, fillFeatures } from './templates.ts';

/** Places read: `H` the head of S0, `HH` its head, `a`/`b` leftmost dependents of S0, `r`/`q` its rightmost, `c`/`d` leftmost of N0, `P` the word before N0. */
const PLACES = ['S0', 'S1', 'S2', 'N0', 'N1', 'N2', 'N3', 'H', 'HH', 'a', 'b', 'r', 'q', 'c', 'd', 'P', 'x'] as const;
const FIELDS = ['w', 'l', 't', 'u', 's'] as const;
const SCALARS = [
  'one',
  'hasH',
  'S0.lab',
  'a.lab',
  'r.lab',
  'c.lab',
  'd.lab',
  'dist',
  'S0.vl',
  'S0.vr',
  'N0.vl',
  'S0.ls',
  'S0.rs',
  'N0.ls',
  'H.rs',
  'between',
  'depth',
  'S1.rs',
  'S1.lab',
  'x.lab',
  'pending',
];
const ATOMS = [...PLACES.flatMap((place) => FIELDS.map((field) => `${place}.${field}`)), ...SCALARS];

// The first lines are Zhang & Nivre (2011); the rest adds the second stack word, material between, endings, lemmas, and
// the prepositions of dependents.
export const ARC_TEMPLATES = compileTemplates(
  `one hasH | S0.w S0.t | S0.w | S0.t hasH | N0.w N0.t | N0.w | N0.t | N1.w N1.t | N1.w | N1.t | N2.w N2.t | N2.w | N2.t
   S0.w S0.t N0.w N0.t | S0.w S0.t N0.w | S0.w N0.w N0.t | S0.w S0.t N0.t | S0.t N0.w N0.t | S0.w N0.w | S0.t N0.t hasH | N0.t N1.t
   N0.t N1.t N2.t | S0.t N0.t N1.t | H.t S0.t N0.t | S0.t a.t N0.t | S0.t r.t N0.t | S0.t N0.t c.t
   S0.w dist | S0.t dist | N0.w dist | N0.t dist | S0.w N0.w dist | S0.t N0.t dist
   S0.w S0.vr | S0.t S0.vr | S0.w S0.vl | S0.t S0.vl | N0.w N0.vl | N0.t N0.vl
   H.w | H.t | S0.lab | a.w | a.t | a.lab | r.w | r.t | r.lab | c.w | c.t | c.lab | HH.w | HH.t | b.w | b.t | q.w | q.t | d.w | d.t | d.lab
   S0.t a.t b.t | S0.t r.t q.t | S0.t H.t HH.t | N0.t c.t d.t | S0.w S0.rs | S0.t S0.rs | S0.w S0.ls | S0.t S0.ls | N0.w N0.ls | N0.t N0.ls
   S1.w S1.t | S1.t S0.t N0.t | S1.w S0.t N0.t | S1.t S0.w N0.t | S1.w N0.w | S2.t S1.t S0.t | S1.u S0.u N0.w
   S0.t N0.t between | S0.w N0.t between | S0.t N0.w between | between S0.lab | S0.s N0.s | S0.s S0.t N0.t | S0.t N0.s N0.t | S0.t N0.t N3.t
   S0.u N0.u N1.u N2.u | S0.w c.w N0.u | H.w c.w S0.u | S0.w H.w c.w N0.u | N0.w c.w S0.t | S0.u S0.lab N0.t | S0.u S0.rs N0.t N0.ls
   S0.u S0.ls N0.t | S0.lab S0.rs N0.t | S0.w S0.lab N0.w | H.t S0.lab S0.t N0.t | S0.w N0.w N1.w | S0.t N0.w N1.w | S0.w N0.w N1.t
   P.t N0.t S0.t | P.w N0.w | S1.u S0.u N0.u N1.u | H.w N0.w N0.u | S1.t hasH N0.t | S2.u S1.u S0.u N0.u | depth N0.t | H.rs S0.lab N0.t | S1.w S0.w N0.u
   S0.l N0.l | S0.l N0.t | S0.t N0.l | S0.l S0.rs | S0.l c.w N0.u | H.l c.w S0.u | S0.l N0.w | H.l N0.l | S0.l c.w N0.l | H.l c.w N0.l
   S1.l S0.u N0.l | S0.l r.lab N0.t | S0.l between N0.t | S0.l hasH N0.w N1.t | N0.l N0.ls S0.t | S0.l a.l N0.u | S0.l S0.ls N0.t
   S1.rs S1.t S0.t N0.t | S1.lab S1.u S0.lab N0.t | x.t S0.t N0.t | x.lab S1.u S0.u N0.t | pending N0.t S0.t | pending S0.u S1.u N0.u
   r.w S0.t N0.t | r.lab S0.u N0.w | S0.t N0.t N1.t N2.t | S0.w N0.t N1.t | S1.t S0.t N0.t N1.t | H.t S0.t N0.t N1.t | P.w S0.u N0.t | S0.t between N0.t N1.t
   S0.l N0.w N1.w | S0.ls S0.rs S0.u N0.u | H.rs S1.t S0.lab`,
  ATOMS,
);

const values = new Int32Array(ATOMS.length);
const SCALAR_START = PLACES.length * FIELDS.length;

function between(state: State, from: number, to: number): number {
  const verbs = Math.min((state.verbs[to - 1] as number) - (state.verbs[from] as number), 3);
  const marks = Math.min((state.marks[to - 1] as number) - (state.marks[from] as number), 3);
  const joiners = Math.min((state.joiners[to - 1] as number) - (state.joiners[from] as number), 2);
  return verbs * 16 + marks * 4 + joiners;
}

/** How many words on the stack, near its top, still have no head. */
function pendingOn(state: State): number {
  let count = 0;
  for (let down = 0; down < 4 && down < state.depth; down++) if ((state.head[state.below(down)] as number) < 0) count++;
  return count;
}

/** Writes the features of the state's next decision. */
export function arcFeatures(state: State, features: Int32Array): void {
  const { head, label, left, left2, right, right2, n } = state;
  const top = state.below(0);
  const next = state.next;
  const second = state.below(1);
  const up = top > 0 && (head[top] as number) > 0 ? (head[top] as number) : 0;
  const upper = up > 0 && (head[up] as number) > 0 ? (head[up] as number) : 0;
  const a = left[top] as number;
  const r = right[top] as number;
  const c = left[next] as number;
  const d = left2[next] as number;
  const x = right[second] as number;
  const places = [
    top,
    second,
    state.below(2),
    next,
    Math.min(next + 1, n + 2),
    Math.min(next + 2, n + 2),
    Math.min(next + 3, n + 2),
    up,
    upper,
    a,
    left2[top] as number,
    r,
    right2[top] as number,
    c,
    d,
    next - 1,
    x,
  ];
  let at = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    values[at] = state.word[place] as number;
    values[at + 1] = state.lemma[place] as number;
    values[at + 2] = state.tag[place] as number;
    values[at + 3] = state.coarse[place] as number;
    values[at + 4] = state.suffix[place] as number;
    at += 5;
  }
  const far = top > 0 ? Math.min(next - top, 12) : 0;
  at = SCALAR_START;
  values[at++] = 1;
  values[at++] = top > 0 && (head[top] as number) >= 0 ? 1 : 0;
  values[at++] = top > 0 ? (label[top] as number) + 1 : 0;
  values[at++] = label[a] as number;
  values[at++] = r > 0 ? (label[r] as number) + 1 : 0;
  values[at++] = c > 0 ? (label[c] as number) + 1 : 0;
  values[at++] = d > 0 ? (label[d] as number) + 1 : 0;
  values[at++] = far > 7 ? 8 : far > 4 ? 5 : far;
  values[at++] = state.leftCount[top] as number;
  values[at++] = state.rightCount[top] as number;
  values[at++] = state.leftCount[next] as number;
  values[at++] = state.leftLabels[top] as number;
  values[at++] = state.rightLabels[top] as number;
  values[at++] = state.leftLabels[next] as number;
  values[at++] = state.rightLabels[up] as number;
  values[at++] = between(state, top, next);
  values[at++] = Math.min(state.depth, 4);
  values[at++] = state.rightLabels[second] as number;
  values[at++] = second > 0 ? (label[second] as number) + 1 : 0;
  values[at++] = x > 0 ? (label[x] as number) + 1 : 0;
  values[at++] = pendingOn(state);
  fillFeatures(ARC_TEMPLATES, values, features);
}
