/** Tokens with a shape of their own: numbers in digits, web and mail addresses. */
import { isDigit, isLetter, isSpace } from './characters.ts';

/** The end of the number that starts at `start`: groups of thousands, decimals, dates and times in digits, and letters written against it. */
export function skipNumber(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  for (;;) {
    const mark = text.charCodeAt(end);
    if (mark === 44) {
      // A comma joins only groups of three, so that lists of figures come apart.
      if (!threeDigits(text, end + 1)) break;
      end += 4;
    } else if ((mark === 46 || mark === 58 || mark === 47) && isDigit(text.charCodeAt(end + 1))) {
      end++;
      while (isDigit(text.charCodeAt(end))) end++;
    } else break;
  }
  if (end - start === 4 && isoTail(text, end)) return end + 6;
  while (isLetter(text.charCodeAt(end), text, end) || isDigit(text.charCodeAt(end))) end++;
  return end;
}

function threeDigits(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return !isDigit(text.charCodeAt(at + 3));
}

/** Whether `-04-30` follows a year. */
function isoTail(text: string, at: number): boolean {
  return /^-\d\d-\d\d$/.test(text.slice(at, at + 6)) && !isDigit(text.charCodeAt(at + 6));
}

/** Whether a web address starts here. */
export function isAddressStart(text: string, at: number): boolean {
  const first = text.charCodeAt(at) | 32;
  if (first !== 104 && first !== 119) return false;
  return /^(?:https?:\/\/|www\.)\S/i.test(text.slice(at, at + 9));
}

/** The end of the address that starts at `start`: up to white space, without the marks that close the sentence around it. */
export function skipAddress(text: string, start: number): number {
  let end = start;
  let depth = 0;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isSpace(code) || code === 34 || code === 60 || code === 62 || code === 0x201d || code === 0x2019) break;
    if (code === 40) depth++;
    if (code === 41 && --depth < 0) break;
    end++;
  }
  while (end > start + 1 && ".,;:!?'*_]".includes(text.charAt(end - 1))) end--;
  return end;
}
