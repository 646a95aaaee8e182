/** Addresses that stand in running text without the marks of a link: of web pages, and of sources. */
import { linkTarget } from './citation-targets.ts';
import type { CitationTarget } from './types.ts';

export interface BareAddress {
  readonly start: number;
  readonly end: number;
  readonly target: CitationTarget;
}

const WEB = /\bhttps?:\/\/[^\s<>()[\]"“”]*[^\s<>()[\]"“”.,;:!?'’*_]/gi;
/** A word with a slash or a number sign inside that may be a path; its last sign is none that closes a sentence. */
const PATH = /(?<![^\s(<[“"‘'])[^\s<>()[\]"“”:@]{0,500}[/#][^\s<>()[\]"“”]{0,500}[^\s<>()[\]"“”.,;:!?'’*_]/g;

/**
 * The addresses of a text in order. A path in a sentence is one only where it names a place (`../seeds/log.txt#L3`), for
 * others are names that the sentence speaks of; in a footnote any path of a source is, and the whole note may be one.
 */
export function bareAddresses(text: string, inFootnote: boolean): readonly BareAddress[] {
  const whole = inFootnote ? wholePath(text) : null;
  if (whole !== null) return [whole];
  const found: BareAddress[] = [];
  const add = (start: number, written: string): void => {
    const target = linkTarget(written);
    if (target !== null && !found.some((one) => start < one.end && one.start < start + written.length))
      found.push({ start, end: start + written.length, target });
  };
  for (const match of text.matchAll(WEB)) add(match.index, match[0]);
  if (text.includes('/') || text.includes('#')) {
    for (const match of text.matchAll(PATH)) {
      if (inFootnote || namesPlace(match[0])) add(match.index, match[0]);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A note that is a path and nothing else may have spaces in it. */
function wholePath(text: string): BareAddress | null {
  const start = /^[\s<]*/.exec(text)?.[0].length ?? 0;
  const end = text.length - (/[\s>.;]*$/.exec(text)?.[0].length ?? 0);
  const written = text.slice(start, end);
  if (written.length > 1000 || /[\n<>[\]()"“”]|:\/\/|[.,;:!?]\s/.test(written)) return null;
  // Words before a file's name are a sentence about it, unless a folder says that they belong to its path.
  if (/\s/.test(written) && !/^(?:\.{1,2}\/|\/|[^\s/]+\/)/.test(written)) return null;
  const target = linkTarget(written);
  return target === null ? null : { start, end, target };
}

function namesPlace(written: string): boolean {
  const target = linkTarget(written);
  return target?.kind === 'path' && (target.lines !== null || target.page !== null || target.textFragment !== null);
}
