import { expect, test } from 'vitest';
import { parseDraft } from '../draft/parse.ts';
import { asNamed, leadIn } from './attributing.ts';

/** The draft after the edits that put "According to Anna Brandt" before its last sentence. */
function led(text: string, known = ''): string {
  const sentence = parseDraft('/drafts/draft.md', `${text}\n`).sentences.at(-1);
  const edits = sentence === undefined ? [] : [...leadIn(sentence, 'According to Anna Brandt', known)];
  return edits.reverse().reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}

test.each([
  ['The crew left.', 'According to Anna Brandt, the crew left.'],
  ['In May 2011 the crew left.', 'According to Anna Brandt, in May 2011 the crew left.'],
  ['May 2011 was wet.', 'According to Anna Brandt, May 2011 was wet.'],
  ['*The crew* left in May.', 'According to Anna Brandt, *the crew* left in May.'],
  ['[The crew](https://example.org) left.', 'According to Anna Brandt, [the crew](https://example.org) left.'],
  ['(The crew had left by then.)', '(According to Anna Brandt, the crew had left by then.)'],
  ['- Nobody told the crew.', '- According to Anna Brandt, nobody told the crew.'],
  ['German inspectors closed it.', 'According to Anna Brandt, German inspectors closed it.'],
  ['NHS staff left the ward.', 'According to Anna Brandt, NHS staff left the ward.'],
  ['I saw it leave.', 'According to Anna Brandt, I saw it leave.'],
  ['“Crews” had no boats.', 'According to Anna Brandt, “Crews” had no boats.'],
])('%s', (text, expected) => {
  expect(led(text)).toBe(expected);
});

test('a noun loses its capital where the source has it in small letters', () => {
  expect(led('Crews had no boats.', 'She said that crews had none.')).toBe('According to Anna Brandt, crews had no boats.');
  expect(led('Ofsted closed it.', 'Ofsted had closed it, she said.')).toBe('According to Anna Brandt, Ofsted closed it.');
});

test.each([
  ['anonymous inspector', 'an anonymous inspector'],
  ['unit manager', 'a unit manager'],
  ['Ofsted inspector', 'the Ofsted inspector'],
  ['residents', 'residents'],
  ['hospital inspectors', 'hospital inspectors'],
  ['police', 'police'],
  ['The Fire Brigades Union', 'the Fire Brigades Union'],
  ['the boy’s mother', 'the boy’s mother'],
  ['Anna Brandt', 'Anna Brandt'],
  ['boss', 'a boss'],
])('%s is named as %s', (speaker, expected) => {
  expect(asNamed(speaker)).toBe(expected);
});
