/** Transcripts in plain text: "MR HALE: …", "Q. …", "A. …", with or without page and line numbers. */
import type { SourceSpan } from '../domain.ts';
import { endsSentence, type Line } from './lines.ts';
import type { Element } from './rst.ts';

const LINE_NUMBER = /^\d{1,2}(?=\s)\s+/;
const CAPITALS =
  /^(?:(?<asks>Q\d{1,4})[.:]?\s+)?(?<speaker>(?:THE )?[\p{Lu}][\p{Lu}'’.-]*(?:[ -][\p{Lu}][\p{Lu}'’.-]*){0,5}(?: \([^)]{1,30}\))?):\s+(?=\S)/u;
const MIXED = /^(?:(?<asks>Q\d{1,4})[.:]?\s+)?(?<speaker>[\p{Lu}][\p{L}'’.-]+(?: [\p{Lu}(][\p{L}'’.)-]*){0,4}):\s+(?=\S)/u;
const QUESTION = /^(?<speaker>[QA])(?:[.:]\s+|\s{2,})(?=\S)/u;
const PAGE = /^(?:page \d+(?: of \d+)?|-?\s*\d{1,4}\s*-?|\f.*)$/iu;
const STAGE = /^[([].{2,120}[)\]]\.?$/u;
const EXAMINED =
  /^(?:further |re-?|cross-?)*(?:questions?|questioned|examin(?:ed|ation)|cross-?examin\w*|re-?examin\w*)\b.{0,60}\bby\b.{2,60}$/iu;
/** Turns that a text must have, and the share of its paragraphs that they must be, to be a transcript. */
const FEWEST = 6;
const SHARE = 0.25;

/** The elements of a plain-text transcript, or null where the text is none. */
export function readTranscript(lines: readonly Line[], text: string): readonly Element[] | null {
  const numbered = lines.filter((line) => LINE_NUMBER.test(line.text)).length > lines.length * 0.6;
  const words = lines.map((line) => {
    const skip = numbered ? (LINE_NUMBER.exec(line.text)?.[0].length ?? 0) : 0;
    return { line, text: line.text.slice(skip, skip + 4000), start: line.start + skip };
  });
  const texts = words.map((word) => word.text);
  const asked = words.filter((word) => QUESTION.test(word.text)).length >= FEWEST;
  const form = asked ? CAPITALS : [CAPITALS, MIXED].find((one) => isForm(texts, one));
  if (form === undefined) {
    return null;
  }
  const elements: Element[] = [];
  let asker: string | null = null;
  let witness: string | null = null;
  for (const word of words) {
    const { line } = word;
    const span: SourceSpan = { start: word.start, end: line.end };
    const last = elements.at(-1);
    const question = asked ? QUESTION.exec(word.text) : null;
    const turn = question ?? form.exec(word.text);
    if (PAGE.test(word.text)) {
      elements.push({ kind: 'furniture', text: word.text, span });
    } else if (turn?.groups !== undefined) {
      const speaker = turn.groups['speaker'] ?? '';
      const start = word.start + turn[0].length;
      elements.push({
        kind: 'turn',
        speaker: speaker === 'A' ? (witness ?? speaker) : named(speaker, asker),
        text: text.slice(start, line.end),
        span: { start, end: line.end },
        ...(turn.groups['asks'] === undefined ? {} : { asks: true }),
      });
    } else if (STAGE.test(word.text)) {
      elements.push({ kind: 'stage', text: word.text.replace(/^[([]|[)\]]\.?$/g, ''), span });
    } else if (EXAMINED.test(word.text) || /^\p{Lu}[\p{Lu} .,'’-]+\((?:re-?)?(?:sworn|affirmed|called|recalled)\)?/u.test(word.text)) {
      asker = EXAMINED.test(word.text) ? word.text : asker;
      witness = EXAMINED.test(word.text) ? witness : capitalised(word.text.replace(/,?\s*\(.*$/u, ''));
      elements.push({ kind: EXAMINED.test(word.text) ? 'heading' : 'stage', level: 1, text: word.text, span } as Element);
    } else if (last !== undefined && last.kind === 'turn' && (line.gap === 0 || numbered)) {
      elements[elements.length - 1] = {
        ...last,
        text: text.slice(last.span.start, line.end),
        span: { start: last.span.start, end: line.end },
      };
    } else {
      elements.push({ kind: elements.length === 0 ? 'heading' : 'paragraph', level: 0, text: word.text, span } as Element);
    }
  }
  return elements;
}

/** "Q" and "A" stay as they are where nobody names who asks. */
function named(speaker: string, asker: string | null): string {
  const by =
    speaker === 'Q' && asker !== null ? /\bby (?:the )?(?<name>.{2,60}?)(?: \(.*\))?[.:]?$/iu.exec(asker)?.groups?.['name'] : undefined;
  return capitalised(by ?? speaker);
}

/** "MR HALE" as "Mr Hale"; single letters and mixed case stay. */
function capitalised(name: string): string {
  return name.length < 2 || name !== name.toUpperCase()
    ? name
    : name.replace(/\p{L}[\p{L}’']*/gu, (word) => word[0] + word.slice(1).toLowerCase());
}

/** Enough turns, by at least two speakers who come back. */
function isForm(words: readonly string[], form: RegExp): boolean {
  const counts = new Map<string, number>();
  let sentences = 0;
  for (const word of words) {
    const match = form.exec(word);
    const speaker = match?.groups?.['speaker'];
    if (match !== null && speaker !== undefined) {
      sentences += endsSentence(word) && word.length - match[0].length > 8 ? 1 : 0;
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    }
  }
  const turns = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const recurring = [...counts.values()].filter((count) => count >= 2).length;
  const recurringTurns = [...counts.values()].filter((count) => count >= 2).reduce((sum, count) => sum + count, 0);
  return (
    turns >= FEWEST &&
    sentences >= turns * 0.6 &&
    recurring >= 2 &&
    recurringTurns >= turns * 0.6 &&
    turns >= words.length * SHARE * (form === MIXED ? 1 : 0.2)
  );
}
