/**
 * The public JSON report (`--format json`), version 1: what other programs may rely on. docs/report-format.md describes
 * it; schemas/report.schema.json is made from this. Positions are those of the Language Server Protocol: lines and
 * characters count from 0, characters in UTF-16 code units. Keys are only ever added within a version.
 */
import * as z from 'zod';
import { RULE_CODES } from '../rules/types.ts';

const count = z.int().min(0);
const position = z.strictObject({ line: count, character: count });
const range = z
  .strictObject({ start: position, end: position })
  .describe('Half-open; lines and characters count from 0, in UTF-16 code units.');
const verdict = z.enum(['supported', 'contradicted', 'disputed', 'unsupported']);
const severity = z.enum(['error', 'warning', 'information']);

const evidence = z.strictObject({
  source: z.string().describe('Path of the source below its folder.'),
  document: z.string().describe('Citekey of the document within the source.'),
  line: z
    .int()
    .min(1)
    .describe(
      'Line of the source’s text where the quoted words begin, counted from 1; the text is the extracted one where the file is no plain text.',
    ),
  range: range.describe('Where the quoted words stand in the source’s text.'),
  quote: z.string().describe('The exact words of the source.'),
  standing: z
    .enum(['stated', 'attributed', 'comment'])
    .describe('Whether the document says it itself, reports it as somebody’s words, or it is a reader’s comment.'),
  speaker: z.string().nullable().describe('Whose words they are, where the document names somebody.'),
  stance: z.enum(['supports', 'contradicts']),
});

const reason = z.strictObject({
  text: z.string().describe('The part of the sentence that is judged.'),
  verdict,
  summary: z.string().describe('Why, in one plain sentence.'),
  matched: z.array(z.strictObject({ text: z.string(), how: z.string() })).describe('Words of the claim that a passage carries, and how.'),
  clashes: z
    .array(z.strictObject({ kind: z.string(), text: z.string(), replacement: z.string().nullable() }))
    .describe('Words of the claim that a passage disagrees with, and the source’s words in their place where they are sure.'),
  missing: z.array(z.string()).describe('Words of the claim that no passage carries.'),
});

const claim = z.strictObject({
  text: z.string().describe('The sentence as it stands in the draft.'),
  range,
  verdict,
  evidence: z.array(evidence).describe('Best first.'),
  reasons: z.array(reason).describe('One for each part of the sentence.'),
});

const finding = z.strictObject({
  rule: z.enum(RULE_CODES),
  severity,
  message: z.string(),
  range,
  fingerprint: z.string().describe('The same for the same rule and sentence, whatever stands around it and however the message is worded.'),
  fixes: z.array(
    z.strictObject({
      title: z.string(),
      sure: z.boolean().describe('Whether --fix applies it unseen.'),
      edits: z.array(z.strictObject({ range, newText: z.string() })),
    }),
  ),
});

const silenced = finding.extend({
  by: z.enum(['comment', 'ignore file', 'baseline']).describe('Where somebody has said to leave it be.'),
  reason: z.string().nullable(),
});

export const reportSchema = z
  .strictObject({
    version: z.literal(1),
    drafts: z.array(
      z.strictObject({
        path: z.string().describe('As seen from the working folder, with forward slashes.'),
        claims: z.array(claim).describe('The checked sentences, in the draft’s order.'),
        findings: z.array(finding).describe('In the draft’s order.'),
        silenced: z.array(silenced).describe('Findings that were left out because somebody said so.'),
      }),
    ),
    summary: z.strictObject({
      drafts: count,
      claims: z.strictObject({ supported: count, contradicted: count, disputed: count, unsupported: count }),
      findings: z.strictObject({ error: count, warning: count, information: count }),
      silenced: count.describe('How many findings were left out because somebody said so.'),
      complete: z.boolean().describe('False where something could not be done; the program exits with 2 then.'),
      notes: z.array(z.string()).describe('In words: what was not done, or read with doubt.'),
    }),
  })
  .describe('What corroborate found, for programs.');

export type Report = z.output<typeof reportSchema>;
export type ReportDraft = Report['drafts'][number];
