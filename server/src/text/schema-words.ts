/** What a schema has to say of a value in a file, in words for the person who wrote it: the library's own speak to programmers. */
import type * as z from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list, in square brackets,',
  tuple: 'a list, in square brackets,',
  object: 'a group of entries, in curly brackets,',
  record: 'a group of entries, in curly brackets,',
  string: 'text, in quotation marks,',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** A sentence without its full stop. Keys that are not known are for the caller to name, who knows what the file is. */
export function issueInWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? `only ${JSON.stringify(issue.values[0])} can stand here`
        : `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')} belongs here`;
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected;
      // The value itself is not among what the library hands over; its message tells that there is none.
      return /received undefined$/.test(issue.message) ? `${kind} is missing here` : `${kind} belongs here`;
    }
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') {
        return issue.code === 'too_small'
          ? `this number must be at least ${issue.minimum}`
          : `this number must be at most ${issue.maximum}`;
      }
      if (issue.code === 'too_big') return `at most ${issue.maximum} can stand here`;
      return issue.origin === 'string' ? 'this is empty' : `at least ${issue.minimum} belong here`;
    case 'invalid_union':
      return 'this is of a kind that does not belong here';
    default:
      return issue.message;
  }
}
