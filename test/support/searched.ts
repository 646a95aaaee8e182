/** What tests of search servers share. */

import { createHash } from 'node:crypto';
import { DEFAULT_CONFIG, type ReadingLimits } from '../../server/src/config.ts';
import { buildCorpus } from '../../server/src/corpus/build.ts';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { createDescriber } from '../../server/src/corpus/describe.ts';
import { type Access, permission } from '../../server/src/search/access.ts';

/** The settings that name a server. */
export function limitsFor(url: string, prefix = 'test'): ReadingLimits {
  const { index, ...reading } = DEFAULT_CONFIG.reading;
  return { ...reading, index: { ...index, kind: 'opensearch', url, prefix } };
}

/** Leave to ask a server, as a person gives it. */
export function accessTo(url: string, prefix = 'test', env: Readonly<Record<string, string>> = {}): Access {
  const { access, refusal } = permission(limitsFor(url, prefix), { hosts: [new URL(url).hostname], env });
  if (access === null) throw new Error(refusal ?? 'no server');
  return access;
}

/** A corpus of plain texts by name. */
export function corpusOf(texts: Readonly<Record<string, string>>): Corpus {
  const describer = createDescriber([]);
  return buildCorpus(
    Object.entries(texts).map(([id, text]) =>
      describer.structure({
        id,
        path: `/${id}`,
        text,
        hash: createHash('sha256').update(text).digest('hex'),
        format: 'text',
        places: [],
      }),
    ),
  );
}
