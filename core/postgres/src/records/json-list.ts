/** The rows of a table of the clinic `c` as a JSON list in their order; `item` makes one of a row `r`. */
export function list(table: string, item: string): string {
  return `(select coalesce(json_agg(${item} order by r.position), '[]') from ${table} r where r.clinic_id = c.clinic_id)`;
}

/** The same for a list that may be left out. */
export function listOrNone(table: string, item: string): string {
  return `(select json_agg(${item} order by r.position) from ${table} r where r.clinic_id = c.clinic_id)`;
}

/** The rows that belong to one row `r` of their owner; `item` makes one of a row `p`. */
export function part(table: string, owner: string, item: string): string {
  return `coalesce(${partOrNone(table, owner, item)}, '[]')`;
}

export function partOrNone(table: string, owner: string, item: string): string {
  return `(select json_agg(${item} order by p.position) from ${table} p
    where p.clinic_id = r.clinic_id and p.${owner} = r.key)`;
}
