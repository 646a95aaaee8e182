/** The people (or bodies) whom a line of authors names, one by one. */

/** Small words that begin a family name ("van der Berg", "de Souza"). */
export const FAMILY_PARTICLES: ReadonlySet<string> = new Set(
  'af al bin d da das de del della den der di do dos du el la le ten ter van von y zu'.split(' '),
);

/** `Ann Hale, Bo Lind and C. Moss`, `Hale, Ann; Lind, Bo`, `Hale, Ann`: each as people say the name, in the line's order. */
export function authorNames(written: string): readonly string[] {
  const words = written.replace(/^by\s+/i, '');
  const parted = words.includes(';') ? words.split(';') : [words];
  return parted.flatMap((part) => {
    const inverted = /^\s*([^,]+),\s*([^,]+)$/.exec(part);
    const [, family = '', given = ''] = inverted ?? [];
    // "Hale, Ann" is one person; "Ann Hale, Bo Lind" are two, for each has a name before its own.
    if (inverted !== null && !/\s(?:and|&)\s/.test(given) && (!/\s/.test(family.trim()) || isParticled(family))) {
      return [`${given.trim()} ${family.trim()}`];
    }
    return part
      .split(/\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
  });
}

function isParticled(family: string): boolean {
  return FAMILY_PARTICLES.has(family.trim().split(/\s+/)[0]?.toLowerCase() ?? '');
}
