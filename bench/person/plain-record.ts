import type { Pool } from 'pg'

const tables = [
  'membership',
  'contact',
  'consent',
  'person_tag',
  'field_value',
  'note',
  'engagement',
  'event',
]

/** A person's record as somebody would read it by hand: the person with the unit's name, and the rows of each part. */
export async function plainRecord(pool: Pool, personId: string): Promise<void> {
  const { rowCount } = await pool.query(
    'select p.*, u.name as unit from people.person p join organisation.unit u on u.id = p.home_unit_id where p.id = $1',
    [personId],
  )
  if (rowCount !== 1) throw new Error(`There is no person ${personId}.`)
  for (const table of tables) {
    await pool.query(`select * from people.${table} where person_id = $1`, [personId])
  }
}
