/**
 * The state of an arc-eager parse (Nivre 2003): a stack, a place in the sentence, and the arcs made so far. Words are 1
 * to n; the root stands last, at n + 1 (Ballesteros & Nivre 2013), so that the main word is decided with all others read.
 */
import type { WordHashes } from './words.ts';

export const SHIFT = 0;
export const REDUCE = 1;
export const LEFT = 2;
export const RIGHT = 3;

/** The two actions that make an arc and therefore need a label. */
export type Arc = typeof LEFT | typeof RIGHT;

/** What the tag set says of each tag, worked out once: its universal tag's number, and whether it is a verb, mark or joiner. */
export interface TagTraits {
  readonly count: number;
  readonly coarse: Int32Array;
  readonly verbal: Uint8Array;
  readonly noun: Uint8Array;
  readonly mark: Uint8Array;
  readonly joiner: Uint8Array;
}

export class State {
  readonly n: number;
  readonly root: number;
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  readonly coarse: Int32Array;
  readonly suffix: Int32Array;
  /** −1 while a word has none; `root` for the main word. */
  readonly head: Int32Array;
  readonly label: Int32Array;
  /** Outermost and next-to-outermost dependents to the left and right. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** The labels of a word's dependents, as bits. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;
  /** How many verbs, marks and joiners stand up to each place. */
  readonly verbs: Int32Array;
  readonly marks: Int32Array;
  readonly joiners: Int32Array;
  /** For each word the smallest margin of a decision that placed it. */
  readonly margin: Float32Array;
  readonly stack: Int32Array;
  depth = 0;
  next = 1;

  constructor(words: readonly WordHashes[], tags: ArrayLike<number>, traits: TagTraits) {
    const n = words.length - 1;
    const size = n + 5;
    this.n = n;
    this.root = n + 1;
    this.word = new Int32Array(size);
    this.lemma = new Int32Array(size);
    this.tag = new Int32Array(size);
    this.coarse = new Int32Array(size);
    this.suffix = new Int32Array(size);
    this.head = new Int32Array(size).fill(-1);
    this.label = new Int32Array(size).fill(-1);
    this.left = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right = new Int32Array(size);
    this.right2 = new Int32Array(size);
    this.leftCount = new Int32Array(size);
    this.rightCount = new Int32Array(size);
    this.leftLabels = new Int32Array(size);
    this.rightLabels = new Int32Array(size);
    this.verbs = new Int32Array(size);
    this.marks = new Int32Array(size);
    this.joiners = new Int32Array(size);
    this.margin = new Float32Array(size).fill(Number.POSITIVE_INFINITY);
    this.stack = new Int32Array(size);
    this.#read(words, tags, traits);
  }

  #read(words: readonly WordHashes[], tags: ArrayLike<number>, traits: TagTraits): void {
    const { n, root } = this;
    for (let i = 1; i <= n; i++) {
      const word = words[i];
      const tag = tags[i] ?? 0;
      if (word === undefined) continue;
      this.word[i] = word.id;
      this.lemma[i] = traits.verbal[tag] ? word.verb : traits.noun[tag] ? word.noun : word.id;
      this.suffix[i] = word.suffix3;
      this.tag[i] = tag + 1;
      this.coarse[i] = traits.coarse[tag] as number;
      this.verbs[i] = (this.verbs[i - 1] as number) + (traits.verbal[tag] as number);
      this.marks[i] = (this.marks[i - 1] as number) + (traits.mark[tag] as number);
      this.joiners[i] = (this.joiners[i - 1] as number) + (traits.joiner[tag] as number);
    }
    this.word[0] = 55;
    this.lemma[0] = 55;
    for (const [place, code] of [
      [root, 77],
      [n + 2, 99],
      [n + 3, 99],
      [n + 4, 99],
    ] as const) {
      this.word[place] = code;
      this.lemma[place] = code;
    }
    this.tag[root] = traits.count + 1;
    this.coarse[root] = 30;
    this.verbs[root] = this.verbs[n] as number;
    this.marks[root] = this.marks[n] as number;
    this.joiners[root] = this.joiners[n] as number;
  }

  /** The word `down` places below the top of the stack, or 0. */
  below(down: number): number {
    return this.depth > down ? (this.stack[this.depth - 1 - down] as number) : 0;
  }

  get done(): boolean {
    return this.next === this.root && this.depth === 0;
  }

  /** The actions that can be taken, as bits. Never none while the parse is not done. */
  legal(): number {
    const top = this.below(0);
    const hasWord = this.next < this.root;
    let bits = hasWord ? 1 << SHIFT : 0;
    if (top > 0) {
      bits |= (this.head[top] as number) >= 0 ? 1 << REDUCE : 1 << LEFT;
      if (hasWord) bits |= 1 << RIGHT;
    }
    return bits;
  }

  /** Head and dependent of the arc that `action` would make. */
  arc(action: Arc): readonly [head: number, dependent: number] {
    return action === LEFT ? [this.next, this.below(0)] : [this.below(0), this.next];
  }

  /** Takes an action; `label` matters to arcs only. */
  take(action: number, label: number): void {
    const top = this.below(0);
    if (action === REDUCE) this.depth--;
    else if (action === LEFT) {
      this.#attach(this.next, top, label);
      this.depth--;
    } else {
      if (action === RIGHT) this.#attach(top, this.next, label);
      this.stack[this.depth++] = this.next++;
    }
  }

  #attach(head: number, dependent: number, label: number): void {
    this.head[dependent] = head;
    this.label[dependent] = label;
    if (head === this.root) return;
    const bit = 1 << (label % 31);
    const [near, next, count, labels] =
      dependent < head
        ? [this.left, this.left2, this.leftCount, this.leftLabels]
        : [this.right, this.right2, this.rightCount, this.rightLabels];
    next[head] = near[head] as number;
    near[head] = dependent;
    count[head] = (count[head] as number) + 1;
    labels[head] = (labels[head] as number) | bit;
  }
}
