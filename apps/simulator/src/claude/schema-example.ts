import { z } from 'zod';

const Schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
});

/** The smallest value of a JSON schema, for questions that this simulator does not know. */
export function exampleOf(schema: unknown): unknown {
  const parsed = Schema.safeParse(schema);
  if (!parsed.success) return null;
  const { type, properties = {}, anyOf, enum: values, ...rest } = parsed.data;
  if (rest.const !== undefined) return rest.const;
  if (values) return values[0];
  if (anyOf) return exampleOf(anyOf[0]);
  switch (Array.isArray(type) ? type[0] : type) {
    case 'object':
      return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, exampleOf(value)]));
    case 'array':
      return [];
    case 'string':
      return '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return null;
  }
}
