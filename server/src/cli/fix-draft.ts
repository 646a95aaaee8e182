/** `--fix`: sure fixes written into a draft, with its own encoding and line ends, and every change told. */
import type { Finding } from '../rules/types.ts';
import { type AppliedFix, fixText } from './fix.ts';
import type { Session } from './session.ts';
import { shortened } from './terminal.ts';
import { writeDraft } from './write-draft.ts';

/** Words longer than this are cut where a change is told. */
const SHOWN = 160;

/** The text of the draft on disk afterwards. What cannot be written is told, and leaves the draft as it was. */
export async function fixDraft(
  path: string,
  text: string,
  mode: 'write' | 'tell',
  findingsOf: (text: string) => readonly Finding[],
  session: Session,
): Promise<string> {
  const fixed = fixText(text, findingsOf);
  if (fixed.applied.length === 0) return text;
  const name = session.shown(path);
  if (mode === 'write') {
    const problem = await writeDraft(path, text, fixed.text);
    if (problem !== null) {
      session.failed(`${name} was not changed: ${problem}.`);
      return text;
    }
  }
  for (const one of fixed.applied) session.say(`${name}:${one.line} ${inWords(one, mode)} (${one.rule})`);
  return mode === 'write' ? fixed.text : text;
}

function inWords({ title, changes }: AppliedFix, mode: 'write' | 'tell'): string {
  const [changed, added, removed] = mode === 'write' ? ['changed', 'added', 'took out'] : ['would change', 'would add', 'would take out'];
  const told = changes.map(({ before, after }) => {
    if (before === '') return `${added} “${short(after)}”`;
    return after === '' ? `${removed} “${short(before)}”` : `${changed} “${short(before)}” to “${short(after)}”`;
  });
  return `${title}: ${told.join(', ')}`;
}

function short(text: string): string {
  return shortened(text.replace(/\s+/g, ' '), SHOWN);
}
