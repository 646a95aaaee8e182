/**
 * Tells a page's controls (menus, banners, boxes, lists of other pages) from its matter, line by line: each line has odds
 * by its own shape and words, and neighbours pull a doubtful line to their side (Viterbi over two states).
 */
import { boxLines } from './boxes.ts';
import { type InterfaceRead, readInterface } from './interface.ts';
import { countWords, type Line } from './lines.ts';

export interface LineRead extends InterfaceRead {
  readonly furniture: boolean;
  /** Furniture whatever stands around it: alternative text, counters, tables of page views. */
  readonly sure: boolean;
  /** A short line without a sentence's end: a heading, a menu item, a name. */
  readonly label: boolean;
}

/** What changing between matter and furniture costs, in the unit of the odds. */
const SWITCH = 1.1;
const SURE = 8;
/** What a row of a table or of a list of results pulls its neighbours by; other sure lines pull nobody. */
const ROW = 1;
/** A short line that stands this often in a file names a picture or a control. */
const OFTEN = 3;

/** Whether each line is furniture, in order. */
export function readFurniture(lines: readonly Line[]): readonly LineRead[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.text.length <= 80) {
      counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
    }
  }
  const reads = lines.map(readInterface);
  const table = tableRows(lines);
  const listed = searchResults(lines, reads);
  const boxed = boxLines(lines, reads);
  const running = runningHeads(lines);
  const page = reads.filter((read) => !read.prose && read.words <= 12 && read.strength >= 2).length >= 3;
  const odds = lines.map((line, i) => {
    const read = reads[i] ?? { strength: 0, prose: false, words: 0 };
    const often = (counts.get(line.text) ?? 0) >= OFTEN && !read.prose && read.words <= 12;
    if (
      often ||
      table.has(i) ||
      listed.has(i) ||
      boxed.has(i) ||
      isMark(line.text) ||
      isAltText(line, read, lines[i + 1]) ||
      isTwice(line, lines, i) ||
      running.has(i)
    ) {
      return SURE;
    }
    return lineOdds(line, read, page, ledIn(lines, reads, i));
  });
  const states = viterbi(odds.map((odd, i) => (odd < SURE ? odd : table.has(i) || listed.has(i) ? ROW : 0)));
  return lines.map((_, i) => {
    const read = reads[i] ?? { strength: 0, prose: false, words: 0 };
    return {
      ...read,
      furniture: states[i] === true || (odds[i] ?? 0) >= SURE,
      sure: (odds[i] ?? 0) >= SURE,
      label: !read.prose && read.words <= 16,
    };
  });
}

/** A picture's text is printed again as its caption, which may go on to say who made it. */
function isTwice(line: Line, lines: readonly Line[], i: number): boolean {
  const next = lines[i + 1];
  const below = next !== undefined && isMark(next.text) ? lines[i + 2] : next;
  return (
    below !== undefined &&
    line.bullet === null &&
    line.text.length >= 20 &&
    line.text.length <= 300 &&
    below.gap <= 1 &&
    below.text.startsWith(line.text)
  );
}

/** Heads and feet of pages: the same short line twice or more, each time beside a page's bare number. */
function runningHeads(lines: readonly Line[]): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  const isNumber = (line: Line | undefined) => line !== undefined && /^(?:page )?\d{1,4}(?: of \d{1,4})?$/iu.test(line.text);
  lines.forEach((line, i) => {
    if (line.text.length <= 120 && (isNumber(lines[i - 1]) || isNumber(lines[i + 1])) && /\p{L}/u.test(line.text)) {
      places.set(line.text, [...(places.get(line.text) ?? []), i]);
    }
  });
  return new Set([...places.values()].flatMap((at) => (at.length >= 2 ? at : [])));
}

