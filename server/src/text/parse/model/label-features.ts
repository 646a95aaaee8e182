/** What decides the label of an arc from head `h` to dependent `m`, the arc's direction taken into every feature. */
import type { State } from './state.ts';
import { compileTemplates, fillFeatures } from './templates.ts';

/** `h` head, `m` dependent, each with neighbours (`-`, `+`); `c`, `e` the dependent's leftmost two, `k` its rightmost; `r`, `f` the head's outermost. */
const PLACES = ['h', 'm', 'h-', 'h+', 'm-', 'm+', 'c', 'e', 'k', 'r', 'f'] as const;
const FIELDS = ['w', 'l', 't', 'u', 's'] as const;
const SCALARS = ['dir', 'dist', 'c.lab', 'r.lab', 'h.ls', 'h.rs', 'm.ls', 'm.rs', 'verbs', 'marks', 'f.lab'];
const ATOMS = [...PLACES.flatMap((place) => FIELDS.map((field) => `${place}.${field}`)), ...SCALARS];

export const LABEL_TEMPLATES = compileTemplates(
  `dir | dir h.w m.w | dir h.t m.t | dir h.w m.t | dir h.t m.w | dir m.w | dir h.w | dir m.t | dir h.t | dir h.t m.t dist | dir c.w m.t | dir c.w m.w h.u
   dir c.w h.w m.u | dir c.w m.t h.t | dir c.lab m.t | dir e.w m.t | dir c.t m.t h.t | dir h.ls m.t | dir h.rs m.t | dir h.ls h.t m.t | dir h.rs h.t m.t
   dir h.w h.rs | dir h.w h.ls | dir m.t m.ls | dir h.u m.ls m.t | dir h.u m.rs m.t | dir h.ls m.ls m.t | dir m.s m.t | dir h.s m.t | dir h.s m.s
   dir m-.t m.t m+.t | dir m-.w m.t h.t | dir h-.t h.t h+.t | dir h.t m.t m+.t | dir r.w h.w m.t | dir r.t h.t m.t | dir r.lab h.t m.t | dir f.w h.w m.t
   dir m-.w m.w m+.w | dir m-.w m.w | dir m.w m+.w | dir k.t m.t h.t | dir verbs m.t | dir marks m.t h.t
   dir h.l m.l | dir h.l m.t | dir h.t m.l | dir h.l c.w m.t | dir h.l c.w m.l | dir c.w m.l h.u | dir h.l h.rs m.t | dir h.l h.ls m.t | dir m.l m.ls h.u | dir h.l m.w
   dir m.ls m.rs h.t m.t | dir marks verbs dist h.u m.u | dir h.rs m.ls h.t m.t | dir f.lab h.t m.t | dir h.l m.ls m.u`,
  ATOMS,
);

const values = new Int32Array(ATOMS.length);
const SCALAR_START = PLACES.length * FIELDS.length;

/** Writes the features of an arc's label. */
export function labelFeatures(state: State, h: number, m: number, features: Int32Array): void {
  const { label, left, left2, right } = state;
  const c = left[m] as number;
  const r = right[h] as number;
  const f = left[h] as number;
  const places = [h, m, h - 1, h + 1, m - 1, m + 1, c, left2[m] as number, right[m] as number, r, f];
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
  const low = Math.min(h, m);
  const high = Math.max(h, m);
  at = SCALAR_START;
  values[at++] = m < h ? 1 : 2;
  values[at++] = Math.min(high - low, 6);
  values[at++] = c > 0 ? (label[c] as number) + 1 : 0;
  values[at++] = r > 0 ? (label[r] as number) + 1 : 0;
  values[at++] = state.leftLabels[h] as number;
  values[at++] = state.rightLabels[h] as number;
  values[at++] = state.leftLabels[m] as number;
  values[at++] = state.rightLabels[m] as number;
  values[at++] = (state.verbs[high - 1] as number) - (state.verbs[low] as number);
  values[at++] = (state.marks[high - 1] as number) > (state.marks[low] as number) ? 1 : 0;
  values[at++] = f > 0 ? (label[f] as number) + 1 : 0;
  fillFeatures(LABEL_TEMPLATES, values, features);
}
