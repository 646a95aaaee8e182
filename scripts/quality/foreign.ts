/**
 * What is said of drafts against sources that are about something else altogether: nothing there can be contradicted, misquoted or
 * disputed, and whatever is called so is a false alarm that a large corpus makes by chance.
 *
 *   npm run quality:foreign -- SOURCES_DIR DRAFTS_DIR… [--misses]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDraft } from '../../server/src/draft/parse.ts';
import { loadLanguage } from '../../server/src/language.ts';
import { openProject } from '../../server/src/project/project.ts';
import { createEngine } from '../../server/src/verify/engine.ts';
import { judge } from '../../server/src/verify/judge.ts';
import type { Verdict } from '../../server/src/verify/types.ts';

/** Sentences before one that its pronouns may look back to. */
const LOOKED_BACK = 3;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' } } });
const [sources, ...folders] = positionals;
if (sources === undefined || folders.length === 0) {
  process.stderr.write('usage: npm run quality:foreign -- SOURCES_DIR DRAFTS_DIR… [--misses]\n');
  process.exit(2);
}
const { corpus } = await openProject({ roots: [resolve(sources)] });
const engine = createEngine(corpus, loadLanguage());
const counts = new Map<Verdict, number>();
for (const folder of folders)
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
    const { sentences } = parseDraft(resolve(folder, name), readFileSync(join(folder, name), 'utf8'));
    sentences.forEach((sentence, i) => {
      if (!sentence.checkable.check) return;
      const before = sentences.slice(Math.max(0, i - LOOKED_BACK), i).filter((one) => one.place !== 'heading' && one.place !== 'comment');
      const { verdict, parts, evidence } = judge(sentence, before, engine);
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      if (values.misses !== true || (verdict !== 'contradicted' && verdict !== 'disputed')) return;
      console.log(`[${verdict}] ${sentence.text}\n    ${parts.map((p) => p.summary).join(' ')}\n    ${evidence[0]?.quote ?? ''}`);
    });
  }
const all = [...counts.values()].reduce((n, count) => n + count, 0);
console.log(`${all} sentences against ${corpus.passageCount} passages about something else`);
for (const [verdict, count] of [...counts].sort((a, b) => b[1] - a[1]))
  console.log(`${verdict.padEnd(14)} ${String(count).padStart(5)}  ${((count / all) * 100).toFixed(1)} %`);
