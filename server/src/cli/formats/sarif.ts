/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code-scanning services read. Fingerprints follow a
 * finding through edits elsewhere; what somebody said to leave be is there as suppressed, so that it is not reported as mended.
 */
import type { ArtifactLocation, Location, Log, PhysicalLocation, ReportingDescriptor, Result, Suppression } from 'sarif';
import { version } from '../../../../package.json';
import { RULES } from '../../rules/registry.ts';
import type { Fix, Severity } from '../../rules/types.ts';
import { LineMap } from '../../text/lines.ts';
import type { LintedDraft, LintedEvidence, LintedFinding, LintResult, SilencedFinding } from '../linted.ts';
import { fileInWords } from '../places.ts';
import type { Format } from './formats.ts';
import { fromOne } from './shared.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', information: 'note' };
/** Changes when the same finding would get another fingerprint. */
const FINGERPRINT = 'ruleAndSentence/v1';
/** What relative paths count from: the folder that the check was started in, wherever that is on another machine. */
const ROOT = '%SRCROOT%';
/** Services show only some of them, and refuse files that are too large. */
const RELATED = 10;

export const sarif: Format = (result) => `${JSON.stringify(toLog(result), null, 2)}\n`;

function toLog(result: LintResult): Log {
  // Where one result has a state, all must have one (3.27.24).
  const compared = result.drafts.some(({ silenced }) => silenced.some(({ by }) => by === 'baseline'));
  const results = result.drafts.flatMap(resultsOf);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Corroborate', semanticVersion: version, rules: RULES.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that the check was started in.' } } },
        invocations: [
          {
            executionSuccessful: !result.incomplete,
            toolExecutionNotifications: result.notes.map(({ message, failed }) => ({
              level: failed ? 'error' : 'warning',
              message: { text: plainText(message) },
            })),
          },
        ],
        artifacts: result.drafts.map(({ name }) => ({ location: locationOf(name), roles: ['analysisTarget'] })),
        results: compared ? results.map((one) => ({ baselineState: 'new' as const, ...one })) : results,
      },
    ],
  };
}

function toRule({ code, severity, summary }: (typeof RULES)[number]): ReportingDescriptor {
  return {
    id: code,
    name: code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: `${summary} "corroborate explain FILE:LINE" shows what a verdict rests on.` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultsOf(draft: LintedDraft, artifact: number): readonly Result[] {
  const lines = new LineMap(draft.text);
  return [
    ...draft.findings.map((finding) => toResult(finding, draft.name, artifact, lines)),
    ...draft.silenced.map((finding) => ({ ...toResult(finding, draft.name, artifact, lines), ...silencing(finding) })),
  ];
}

/** A finding of the baseline is an old one; the others are suppressed. */
function silencing({ by, reason }: SilencedFinding): Pick<Result, 'baselineState'> | Pick<Result, 'suppressions'> {
  if (by === 'baseline') return { baselineState: 'unchanged' };
  const suppression: Suppression = { kind: by === 'comment' ? 'inSource' : 'external', status: 'accepted' };
  return { suppressions: [reason === null ? suppression : { ...suppression, justification: reason }] };
}

function toResult(
  { rule, severity, message, span, fingerprint, evidence, fixes }: LintedFinding,
  name: string,
  artifact: number,
  lines: LineMap,
): Result {
  const related = evidence.slice(0, RELATED).map(toRelated);
  const offered = fixes.filter(({ edits }) => edits.length > 0).map((fix) => toFix(fix, name, artifact, lines));
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ code }) => code === rule),
    level: LEVELS[severity],
    message: { text: plainText(message) },
    locations: [{ physicalLocation: { artifactLocation: { ...locationOf(name), index: artifact }, region: regionOf(span, lines) } }],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    // Where one result says whether it is suppressed, all must (3.27.23).
    suppressions: [],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(offered.length === 0 ? {} : { fixes: offered }),
  };
}

function toRelated({ quote, document, place }: LintedEvidence, index: number): Location {
  const region = place.line === null ? {} : { region: { startLine: place.line } };
  const physicalLocation: PhysicalLocation = { artifactLocation: locationOf(place.path), ...region };
  return { id: index, physicalLocation, message: { text: plainText(`“${quote}” (${document}, ${fileInWords(place)})`) } };
}

function toFix({ title, edits }: Fix, name: string, artifact: number, lines: LineMap): NonNullable<Result['fixes']>[number] {
  return {
    description: { text: plainText(title) },
    artifactChanges: [
      {
        artifactLocation: { ...locationOf(name), index: artifact },
        replacements: edits.map(({ span, newText }) => ({ deletedRegion: regionOf(span, lines), insertedContent: { text: newText } })),
      },
    ],
  };
}

function regionOf(span: { readonly start: number; readonly end: number }, lines: LineMap): NonNullable<PhysicalLocation['region']> {
  const { start, end } = fromOne(lines.range(span));
  return { startLine: start.line, startColumn: start.character, endLine: end.line, endColumn: end.character };
}

function locationOf(path: string): ArtifactLocation {
  return path.startsWith('/') ? { uri: uriOf(path) } : { uri: uriOf(path), uriBaseId: ROOT };
}

/** Words of a draft or a source must not become a link of the message (SARIF, 3.11.6): brackets that could be one are written out. */
function plainText(words: string): string {
  return words.includes('](') ? words.replace(/[[\]\\]/g, '\\$&') : words;
}

/** A path as the reference of a URI: what would be read as a scheme, a query or a fragment is written out. */
function uriOf(path: string): string {
  const written = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${written}` : written;
}
