/**
 * What SARIF 2.1.0 demands in its prose and no schema can say: which numbers must lead to which members, what all results of
 * a run must have or none, what a relative path counts from. Each fault is told with the section that it is against.
 */
import type { ArtifactLocation, Log, Message, Region, Result, Run } from 'sarif';

export function sarifFaults(log: Log): readonly string[] {
  return log.runs.flatMap((run) => [
    ...allOrNone(run, 'suppressions', '3.27.23'),
    ...allOrNone(run, 'baselineState', '3.27.24'),
    ...unique(run.tool.driver.rules?.map(({ id }) => id) ?? [], '3.19.23 rules'),
    ...(run.results === undefined ? ['3.14.23 a run that looked for results has a list of them'] : []),
    ...(run.results ?? []).flatMap((result) => ofResult(result, run)),
    ...(run.artifacts ?? []).flatMap(({ location }) => (location === undefined ? [] : ofLocation(location, run))),
    ...Object.entries(run.originalUriBaseIds ?? {}).flatMap(([name, { uri }]) =>
      uri === undefined || /^[a-z]+:.*\/$/.test(uri) ? [] : [`3.14.14 ${name} is no absolute address of a folder`],
    ),
  ]);
}

function allOrNone(run: Run, key: 'suppressions' | 'baselineState', section: string): readonly string[] {
  const results = run.results ?? [];
  const having = results.filter((result) => result[key] !== undefined).length;
  return having === 0 || having === results.length ? [] : [`${section} ${having} of ${results.length} results have ${key}`];
}

function unique(ids: readonly (string | number)[], section: string): readonly string[] {
  return new Set(ids).size === ids.length ? [] : [`${section}: the same id twice`];
}

function ofResult(result: Result, run: Run): readonly string[] {
  const { ruleId, ruleIndex = -1, level, kind = 'fail', message, locations = [], relatedLocations = [], fixes = [] } = result;
  const all = [...locations, ...relatedLocations];
  const places = all.flatMap(({ physicalLocation }) => physicalLocation ?? []);
  const changes = fixes.flatMap(({ artifactChanges }) => artifactChanges);
  const ids = all.flatMap(({ id = -1 }) => (id < 0 ? [] : [id]));
  return [
    ...(ruleIndex >= 0 && run.tool.driver.rules?.[ruleIndex]?.id !== ruleId ? [`3.27.6 rule ${ruleIndex} is not ${ruleId}`] : []),
    ...(level === 'none' && kind === 'fail' ? ['3.27.10 a failure of no level'] : []),
    ...unique(ids, '3.28.2 locations'),
    ...[message, ...all.flatMap((one) => one.message ?? []), ...fixes.flatMap((one) => one.description ?? [])].flatMap((one) =>
      ofMessage(one, ids),
    ),
    ...places.flatMap(({ artifactLocation, region }) => [
      ...(artifactLocation === undefined ? [] : ofLocation(artifactLocation, run)),
      ...(region === undefined ? [] : ofRegion(region, run)),
    ]),
    ...changes.flatMap(({ artifactLocation, replacements }) => [
      ...ofLocation(artifactLocation, run),
      ...replacements.flatMap(({ deletedRegion }) => ofRegion(deletedRegion, run)),
    ]),
  ];
}

/** A link in a message leads to one of the result's own locations, or to an address. */
function ofMessage({ text = '' }: Message, ids: readonly number[]): readonly string[] {
  const links = text.replace(/\\[\\[\]]/g, '').matchAll(/\[[^[\]]*\]\(([^()]*)\)/g);
  return [...links].flatMap(([link, target = '']) =>
    /^\d+$/.test(target) && ids.includes(Number(target)) ? [] : [`3.11.6 a link that nobody wrote: ${link}`],
  );
}

function ofLocation({ uri, uriBaseId, index = -1 }: ArtifactLocation, run: Run): readonly string[] {
  const at = run.artifacts?.[index]?.location;
  const absolute = uri !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(uri);
  return [
    ...(index >= 0 && (at?.uri !== uri || at?.uriBaseId !== uriBaseId) ? [`3.4.5 artifact ${index} is not ${uri}`] : []),
    ...(absolute && uriBaseId !== undefined ? [`3.4.4 ${uri} is absolute and counts from ${uriBaseId}`] : []),
    ...(!absolute && (uriBaseId === undefined || run.originalUriBaseIds?.[uriBaseId] === undefined)
      ? [`3.4.4 ${uri} counts from nowhere`]
      : []),
  ];
}

function ofRegion({ startLine, startColumn = 1, endLine = startLine, endColumn }: Region, { columnKind }: Run): readonly string[] {
  const line = startLine ?? 0;
  const ends = (endLine ?? 0) > line || endColumn === undefined || endColumn >= startColumn;
  return [
    ...((endLine ?? 0) >= line && ends ? [] : [`3.30 a region that ends before it begins, at line ${line}`]),
    ...(columnKind === undefined ? ['3.14.17 columns of no kind'] : []),
  ];
}
