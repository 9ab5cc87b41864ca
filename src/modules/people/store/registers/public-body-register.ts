import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { RegisterTable } from '../../rules/registers/register-columns.ts'
import { sorted } from './body-registers.ts'
import type { RegisterWords } from './register-words.ts'

type Row = {
  id: string
  unit: string
  level: 'municipality' | 'region' | 'state' | 'other'
  kind: 'council' | 'executive' | 'committee' | 'company' | 'other'
  area: string
  areaCode: string
  name: string
  policyArea: string
  validFrom: string
  validTo: string | null
}

/** Public bodies with what they have been called and decided about. */
export async function publicBodyRegister(
  db: Transaction<Tables>,
  { t }: RegisterWords,
): Promise<RegisterTable> {
  const { rows } = await sql<Row>`
    select body.id, unit.name as unit, body.level, body.kind, body.area_name as area, body.area_code as "areaCode",
      record.name, record.policy_area as "policyArea", record.valid_from as "validFrom", record.valid_to as "validTo"
    from organisation.public_body body
    join organisation.public_body_record record
      on record.organisation_id = body.organisation_id and record.public_body_id = body.id
    join organisation.unit unit on unit.organisation_id = body.organisation_id and unit.id = body.unit_id
    where record.replaced_at is null`.execute(db)
  return {
    columns: ['id', 'name', 'level', 'kind', 'area', 'areaCode', 'policyArea', 'unit', 'from', 'to'],
    rows: sorted(
      rows.map((row) => [
        row.id,
        row.name,
        t(`register.level.${row.level}`),
        t(`register.publicKind.${row.kind}`),
        row.area,
        row.areaCode,
        row.policyArea,
        row.unit,
        row.validFrom,
        row.validTo ?? '',
      ]),
      [4, 1, 8],
    ),
    personIds: [],
  }
}
