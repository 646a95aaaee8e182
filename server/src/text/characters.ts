/** Classes of UTF-16 code units, by arithmetic where text is mostly ASCII: the tokeniser asks for every character. */

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Straight, typographic and modifier apostrophes. */
export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc;
}

/** Whether a letter starts at `at`; outside ASCII and Latin-1 the text itself is asked, for surrogate pairs and marks. */
export function isLetter(code: number, text: string, at: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xba || code === 0xb5;
  if (code < 0x250) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  if (Number.isNaN(code)) return false;
  return /[\p{L}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Whether a word goes on with this character: letters, digits, soft hyphens, underscores between letters. */
export function isWordChar(code: number, text: string, at: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);
  if (code === 0xad || code === 0x200d || code === 0x2060) return true;
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && isLetter(text.charCodeAt(at - 1), text, at - 1);
  return isLetter(code, text, at);
}
