/** Edited prose, read in order: who is quoted, who goes on speaking, and when the document's own voice returns. */
import type { CorpusDocument, Passage, PassageStanding } from '../domain.ts';
import type { Cast } from './cast.ts';
import { officialNames } from './finders.ts';
import { type Paragraph, quotationsOf } from './paragraph.ts';
import { absorbScraps, layParts, type Manner, type Piece, STATED, standingOf, wordsIn } from './parts.ts';
import { reportsIn, speakerIn, type Voice, voicesIn } from './sentence-voice.ts';
import { lettersIn, opensQuoted, statementLength } from './statements.ts';

/** The last words somebody was given, for quotations that come without their speaker. */
interface Carried {
  readonly manner: Manner;
  /** Ordinal of the paragraph it stood in. */
  readonly at: number;
}

interface Read {
  readonly passage: Passage;
  readonly voices: readonly Voice[];
  /** Who urged, ordered or promised something: a quotation that follows is theirs. */
  readonly urged: string | null;
  readonly quotations: ReturnType<typeof quotationsOf>;
}

/** How far back (in paragraphs) the speaker of a paragraph that is one quotation may stand. */
const REACH = 1;

export class EditedReader {
  readonly #paragraphs: readonly Paragraph[];
  readonly #cast: Cast;
  readonly #official: ReadonlySet<string>;
  readonly #letters: ReadonlyMap<number, string>;
  readonly #standings: Map<number, PassageStanding>;
  readonly #news: boolean;
  #carried: Carried | null = null;
  /** A quotation that the paragraph before left open. */
  #open: Manner | null = null;
  /** Reported speech that runs on without its cue ("However, he said, …"): kept while single sentences follow. */
  #running: Manner | null = null;

  constructor(document: CorpusDocument, paragraphs: readonly Paragraph[], cast: Cast, standings: Map<number, PassageStanding>) {
    this.#paragraphs = paragraphs;
    this.#cast = cast;
    this.#standings = standings;
    this.#official = officialNames(paragraphs.map((one) => one.text));
    this.#letters = lettersIn(paragraphs);
    this.#news = document.kind === 'news' || document.kind === 'blog';
  }

