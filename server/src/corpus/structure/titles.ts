/** Finds a page's title among the lines above its first sentence. */
import { isAbout, isByline, isCaption, isMenuRow, isRecord } from './bylines.ts';
import type { LineRead } from './furniture.ts';
import type { Line } from './lines.ts';

/** How many lines above the first sentence may compete, menus, bylines and pictures not counted. */
const REACH = 7;
/** Names of papers and sites end so. */
const PRESS =
  /\b(?:times|news|gazette|herald|post|mail|guardian|press|telegraph|independent|chronicle|tribune|observer|echo|standard|express|journal|review|magazine|weekly|argus|courier|star|mercury|advertiser|examiner|sentinel|bulletin|record|today|online|live|blog)$/iu;
/** What official papers call themselves. */
const PAPER =
  /\b(?:(?:case|practice|learning|independent|homicide|mortality) review|(?:inspection|inquiry|investigation|overview|annual|audit|final|interim|progress) report|report (?:of|on|into) (?:the|an?)|minutes of|record of inquest|public inquiry|decision notice|witness statement)\b/iu;
const SMALL = /^(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|with|vs?)$/iu;

export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The line that most looks like the title of the matter that starts at `anchor`; null where none does. */
export function findTitle(
  lines: readonly Line[],
  reads: readonly LineRead[],
  titles: ReadonlyMap<string, number>,
  from: number,
  anchor: number,
): number | null {
  const matter = plain(
    lines
      .slice(anchor, anchor + 3)
      .map((line) => line.text.slice(0, 600))
      .join(' '),
  );
  let best: number | null = null;
  let bestScore = 0;
  let distance = 0;
  let bylines = 0;
  const firstByline = topByline(lines, reads, from, anchor);
  for (let i = anchor - 1; i >= from && distance < REACH; i--) {
    const line = lines[i];
    const read = reads[i];
    if (line === undefined || read === undefined || read.sure) {
      continue;
    }
    const crumb = /^>\s*\S/u.test(line.body);
    const described = isByline(line.body) || isRecord(line.body);
    if ((line.bullet !== null && !crumb) || isMenuRow(line.body) || isAbout(line.body) || isCaption(line.body) || captioned(lines, i)) {
      bylines += described ? 1 : 0;
      continue;
    }
    if (described) {
      bylines++;
      distance += bylines > 1 ? 0 : 1;
      continue;
    }
    const control = read.strength >= 1.6 || (read.words < 2 && anchor - i > 2) || /^[^\p{L}\p{N}‘“'"]*$|\S\s{3,}\S/u.test(line.text);
    distance += control && firstByline !== null && i > firstByline ? 0 : 1;
    if (control || read.words > 28) {
      continue;
    }
    const score =
      titleScore(line, lines[i + 1], lines[i + 2], matter, titles, crumb) +
      (firstByline !== null && i > firstByline ? -0.8 : 0) -
      distance * 0.3 -
      (read.prose ? 0.8 : 0);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

/** The topmost line of the block of bylines and dates right above the matter; what stands below it describes or illustrates. */
function topByline(lines: readonly Line[], reads: readonly LineRead[], from: number, anchor: number): number | null {
  let top: number | null = null;
  let others = 0;
  for (let i = anchor - 1; i >= from && others < REACH; i--) {
    const body = lines[i]?.body ?? '';
    if (isByline(body)) {
      top = i;
    } else if (!isAbout(body) && reads[i]?.sure !== true) {
      others++;
    }
  }
  return top;
}

/** The words of a picture stand below the label that says so. */
function captioned(lines: readonly Line[], i: number): boolean {
  return /^(?:image|media|video) caption\b,?$/iu.test(lines[i - 1]?.body ?? '');
}

/** A name of a paper or site: few words, all capitalised, the last one of those that such names have. */
export function isMasthead(text: string): boolean {
  const words = text.replace(/^the /iu, '').split(/\s+/u);
  return (
    words.length <= 5 && PRESS.test(text) && !PAPER.test(text) && words.every((word) => /^[\p{Lu}\d&|]/u.test(word) || SMALL.test(word))
  );
}

function titleScore(
  line: Line,
  below: Line | undefined,
  under: Line | undefined,
  matter: string,
  titles: ReadonlyMap<string, number>,
  crumb: boolean,
): number {
  const words = plain(line.body).split(' ');
  const telling = words.filter((word) => word.length > 3);
  const shared = telling.filter((word) => matter.includes(word)).length / Math.max(1, telling.length);
  const again = (titles.get(words.join(' ')) ?? 0) > 1;
  const repeated = again && words.length >= 4 ? 2 : again && words.length === 3 ? 0.5 : 0;
  const sentence = words.length >= 4 && /\s\p{Ll}{4}/u.test(line.body);
  const summed =
    sentence &&
    below !== undefined &&
    under !== undefined &&
    !isByline(below.body) &&
    plain(below.body).split(' ').length >= 5 &&
    isByline(under.body);
  const headed = below !== undefined && (isByline(below.body) || (isAbout(below.body) && words.length >= 4));
  const length = words.length >= 3 && words.length <= 18 ? 0.6 : 0;
  const open = /[:,;]$/.test(line.text) ? -0.8 : 0;
  const masthead = isMasthead(line.body) ? -3 : 0;
  const paper = words.length <= 12 && PAPER.test(line.body) ? 2.5 : 0;
  return (
    0.5 +
    length +
    open +
    masthead +
    paper +
    (sentence ? 0.4 : 0) +
    shared * 1.5 +
    repeated +
    (summed ? 2.8 : headed ? (shared === 0 ? 0.7 : 1.5) : 0) +
    (crumb ? 1 : 0) +
    (/^#\s/.test(line.text) ? 2 : 0)
  );
}
