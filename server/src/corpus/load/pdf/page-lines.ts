/** The lines of a PDF page, from the runs of text that the page paints. */

/** A run of text as PDF.js gives it: `transform` holds its size and place, in points from the lower left. */
export interface TextRun {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Height of the base line above the foot of the page. */
  readonly y: number;
  /** Height of most of its letters. */
  readonly size: number;
  readonly font: string;
}

export interface PdfPage {
  readonly lines: readonly PdfLine[];
}

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly upright: boolean;
}

/** Lines in the order in which the page paints them, which is the order of reading in nearly all files. */
export function pageLines(runs: readonly TextRun[]): readonly PdfLine[] {
  const placed = runs.filter(({ str }) => str !== '').map(place);
  const upright = placed.filter((run) => run.upright);
  // Stamps along the margin stand upright; a page that is turned as a whole has no other text.
  const used = upright.length * 2 >= placed.length ? upright : placed;
  const lines: PdfLine[] = [];
  let line: Placed[] = [];
  for (const run of used) {
    const last = line.at(-1);
    if (last !== undefined && !sameLine(last, run)) {
      addLine(lines, line);
      line = [];
    }
    line.push(run);
  }
  addLine(lines, line);
  return lines;
}

function place(run: TextRun): Placed {
  const [a = 1, b = 0, , d = 1, left = 0, y = 0] = run.transform;
  const size = run.height > 0 ? run.height : Math.hypot(b, d);
  return { text: run.str, left, right: left + run.width, y, size, font: run.fontName, upright: Math.abs(b) <= Math.abs(a) * 0.1 };
}

/** Raised and lowered marks stay on their line; a run that starts left of what was painted begins a new one. */
function sameLine(last: Placed, run: Placed): boolean {
  const size = Math.max(last.size, run.size, 1);
  return Math.abs(last.y - run.y) < size * 0.5 && run.left > last.left - size;
}

function addLine(lines: PdfLine[], runs: readonly Placed[]): void {
  const words = runs.filter(({ text }) => text.trim() !== '');
  const [first] = words;
  if (first === undefined) {
    return;
  }
  const main = words.reduce((best, run) => (run.text.length > best.text.length ? run : best), first);
  let text = '';
  let end: number | null = null;
  for (const run of runs) {
    const gap = end === null ? 0 : run.left - end;
    const wide = gap > run.size * 2.5 && run.text.trim() !== '';
    if (wide) {
      text = `${text.trimEnd()}  `;
    } else if (gap > run.size * 0.18 && !text.endsWith(' ') && !run.text.startsWith(' ')) {
      text += ' ';
    }
    text += isNoteMark(run, main) && !/(?:^|[^\p{L}])[kcm]?m$/u.test(text) ? `[${run.text.trim()}]${text === '' ? ' ' : ''}` : run.text;
    end = run.text.trim() === '' ? end : run.right;
  }
  lines.push({
    text: text.replaceAll('\u00a0', ' ').trim(),
    left: first.left,
    right: Math.max(...words.slice(-50).map(({ right }) => right)),
    y: main.y,
    size: main.size,
    font: main.font,
  });
}

/** A small raised number: glued to its word it would read as part of a year or a sum ("2009" and "1"). */
function isNoteMark(run: Placed, main: Placed): boolean {
  return run.size < main.size * 0.85 && run.y > main.y + main.size * 0.12 && /^\s*\d{1,3}\s*$/.test(run.text);
}
