/** Text as PostgreSQL can hold it: it knows no NUL, and UTF-8 no half of a surrogate pair. Vendors deliver both. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

/** A vendor's id as a key: ids that differ must stay different, so what cannot be held is spelled out. */
export function storableKey(id: string): string {
  return id.includes('\0') || !id.isWellFormed() ? JSON.stringify(id) : id;
}
