/**
 * One index of a search server in memory, as far as the program uses it, and with what makes a real one awkward: what was
 * written is found only after a refresh, scores are BM25 in single precision over lengths that are rounded as Lucene rounds
 * them, and removed documents count in all frequencies until they are merged away.
 */

const K1 = 1.2;
const B = 0.75;

export type Source = Readonly<Record<string, unknown>>;

interface Slot {
  readonly id: string;
  readonly source: Source;
  /** Terms of its text field, and how often each stands in it. */
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
  dead: boolean;
}

export interface Found {
  readonly id: string;
  readonly score: number | null;
  readonly source: Source;
}

/** A document as it was written last, found or not. */
export interface Written {
  readonly source: Source;
  readonly seqNo: number;
}

export interface Layout {
  readonly mappings?: { readonly _meta?: unknown; readonly dynamic?: string; readonly properties?: Readonly<Record<string, Field>> };
  readonly settings?: unknown;
}

interface Field {
  readonly type: string;
  readonly analyzer?: string;
}

export class SearchEngine {
  readonly layout: Layout;
  readonly #written = new Map<string, Written>();
  /** What the next refresh brings in; null where it takes a document away. */
  #pending = new Map<string, Source | null>();
  #slots: Slot[] = [];
  #postings = new Map<string, Slot[]>();
  #seqNo = 0;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  get(id: string): Written | null {
    return this.#written.get(id) ?? null;
  }

  /** Null where the document has a field that the mapping does not. */
  put(id: string, source: Source): Written | null {
    const known = this.layout.mappings?.properties ?? {};
    if (this.layout.mappings?.dynamic === 'strict' && Object.keys(source).some((field) => !(field in known))) return null;
    const written = { source, seqNo: this.#seqNo++ };
    this.#written.set(id, written);
    this.#pending.set(id, source);
    return written;
  }

  /** Whether it was there. */
  delete(id: string): boolean {
    const was = this.#written.delete(id);
    if (was) this.#pending.set(id, null);
    return was;
  }

  refresh(): void {
    const gone = this.#pending;
    if (gone.size === 0) return;
    for (const slot of this.#slots) if (!slot.dead && gone.has(slot.id)) slot.dead = true;
    this.#pending = new Map();
    for (const [id, source] of gone) if (source !== null) this.#enter(id, source);
  }

  /** Merges removed documents away. */
  expunge(): void {
    const living = this.#slots.filter(({ dead }) => !dead);
    this.#slots = [];
    this.#postings = new Map();
    for (const { id, source } of living) this.#enter(id, source);
  }

  /** All that can be found. */
  *found(): Generator<Found> {
    for (const { id, source, dead } of this.#slots) if (!dead) yield { id, source, score: null };
  }

  /** Every document with any of the terms. */
  score(terms: readonly { readonly value: string; readonly boost: number }[]): readonly Found[] {
    const counted = this.#slots.filter(({ length }) => length > 0);
    const average = Math.fround(counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length));
    const scores = new Map<Slot, number>();
    for (const { value, boost } of terms) {
      const slots = this.#postings.get(value) ?? [];
      const idf = Math.fround(Math.log(1 + (counted.length - slots.length + 0.5) / (slots.length + 0.5)));
      const weight = Math.fround(Math.fround(boost * idf) * (K1 + 1));
      for (const slot of slots) {
        if (slot.dead) continue;
        const norm = Math.fround(K1 * (1 - B + (B * rounded(slot.length)) / average));
        const count = slot.counts.get(value) ?? 0;
        scores.set(slot, (scores.get(slot) ?? 0) + Math.fround(weight * Math.fround(count / (count + norm))));
      }
    }
    return [...scores].map(([{ id, source }, score]) => ({ id, source, score: Math.fround(score) }));
  }

  #enter(id: string, source: Source): void {
    const counts = new Map<string, number>();
    let length = 0;
    for (const [field, { type, analyzer }] of Object.entries(this.layout.mappings?.properties ?? {})) {
      if (type !== 'text' || typeof source[field] !== 'string') continue;
      if (analyzer !== 'whitespace') throw new Error(`the analyzer ${analyzer} is not known here`);
      for (const term of source[field].split(/\s+/).filter((word) => word !== '')) {
        counts.set(term, (counts.get(term) ?? 0) + 1);
        length++;
      }
    }
    const slot = { id, source, counts, length, dead: false };
    this.#slots.push(slot);
    for (const term of counts.keys()) {
      const list = this.#postings.get(term);
      if (list === undefined) this.#postings.set(term, [slot]);
      else list.push(slot);
    }
  }
}

/** Lengths below it are kept as they are. */
const EXACT = 24;

/** A length as Lucene keeps it, in one byte: four significant bits. */
function rounded(length: number): number {
  if (length < EXACT) return length;
  const rest = length - EXACT;
  const shift = Math.max(0, 32 - Math.clz32(rest) - 4);
  return EXACT + ((rest >>> shift) << shift);
}
