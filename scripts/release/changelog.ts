/** The changelog and the version as text: what a release changes of them. */

const UNRELEASED = '## Unreleased';

export type Released = { readonly ok: true; readonly changelog: string } | { readonly ok: false; readonly problem: string };

/** The changelog with what is unreleased under the new version. Nothing is released that has not been told. */
export function releasedChangelog(changelog: string, version: string): Released {
  if (new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm').test(changelog)) {
    return { ok: false, problem: `CHANGELOG.md has a section for ${version} already.` };
  }
  const start = changelog.split('\n').indexOf(UNRELEASED);
  if (start < 0) return { ok: false, problem: `CHANGELOG.md has no section "${UNRELEASED}": write there what users will notice.` };
  const after = changelog.split('\n').slice(start + 1);
  const next = after.findIndex((line) => line.startsWith('## '));
  const told = (next < 0 ? after : after.slice(0, next)).join('\n').trim();
  if (told === '') return { ok: false, problem: `The section "${UNRELEASED}" of CHANGELOG.md is empty.` };
  return { ok: true, changelog: changelog.replace(UNRELEASED, `## ${version}`) };
}

/** Why a version cannot follow another, or null where it can. Versions are three numbers, as the editor's marketplace has them. */
export function versionProblem(before: string, version: string): string | null {
  const numbers = (text: string) => (/^\d+\.\d+\.\d+$/.test(text) ? text.split('.').map(Number) : null);
  const [old, now] = [numbers(before), numbers(version)];
  if (now === null) return `"${version}" is no version: write three numbers, such as 0.2.0.`;
  if (old === null) return null;
  const at = now.findIndex((part, index) => part !== old[index]);
  return at >= 0 && (now[at] ?? 0) > (old[at] ?? 0) ? null : `${version} does not come after ${before}.`;
}

/** A package.json or package-lock.json with the new version, its layout kept: only the first two places that name it are the package's own. */
export function withVersion(text: string, before: string, version: string, places: number): string {
  let left = places;
  return text.replaceAll(`"version": "${before}"`, (found) => (left-- > 0 ? `"version": "${version}"` : found));
}
