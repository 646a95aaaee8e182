/**
 * How citations are judged on any folder of sources: sentences of the sources themselves, each cited at its place, must be
 * told nothing; two of them joined into one sentence, each with its own citation, too; and with the citations exchanged
 * both are wrong.
 *
 *   npm run quality:citations -- SOURCES_DIR [--sample N] [--misses]
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkSettings, DEFAULT_CONFIG } from '../../server/src/config.ts';
import type { Passage } from '../../server/src/corpus/domain.ts';
import { type CitationStyle, writeCitation } from '../../server/src/draft/citation-text.ts';
import { openProject } from '../../server/src/project/project.ts';
import { citedPlace } from '../../server/src/verify/citations/place.ts';
import { seeded } from '../../test/support/mutate.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sample: { type: 'string' }, misses: { type: 'boolean' } } });
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('usage: npm run quality:citations -- SOURCES_DIR [--sample N] [--misses]\n');
  process.exit(2);
}
const project = await openProject({ roots: [resolve(folder)] });
const { corpus } = project;
const settings = checkSettings(DEFAULT_CONFIG);
const DRAFT = resolve(folder, '..', 'draft-of-no-folder.md');
const random = seeded(11);
const STYLES: readonly CitationStyle[] = ['link', 'pandoc'];

const passages = [...corpus.documents.keys()]
  .flatMap((key) => corpus.passagesOf(key))
  .filter((p) => corpus.standing(p.id).standing === 'stated' && /^\p{Lu}[^\n[\]<>*_|?"“”]{40,220}\.$/u.test(p.text))
  .map((p) => ({ p, at: random() }))
  .sort((a, b) => a.at - b.at)
  .slice(0, Number(values.sample ?? 200))
  .map(({ p }) => p);

/** By its line alone, as a person writes it. */
function cite(passage: Passage, style: CitationStyle): string {
  const place = citedPlace(passage, corpus);
  if (place === null) return '';
  const { text } = writeCitation({ ...place, words: null }, style, DRAFT);
  return style === 'link' ? `(${text})` : text;
}

interface Told {
  readonly supported: boolean;
  readonly rules: readonly string[];
}

function told(text: string): Told {
  const { findings, judgements } = project.check(DRAFT, text, settings);
  const rules = findings.map(({ rule }) => rule).filter((rule) => /^(?:wrong|stale)-citation$|^unknown-source$/.test(rule));
  return { supported: judgements.length === 1 && judgements[0]?.verdict === 'supported', rules };
}

const counts = new Map<string, { of: number; right: number }>();

/** Counts only sentences that are supported, for of others the citation rules say nothing. */
function count(name: string, text: string, isRight: (rules: readonly string[]) => boolean): void {
  const { supported, rules } = told(text);
  if (!supported) return;
  const row = counts.get(name) ?? { of: 0, right: 0 };
  counts.set(name, row);
  row.of++;
  if (isRight(rules)) row.right++;
  else if (values.misses === true) process.stdout.write(`${name}: ${rules.join(', ') || 'nothing'}\n  ${text}\n`);
}

const bare = ({ text }: Passage): string => text.replace(/\.$/, '');
const silent = (rules: readonly string[]): boolean => rules.length === 0;
const bothWrong = (rules: readonly string[]): boolean => rules.filter((rule) => rule === 'wrong-citation').length === 2;

passages.forEach((one, i) => {
  const style = STYLES[i % STYLES.length] ?? 'link';
  const other = passages[(i + 1) % passages.length];
  count('one sentence, its own place: silent', `${bare(one)} ${cite(one, style)}.`, silent);
  if (other === undefined || other === one) return;
  count('two clauses, their own places: silent', `${bare(one)} ${cite(one, style)}; ${bare(other)} ${cite(other, style)}.`, silent);
  if (other.citekey === one.citekey) return;
  count('two clauses, places exchanged: both wrong', `${bare(one)} ${cite(other, style)}; ${bare(other)} ${cite(one, style)}.`, bothWrong);
});

process.stdout.write(`${passages.length} sentences of ${corpus.documents.size} documents\n`);
for (const [name, { of, right }] of counts) {
  process.stdout.write(
    `${name.padEnd(44)} ${String(right).padStart(4)} of ${String(of).padStart(4)}  ${((100 * right) / Math.max(1, of)).toFixed(1)}\n`,
  );
}
process.exit(0);
