/** What a server answers, as far as it is read. */
import { z } from 'zod';

const failure = z.object({ type: z.string(), reason: z.string().nullish() });

export const anything = z.unknown();

export const indexAnswer = z.record(
  z.string(),
  z.object({ mappings: z.object({ _meta: z.object({ corroborate: z.number() }).optional() }).optional() }),
);

const hit = z.object({
  _id: z.string(),
  _score: z.number().nullable().optional(),
  _source: z.object({ terms: z.string().optional(), token: z.string().optional() }).optional(),
});
const answered = z.object({
  timed_out: z.boolean().optional(),
  _shards: z.object({ failed: z.number() }).optional(),
  hits: z.object({ total: z.object({ value: z.number() }).optional(), hits: z.array(hit) }),
  aggregations: z.object({ length: z.object({ value: z.number() }) }).optional(),
});
const refused = z.object({ error: failure, status: z.number() });

export const searchesAnswer = z.object({ responses: z.array(z.union([answered, refused])) });
export type Answered = z.output<typeof answered>;

const written = z.object({ status: z.number(), error: failure.optional() });
export const bulkAnswer = z.object({
  errors: z.boolean(),
  items: z.array(z.union([z.object({ index: written }), z.object({ delete: written })])),
});

export const deletedAnswer = z.object({
  deleted: z.int(),
  failures: z.array(z.unknown()).default([]),
  version_conflicts: z.number().default(0),
});

const range = z.tuple([z.number(), z.number()]);
const source = z.object({
  id: z.string(),
  /** Names what one version of the program makes passages of: the source's words and what is known of its documents. */
  key: z.string(),
  /** Names the passages' terms, whatever version gave them. */
  words: z.string(),
  first: z.int().min(0),
  passages: z.int().min(0),
});
/** What the index holds. */
export const stateContent = z.object({
  /** Whether everything that `sources` names is there and nothing else; where not, somebody is writing, or was ended. */
  whole: z.boolean(),
  /** Who writes, or wrote last. */
  writer: z.string(),
  /** When the writer last said that he is at work: milliseconds since 1970, by his clock. */
  at: z.number(),
  /** The versions of the program whose keys these are. */
  programs: z.array(z.string()),
  /** Ids (from, until) of which a writer may have left passages that belong to no source. */
  leaving: z.array(range),
  /** The first passage id that nobody has used. */
  next: z.int().min(0),
  sources: z.array(source),
});
export type StateContent = z.output<typeof stateContent>;
export type Range = readonly [number, number];
export type StateSource = z.output<typeof source>;
export const stateAnswer = z.object({
  _seq_no: z.number(),
  _primary_term: z.number(),
  _source: z.object({ token: z.string(), content: z.unknown() }),
});
export const putAnswer = z.object({ _seq_no: z.number(), _primary_term: z.number() });