  read(): void {
    let at = 0;
    while (at < this.#paragraphs.length) at += this.#paragraph(at);
  }

  /** Reads the paragraph at `at` with the statement it may introduce; gives how many paragraphs that were. */
  #paragraph(at: number): number {
    const paragraph = this.#paragraphs[at];
    const block = paragraph?.passages[0]?.block;
    if (paragraph === undefined || block === undefined || block.voice !== 'document') return 1;
    const writer = this.#letters.get(at);
    if (writer !== undefined) {
      const name = this.#cast.resolve(writer) ?? writer;
      this.#cover(paragraph, { standing: 'attributed', speaker: name, cue: null, denied: false });
      return 1;
    }
    if (block.kind === 'heading' || block.kind === 'stage-direction' || block.kind === 'reference') {
      this.#open = null;
      this.#cover(paragraph, STATED);
      return 1;
    }
    this.#prose(paragraph, at);
    const following = this.#paragraphs[at + 1];
    const speaker =
      this.#introduction(paragraph) ?? (following !== undefined && opensQuoted(following) ? this.#presenter(paragraph) : null);
    if (speaker === null) return 1;
    this.#carried = { manner: speaker, at };
    const next = this.#paragraphs[at + 1];
    if (next === undefined || opensQuoted(next)) return 1;
    const length = statementLength(this.#paragraphs, at, (other) => this.#returns(other, speaker));
    for (let step = 1; step <= length; step++) {
      const stated = this.#paragraphs[at + step];
      if (stated !== undefined) this.#cover(stated, speaker);
    }
    return 1 + length;
  }

  #cover(paragraph: Paragraph, manner: Manner): void {
    for (const passage of paragraph.passages) {
      this.#standings.set(passage.id, {
        standing: manner.standing,
        speaker: manner.speaker,
        parts: layParts(passage.text.length, manner, []),
      });
    }
  }

  /** "The minister said:" at a paragraph's end: whose words come next, or null. */
  #introduction(paragraph: Paragraph): Manner | null {
    const passage = paragraph.passages.at(-1);
    const text = passage?.text.trimEnd() ?? '';
    if (!text.endsWith(':')) return null;
    const probe = `${text} “…”`;
    const mark = {
      span: { start: text.length + 1, end: probe.length },
      inner: { start: text.length + 2, end: probe.length - 1 },
      marks: 'double' as const,
      depth: 0,
      closed: true,
    };
    const reports = reportsIn(probe, [...(paragraph.passages.length === 1 ? paragraph.quotations : []), mark]);
    const voice = voicesIn(
      probe,
      reports.filter((one) => one.content.some((span) => span.end >= mark.span.end)),
      this.#cast,
      this.#official,
    ).at(-1);
    return voice === undefined || voice.speaker === null ? null : mannerOf(voice);
  }

  /** "Mr Ali described that day thus:" before a quotation: the one person whom the sentence is about speaks. */
  #presenter(paragraph: Paragraph): Manner | null {
    const text = paragraph.passages.at(-1)?.text.trimEnd() ?? '';
    if (!text.endsWith(':')) return null;
    const speaker = this.#cast.subjectOf(text);
    return speaker === null ? null : { standing: 'attributed', speaker, cue: text.split(/\s+/).slice(-3).join(' '), denied: false };
  }

  /** Whether a paragraph after an introduction is the document speaking again. */
  #returns(paragraph: Paragraph, speaker: Manner): boolean {
    if (this.#endsInIntroduction(paragraph)) return true;
    const surname = speaker.speaker?.split(' ').at(-1) ?? '';
    if (surname.length > 2 && /^\p{Lu}/u.test(surname) && paragraph.text.includes(surname)) return true;
    return /(?:^|[.] )(?:He|She) (?:also |then |later )?(?:added|said|told|continued|concluded)\b/.test(paragraph.text);
  }

  #endsInIntroduction(paragraph: Paragraph): boolean {
    return /\b(?:said|says|added|adds|commented|comments|continued|wrote|writes|stated|states|read|reads|told \p{L}[^.:]{0,60}):\s*$/u.test(
      paragraph.text,
    );
  }

  #prose(paragraph: Paragraph, at: number): void {
    const reads = paragraph.passages.map((passage, index): Read => {
      const quotations = quotationsOf(paragraph, index);
      const reports = reportsIn(
        passage.text,
        quotations.map((one) => one.quotation),
      );
      const voices = voicesIn(passage.text, reports, this.#cast, this.#official);
      if (voices.length === 0 && !quotations.some((one) => wordsIn(passage.text, one.quotation.inner) > 3)) this.#cast.hear(passage.text);
      const urged = voices.length === 0 ? speakerIn(passage.text, reports, this.#cast, this.#official) : null;
      return { passage, voices, urged, quotations };
    });
    const speakers = this.#quotationSpeakers(paragraph, reads, at);
    this.#setRunning(paragraph, reads, at);
    for (const [index, read] of reads.entries())
      this.#standings.set(read.passage.id, this.#passage(read, speakers, index > 0 || this.#running === null ? null : this.#running));
    this.#leave(paragraph, reads, speakers, at);
  }

  /** For each quotation of the paragraph that is speech, whose it is. */
  #quotationSpeakers(paragraph: Paragraph, reads: readonly Read[], at: number): ReadonlyMap<number, Manner> {
    const speakers = new Map<number, Manner>();
    const order: { ordinal: number; manner: Manner }[] = [];
    for (const { voices, quotations } of reads) {
      for (const voice of voices) {
        for (const { quotation, ordinal } of quotations) {
          const covers = voice.reporting.content.some((span) => span.start <= quotation.inner.start && quotation.inner.start < span.end);
          if (!covers || speakers.has(ordinal)) continue;
          speakers.set(ordinal, mannerOf(voice));
          order.push({ ordinal, manner: mannerOf(voice) });
        }
      }
    }
    for (const [ordinal, quotation] of paragraph.quotations.entries()) {
      if (speakers.has(ordinal)) continue;
      const continues = ordinal === 0 && this.#open !== null && quotation.span.start <= 1;
      if (continues && this.#open !== null) {
        speakers.set(ordinal, this.#open);
        continue;
      }
      if (!this.#isSpeech(paragraph, quotation.span)) continue;
      const before = order.findLast((one) => one.ordinal < ordinal)?.manner ?? lastVoiceBefore(reads, paragraph, quotation.span.start);
      const after = order.find((one) => one.ordinal > ordinal)?.manner;
      const carried = this.#carried !== null && at - this.#carried.at <= REACH ? this.#carried.manner : null;
      speakers.set(ordinal, before ?? after ?? carried ?? { standing: 'attributed', speaker: null, cue: null, denied: false });
    }
    return speakers;
  }

  /** A quotation without a cue is speech when it is a sentence of its own: it fills a passage, or runs over several. */
  #isSpeech(paragraph: Paragraph, span: { readonly start: number; readonly end: number }): boolean {
    if (wordsIn(paragraph.text, span) < 4) return false;
    return paragraph.passages.some((passage, index) => {
      const start = paragraph.starts[index] ?? 0;
      const shared = Math.min(span.end, start + passage.text.length) - Math.max(span.start, start);
      return shared > 0 && shared >= passage.text.trim().length * 0.8;
    });
  }

  /** "However, he said, A. B. C.": reported speech goes on in the sentences after a cue put inside its first one. */
  #setRunning(paragraph: Paragraph, reads: readonly Read[], at: number): void {
    const first = reads[0];
    const voice = first?.voices[0];
    if (!this.#news || first === undefined) this.#running = null;
    else if (voice !== undefined) {
      const inside =
        voice.reporting.form === 'indirect' &&
        voice.speaker !== null &&
        isInside(first.passage.text, voice) &&
        paragraph.quotations.length === 0;
      this.#running = inside ? mannerOf(voice) : null;
    } else if (this.#running !== null && (reads.length > 1 || paragraph.quotations.length > 0 || !this.#soonAgain(at)))
      this.#running = null;
    if (this.#running !== null)
      for (const read of reads.slice(1)) if (read.voices.length === 0) this.#standings.set(read.passage.id, STATED_STANDING);
  }

  /** Whether the speaker of running reported speech speaks again within three single sentences. */
  #soonAgain(at: number): boolean {
    const surname = this.#running?.speaker?.split(' ').at(-1) ?? '';
    for (const paragraph of this.#paragraphs.slice(at + 1, at + 4)) {
      if (surname.length > 2 && paragraph.text.includes(surname))
        return /\b(?:said|says|added|adds|told|explained|claimed|argued)\b/.test(paragraph.text);
      if (paragraph.passages.length > 1) return false;
    }
    return false;
  }

  #passage(read: Read, speakers: ReadonlyMap<number, Manner>, _running: Manner | null): PassageStanding {
    const { passage, voices, quotations } = read;
    const text = passage.text;
    const pieces: Piece[] = [];
    for (const { quotation, ordinal } of quotations) {
      const manner = speakers.get(ordinal);
      if (manner !== undefined) pieces.push({ span: quotation.span, manner });
    }
    let main: Manner | null = null;
    for (const voice of voices) {
      const manner = mannerOf(voice);
      for (const span of piecesOf(text, voice)) pieces.push({ span, manner });
      if (voice.main && (main === null || main.speaker === null)) main = manner;
    }
    const running = voices.length === 0 && pieces.length === 0 ? this.#running : null;
    const parts = absorbScraps(text, layParts(text.length, running ?? STATED, pieces));
    return standingOf(text, parts, main);
  }

  /** What the paragraph hands on to the next: its last speaker, and a quotation it left open. */
  #leave(paragraph: Paragraph, reads: readonly Read[], speakers: ReadonlyMap<number, Manner>, at: number): void {
    const last = paragraph.quotations.at(-1);
    const lastManner = last === undefined ? undefined : speakers.get(paragraph.quotations.length - 1);
    this.#open = last !== undefined && !last.closed && lastManner !== undefined ? lastManner : null;
    const voice = reads.flatMap((read) => read.voices).findLast((one) => one.speaker !== null);
    const manner = lastManner ?? (voice === undefined ? undefined : mannerOf(voice));
    const urged = reads.findLast((read) => read.urged !== null)?.urged ?? null;
    if (manner !== undefined && manner.speaker !== null) this.#carried = { manner, at };
    else if (urged !== null) this.#carried = { manner: { standing: 'attributed', speaker: urged, cue: null, denied: false }, at };
  }
}

