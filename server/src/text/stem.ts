/**
 * The English (Porter2) stemmer of Martin Porter's Snowball project, written from its published description
 * (https://snowballstem.org/algorithms/english/stemmer.html). Stems are keys for comparison, not words to show.
 */

const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ['sky', 'sky'],
  ['news', 'news'],
  ['howe', 'howe'],
  ['atlas', 'atlas'],
  ['cosmos', 'cosmos'],
  ['bias', 'bias'],
  ['andes', 'andes'],
]);
const WHOLE_AFTER_1A: ReadonlySet<string> = new Set(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);

const VOWELS = 'aeiouy';
const DOUBLES: ReadonlySet<string> = new Set(['bb', 'dd', 'ff', 'gg', 'mm', 'nn', 'pp', 'rr', 'tt']);
const STEP_2: readonly (readonly [string, string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP_4: readonly string[] = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ion',
  'al',
  'er',
  'ic',
];

/** A small y is a vowel; a y that stands as a consonant is marked as Y first. */
function isVowel(word: string, at: number): boolean {
  const letter = word[at];
  return letter !== undefined && VOWELS.includes(letter);
}

function markConsonantY(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    out += word[i] === 'y' && (i === 0 || isVowel(out, i - 1)) ? 'Y' : word[i];
  }
  return out;
}

/** The index after the first non-vowel that follows a vowel, from `from`. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) {
    if (!isVowel(word, i) && isVowel(word, i - 1)) return i + 1;
  }
  return word.length;
}

function regionOne(word: string): number {
  for (const prefix of ['gener', 'commun', 'arsen']) if (word.startsWith(prefix)) return prefix.length;
  return regionAfter(word, 0);
}

function endsInShortSyllable(word: string): boolean {
  const n = word.length;
  if (n === 2) return isVowel(word, 0) && !isVowel(word, 1);
  return n > 2 && !isVowel(word, n - 3) && isVowel(word, n - 2) && !isVowel(word, n - 1) && !'wxY'.includes(word[n - 1] ?? '');
}

function hasVowel(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isVowel(word, i)) return true;
  return false;
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (word.endsWith('us') || word.endsWith('ss')) return word;
  if (word.endsWith('s') && hasVowel(word.slice(0, -2))) return word.slice(0, -1);
  return word;
}

function step1b(word: string, r1: number): string {
  for (const suffix of ['eedly', 'eed']) {
    if (word.endsWith(suffix)) return word.length - suffix.length >= r1 ? `${word.slice(0, -suffix.length)}ee` : word;
  }
  for (const suffix of ['ingly', 'edly', 'ing', 'ed']) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    if (!hasVowel(rest)) return word;
    if (rest.endsWith('at') || rest.endsWith('bl') || rest.endsWith('iz')) return `${rest}e`;
    if (DOUBLES.has(rest.slice(-2))) return rest.slice(0, -1);
    return r1 >= rest.length && endsInShortSyllable(rest) ? `${rest}e` : rest;
  }
  return word;
}

function step2(word: string, r1: number): string {
  for (const [suffix, replacement] of STEP_2) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    if (rest.length < r1) return word;
    if (suffix === 'ogi' && !rest.endsWith('l')) return word;
    if (suffix === 'li' && !'cdeghkmnrt'.includes(rest.slice(-1) || '-')) return word;
    return rest + replacement;
  }
  return word;
}

function step3(word: string, r1: number, r2: number): string {
  for (const [suffix, replacement] of STEP_3) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    return rest.length < (suffix === 'ative' ? r2 : r1) ? word : rest + replacement;
  }
  return word;
}

function step4(word: string, r2: number): string {
  for (const suffix of STEP_4) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    if (rest.length < r2 || (suffix === 'ion' && !rest.endsWith('s') && !rest.endsWith('t'))) return word;
    return rest;
  }
  return word;
}

function step5(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith('e') && (rest.length >= r2 || (rest.length >= r1 && !endsInShortSyllable(rest)))) return rest;
  if (word.endsWith('l') && rest.length >= r2 && rest.endsWith('l')) return rest;
  return word;
}

function porter2(input: string): string {
  const exception = EXCEPTIONS.get(input);
  if (exception !== undefined) return exception;
  let word = input.startsWith("'") ? input.slice(1) : input;
  word = markConsonantY(word);
  const r1 = regionOne(word);
  const r2 = regionAfter(word, r1);
  word = word.replace(/'s?'?$/, '');
  word = step1a(word);
  if (WHOLE_AFTER_1A.has(word)) return word;
  word = step1b(word, r1);
  const n = word.length;
  if (n > 2 && /[yY]$/.test(word) && !isVowel(word, n - 2)) word = `${word.slice(0, -1)}i`;
  word = step2(word, r1);
  word = step3(word, r1, r2);
  word = step4(word, r2);
  word = step5(word, r1, r2);
  return word.toLowerCase();
}

/** Words longer than this are no English words (addresses, keys); they are their own stem. */
const LONGEST_WORD = 40;
const MEMO_SIZE = 65536;
const memo = new Map<string, string>();

/** The Porter2 stem of a word in lower case with plain apostrophes. Any other string comes back unchanged. */
export function stem(word: string): string {
  if (word.length <= 2 || word.length > LONGEST_WORD) return word;
  const known = memo.get(word);
  if (known !== undefined) return known;
  const result = /^[a-z']+$/.test(word) ? porter2(word) : word;
  // Emptied rather than aged: a corpus's common words come back at once, and a plain map is fastest to read.
  if (memo.size >= MEMO_SIZE) memo.clear();
  memo.set(word, result);
  return result;
}
