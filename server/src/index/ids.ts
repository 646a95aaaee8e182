/** Passage id → slot, as an open-addressed table in typed arrays: a Map of a million numbers costs ten times the memory. */
export class IdTable {
  #ids: Float64Array;
  /** Slot + 1, so that 0 means empty. */
  #slots: Uint32Array;
  #filled = 0;

  constructor(expected = 16) {
    let size = 32;
    while (size < expected * 2) size *= 2;
    this.#ids = new Float64Array(size);
    this.#slots = new Uint32Array(size);
  }

  /** The slot of an id, or -1. */
  get(id: number): number {
    return (this.#slots[this.#find(id)] ?? 0) - 1;
  }

  set(id: number, slot: number): void {
    const at = this.#find(id);
    if (this.#slots[at] === 0) {
      this.#filled++;
      this.#ids[at] = id;
    }
    this.#slots[at] = slot + 1;
    if (this.#filled * 2 > this.#slots.length) this.#rehash();
  }

  delete(id: number): void {
    const mask = this.#slots.length - 1;
    let hole = this.#find(id);
    if (this.#slots[hole] === 0) return;
    this.#filled--;
    // Entries behind the hole move up where their own probe path crosses it, so that no look-up ends too early.
    for (let at = (hole + 1) & mask; this.#slots[at] !== 0; at = (at + 1) & mask) {
      const home = this.#home(this.#ids[at] ?? 0);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        this.#ids[hole] = this.#ids[at] ?? 0;
        this.#slots[hole] = this.#slots[at] ?? 0;
        hole = at;
      }
    }
    this.#slots[hole] = 0;
  }

  #home(id: number): number {
    // Ids of one source run on, and those of different sources differ in high bits alone: both have to move the low ones.
    const mixed = Math.imul(id | 0, 0x9e3779b1) ^ Math.imul(Math.floor(id / 4294967296), 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.#slots.length - 1);
  }

  #find(id: number): number {
    const mask = this.#slots.length - 1;
    let at = this.#home(id);
    while (this.#slots[at] !== 0 && this.#ids[at] !== id) at = (at + 1) & mask;
    return at;
  }

  #rehash(): void {
    const ids = this.#ids;
    const slots = this.#slots;
    this.#ids = new Float64Array(ids.length * 2);
    this.#slots = new Uint32Array(ids.length * 2);
    for (let i = 0; i < slots.length; i++) {
      if (slots[i] === 0) continue;
      const at = this.#find(ids[i] ?? 0);
      this.#ids[at] = ids[i] ?? 0;
      this.#slots[at] = slots[i] ?? 0;
    }
  }
}