const STATED_STANDING: PassageStanding = { standing: 'stated', speaker: null, parts: [] };

function mannerOf(voice: Voice): Manner {
  return { standing: 'attributed', speaker: voice.speaker, cue: voice.cue, denied: voice.denied };
}

/** The stretches of a report: all of the sentence when it is nothing else, otherwise speaker, cue and content. */
function piecesOf(text: string, voice: Voice): readonly { readonly start: number; readonly end: number }[] {
  const { spans, aside } = voice;
  if (!voice.main) return voice.reporting.content;
  let start = Math.min(...spans.map((span) => span.start));
  let end = Math.max(...spans.map((span) => span.end));
  const lead = text.slice(0, start);
  // An adverbial before the report belongs to it; a clause of its own does not.
  if (
    !/\b(?:while|although|though|after|when|because|since|as|and|but)\b.*\p{L}{3}/iu.test(lead) &&
    !/\b(?:was|were|is|are|has|had|have)\b/.test(lead)
  )
    start = 0;
  if (wordsIn(text, { start: end, end: text.length }) === 0) end = text.length;
  if (aside === null) return [{ start, end }];
  return [
    { start, end: aside.start },
    { start: aside.end, end },
  ];
}

/** Whether the cue stands inside or behind the words it reports, set off by commas. */
function isInside(text: string, voice: Voice): boolean {
  const { cue, speaker, content } = voice.reporting;
  const start = Math.min(cue.start, speaker?.start ?? cue.start);
  const end = Math.max(cue.end, speaker?.end ?? cue.end);
  if (content.some((span) => span.start > end && !/^\s*,/.test(text.slice(end, span.start)))) return false;
  return start > 0 && /,\s*$/.test(text.slice(0, start)) && /^\s*,/.test(text.slice(end)) && end - start < 30;
}

function lastVoiceBefore(reads: readonly Read[], paragraph: Paragraph, position: number): Manner | undefined {
  let found: Manner | undefined;
  for (const [index, read] of reads.entries()) {
    if ((paragraph.starts[index] ?? 0) >= position) break;
    const voice = read.voices.findLast((one) => one.speaker !== null);
    if (voice !== undefined) found = mannerOf(voice);
  }
  return found;
}
