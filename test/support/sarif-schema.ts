/**
 * The part of SARIF 2.1.0's schema (OASIS, errata 01) that the program writes, with the names, required members, lists of
 * values and bounds of the standard. It is stricter than the whole in one thing: what the program does not write is not
 * there, and so not allowed. The types of `@types/sarif` hold the program to the rest when it is compiled.
 */
const text = { type: 'string' };
const index = { type: 'integer', minimum: -1 };
const fromOne = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };

function object(properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) {
  return { type: 'object', additionalProperties: false, properties, required: [...required] };
}

function list(items: unknown, more: Readonly<Record<string, unknown>> = {}) {
  return { type: 'array', items, ...more };
}

const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

export const sarifSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...object({ $schema: { type: 'string', format: 'uri' }, version: { enum: ['2.1.0'] }, runs: list(ref('run')) }, ['version', 'runs']),
  definitions: {
    run: object(
      {
        tool: object({ driver: ref('toolComponent') }, ['driver']),
        originalUriBaseIds: { type: 'object', additionalProperties: ref('artifactLocation') },
        columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
        invocations: list(ref('invocation')),
        artifacts: list(object({ location: ref('artifactLocation'), roles: list({ enum: ['analysisTarget'] }, { uniqueItems: true }) }), {
          uniqueItems: true,
        }),
        results: list(ref('result')),
      },
      ['tool'],
    ),
    toolComponent: object({ name: text, semanticVersion: text, rules: list(ref('reportingDescriptor'), { uniqueItems: true }) }, ['name']),
    reportingDescriptor: object(
      {
        id: text,
        name: text,
        shortDescription: ref('multiformatMessageString'),
        fullDescription: ref('multiformatMessageString'),
        help: ref('multiformatMessageString'),
        defaultConfiguration: object({ level }),
      },
      ['id'],
    ),
    multiformatMessageString: object({ text, markdown: text }, ['text']),
    message: object({ text, markdown: text }, ['text']),
    invocation: object(
      {
        executionSuccessful: { type: 'boolean' },
        toolExecutionNotifications: list(object({ message: ref('message'), level }, ['message'])),
      },
      ['executionSuccessful'],
    ),
    artifactLocation: object({ uri: { type: 'string', format: 'uri-reference' }, uriBaseId: text, index, description: ref('message') }),
    region: object({ startLine: fromOne, startColumn: fromOne, endLine: fromOne, endColumn: fromOne }),
    physicalLocation: object({ artifactLocation: ref('artifactLocation'), region: ref('region') }, ['artifactLocation']),
    location: object({ id: index, physicalLocation: ref('physicalLocation'), message: ref('message') }),
    result: object(
      {
        ruleId: text,
        ruleIndex: index,
        level,
        message: ref('message'),
        locations: list(ref('location')),
        partialFingerprints: { type: 'object', additionalProperties: text },
        relatedLocations: list(ref('location'), { uniqueItems: true }),
        fixes: list(ref('fix'), { uniqueItems: true }),
        suppressions: list(
          object(
            { kind: { enum: ['inSource', 'external'] }, status: { enum: ['accepted', 'underReview', 'rejected'] }, justification: text },
            ['kind'],
          ),
          { uniqueItems: true },
        ),
        baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
      },
      ['message'],
    ),
    fix: object({ description: ref('message'), artifactChanges: list(ref('artifactChange'), { minItems: 1, uniqueItems: true }) }, [
      'artifactChanges',
    ]),
    artifactChange: object({ artifactLocation: ref('artifactLocation'), replacements: list(ref('replacement'), { minItems: 1 }) }, [
      'artifactLocation',
      'replacements',
    ]),
    replacement: object({ deletedRegion: ref('region'), insertedContent: object({ text }) }, ['deletedRegion']),
  },
} as const;
