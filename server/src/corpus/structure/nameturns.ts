/** Debates and interviews that print each speaker's name on a line of its own above the words. */

import { endsSentence, type Line } from './lines.ts';
import { isButtons } from './memberfields.ts';
import { startsControls } from './postends.ts';
import type { Element } from './rst.ts';

const WORD = "[\\p{Lu}][\\p{L}'’.-]*";
/** "Ann Lee", "Sir Ann Lee (Harbour) (Ind)", "The Minister for Harbours (Ann Lee)". */
const NAME_LINE = new RegExp(
  `^(?:The )?${WORD}(?:,? (?:${WORD}|of|for|and|the|to|in|de|van|von|at)){0,14}(?: \\([^()]{1,60}\\)){0,3}:?$`,
  'u',
);
const TIME = /^\(?\d{1,2}[.:]\d\d ?[ap]\.?m\.?\)?$/iu;
/** Fewer are headings of an article. */
const FEWEST = 4;
/** Share of the turns whose speakers come back. */
const RECURRING = 0.5;

/** Who speaks below the line; null where it names nobody. */
function speakerOf(lines: readonly Line[], at: number): string | null {
  const line = lines[at];
  const below = lines[at + 1];
  if (line === undefined || below === undefined || line.text.length > 120 || line.bullet !== null || (line.gap === 0 && at > 0)) {
    return null;
  }
  if (below.gap > 0 || !(endsSentence(below.text) || below.text.length > 80) || !NAME_LINE.test(line.text)) {
    return null;
  }
  const plain = line.text.replace(/:$/u, '');
  const office = /^The .*?\((?<name>\p{Lu}[^()]{3,50})\)/u.exec(plain)?.groups?.['name'];
  const name = (office ?? plain.replace(/\s*\(.*$/u, '')).trim();
  return name.split(' ').length >= 2 ? name : null;
}

/** The elements of such a text, or null where it is none. */
export function readNameTurns(lines: readonly Line[], text: string): readonly Element[] | null {
  const speakers = lines.map((_, at) => speakerOf(lines, at));
  const counts = new Map<string, number>();
  for (const speaker of speakers) {
    if (speaker !== null) {
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    }
  }
  const turns = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const again = [...counts.values()].filter((count) => count >= 2);
  if (turns < FEWEST || again.length < 2 || again.reduce((sum, count) => sum + count, 0) < turns * RECURRING) {
    return null;
  }
  const elements: Element[] = [];
  let speaker: string | null = null;
  let spoken = false;
  lines.forEach((line, at) => {
    const span = { start: line.start, end: line.end };
    const named = speakers[at] ?? null;
    const last = elements.at(-1);
    if (named !== null) {
      speaker = named;
      spoken = false;
      elements.push({ kind: 'furniture', text: line.text, span });
    } else if (TIME.test(line.text)) {
      elements.push({ kind: 'stage', text: line.text, span });
    } else if (speaker === null) {
      const control = startsControls(line) || isButtons(line);
      elements.push(control ? { kind: 'furniture', text: line.text, span } : { kind: 'heading', level: 0, text: line.text, span });
    } else if (spoken && line.gap === 0 && last?.kind === 'turn') {
      elements[elements.length - 1] = {
        ...last,
        text: text.slice(last.span.start, line.end),
        span: { start: last.span.start, end: line.end },
      };
    } else {
      spoken = true;
      elements.push({ kind: 'turn', speaker, text: line.text, span });
    }
  });
  return elements;
}
