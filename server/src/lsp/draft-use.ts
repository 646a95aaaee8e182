/** What a checked draft makes of its sources, in numbers small enough to be kept for every draft of a workspace. */
import type { IgnoredFinding } from '../ignores/types.ts';
import type { LoadedIgnores } from '../project/ignore-files.ts';
import type { Project } from '../project/project.ts';
import { resolveCitation } from '../verify/citations/resolve.ts';
import type { CheckedDraft } from './checks.ts';

export interface DocumentUse {
  readonly citations: number;
  readonly passages: ReadonlySet<number>;
  readonly claims: number;
}

export interface DraftUse {
  readonly uri: string;
  readonly project: Project;
  readonly claims: number;
  readonly supported: number;
  readonly findings: number;
  readonly ignores: LoadedIgnores | null;
  readonly ignored: readonly IgnoredFinding[];
  /** By citekey. */
  readonly documents: ReadonlyMap<string, DocumentUse>;
}

const known = new WeakMap<CheckedDraft, DraftUse>();

export function useOf(checked: CheckedDraft): DraftUse {
  const old = known.get(checked);
  if (old !== undefined) return old;
  const { uri, project, report, ignores, ignored } = checked;
  const use: DraftUse = {
    uri,
    project,
    claims: report.judgements.length,
    supported: report.judgements.filter(({ verdict }) => verdict === 'supported').length,
    findings: report.findings.length,
    ignores,
    ignored,
    documents: documentsOf(checked),
  };
  known.set(checked, use);
  return use;
}

function documentsOf({ report, project: { corpus } }: CheckedDraft): ReadonlyMap<string, DocumentUse> {
  const uses = new Map<string, { citations: number; passages: Set<number>; claims: number }>();
  const of = (citekey: string) => {
    const use = uses.get(citekey) ?? { citations: 0, passages: new Set<number>(), claims: 0 };
    uses.set(citekey, use);
    return use;
  };
  for (const citation of report.draft.citations) {
    const resolution = resolveCitation(citation, report.path, corpus);
    if (resolution.kind !== 'found') continue;
    const passages = resolution.lines === null ? [] : corpus.passagesAt(resolution.source, resolution.lines);
    // A place lies in one document; a citation of a whole file means all that the file holds.
    const cited = passages.length > 0 ? [...new Set(passages.map(({ citekey }) => citekey))] : resolution.citekeys;
    for (const citekey of cited) of(citekey).citations++;
    for (const { id, citekey } of passages) of(citekey).passages.add(id);
  }
  for (const { evidence } of report.judgements) {
    const supporting = new Set(evidence.filter(({ stance }) => stance === 'supports').map(({ citekey }) => citekey));
    for (const citekey of supporting) of(citekey).claims++;
  }
  return uses;
}
