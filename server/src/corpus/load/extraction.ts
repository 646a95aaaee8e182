/** What the reader of a format makes of a file's bytes: plain text with the way back to the file, or why there is none. */
import { LineMap } from '../../text/lines.ts';
import type { PlaceMark } from '../domain.ts';

/** Something that was read with doubt, or left out though the rest was read. */
export interface Doubt {
  readonly message: string;
  readonly remedy: string;
}

export interface Extracted {
  readonly kind: 'text';
  readonly text: string;
  /** Ascending by `start`; each holds up to the next. */
  readonly places: readonly PlaceMark[];
  readonly doubts: readonly Doubt[];
}

export interface Refused extends Doubt {
  readonly kind: 'refused';
}

export type Extraction = Extracted | Refused;

/** Reads one format. May throw or never end on hostile bytes: it runs in a child process (see pool.ts). */
export type Extractor = (bytes: Uint8Array) => Extraction | Promise<Extraction>;

/** The file as a whole cannot be read; `message` goes on from its name ("is protected by a password"). */
export function refused(message: string, remedy: string): Refused {
  return { kind: 'refused', message, remedy };
}

type Place = Omit<PlaceMark, 'start' | 'position'>;

/** Puts text together line by line and notes where in the file each line comes from. */
export class TextWriter {
  readonly #parts: string[] = [];
  readonly #places: PlaceMark[] = [];
  #length = 0;
  #open = false;

  /** Text at the end of the open line; its place is noted where it differs from the one before. */
  write(text: string, place: Place | null = null): void {
    if (text === '') {
      return;
    }
    const last = this.#places.at(-1);
    if (place !== null && (last?.page !== place.page || last?.paragraph !== place.paragraph || last?.origin !== place.origin)) {
      this.#places.push({ start: this.#length, ...place });
    }
    this.#parts.push(text);
    this.#length += text.length;
    this.#open = true;
  }

  /** A line of its own. */
  line(text: string, place: Place | null = null): void {
    this.end();
    this.write(text, place);
    this.end();
  }

  /** Ends the open line, if any. */
  end(): void {
    if (this.#open) {
      this.#newline();
      this.#open = false;
    }
  }

  /** One blank line, however often it is asked for; none at the start. */
  gap(): void {
    this.end();
    if (this.#length > 0 && this.#parts.at(-2) !== '\n') {
      this.#newline();
    }
  }

  /**
   * What the file says of itself for machines, above its text, fenced as front matter: corpus/structure reads it and keeps
   * it out of what counts as evidence.
   */
  fields(fields: readonly (readonly [name: string, value: string | null])[]): void {
    const known = fields.flatMap(([name, value]) => (value === null || value.trim() === '' ? [] : [`${name}: ${value}`]));
    for (const line of known.length === 0 ? [] : ['---', ...known, '---']) {
      this.line(line, { origin: 0 });
    }
    this.gap();
  }

  /** `original` is the text of the file that offsets count in; null where they count in none. */
  finish(original: string | null, doubts: readonly Doubt[] = []): Extracted {
    this.end();
    const lines = original === null ? null : new LineMap(original);
    const places = this.#places.map((place) =>
      lines === null || place.origin === undefined ? place : { ...place, position: lines.position(place.origin) },
    );
    return { kind: 'text', text: this.#parts.join(''), places, doubts };
  }

  #newline(): void {
    this.#parts.push('\n');
    this.#length++;
  }
}
