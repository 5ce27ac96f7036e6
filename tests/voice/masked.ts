import { Clinic } from '@glowbot/core';

/** Fields of a clinic's records that hold words to be said. */
const spoken: ReadonlySet<string> = new Set([
  'name',
  'shortName',
  'city',
  'hotline',
  'medicalHotline',
  'address',
  'parking',
  'landmark',
  'unit',
  'category',
  'sessionsRecommended',
  'pain',
  'downtime',
  'resultNote',
  'text',
  'question',
  'answer',
  'say',
  'to',
  'promise',
  'phone',
  'title',
  'conditions',
]);

/** The same records with every word of the clinic between ⟦ and ⟧, so that what remains of a text is ours alone. */
export function masked(clinic: Clinic): Clinic {
  return Clinic.parse(maskedField('', clinic));
}

function maskedField(field: string, value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item) =>
      field === 'contraindications' && typeof item === 'string' ? mask(item) : maskedField(field, item),
    );
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskedField(name, inner)]));
  return typeof value === 'string' && spoken.has(field) && !/^\d\d:\d\d$|^\d{4}-\d\d-\d\d$/.test(value)
    ? mask(value)
    : value;
}

const mask = (text: string) => `⟦${text}⟧`;

/** A text without the clinic's words; a gap stays where they were. */
export function ours(text: string): string {
  return text.replace(/⟦[^⟧]*⟧/gu, '◌');
}
