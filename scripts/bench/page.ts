/** docs/performance.md, made of what was measured. */
import type { Editing } from './editing.ts';
import { shown } from './figures.ts';
import type { Large } from './large.ts';
import type { Linter } from './linters.ts';
import { BEST, type Retrieval } from './retrieval.ts';
import type { Sentences } from './sentences.ts';
import type { Windows } from './windows.ts';

export interface Measured {
  readonly machine: string;
  readonly searches: readonly { readonly measured: Retrieval; readonly recall: number }[];
  readonly sentences: Sentences;
  readonly editing: readonly { readonly what: string; readonly figures: Editing }[];
  readonly windows: Windows | null;
  readonly large: Large | null;
  readonly linters: readonly Linter[];
}

export function performancePage({ machine, searches, sentences, editing, windows, large, linters }: Measured): string {
  return [
    '# Performance, measured',
    `Written by \`npm run bench\` (\`npm run bench:quick\` prints a part of it in one line). Machine: ${machine}. Times are milliseconds. They are what one run gave on a machine that does other work too; no test asserts them.`,
    '## Search',
    `Made passages with the word frequencies of English, questions of 12 to 25 words without stop words, the best ${BEST}. Each engine runs in a process of its own. "Found" is the share of the truly best (BM25 of every passage that has a word, without any short cut) that it gives; other formulas of relevance rank otherwise by design.`,
    table(
      ['passages', 'engine', 'build s', 'open', 'disk MB', 'memory MB', 'p50', 'p95', 'found', 'p50 against SQLite FTS5'],
      searches.map(({ measured: { passages, engine, build, open, disk, resident, search }, recall }) => {
        const fts = searches.find(({ measured }) => measured.engine === 'sqlite-fts5' && measured.passages === passages)?.measured.search
          .p50;
        return [
          passages.toLocaleString('en'),
          engine,
          shown(build / 1000),
          shown(open),
          shown(disk),
          shown(resident),
          shown(search.p50),
          shown(search.p95),
          recall.toFixed(3),
          fts === undefined ? '' : `${shown(fts / search.p50)} ×`,
        ];
      }),
    ),
    'corroborate reads its index from a file by pages (64 MB of them at most); brute-force and the JavaScript engines hold everything in memory, SQLite runs as WebAssembly.',
    'Why the slopes are what they are: building reads every word once, so that it grows with the words; opening reads heads and dictionaries by page, so that it hardly grows; a search reads the postings of its words, which grow with the passages, but skips the blocks whose best passage cannot be among the best, so that it grows more slowly; memory is the pages kept, two bytes a passage for its length, and what the pages’ limit allows.',
    ...sentenceSection(sentences),
    '## Editing',
    'The language server as a process, started as the extension starts it. A long draft, made of the example drafts with their sentences varied, is opened; then one letter is typed or taken away all over it and the diagnostics are pulled. "Work" is the processor time that the server used for it, which does not grow when others work on the machine too. "At rest" is five seconds after the last keystroke.',
    table(
      [
        'sources',
        'words',
        'server start to first diagnostics',
        'draft: first findings',
        'draft: all findings',
        'work',
        'edit p50',
        'edit p95',
        'longest',
        'work',
        'resident MB',
        'at rest',
      ],
      editing.map(({ what, figures }) => [
        what,
        String(figures.words),
        ...[figures.start, figures.first, figures.whole, figures.wholeWork, figures.edits.p50, figures.edits.p95, figures.edits.most].map(
          shown,
        ),
        ...[figures.editWork, figures.resident, figures.rested].map(shown),
      ]),
    ),
    ...(windows === null ? [] : windowsSection(windows)),
    ...(large === null ? [] : largeSection(large)),
    '## Other checkers on the same drafts',
    'From starting a process to its last word, all example drafts; harper.js is loaded as a library. They look at spelling and style, not at sources: the figures say what people are used to wait for.',
    table(
      ['program', 'cold', 'again, one draft'],
      linters.map(({ name, cold, again }) => [name, shown(cold), again === null ? '' : shown(again)]),
    ),
    '',
  ].join('\n\n');
}

function sentenceSection({ count, cold, fresh, warm }: Sentences): readonly string[] {
  const row = (state: string, { p50, p95, most }: Sentences['cold']): readonly string[] => [state, shown(p50), shown(p95), shown(most)];
  return [
    '## A sentence',
    `Each of the ${count} sentences of the example drafts that are checked, with the sources that ship: processor time for finding passages, comparing and deciding (\`npm run bench:sentences\` prints it alone, also of other \`--drafts\` and \`--sources\`). The longest waits for what is worked out once: the parser's weights, and who says what in a document.`,
    table(
      ['state', 'p50', 'p95', 'longest'],
      [
        row('the first check of a new process', cold),
        row('the program has checked before, these sources are new to it', fresh),
        row('the passages have been read for other sentences', warm),
      ],
    ),
  ];
}

function windowsSection({ count, resident, work }: Windows): readonly string[] {
  return [
    '## Windows',
    `${count} servers on one workspace, as ${count} windows of an editor have them, each with the example drafts open and checked: ${resident.map(shown).join(', ')} MB resident, ${shown(resident.reduce((sum, one) => sum + one, 0))} MB together; at rest they use ${work.toFixed(1)} % of a processor, all together.`,
  ];
}

function largeSection({ sources, passages, megabytes, build, peak, disk, reopen }: Large): readonly string[] {
  return [
    '## A large folder',
    `${sources} files, ${shown(megabytes)} MB of text, ${passages.toLocaleString('en')} passages.`,
    table(
      ['figure', 'measured'],
      [
        ['first build of the index, one process', `${shown(build / 1000)} s, ${shown(peak)} MB at most`],
        ['index on disk', `${shown(disk)} MB`],
        ['opening the kept index until the first search has answered', `${shown(reopen)} ms`],
      ],
    ),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
