/** What features see of a word: its normal form, lemma guess, endings and shape, as hashes, worked out once a form. */
import { nounLemma, verbLemma } from '../lemma.ts';
import { hashText } from './hash.ts';

export interface WordHashes {
  readonly normal: string;
  readonly id: number;
  readonly noun: number;
  readonly verb: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix1: number;
  readonly prefix3: number;
  readonly shape: number;
  /** 0 lower case, 1 capitalised, 2 all capitals. */
  readonly capital: number;
  readonly hyphen: number;
}

/** Numbers, addresses, currency signs and titles are made alike, so that what was learned of one holds for all. */
export function normalForm(form: string): string {
  if (/\d/.test(form)) {
    if (/^(?:1[5-9]|20)\d\d$/.test(form)) return '!YEAR';
    if (/^[\d.,:/-]+$/.test(form)) return form.length < 3 ? '!N2' : '!NUM';
    if (/^\d[\d.,]*(?:m|bn|tn)$/.test(form)) return '!NUM';
    return form.toLowerCase().replace(/\d/g, '0');
  }
  if (/^(?:https?:|www\.)/i.test(form)) return '!URL';
  if (form === '£' || form === '€') return '$';
  if (/^(?:Mr|Mrs|Ms|Dr|Prof|St)$/.test(form)) return `${form.toLowerCase()}.`;
  return form.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
}

function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const char of form) {
    const kind = /\p{Lu}/u.test(char) ? 'X' : /\p{L}/u.test(char) ? 'x' : /\d/.test(char) ? '0' : char;
    run = kind === last ? run + 1 : 0;
    if (run < 2) shape += kind;
    last = kind;
    if (shape.length >= 8) break;
  }
  return shape;
}

function hashesOf(form: string): WordHashes {
  const normal = normalForm(form);
  const ending = (length: number): number => hashText(`s${length}${normal.slice(-length)}`);
  return {
    normal,
    id: hashText(normal),
    noun: hashText(`l${nounLemma(normal)}`),
    verb: hashText(`l${verbLemma(normal)}`),
    suffix1: ending(1),
    suffix2: ending(2),
    suffix3: ending(3),
    suffix4: ending(4),
    prefix1: hashText(`p${normal.slice(0, 1)}`),
    prefix3: hashText(`p${normal.slice(0, 3)}`),
    shape: hashText(shapeOf(form)),
    capital: /^\p{Lu}/u.test(form) ? (form.length > 1 && form === form.toUpperCase() ? 2 : 1) : 0,
    hyphen: form.includes('-') ? 1 : 0,
  };
}

const CACHE_LIMIT = 50_000;

/** Remembers the hashes of forms met before; bounded, and without effect on what is returned. */
export class WordTable {
  readonly #known = new Map<string, WordHashes>();

  of(form: string): WordHashes {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const made = hashesOf(form);
    if (this.#known.size >= CACHE_LIMIT) this.#known.clear();
    this.#known.set(form, made);
    return made;
  }
}
