/**
 * What language analysis finds in one sentence (or any short stretch of running text). All spans count UTF-16 code
 * units of the analysed string, 0-based; the caller knows where that string stands in a file.
 */
import type { Span } from './span.ts';

/** A word, number or mark, cut as Universal Dependencies cut English: `Peter` `'s`, `did` `n't`, `17` `-` `month`. */
export interface Token extends Span<'text'> {
  readonly text: string;
  /** Lower case, typographic apostrophes made plain. */
  readonly lower: string;
  /** Porter2 stem of `lower`, or for a number in digits or words its value as plain digits. */
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'symbol' | 'punct';
  /** True for function words, which say nothing of what a sentence is about. */
  readonly stop: boolean;
  /** True where no white space stands before the token. */
  readonly glued: boolean;
}

/** How a stated number bounds the real one. */
export type Bound = 'exact' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'nearly' | 'range';

/** A number with what it counts or measures. `min` and `max` are the closed interval that is asserted (±Infinity where open). */
export interface Quantity {
  readonly span: Span<'text'>;
  readonly kind: 'count' | 'money' | 'percent' | 'duration' | 'age' | 'ordinal' | 'frequency' | 'clock' | 'measure';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly bound: Bound;
  /** Normalised unit (`GBP`, `day`, `month`, `time`, `km` …) or null. Durations carry their own unit, not a common one. */
  readonly unit: string | null;
  /** Stem of the noun that is counted ("fifty injuries" → `injuri`), or null. */
  readonly counted: string | null;
}

/** What is known of a day; null where the text does not say. `month` is 1–12. */
export interface PartialDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** The part of a month ("early September") or of a year ("the spring of 2021", "late 2019") that a date is told as. */
export type DatePart = 'early' | 'middle' | 'late' | 'spring' | 'summer' | 'autumn' | 'winter';

/** A date in a sentence. `to` is the end of a period ("between March and June 2008"). */
export interface DateMention {
  readonly span: Span<'text'>;
  readonly date: PartialDate;
  readonly to: PartialDate | null;
  /** The part of it that is meant; `date` is then the whole month or year. Null where none is said. */
  readonly part: DatePart | null;
  /** How the date bounds the event. */
  readonly relation: 'on' | 'before' | 'after' | 'since' | 'until' | 'by' | 'between' | 'about';
  /**
   * Set for words that count from another day ("the next day", "last Monday", "a week before"): the day they count from
   * and the step. `date` then holds only what the words say themselves ("August last year": the month), until a caller who
   * knows the anchor resolves it. Of a weekday, the step is its number (1 Monday – 7 Sunday), negative for the last one
   * before the anchor; of a month that is named, only the sign counts ("last August").
   */
  readonly relative: {
    readonly anchor: 'document' | 'context';
    readonly unit: 'day' | 'week' | 'month' | 'year' | 'weekday';
    readonly step: number;
  } | null;
}

/** A capitalised name. */
export interface NameMention {
  readonly span: Span<'text'>;
  /** As written, without title and possessive: `Shoesmith` for "Ms Shoesmith's". */
  readonly name: string;
  /** `Ms`, `Dr`, `Sir`, `Judge` …, or null. */
  readonly title: string | null;
  readonly form: 'person' | 'organisation' | 'place' | 'unknown';
}

/** Words in quotation marks. `span` includes the marks, `inner` does not. A quotation that never closes ends with its text. */
export interface Quotation {
  readonly span: Span<'text'>;
  readonly inner: Span<'text'>;
  readonly marks: 'double' | 'single';
  /** 0 for an outermost quotation, 1 for one inside it … */
  readonly depth: number;
  readonly closed: boolean;
}

/** A word that turns a statement over ("not", "never", "failed to", "without", "denied"), and the words it governs. */
export interface Negation {
  readonly span: Span<'text'>;
  readonly scope: Span<'text'>;
  readonly kind: 'not' | 'no' | 'never' | 'without' | 'failed' | 'refused' | 'denied' | 'prefix' | 'barely';
}

/** Words that give other words to somebody: "he said", "according to the letter", "has been accused of". */
export interface Reporting {
  /** The reporting verb or phrase. */
  readonly cue: Span<'text'>;
  /** Lemma of the reporting verb, or the phrase ("according to"). */
  readonly verb: string;
  /** Who speaks, as written; null where nobody is named ("it was alleged"). */
  readonly speaker: Span<'text'> | null;
  /** To whom ("told the inquiry"), or null. */
  readonly hearer: Span<'text'> | null;
  /** What is said; more than one where the cue stands in the middle. */
  readonly content: readonly Span<'text'>[];
  readonly form: 'direct' | 'indirect' | 'according-to' | 'accusation';
  /**
   * How the content is put: as speech, as a clause ("that …"), as what somebody is to do ("to leave"), as a noun phrase
   * ("announced her resignation"), or as what somebody is called ("described her as a bully").
   */
  readonly complement: 'speech' | 'clause' | 'infinitive' | 'noun' | 'predicative';
  readonly act: 'say' | 'claim' | 'deny' | 'find' | 'ask' | 'order' | 'advise' | 'promise';
}

/** The part that some words play towards a verb. */
export interface Slot {
  readonly role: 'agent' | 'patient' | 'recipient' | 'complement' | 'place' | 'time' | 'amount' | 'oblique';
  /** The preposition of an oblique, lower case, or null. */
  readonly preposition: string | null;
  readonly span: Span<'text'>;
  /** Index of the head among the sentence's tokens. */
  readonly head: number;
}

/** A verb (or a noun made from one) with who did what to whom, when, where, how many. */
export interface Predicate {
  /** Index of the main verb among the sentence's tokens. */
  readonly head: number;
  readonly lemma: string;
  readonly span: Span<'text'>;
  readonly negated: boolean;
  readonly modality: 'fact' | 'possible' | 'conditional' | 'obligation' | 'future';
  readonly voice: 'active' | 'passive' | 'nominal';
  readonly slots: readonly Slot[];
  /** 0–1: how sure the reading is; rules that accuse ask for a high one. */
  readonly confidence: number;
}

/** Everything shallow analysis finds in one stretch of text. Predicates are read apart, on demand, for they cost more. */
export interface Analysis {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
  readonly names: readonly NameMention[];
  readonly quotations: readonly Quotation[];
  readonly negations: readonly Negation[];
  readonly reporting: readonly Reporting[];
}
