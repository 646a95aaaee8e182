/** Reads subtitles (WebVTT and SubRip): cues become running text, and turns where the cues name their speakers. */
import { decode } from './decode.ts';
import { type Extraction, refused, TextWriter } from './extraction.ts';

interface Cue {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly { readonly text: string; readonly origin: number }[];
}

/** A stretch of words of one speaker; `opens` where the subtitles mark that somebody else speaks. */
interface Speech {
  readonly speaker: string | null;
  readonly opens: boolean;
  readonly text: string;
  readonly origin: number;
  readonly start: number;
  readonly end: number;
}

const TIMING = /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;
const VOICE = /<v(?:\.[^\s>]{0,60})?\s+([^>]{1,120})>/;
const NAMED = /^(?:\[(?<bracketed>\p{Lu}[^\]:]{0,60})\]:?|(?<name>\p{Lu}[\p{L}'’.-]*(?: [\p{L}(][\p{L}'’.)-]*){0,5}):)\s+(?=\S)/u;
/** Silence, in seconds, that parts paragraphs of an unnamed speaker; and how long such a paragraph may grow. */
const PAUSE = 2;
const LONG = 600;

/** Reads the bytes of a .vtt or .srt file; each paragraph leads back to the offset of its first cue. */
export function readSubtitles(bytes: Uint8Array): Extraction {
  const decoded = decode(bytes);
  const text = decoded.kind === 'text' ? decoded.text : '';
  const cues = readCues(text);
  if (cues.length === 0) {
    return refused('holds no subtitles', 'Check that it is a WebVTT or SubRip file.');
  }
  const writer = new TextWriter();
  writer.fields([['Title', /^WEBVTT[ \t]+(?:[-–—:][ \t]*)?(\S[^\r\n]{0,200})/.exec(text)?.[1]?.trim() ?? null]]);
  for (const turn of turnsOf(speeches(cues))) {
    writer.gap();
    const name = turn.speaker === null ? '' : `${turn.speaker}: `;
    turn.parts.forEach((part, i) => {
      writer.write(i === 0 ? name + part.text : ` ${part.text}`, { origin: part.origin });
    });
  }
  return writer.finish(text);
}

/** The cues; notes, styles and numbers of cues hold no timing, so nothing of them is read. */
function readCues(text: string): readonly Cue[] {
  const cues: Cue[] = [];
  let open: { start: number; end: number; lines: { text: string; origin: number }[] } | null = null;
  for (const line of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const words = line[0].trim();
    const timing = TIMING.exec(words);
    if (timing !== null) {
      open = { start: seconds(timing, 1), end: seconds(timing, 5), lines: [] };
      cues.push(open);
    } else if (words === '') {
      open = null;
    } else {
      open?.lines.push({ text: words, origin: line.index });
    }
  }
  return cues;
}

function seconds(match: RegExpExecArray, at: number): number {
  const [hours, minutes, secs, fraction] = [match[at], match[at + 1], match[at + 2], match[at + 3]];
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(secs) + Number(`0.${fraction}`);
}

/** Lines of cues with their speakers. Live captions show each line twice while they roll up; the second is left out. */
function speeches(cues: readonly Cue[]): readonly Speech[] {
  const found: Speech[] = [];
  let shown: readonly string[] = [];
  for (const cue of cues) {
    const words: string[] = [];
    let voice: string | null = null;
    for (const { text, origin } of cue.lines) {
      voice = named(VOICE.exec(text)?.[1] ?? '') ?? voice;
      const plain = withoutTags(text);
      words.push(plain);
      if (plain === '' || shown.includes(plain)) {
        continue;
      }
      const marked = /^(?:>>+|[-–—](?=\s?\S))\s*/u.exec(plain)?.[0] ?? '';
      const said = plain.slice(marked.length);
      const match = NAMED.exec(said);
      const speaker = voice ?? named(match?.groups?.['bracketed'] ?? match?.groups?.['name'] ?? '');
      const rest = voice === null && match !== null ? said.slice(match[0].length) : said;
      found.push({ speaker, opens: marked !== '' || speaker !== null, text: rest, origin, start: cue.start, end: cue.end });
    }
    shown = words;
  }
  return found;
}

function named(name: string): string | null {
  const words = decodeEntities(name).replace(/\s+/g, ' ').trim();
  return words === '' ? null : words;
}

function withoutTags(text: string): string {
  const plain = text.replace(/<[^<>]{0,200}>/g, '').replace(/\{\\[^{}]{0,60}\}/g, '');
  return decodeEntities(plain).replace(/\s+/g, ' ').trim();
}

function decodeEntities(text: string): string {
  const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '', quot: '"', apos: "'" };
  return text.replace(/&([a-z]{2,4});/g, (entity, name: string) => known[name] ?? entity);
}

interface Turn {
  readonly speaker: string | null;
  readonly parts: Speech[];
}

/** Speech joined to turns; without speakers, to paragraphs that end with a sentence. */
function turnsOf(said: readonly Speech[]): readonly Turn[] {
  const turns: Turn[] = [];
  let length = 0;
  for (const speech of said) {
    const turn = turns.at(-1);
    const last = turn?.parts.at(-1);
    const sound = isSound(speech.text) || (last !== undefined && isSound(last.text));
    if (turn === undefined || last === undefined || sound || parted(turn, last, speech, length)) {
      turns.push({ speaker: isSound(speech.text) ? null : speech.speaker, parts: [speech] });
      length = 0;
    } else {
      turn.parts.push(speech);
    }
    length += speech.text.length;
  }
  return turns;
}

/** "[applause]", "(music)". */
function isSound(text: string): boolean {
  return /^(?:\[[^\]]{1,80}\]|\([^)]{1,80}\)|♪.*)$/u.test(text);
}

function parted(turn: Turn, last: Speech, speech: Speech, length: number): boolean {
  if (speech.opens) {
    return speech.speaker === null || speech.speaker !== turn.speaker;
  }
  const ended = /[.!?…]["'’”)]*$/u.test(last.text);
  return turn.speaker === null && ended && (speech.start - last.end > PAUSE || length > LONG);
}
