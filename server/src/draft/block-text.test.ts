/** A draft that is read again and again while it is written is the draft read for the first time. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { parseDraft } from './parse.ts';

vi.setConfig({ testTimeout: 60_000 });

const PARAGRAPHS = [
  'The pier burnt in May. It was rebuilt ([the log](log.txt#L3)), says the owner.',
  '“It burnt down,” she said. “We asked twice. Nobody came.” Nobody else did.',
  'The keeper left [@hale, p. 3; see @clerk]<!--words=3-0aaaaaaaaa-aaaa;-->. @hale [l. 4] says so.',
  'Boats were sold[^1] and *two* of them **sank**, as [Hale][hale] found &amp; told.',
  '[^1]: The log, line 3: log.txt#L3.',
  '[^1]: Another log, see [it](other.txt#L4).',
  '[hale]: hale.txt#L9',
  '> We were never told.\n> — the harbour master',
  '> He said “no”.\n\n> It was late.',
  '# What burnt',
  '- one `code` item, see log.txt#L4\n- [ ] another',
  '| a | b |\n|---|---|\n| 12 boats | [log](log.txt) |',
  '<!-- corroborate-disable-next-line -->',
  'This review asks why. It looks at the fire. Was it late?',
];

it('reads every state of a draft as if it were the first', async () => {
  vi.resetModules();
  const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(paragraphs, paragraphs, fc.nat(), fc.nat(4), async (start, others, place, taken) => {
      let text = start.join('\n\n');
      parseDraft('draft.md', text);
      for (const other of others) {
        const at = place % (text.length + 1);
        text = text.slice(0, at) + other + (taken % 2 === 0 ? '\n\n' : '') + text.slice(at + taken);
        const again = parseDraft('draft.md', text);
        vi.resetModules();
        const fresh = await import('./parse.ts');
        expect(again).toEqual(fresh.parseDraft('draft.md', text));
      }
    }),
    { numRuns: 10 },
  );
});

it('gives what stands further on the places that it has now', () => {
  const text = PARAGRAPHS.join('\n\n');
  const before = parseDraft('draft.md', text);
  const after = parseDraft('draft.md', `A new line.\n\n${text}`);
  const by = after.text.length - before.text.length;
  expect(before.citations.length).toBeGreaterThan(4);
  expect(after.citations.map(({ span }) => span.start)).toEqual(before.citations.map(({ span }) => span.start + by));
  for (const sentence of after.sentences) {
    expect(sentence.citations.every((citation) => after.citations.includes(citation))).toBe(true);
    if (sentence.origin.length > 0) expect(after.text[sentence.origin[0] ?? 0]).toBe(sentence.text[0]);
  }
});
