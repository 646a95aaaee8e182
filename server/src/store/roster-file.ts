/** Who is who in a corpus, kept as JSON. */
import type { Roster } from '../corpus/gazetteer/entities.ts';

interface KeptRoster {
  readonly entities: Roster['entities'];
  readonly byName: readonly (readonly [string, readonly number[]])[];
  readonly byRole: readonly (readonly [string, readonly number[]])[];
  readonly told: readonly number[];
  readonly gender: readonly (readonly [number, 'male' | 'female'])[];
  readonly byInitials: readonly (readonly [string, readonly number[]])[];
}

export function rosterToJson({ entities, byName, byRole, told, gender, byInitials }: Roster): string {
  const kept: KeptRoster = {
    entities,
    byName: [...byName],
    byRole: [...byRole],
    told: [...told],
    gender: [...gender],
    byInitials: [...byInitials],
  };
  return JSON.stringify(kept);
}

export function rosterFromJson(json: string): Roster {
  const { entities, byName, byRole, told, gender, byInitials } = JSON.parse(json) as KeptRoster;
  return {
    entities,
    byName: new Map(byName),
    byRole: new Map(byRole),
    told: new Set(told),
    gender: new Map(gender),
    byInitials: new Map(byInitials),
  };
}