/** Rules, stars, arrows to other pages, and bare counters; a year alone heads a timeline. */
function isMark(text: string): boolean {
  if (text.length < 120 && /^[←‹«⟵]\s?\p{L}|\p{L}.*\s[→›»⟶]$/u.test(text)) {
    return true;
  }
  return !/\p{L}/u.test(text) && !/^(?:#{1,6}\s*)?(?:1[89]|20)\d\d:?$/u.test(text);
}

/**
 * Log-odds of furniture from the line alone; above 0 is furniture. `page` says that the file is a web page at all: in a
 * typed text short lines are headings and lists. `led` says that the line is an item of a list that a sentence opens.
 */
function lineOdds(line: Line, read: InterfaceRead, page: boolean, led: boolean): number {
  const { words, strength } = read;
  if (read.prose) {
    const density = (strength * 14) / Math.max(14, words);
    return (strength === 0 ? -2.2 : -1) - Math.min(6, words / 25) + density * 1.8;
  }
  if (isReference(line.body)) {
    return -1.5;
  }
  // In a typed text a single word of the web ("next", "access") says nothing.
  const controls = strength >= 2 ? Math.min(6, strength * 1.5) + 1.5 : page ? strength * 1.5 : 0;
  if (line.bullet !== null) {
    return (led ? -1.5 : page ? 0.6 : 0) + controls;
  }
  return (page ? 0.35 : 0) + controls;
}

/** Whether the line is an item of a list below a sentence that is still open ("The aims are:", "… wants to help"). */
function ledIn(lines: readonly Line[], reads: readonly InterfaceRead[], i: number): boolean {
  if (lines[i]?.bullet === null) {
    return false;
  }
  for (let above = i - 1; above >= 0 && above > i - 60; above--) {
    const line = lines[above];
    if (line !== undefined && line.bullet === null) {
      return reads[above]?.prose === true && !/[.!?]["'’”)]*$/u.test(line.text);
    }
  }
  return false;
}

/** A picture's text above its caption: a few words on a line of their own that the line glued below takes up. */
function isAltText(line: Line, read: InterfaceRead, below: Line | undefined): boolean {
  return read.words <= 6 && line.bullet === null && below !== undefined && below.gap === 0 && line.gap > 0 && !/[.:]$/.test(line.text)
    ? below.text.length > line.text.length + 10 && below.text.includes(line.text)
    : false;
}

/**
 * Lists of other pages that a search shows: numbered titles, each with at most one line below it that is cut off, is a
 * picture's text, or is missing; the capitals above the list belong to it.
 */
function searchResults(lines: readonly Line[], reads: readonly InterfaceRead[]): ReadonlySet<number> {
  const found = new Set<number>();
  const ordinal = (i: number) => Number(/^(\d{1,3})[.)]$/.exec(lines[i]?.bullet ?? '')?.[1] ?? 0);
  for (let i = 0; i < lines.length; i++) {
    if (ordinal(i) !== 1) {
      continue;
    }
    const list = [i];
    let cut = 0;
    let items = 1;
    let at = i + 1;
    for (; at < lines.length; at++) {
      const line = lines[at];
      if (ordinal(at) === items + 1) {
        items++;
      } else if (line !== undefined && ordinal(at - 1) === items && line.bullet === null && line.indent > (lines[i]?.indent ?? 0)) {
        cut += /(?:\.\.\.|…)/u.test(line.text) || reads[at]?.prose === false ? 1 : 0;
      } else {
        break;
      }
      list.push(at);
    }
    const titles = list.filter((l) => lines[l]?.bullet !== null && (reads[l]?.words ?? 0) <= 20);
    const followers = list.length - items;
    if (items >= 4 && titles.length >= items * 0.9 && (followers === 0 ? reads[i - 1]?.prose === false : cut >= followers * 0.4)) {
      for (const l of list) {
        found.add(l);
      }
      const head = lines[i - 1];
      if (head !== undefined && head.text === head.text.toUpperCase() && head.text.length < 30) {
        found.add(i - 1);
      }
    }
    i = Math.max(i, at - 1);
  }
  return found;
}

/** A work cited: a year in brackets or behind a comma, and more than a name. */
export function isReference(text: string): boolean {
  return text.length < 600 && countWords(text) >= 4 && /\((?:\p{L}+ ){0,3}(?:1[89]|20)\d\d[a-z]?\)/u.test(text);
}

const ROW_OF_FIGURES = /^\p{L}[\p{L}\d .,:;&()“”‘’'–-]*\s[\d,.]+%?$/u;

/** A row of a table of contents: words, then dots or a wide gap, then the page. */
function isContentsRow(line: Line): boolean {
  return line.text.length <= 140 && /\p{L}.*?(?:\s?\.{3,}|[\s.]{5,}|\t|\s{3,})\s*(?:\d{1,4}|[ivxl]{1,6})$/u.test(line.text);
}

/** Rows of a table of figures ("March 2017 17"): at least four lines in a row of the shape label + number. */
function tableRows(lines: readonly Line[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let run: number[] = [];
  const flush = () => {
    if (run.length >= 4) {
      const first = run[0] ?? 0;
      const head = lines[first - 1];
      const heads =
        head !== undefined && ((lines[first]?.gap === 0 && countWords(head.text, 9) < 8) || /^(?:table of )?contents$/iu.test(head.text));
      for (const row of heads ? [first - 1, ...run] : run) {
        rows.add(row);
      }
    }
    run = [];
  };
  lines.forEach((line, i) => {
    if ((line.bullet === null && line.text.length <= 60 && ROW_OF_FIGURES.test(line.text)) || isContentsRow(line)) {
      run.push(i);
    } else {
      flush();
    }
  });
  flush();
  return rows;
}

/** The cheapest sequence of states; a tie stays matter, for a lost passage costs more than a shown menu. */
function viterbi(odds: readonly number[]): readonly boolean[] {
  let matter = 0;
  let furniture = 0;
  const from: [boolean, boolean][] = [];
  for (const odd of odds) {
    const matterFromFurniture = furniture + SWITCH < matter;
    const furnitureFromMatter = matter + SWITCH <= furniture;
    const nextMatter = (matterFromFurniture ? furniture + SWITCH : matter) + Math.max(0, odd);
    const nextFurniture = (furnitureFromMatter ? matter + SWITCH : furniture) + Math.max(0, -odd);
    from.push([matterFromFurniture, furnitureFromMatter]);
    matter = nextMatter;
    furniture = nextFurniture;
  }
  const states: boolean[] = new Array<boolean>(odds.length).fill(false);
  let state = furniture < matter;
  for (let i = odds.length - 1; i >= 0; i--) {
    states[i] = state;
    const switched = from[i]?.[state ? 1 : 0] === true;
    state = switched ? !state : state;
  }
  return states;
}
